import { entity, links, list } from '../../rules/reply.ts';
import type { Call, Link } from '../../rules/reply.ts';
import { groupRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import type { Cluster } from '../../world/world.ts';

const shape: Shape = {
  ...Object.fromEntries(
    ['groupId', 'id', 'lastHeartbeat', 'links', 'replicaSetName', 'shardName', 'typeName'].map((name) => [
      name,
      { type: 'any', readOnly: true } as const,
    ]),
  ),
  clusterName: { type: 'string', required: true },
};

function clusterView(cluster: Cluster, call: Call, alone = true): Fields {
  const group = `/groups/${String(cluster['groupId'])}`;
  const path = `${group}/clusters/${cluster.id}`;
  const related: Link[] = [
    ['group', group],
    ['snapshots', `${path}/snapshots`],
    ['restoreJobs', `${path}/restoreJobs`],
  ];
  if (cluster.typeName === 'SHARDED_REPLICA_SET') related.push(['checkpoints', `${path}/checkpoints`]);
  return { ...cluster, links: links(call, path, alone ? related : []) };
}

export const clusters = [
  route('GET', '/groups/{group}/clusters', {}, ({ group }, call) =>
    list(call, group.clusters.values(), (cluster) => clusterView(cluster, call, false)),
  ),
  route('GET', '/groups/{group}/clusters/{cluster}', {}, ({ cluster }, call) => entity(clusterView(cluster, call))),
  route(
    'PATCH',
    '/groups/{group}/clusters/{cluster}',
    {
      need: groupRole('GROUP_MONITORING_ADMIN'),
      body: { shape, mode: 'update' },
    },
    ({ group, cluster }, call) => {
      const isPlain = cluster.typeName === 'REPLICA_SET' && cluster['shardName'] === undefined;
      if (cluster.typeName !== 'SHARDED_REPLICA_SET' && !isPlain) refuse('NOT_SHARDED');
      const clusterName = String(call.body['clusterName'] ?? cluster.clusterName);
      // The parts of a sharded cluster go by its name.
      const parts = [...group.clusters.values()].filter((part) => part.clusterName === cluster.clusterName);
      for (const part of parts) group.clusters.set(part.id, record({ ...part, clusterName }));
      return entity(clusterView(record({ ...cluster, clusterName }), call));
    },
  ),
];
