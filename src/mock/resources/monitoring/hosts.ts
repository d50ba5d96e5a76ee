import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call, Link } from '../../rules/reply.ts';
import { groupRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { formatSecond } from '../../world/dates.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import { findPart, freshHost, partsOf, putHost } from '../../world/hosts.ts';
import type { Host } from '../../world/world.ts';

const settable: Shape = {
  alertsEnabled: { type: 'boolean' },
  authMechanismName: {
    type: 'string',
    oneOf: ['MONGODB_CR', 'GSSAPI', 'PLAIN', 'MONGODB_X509', 'NONE'],
    invalid: 'INVALID_AUTH_MECHANISM',
  },
  logsEnabled: { type: 'boolean' },
  password: { type: 'string' },
  profilerEnabled: { type: 'boolean' },
  sslEnabled: { type: 'boolean' },
  username: { type: 'string' },
};
const readOnly: Shape = Object.fromEntries(
  [
    'aliases',
    'clusterId',
    'created',
    'deactivated',
    'groupId',
    'hasStartupWarnings',
    'hidden',
    'hiddenSecondary',
    'hostEnabled',
    'id',
    'ipAddress',
    'journalingEnabled',
    'lastDataSizeBytes',
    'lastIndexSizeBytes',
    'lastPing',
    'lastRestart',
    'links',
    'lowUlimit',
    'replicaSetName',
    'replicaStateName',
    'shardName',
    'slaveDelaySec',
    'systemInfo',
    'typeName',
    'uptimeMsec',
    'version',
  ].map((name) => [name, { type: 'any', readOnly: true } as const]),
);
const createShape: Shape = {
  ...readOnly,
  ...settable,
  hostname: { type: 'string', required: true },
  port: { type: 'integer', required: true },
};
const patchShape: Shape = {
  ...readOnly,
  ...settable,
  hostname: { type: 'string', readOnly: true },
  port: { type: 'integer', readOnly: true },
};

function hostView(host: Host, call: Call, alone = true): Fields {
  const path = `/groups/${String(host['groupId'])}`;
  const self = `${path}/hosts/${host.id}`;
  const related: Link[] = [
    ['group', path],
    ['databases', `${self}/databases`],
    ['disks', `${self}/disks`],
  ];
  if (host.clusterId !== undefined) related.push(['cluster', `${path}/clusters/${host.clusterId}`]);
  return { ...host, links: links(call, self, alone ? related : []) };
}

function checkCredentials(body: Fields, before: Host | undefined): void {
  const mechanism = String(body['authMechanismName'] ?? before?.authMechanismName ?? 'NONE');
  const takesPassword = mechanism === 'MONGODB_CR' || mechanism === 'PLAIN';
  const { username, password } = body;
  if (!takesPassword && username !== undefined && mechanism !== 'MONGODB_X509') {
    refuse('CANNOT_SET_CREDENTIALS_FOR_AUTH_MECHANISM');
  }
  if (!takesPassword && password !== undefined) {
    refuse(before ? 'CANNOT_SET_PASSWORD_FOR_AUTH_MECHANISM' : 'CANNOT_SET_CREDENTIALS_FOR_AUTH_MECHANISM');
  }
  const renamed = before?.username !== undefined && username !== undefined && username !== before.username;
  if (renamed && password === undefined) {
    refuse('MISSING_PASSWORD');
  }
  if (takesPassword && (username ?? before?.username) === undefined) {
    refuse('MISSING_CREDENTIALS_FOR_AUTH_MECHANISM', mechanism);
  }
  if (username !== undefined && !/^\S+$/.test(String(username))) {
    refuse('INVALID_MONGODB_USERNAME', String(username));
  }
  const ssl = body['sslEnabled'] ?? before?.sslEnabled ?? false;
  if (mechanism === 'MONGODB_X509' && ssl !== true) refuse('AUTH_MECHANISM_REQUIRES_SSL', mechanism);
}

function checkAddress({ hostname, port }: Fields): void {
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9._:-]{0,253}[A-Za-z0-9])?$/.test(String(hostname))) {
    refuse('INVALID_HOSTNAME', String(hostname));
  }
  if (Number(port) < 1 || Number(port) > 65_535) refuse('INVALID_HOST_PORT', String(port));
}

/** The password goes to the agents; nothing here ever gives it back, so it is not kept. */
function withoutPassword({ password: _unkept, ...kept }: Fields): Fields {
  return kept;
}

function partView(call: Call, host: Host, kind: 'databases' | 'disks', name: string): Fields {
  const self = `/groups/${String(host['groupId'])}/hosts/${host.id}/${kind}/${encodeURIComponent(name)}`;
  return kind === 'databases'
    ? { databaseName: name, links: links(call, self) }
    : { links: links(call, self), partitionName: name };
}

const writer = groupRole('GROUP_MONITORING_ADMIN');

export const hosts = [
  route('GET', '/groups/{group}/hosts', {}, ({ group }, call) => {
    const clusterId = call.query.get('clusterId');
    const all = [...group.hosts.values()];
    const wanted = clusterId === null ? all : all.filter((host) => host.clusterId === clusterId);
    return list(call, wanted, (host) => hostView(host, call, false));
  }),
  route(
    'POST',
    '/groups/{group}/hosts',
    {
      need: writer,
      body: { shape: createShape, mode: 'create' },
    },
    ({ group }, call) => {
      const { world, body } = call;
      checkAddress(body);
      checkCredentials(body, undefined);
      const same = [...group.hosts.values()].find(({ hostname, port }) => hostname === body['hostname'] && port === body['port']);
      const id = same?.id ?? world.ids.hostId();
      const host = freshHost(withoutPassword(body), id, group.id, formatSecond(world.now()));
      putHost(group, host);
      return entity(hostView(host, call), 201);
    },
  ),
  route('GET', '/groups/{group}/hosts/byName/{name}', {}, ({ group, name }, call) => {
    const host = [...group.hosts.values()].find(({ hostname, port }) => `${hostname}:${port}` === name);
    return entity(hostView(host ?? refuse('HOSTNAME_AND_PORT_NOT_FOUND', name, group.id), call));
  }),
  route('GET', '/groups/{group}/hosts/{host}', {}, ({ host }, call) => entity(hostView(host, call))),
  route(
    'PATCH',
    '/groups/{group}/hosts/{host}',
    {
      need: writer,
      body: { shape: patchShape, mode: 'update' },
    },
    ({ group, host }, call) => {
      checkCredentials(call.body, host);
      if (group.managedHosts.has(host.id)) refuse('CANNOT_MODIFY_MANAGED_HOST', host.id);
      const changed = record({ ...host, ...withoutPassword(call.body) });
      group.hosts.set(host.id, changed);
      return entity(hostView(changed, call));
    },
  ),
  route('DELETE', '/groups/{group}/hosts/{host}', { need: writer }, ({ group, host }) => {
    group.hosts.delete(host.id);
    group.databases.delete(host.id);
    group.disks.delete(host.id);
    group.managedHosts.delete(host.id);
    return done();
  }),
  route('GET', '/groups/{group}/hosts/{host}/databases', {}, ({ group, host }, call) =>
    list(call, partsOf('databases', group, host), (name) => partView(call, host, 'databases', name)),
  ),
  route('GET', '/groups/{group}/hosts/{host}/databases/{name}', {}, ({ group, host, name }, call) => {
    findPart('databases', group, host, name);
    return entity(partView(call, host, 'databases', name));
  }),
  route('GET', '/groups/{group}/hosts/{host}/disks', {}, ({ group, host }, call) =>
    list(call, partsOf('disks', group, host), (name) => partView(call, host, 'disks', name)),
  ),
  route('GET', '/groups/{group}/hosts/{host}/disks/{name}', {}, ({ group, host, name }, call) => {
    findPart('disks', group, host, name);
    return entity(partView(call, host, 'disks', name));
  }),
];
