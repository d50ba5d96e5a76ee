import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  circumstances,
  clusterSnapshot,
  expect,
  hostThere,
  mirroredConfigServer,
  play,
  proves,
  removeSpareSnapshot,
  scenario,
  shardSnapshot,
  test,
  type Scenarios,
} from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'snapshots'>> = {
  CANNOT_DELETE_FROM_CLUSTER_SNAPSHOT: scenario({
    given: 'a snapshot that is part of the snapshot of a sharded cluster',
    risk: 'irreversible',
    state: shardSnapshot,
    when: ({ given }, { clusterId, id }) => given.snapshots(clusterId).remove(id),
    watch: ({ given }, { clusterId, id }) => given.snapshots(clusterId).read(id),
    beside: removeSpareSnapshot,
  }),
  CONFIG_SNAPSHOT_NOT_FOUND: scenario({
    given: 'an id that names no snapshot of the config server',
    state: async (api) => ({ server: await mirroredConfigServer(api), id: api.names.unknownId() }),
    when: ({ given }, { server, id }) => given.configServerSnapshots(server.id).read(id),
    fills: (_, { server, id }) => [id, server.id],
    beside: ({ given }, { server }) => given.configServerSnapshots(server.id).list(),
  }),
  INVALID_SNAPSHOT_ID: scenario({
    given: 'a text that is no id of a snapshot',
    state: clusterSnapshot,
    when: ({ given }, { clusterId }) => given.snapshots(clusterId).read('not-an-id'),
    fills: () => ['not-an-id'],
    beside: ({ given }, { clusterId, id }) => given.snapshots(clusterId).read(id),
  }),
  NOT_CONFIG_SERVER: scenario({
    given: 'snapshots of a host that is no mirrored config server',
    state: hostThere(({ typeName }) => typeName !== 'SHARD_CONFIG'),
    when: (_, { configServerSnapshots, id }) => configServerSnapshots(id).list(),
    fills: (_, { id }) => [id],
  }),
  SNAPSHOT_NOT_FOUND: scenario({
    given: 'an id that names no snapshot of the cluster',
    state: async (api) => ({ ...(await clusterSnapshot(api)), unknown: api.names.unknownId() }),
    when: ({ given }, { clusterId, unknown }) => given.snapshots(clusterId).read(unknown),
    fills: (_, { clusterId, unknown }) => [unknown, clusterId],
    beside: ({ given }, { clusterId, id }) => given.snapshots(clusterId).read(id),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
