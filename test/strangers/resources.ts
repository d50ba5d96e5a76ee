import { createHash } from 'node:crypto';
import { alertConfigs } from './alerts.ts';
import { entity, link, page, routed, type Ask, type Fields, type Present, type Reply, type Route, type Verb } from './answers.ts';
import { documentIn, groupChange, hostChange, hostWith, newGroup, newHost, refuseBadName, type Host } from './bodies.ts';
import { refuse } from './refusal.ts';

export interface Resources {
  readonly orgId: string;
  readonly projectId: string;
  /** Throws a Refusal. */
  answer(ask: Ask): Reply;
}

interface Group {
  readonly id: string;
  name: string;
  readonly created: string;
  readonly hosts: Map<string, Host>;
}

const place = ({ shown }: Host): string => `${String(shown['hostname'])}:${String(shown['port'])}`;

/** Hosts of one cluster, where the query names it, in the order of `hostname:port`. */
function hostsAsked(group: Group, { query }: Ask): Host[] {
  const clusterId = query.get('clusterId');
  return [...group.hosts.values()]
    .filter(({ shown }) => clusterId === null || shown['clusterId'] === clusterId)
    .toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}

const neverMeasured = {
  authMechanismName: 'NONE',
  hasStartupWarnings: false,
  hidden: false,
  hostEnabled: true,
  journalingEnabled: false,
  alertsEnabled: true,
  logsEnabled: false,
  lowUlimit: false,
  profilerEnabled: false,
  sslEnabled: false,
  typeName: 'NO_DATA',
  uptimeMsec: 0,
  lastDataSizeBytes: 0,
  lastIndexSizeBytes: 0,
  // No document knows this one: additional fields are free.
  rackLabel: 'unassigned',
};

const measured = {
  typeName: 'STANDALONE',
  version: '4.0.12',
  uptimeMsec: 86_400_000,
  lastPing: '2021-03-04T05:06:07+00:00',
  ipAddress: '192.0.2.17',
  systemInfo: { memSizeMB: 7_982, numCores: 4 },
  lastDataSizeBytes: 1_234_567,
  lastIndexSizeBytes: 76_543,
  authMechanismName: 'MONGODB_CR',
  username: 'monitoring',
};

const hostEntity: Present<Host> = ({ shown }, { root, relations }) => {
  const group = `${root}/groups/${String(shown['groupId'])}`;
  return { ...shown, links: [link(`${relations}group`, group), link('self', `${group}/hosts/${String(shown['id'])}`)] };
};

const remove = (all: Map<string, unknown>, id: string): Reply => {
  all.delete(id);
  return { status: 204 };
};

/** One organization, one project with seven hosts, and whatever callers add. */
export function createResources(readOnlyGroups: boolean, hasAlertConfigs = false): Resources {
  let made = 0;
  const newId = (length: number): string =>
    createHash('sha256')
      .update(`stranger ${(made += 1)}`)
      .digest('hex')
      .slice(0, length);
  const organization = { id: newId(24), name: 'Far away' };
  const groups = new Map<string, Group>();

  const addGroup = (name: string): Group => {
    const group = { id: newId(24), name, created: `${new Date().toISOString().slice(0, 19)}Z`, hosts: new Map<string, Host>() };
    groups.set(group.id, group);
    return group;
  };
  const addHost = (group: Group, given: Fields, created = new Date().toISOString()): Host => {
    const id = newId(32);
    const host = hostWith({ shown: { id, groupId: group.id, ...neverMeasured, created } }, given);
    if ([...group.hosts.values()].some((other) => place(other) === place(host))) {
      refuse('HOSTNAME_AND_PORT_ALREADY_EXIST', place(host), group.id);
    }
    group.hosts.set(id, host);
    return host;
  };

  const groupOf = (id: string): Group => {
    if (!/^[0-9a-f]{24}$/i.test(id)) refuse('INVALID_GROUP_ID', id);
    return groups.get(id) ?? refuse('GROUP_NOT_FOUND', id);
  };
  const hostOf = (group: Group, id: string): Host => group.hosts.get(id) ?? refuse('HOST_NOT_FOUND', id, group.id);
  const refuseTakenName = (name: unknown, but?: Group): void => {
    const isTaken = [...groups.values()].some((group) => group !== but && group.name === name);
    if (isTaken) refuse('GROUP_ALREADY_EXISTS', String(name));
  };

  const organizationEntity: Present<object> = (_item, { root, relations }) => ({
    ...organization,
    isDeleted: false,
    links: [link('self', `${root}/orgs/${organization.id}`), link(`${relations}groups`, `${root}/groups`)],
  });
  const groupEntity: Present<Group> = ({ id, name, created }, { root, relations, isReal }) => ({
    ...(isReal && { clusterCount: 0, created, withDefaultAlertsSettings: true }),
    name,
    id,
    orgId: organization.id,
    publicApiEnabled: true,
    activeAgentCount: 0,
    replicaSetCount: 0,
    shardCount: 0,
    hostCounts: { arbiter: 0, config: 0, primary: 0, secondary: 0, mongos: 0 },
    isFarAway: true,
    links: [
      link(`${relations}hosts`, `${root}/groups/${id}/hosts`),
      link(`${relations}org`, `${root}/orgs/${organization.id}`),
      link('self', `${root}/groups/${id}`),
    ],
  });

  const readGroups = { GET: (ask: Ask) => page(ask, [...groups.values()], groupEntity) };
  const readGroup = { GET: (ask: Ask, id = '') => entity(groupEntity(groupOf(id), ask)) };
  const createGroup: Verb = (ask) => {
    const document = documentIn(ask.body, newGroup, ['name', 'orgId']);
    refuseBadName(document);
    if (document['orgId'] !== organization.id) refuse('ORG_NOT_FOUND', String(document['orgId']));
    refuseTakenName(document['name']);
    return entity(groupEntity(addGroup(String(document['name'])), ask), 201);
  };
  const updateGroup: Verb = (ask, id = '') => {
    const group = groupOf(id);
    const document = documentIn(ask.body, groupChange);
    refuseBadName(document);
    refuseTakenName(document['name'], group);
    group.name = String(document['name'] ?? group.name);
    return entity(groupEntity(group, ask));
  };
  const updateHost: Verb = (ask, groupId = '', id = '') => {
    const group = groupOf(groupId);
    const host = hostWith(hostOf(group, id), documentIn(ask.body, hostChange));
    group.hosts.set(id, host);
    return entity(hostEntity(host, ask));
  };

  const routes: readonly Route[] = [
    [
      /^\/?$/,
      {
        GET: ({ root, relations }) =>
          entity({
            throttling: false,
            links: [link(`${relations}orgs`, `${root}/orgs`), link(`${relations}groups`, `${root}/groups`), link('self', root)],
          }),
      },
    ],
    [/^\/orgs\/?$/, { GET: (ask) => page(ask, [organization], organizationEntity) }],
    [
      /^\/orgs\/([^/]+)\/?$/,
      {
        GET: (ask, id = '') =>
          id === organization.id ? entity(organizationEntity(organization, ask)) : refuse('ORG_NOT_FOUND', id),
      },
    ],
    [/^\/groups\/?$/, readOnlyGroups ? readGroups : { ...readGroups, POST: createGroup }],
    [
      /^\/groups\/([^/]+)\/?$/,
      readOnlyGroups
        ? readGroup
        : {
            ...readGroup,
            PATCH: updateGroup,
            DELETE: ({ isReal }, id = '') => {
              const { status } = remove(groups, groupOf(id).id);
              // A project goes in its own time.
              return isReal ? { status: 202, kind: 'entity', content: {} } : { status };
            },
          },
    ],
    [
      /^\/groups\/([^/]+)\/hosts\/?$/,
      {
        GET: (ask, groupId = '') => page(ask, hostsAsked(groupOf(groupId), ask), hostEntity),
        POST: (ask, groupId = '') => {
          const group = groupOf(groupId);
          return entity(hostEntity(addHost(group, documentIn(ask.body, newHost, ['hostname', 'port'])), ask), 201);
        },
      },
    ],
    [
      /^\/groups\/([^/]+)\/hosts\/byName\/([^/]+)\/?$/,
      {
        GET: (ask, groupId = '', name = '') => {
          const group = groupOf(groupId);
          const host = [...group.hosts.values()].find((each) => place(each) === name);
          return entity(hostEntity(host ?? refuse('HOSTNAME_AND_PORT_NOT_FOUND', name, group.id), ask));
        },
      },
    ],
    [
      /^\/groups\/([^/]+)\/hosts\/([^/]+)\/?$/,
      {
        GET: (ask, groupId = '', id = '') => entity(hostEntity(hostOf(groupOf(groupId), id), ask)),
        PATCH: updateHost,
        DELETE: (_ask, groupId = '', id = '') => {
          hostOf(groupOf(groupId), id);
          return remove(groupOf(groupId).hosts, id);
        },
      },
    ],
  ];

  const served = hasAlertConfigs ? [...routes, ...alertConfigs(groupOf)] : routes;
  const project = addGroup('Outpost');
  for (const [index, name] of ['b', 'c', 'a', 'f', 'e', 'd'].entries()) {
    addHost(project, { hostname: `${name}.stranger.example`, port: 27_017 + index }, '2021-02-03T04:05:06.789Z');
  }
  addHost(project, { hostname: 'g.stranger.example', port: 27_017, ...measured, password: 'secret' }, '2020-12-31T23:59:59Z');

  return { orgId: organization.id, projectId: project.id, answer: (ask) => routed(served, ask) };
}
