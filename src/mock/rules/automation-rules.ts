import type { Fields, Json } from '../world/json.ts';
import { refuse } from '../world/refusal.ts';
import { isObject } from '../../wire/json.ts';

/** Limits of replica sets. Source: the manual of the database, replica set configuration. */
const most = { members: 50, votes: 7, priority: 1_000, memberId: 255 } as const;

/** Gives the configuration back with what is wrong with it; other than shapes, which have a code, no code is known for that. */
function refuseConfig(fault: string): never {
  return refuse('VALIDATION_ERROR', fault);
}

/** The objects of an array at a path such as `replicaSets.0.members`, or none where it is left out. */
function objectsAt(value: Json, path: string): readonly Fields[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return refuse('INVALID_JSON_ATTRIBUTE', path);
  return (value as readonly Json[]).map((item, at) =>
    isObject(item) ? item : refuse('INVALID_JSON_ATTRIBUTE', `${path}.${at}`),
  );
}

function textAt(fields: Fields, name: string, path: string): string {
  const value = fields[name];
  if (value === undefined) return refuse('MISSING_ATTRIBUTE', `${path}.${name}`);
  return typeof value === 'string' && value !== '' ? value : refuse('INVALID_JSON_ATTRIBUTE', `${path}.${name}`);
}

function numberAt(fields: Fields, name: string, path: string, otherwise: number, largest: number): number {
  const value = fields[name];
  if (value === undefined) return otherwise;
  const fits = typeof value === 'number' && value >= 0 && value <= largest;
  return fits ? value : refuseConfig(`${path}.${name} is no number from 0 to ${largest}`);
}

function refuseTwice(names: readonly (string | number)[], what: string): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) refuseConfig(`${what} ${twice} is there twice`);
}

interface Process {
  readonly name: string;
  readonly type: string;
  readonly replSetName: Json;
}

function processOf(process: Fields, path: string): Process {
  const name = textAt(process, 'name', path);
  const type = textAt(process, 'processType', path);
  textAt(process, 'hostname', path);
  if (type !== 'mongod' && type !== 'mongos') refuseConfig(`${path}.processType is ${type}, which is no kind of process`);
  const args = process['args2_6'];
  if (args !== undefined && !isObject(args)) refuse('INVALID_JSON_ATTRIBUTE', `${path}.args2_6`);
  const { net, replication } = args ?? {};
  const port = isObject(net) ? net['port'] : undefined;
  if (port !== undefined && !(Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65_535)) {
    refuseConfig(`${path}.args2_6.net.port is no port`);
  }
  return { name, type, replSetName: isObject(replication) ? replication['replSetName'] : undefined };
}

/** Where a process listens. */
function placeOf({ hostname, args2_6: args }: Fields): string {
  const net = isObject(args) ? args['net'] : undefined;
  const port = isObject(net) ? net['port'] : undefined;
  return `${String(hostname)}:${String(port ?? 27_017)}`;
}

function checkMember(
  member: Fields,
  path: string,
): { readonly id: number; readonly host: string; readonly votes: number; readonly priority: number } {
  if (member['_id'] === undefined) refuse('MISSING_ATTRIBUTE', `${path}._id`);
  const id = numberAt(member, '_id', path, 0, most.memberId);
  const priority = numberAt(member, 'priority', path, 1, most.priority);
  const votes = numberAt(member, 'votes', path, 1, 1);
  const { hidden, arbiterOnly } = member;
  if (priority > 0 && (votes === 0 || hidden === true)) {
    refuseConfig(`${path}.priority is ${priority}, and a member ${votes === 0 ? 'without a vote' : 'that is hidden'} has none`);
  }
  return { id, host: textAt(member, 'host', path), votes, priority: arbiterOnly === true ? 0 : priority };
}

function checkReplicaSet(
  set: Fields,
  path: string,
  processes: ReadonlyMap<string, Process>,
): { readonly id: string; readonly hosts: readonly string[] } {
  const id = textAt(set, '_id', path);
  const members = objectsAt(set['members'], `${path}.members`).map((member, at) => checkMember(member, `${path}.members.${at}`));
  refuseTwice(
    members.map((member) => member.id),
    `${path}: member`,
  );
  for (const { host } of members) {
    const process = processes.get(host) ?? refuseConfig(`${path}: ${host} names no process`);
    if (process.type !== 'mongod') refuseConfig(`${path}: ${host} is a ${process.type}`);
    if (process.replSetName !== id) refuseConfig(`${path}: ${host} is set to be of another replica set than ${id}`);
  }
  if (members.length === 0) refuseConfig(`${path} has no members`);
  if (members.length > most.members) refuseConfig(`${path} has more than ${most.members} members`);
  if (members.filter(({ votes }) => votes > 0).length > most.votes) refuseConfig(`${path} has more than ${most.votes} votes`);
  if (!members.some(({ priority }) => priority > 0)) refuseConfig(`${path} has nobody who can become primary`);
  return { id, hosts: members.map(({ host }) => host) };
}

function checkSharding(cluster: Fields, path: string, sets: readonly string[]): string {
  const name = textAt(cluster, 'name', path);
  const shards = objectsAt(cluster['shards'], `${path}.shards`);
  refuseTwice(
    shards.map((shard, at) => textAt(shard, '_id', `${path}.shards.${at}`)),
    `${path}: shard`,
  );
  const named = [...shards.map(({ rs }) => rs), cluster['configServerReplica']].filter((each) => each !== undefined);
  const unknown = named.find((each) => !sets.includes(String(each)));
  if (unknown !== undefined) refuseConfig(`${path}: ${String(unknown)} names no replica set`);
  return name;
}

const objects = ['auth', 'balancer', 'kerberos', 'ldap', 'mongoDbToolsVersion', 'options', 'ssl', 'tls', 'prometheus'] as const;
const lists = ['backupVersions', 'indexConfigs', 'mongoDbVersions', 'mongosqlds', 'mongots', 'monitoringVersions'] as const;

/**
 * Refuses, before anything is taken, a configuration that agents could not carry out: what is of another type, processes,
 * sets and members that are there twice, and names that name nothing. What the agents leave to the processes is not looked at.
 */
export function checkAutomationConfig(config: Fields): void {
  for (const name of objects) {
    if (config[name] !== undefined && !isObject(config[name])) refuse('INVALID_JSON_ATTRIBUTE', name);
  }
  for (const name of lists) objectsAt(config[name], name);
  const given = objectsAt(config['processes'], 'processes');
  const processes = given.map((process, at) => processOf(process, `processes.${at}`));
  refuseTwice(
    processes.map(({ name }) => name),
    'processes: the name',
  );
  refuseTwice(given.map(placeOf), 'processes: the address');
  const byName = new Map(processes.map((process) => [process.name, process]));
  const sets = objectsAt(config['replicaSets'], 'replicaSets').map((set, at) =>
    checkReplicaSet(set, `replicaSets.${at}`, byName),
  );
  refuseTwice(
    sets.map(({ id }) => id),
    'replicaSets: the name',
  );
  refuseTwice(
    sets.flatMap(({ hosts }) => hosts),
    'replicaSets: the process',
  );
  const ids = sets.map(({ id }) => id);
  refuseTwice(
    objectsAt(config['sharding'], 'sharding').map((cluster, at) => checkSharding(cluster, `sharding.${at}`, ids)),
    'sharding: the name',
  );
  refuseTwice(
    objectsAt(config['roles'], 'roles').map(
      (role, at) => `${textAt(role, 'role', `roles.${at}`)} of ${textAt(role, 'db', `roles.${at}`)}`,
    ),
    'roles:',
  );
}
