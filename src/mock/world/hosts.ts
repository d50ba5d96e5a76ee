import { record } from './json.ts';
import type { Fields } from './json.ts';
import { refuse } from './refusal.ts';
import type { Group, Host } from './world.ts';

/**
 * A host nobody has pinged yet: its statistics are zero, what it has no value for is left out.
 * Source: Response Conventions.
 */
export function freshHost(given: Fields, id: string, groupId: string, created: string): Host {
  return record({
    alertsEnabled: true,
    authMechanismName: 'NONE',
    created,
    groupId,
    hasStartupWarnings: false,
    hidden: false,
    hostEnabled: true,
    id,
    journalingEnabled: false,
    lastDataSizeBytes: 0,
    lastIndexSizeBytes: 0,
    logsEnabled: false,
    lowUlimit: false,
    profilerEnabled: false,
    sslEnabled: false,
    typeName: 'NO_DATA',
    uptimeMsec: 0,
    ...given,
  } as unknown as Host);
}

function place(host: Host): string {
  return `${host.hostname}:${host.port}`;
}

/** Adds or replaces a host; the project's hosts stay in the order of `hostname:port`. */
export function putHost(group: Group, host: Host): void {
  const all = [...group.hosts.values()].filter((other) => other.id !== host.id);
  const found = all.findIndex((other) => place(other) > place(host));
  all.splice(found < 0 ? all.length : found, 0, host);
  group.hosts = new Map(all.map((each) => [each.id, each]));
}

/** What the databases or the disk partitions of a host are called; none before an agent has reported on it. */
export function partsOf(kind: 'databases' | 'disks', group: Group, host: Host): readonly string[] {
  return group[kind].get(host.id) ?? [];
}

/** Refuses the name of a database or disk partition that the host does not have. */
export function findPart(kind: 'databases' | 'disks', group: Group, host: Host, name: string): void {
  if (partsOf(kind, group, host).includes(name)) return;
  refuse(kind === 'databases' ? 'DATABASE_NOT_FOUND' : 'DEVICE_NOT_FOUND', name, host.id);
}

/** Config servers of before MongoDB 3.2 mirror each other (SCCC); those of today are a replica set. */
export function isMirroredConfigServer(host: Host): boolean {
  return host['typeName'] === 'SHARD_CONFIG' && host['replicaSetName'] === undefined;
}
