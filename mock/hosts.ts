import { record } from './json.ts';
import type { Fields } from './json.ts';
import type { Group, Host } from './world.ts';

/**
 * A host nobody has pinged yet: its statistics are zero, what it has no value for is left out.
 * Source: Response Conventions.
 */
export function freshHost(given: Fields, id: string, groupId: string, created: string): Host {
  return record({
    alertsEnabled: true, authMechanismName: 'NONE', created, groupId, hasStartupWarnings: false, hidden: false,
    hostEnabled: true, id, journalingEnabled: false, lastDataSizeBytes: 0, lastIndexSizeBytes: 0, logsEnabled: false,
    lowUlimit: false, profilerEnabled: false, sslEnabled: false, typeName: 'NO_DATA', uptimeMsec: 0, ...given,
  } as unknown as Host);
}

function place(host: Host): string {
  return `${host.hostname}:${host.port}`;
}

/** Adds or replaces a host; the project's hosts stay in the order of `hostname:port`. */
export function putHost(group: Group, host: Host): void {
  const all = [...group.hosts.values()].filter(other => other.id !== host.id);
  const found = all.findIndex(other => place(other) > place(host));
  all.splice(found < 0 ? all.length : found, 0, host);
  group.hosts = new Map(all.map(each => [each.id, each]));
}
