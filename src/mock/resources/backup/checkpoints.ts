import { entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { route } from '../../rules/route.ts';
import type { Fields } from '../../world/json.ts';
import type { Checkpoint } from '../../world/world.ts';

function checkpointView(checkpoint: Checkpoint, call: Call, alone = true): Fields {
  const group = `/groups/${String(checkpoint['groupId'])}`;
  const cluster = `${group}/clusters/${checkpoint.clusterId}`;
  const related = alone
    ? ([
        ['cluster', cluster],
        ['group', group],
      ] as const)
    : [];
  return { ...checkpoint, links: links(call, `${cluster}/checkpoints/${checkpoint.id}`, related) };
}

export const checkpoints = [
  route('GET', '/groups/{group}/clusters/{cluster}/checkpoints', {}, ({ group, cluster }, call) => {
    const own = [...group.checkpoints.values()].filter(({ clusterId }) => clusterId === cluster.id);
    return list(call, own, (checkpoint) => checkpointView(checkpoint, call, false));
  }),
  route('GET', '/groups/{group}/clusters/{cluster}/checkpoints/{checkpoint}', {}, ({ checkpoint }, call) =>
    entity(checkpointView(checkpoint, call)),
  ),
];
