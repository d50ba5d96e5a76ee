import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  anyRestoreJob,
  aSecondAfter,
  circumstances,
  configServerJobs,
  deletedSnapshotOf,
  expect,
  httpDelivery,
  incompleteSnapshot,
  overScp,
  pointInTimeDraft,
  play,
  proves,
  restorableReplicaSet,
  restorableShardedCluster,
  restoreDraft,
  restoresCheckpoint,
  scenario,
  scpDelivery,
  secondOf,
  test,
  withExpiringSnapshot,
  type Refusable,
  type Scenario,
  type Scenarios,
  type Api,
} from '#suite';

type Draft<S> = (state: S, api: Api) => unknown;

/**
 * A restore that is refused, beside a valid one of another cluster. Restore jobs cannot be removed: a download ends
 * with its hour.
 */
const restore = <S extends Refusable>(
  given: string,
  state: (api: Api) => Promise<S>,
  draft: Draft<S>,
  more: Partial<Scenario<S>> = {},
): Scenario =>
  scenario<S>({
    given,
    state,
    risk: 'destructive',
    when: (api, at) => at.jobs.create(draft(at, api)),
    watch: (_, { jobs }) => jobs.list(),
    beside: (_, { spare }) => spare.jobs.create(restoreDraft(spare.snapshotId)),
    ...more,
  });

const scenarios: Scenarios<ErrorCodeOf<'restore-jobs'>> = {
  CANNOT_START_RESTORE_JOB_FOR_DELETED_CLUSTER_SNAPSHOT: restore(
    'a snapshot of a sharded cluster that was deleted',
    deletedSnapshotOf('sharded cluster'),
    ({ wrongId }) => restoreDraft(wrongId),
  ),
  CANNOT_START_RESTORE_JOB_FOR_DELETED_SNAPSHOT: restore(
    'a snapshot of a replica set that was deleted',
    deletedSnapshotOf('replica set'),
    ({ wrongId }) => restoreDraft(wrongId),
  ),
  CANNOT_START_RESTORE_JOB_FOR_INCOMPLETE_CLUSTER_SNAPSHOT: restore(
    'a snapshot of a sharded cluster that is not complete',
    incompleteSnapshot,
    ({ wrongId }) => restoreDraft(wrongId),
  ),
  CONFIG_RESTORE_JOB_NOT_FOUND: scenario({
    given: 'an id that names no restore job of a config server',
    state: async (api) => ({ ...(await configServerJobs(api)), id: api.names.unknownId() }),
    when: (_, { jobs, id }) => jobs.read(id),
    fills: (_, { hostId, id }) => [id, hostId],
    beside: (_, { jobs }) => jobs.list(),
  }),
  FRACTIONAL_TIMESTAMP: restore(
    'a point in time between two seconds',
    restorableReplicaSet,
    (at) => pointInTimeDraft(secondOf(at).half),
    {
      beside: (_, { spare }) => spare.jobs.create(pointInTimeDraft(secondOf(spare).whole)),
    },
  ),
  INVALID_DIRECTORY: restore(
    'a directory with a blank in it',
    overScp,
    ({ snapshotId }, api) => restoreDraft(snapshotId, scpDelivery(api, { targetDirectory: 'no directory' })),
    {
      fills: () => ['no directory'],
      beside: (api, { spare }) =>
        spare.jobs.create(restoreDraft(spare.snapshotId, scpDelivery(api, { targetDirectory: '/a/directory' }))),
    },
  ),
  INVALID_JOB_ID: scenario({
    given: 'text that is no id',
    state: restorableReplicaSet,
    when: (_, { jobs }) => jobs.read('no-id'),
    fills: () => ['no-id'],
    beside: (_, { jobs }) => jobs.list(),
  }),
  LINK_EXPIRATION_AFTER_SNAPSHOT_DELETION: restore(
    'a link that outlives its snapshot by a second',
    withExpiringSnapshot,
    ({ snapshotId, snapshot }) =>
      restoreDraft(snapshotId, httpDelivery({ expirationHours: undefined, expires: aSecondAfter(snapshot['expires']) })),
    {
      beside: (_, { spare }) =>
        spare.jobs.create(
          restoreDraft(spare.snapshotId, httpDelivery({ expirationHours: undefined, expires: spare.snapshot['expires'] })),
        ),
    },
  ),
  NO_CHECKPOINT_FOR_PIT_RESTORE: restore(
    'a point in time before every checkpoint',
    restorableShardedCluster,
    () => pointInTimeDraft('2001-01-01T00:00:00Z'),
    { beside: restoresCheckpoint },
  ),
  NO_GROUP_SSH_KEY: restore(
    'a copy with the SSH key of a project that has none',
    overScp,
    ({ snapshotId }, api) => restoreDraft(snapshotId, scpDelivery(api, { passwordTypeName: 'SSH_KEY', password: undefined })),
    {
      fills: ({ given }) => [given.projectId],
      beside: (api, { spare }) => spare.jobs.create(restoreDraft(spare.snapshotId, scpDelivery(api))),
    },
  ),
  RESTORE_JOB_NOT_FOUND: scenario({
    given: 'an id that names no restore job of the cluster',
    state: async (api) => ({ ...(await restorableReplicaSet(api)), id: api.names.unknownId() }),
    when: (_, { jobs, id }) => jobs.read(id),
    fills: (_, { clusterId, id }) => [id, clusterId],
    beside: (_, { jobs }) => jobs.list(),
  }),
  RESTORE_JOB_NOT_FOUND_IN_GROUP: scenario({
    given: 'an id that names no restore job of the project',
    state: async ({ names }) => names.unknownId(),
    when: ({ given }, id) => given.restoreJob(id),
    fills: ({ given }, id) => [id, given.projectId],
    beside: async (api) => api.given.restoreJob(await anyRestoreJob(api)),
  }),
  UNSUPPORTED_DELIVERY_METHOD: restore('a delivery method that does not exist', restorableReplicaSet, ({ snapshotId }) =>
    restoreDraft(snapshotId, httpDelivery({ methodName: 'CARRIER_PIGEON' })),
  ),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
