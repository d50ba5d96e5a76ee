import { isSharded } from '../../world/backup-clusters.ts';
import type { Fields } from '../../world/json.ts';
import { list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { route } from '../../rules/route.ts';
import type { Cluster, Group } from '../../world/world.ts';
import { visibleGroups } from '../organizations/groups.ts';

/** The clusters that stand for themselves: shards and config servers are parts of one. */
function wholeClusters({ clusters }: Group): Cluster[] {
  return [...clusters.values()].filter(
    (cluster) => isSharded(cluster) || (cluster.typeName === 'REPLICA_SET' && cluster['shardName'] === undefined),
  );
}

function clusterView(cluster: Cluster, { alerts, backupConfigs, hosts }: Group): Fields {
  const members = [...hosts.values()].filter(({ clusterId }) => clusterId === cluster.id);
  const open = [...alerts.values()].filter(({ clusterId, status }) => clusterId === cluster.id && status === 'OPEN');
  const up = members.filter(({ lastPing }) => lastPing !== undefined).length;
  return {
    alertCount: open.length,
    authEnabled: members.some(({ authMechanismName }) => authMechanismName !== 'NONE'),
    availability: up === members.length ? 'available' : up > 0 ? 'warning' : 'unavailable',
    backupEnabled: backupConfigs.get(cluster.id)?.statusName === 'STARTED',
    clusterId: cluster.id,
    dataSizeBytes: members.reduce((sum, { lastDataSizeBytes }) => sum + Number(lastDataSizeBytes ?? 0), 0),
    name: cluster.clusterName,
    nodeCount: members.length,
    sslEnabled: members.some(({ sslEnabled }) => sslEnabled),
    type: isSharded(cluster) ? 'sharded cluster' : 'replica set',
    versions: [...new Set(members.flatMap(({ version }) => (version === undefined ? [] : [String(version)])))],
  };
}

function projectView(group: Group, { world }: Call): Fields {
  return {
    clusters: wholeClusters(group).map((cluster) => clusterView(cluster, group)),
    groupId: group.id,
    groupName: group.name,
    orgId: group.orgId,
    orgName: world.orgs.get(group.orgId)?.name,
    planType: 'OnPrem',
    tags: group.tags,
  };
}

/** The clusters of all projects that a caller sees. Source: public clients of the API. */
export const allClusters = [
  route('GET', '/clusters', {}, (_at, call) =>
    list(
      call,
      visibleGroups(call).filter((group) => wholeClusters(group).length > 0),
      (group) => projectView(group, call),
    ),
  ),
];
