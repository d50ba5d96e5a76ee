import type { Shape } from '../../rules/body.ts';
import { tarGz } from '../../world/archive.ts';
import type { Fields } from '../../world/json.ts';
import { done, download, entity, list } from '../../rules/reply.ts';
import type { Call, Reply } from '../../rules/reply.ts';
import { globalRole, groupRole, orgRole } from '../../world/roles.ts';
import { route } from '../../rules/route.ts';
import type { Group, Host } from '../../world/world.ts';

/** Kinds of server by what they are called, each with its label. */
const labels = {
  DEV_SERVER: 'Development Server',
  TEST_SERVER: 'Test Server',
  PRODUCTION_SERVER: 'Production Server',
  RAM_POOL: 'RAM Pool',
} as const;
const usual = 'PRODUCTION_SERVER';

const shape: Shape = {
  serverType: {
    type: 'object',
    required: true,
    fields: { name: { type: 'string', required: true, oneOf: Object.keys(labels) }, label: { type: 'string' } },
  },
};

function typeNamed(name: string): Fields {
  return { label: labels[name as keyof typeof labels], name };
}

function assignment(host: Host, group: Group, { world }: Call): Fields {
  const { serverTypes } = world.administration;
  const cluster = host.clusterId === undefined ? undefined : group.clusters.get(host.clusterId);
  return {
    groupId: group.id,
    hostname: host.hostname,
    isChargeable: true,
    memSizeMB: 16_384,
    processes: [
      {
        cluster: cluster?.clusterName,
        groupId: group.id,
        groupName: group.name,
        hasConflictingServerType: false,
        name: `${host.hostname}:${host.port}`,
        orgName: world.orgs.get(group.orgId)?.name,
        processType: host['typeName'] === 'SHARD_MONGOS' ? 1 : 0,
      },
    ],
    serverType: typeNamed(serverTypes.get(group.id) ?? serverTypes.get(group.orgId) ?? usual),
  };
}

function assignments(call: Call, belongs: (group: Group) => boolean): Reply {
  const hosts = [...call.world.groups.values()]
    .filter(belongs)
    .flatMap((group) => [...group.hosts.values()].map((host) => ({ host, group })));
  return list(call, hosts, ({ host, group }) => assignment(host, group, call));
}

function setType(id: string, { world, body }: Call): Reply {
  world.administration.serverTypes.set(id, String((body['serverType'] as Fields)['name']));
  return done();
}

const product = 'ops-manager';
const global = { product, need: globalRole() } as const;
const body = { shape, mode: 'replace' } as const;

/** How many servers are used, and what they count as. Source: public clients of the API. */
export const serverUsage = [
  route('POST', '/usage/dailyCapture', global, () => done()),
  route('GET', '/usage/assignments', global, (_at, call) => assignments(call, () => true)),
  route('GET', '/usage/report', global, () => download('application/gzip', tarGz({ 'usage.csv': 'hostname,serverType\n' }))),
  route('GET', '/usage/groups/{group}/hosts', { product }, ({ group }, call) => assignments(call, ({ id }) => id === group.id)),
  route('GET', '/usage/groups/{group}/defaultServerType', { product }, ({ group }, { world }) =>
    entity({ serverType: typeNamed(world.administration.serverTypes.get(group.id) ?? usual) }),
  ),
  route('PUT', '/usage/groups/{group}/defaultServerType', { product, need: groupRole(), body }, ({ group }, call) =>
    setType(group.id, call),
  ),
  route('GET', '/usage/organizations/{org}/hosts', { product }, ({ org }, call) =>
    assignments(call, ({ orgId }) => orgId === org.id),
  ),
  route('GET', '/usage/organizations/{org}/defaultServerType', { product }, ({ org }, { world }) =>
    entity({ serverType: typeNamed(world.administration.serverTypes.get(org.id) ?? usual) }),
  ),
  route('PUT', '/usage/organizations/{org}/defaultServerType', { product, need: orgRole(), body }, ({ org }, call) =>
    setType(org.id, call),
  ),
];
