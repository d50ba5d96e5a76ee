import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  circumstances,
  clusterOfAnotherKind,
  expect,
  play,
  proves,
  scenario,
  shardedCluster,
  test,
  type Scenarios,
} from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'clusters'>> = {
  CLUSTER_NOT_FOUND: [
    scenario({
      given: 'an id that names no cluster',
      state: async ({ names }) => names.unknownId(),
      when: ({ clusters }, id) => clusters.read(id),
      fills: ({ projectId }, id) => [id, projectId],
    }),
    scenario({
      given: 'snapshots of a cluster that there is not',
      state: async ({ names }) => names.unknownId(),
      when: ({ snapshots }, id) => snapshots(id).list(),
      fills: ({ projectId }, id) => [id, projectId],
    }),
  ],
  INVALID_CLUSTER_ID: {
    given: 'a text that is no id of a cluster',
    when: ({ clusters }) => clusters.read('not-an-id'),
    fills: () => ['not-an-id'],
  },
  NOT_SHARDED: scenario({
    given: 'a name for a cluster that is neither sharded nor a plain replica set',
    risk: 'destructive',
    state: clusterOfAnotherKind,
    // Its own name, so that a target that takes it changes nothing.
    when: ({ given }, { id, clusterName }) => given.clusters.update(id, { clusterName }),
    watch: ({ given }, { id }) => given.clusters.read(id),
    beside: async (api) => {
      const { id, clusterName } = await shardedCluster(api);
      return api.given.clusters.update(id, { clusterName });
    },
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
