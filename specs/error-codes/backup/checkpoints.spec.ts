import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import { circumstances, expect, play, proves, scenario, shardedCluster, test, type Scenarios } from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'checkpoints'>> = {
  CHECKPOINT_NOT_FOUND: scenario({
    given: 'an id that names no checkpoint of the cluster',
    state: async (api) => ({ cluster: await shardedCluster(api), id: api.names.unknownId() }),
    when: ({ given }, { cluster, id }) => given.checkpoints(cluster.id).read(id),
    fills: (_, { cluster, id }) => [id, cluster.id],
    beside: ({ given }, { cluster }) => given.checkpoints(cluster.id).list(),
  }),
  INVALID_CHECKPOINT_ID: scenario({
    given: 'a text that is no id of a checkpoint',
    state: shardedCluster,
    when: ({ given }, { id }) => given.checkpoints(id).read('not-an-id'),
    fills: () => ['not-an-id'],
    beside: ({ given }, { id }) => given.checkpoints(id).list(),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
