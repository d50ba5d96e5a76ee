import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  backedUpReplicaSet,
  circumstances,
  clusterNotScheduling,
  clusterScheduling,
  expect,
  play,
  proves,
  scenario,
  schedulesAgain,
  schedulesFor,
  shardedClusterWithoutCheckpoints,
  test,
  type Scenario,
  type Scenarios,
} from '#suite';

/** A value that no schedule may have, and the nearest one that any may. */
const justOutside = (given: string, field: string, refused: number | string, accepted: number | string): Scenario =>
  scenario({
    given,
    risk: 'destructive',
    state: (api) => clusterScheduling(api, field),
    when: ({ given: project }, id) => project.snapshotSchedule(id).update({ [field]: refused }),
    watch: ({ given: project }, id) => project.snapshotSchedule(id).read(),
    beside: (api, id) => schedulesFor(api, id, { [field]: accepted }),
  });

/** A field that schedules of older Backup versions do not have: set where it is missing, and beside it where it is there. */
const notThere = (given: string, field: string, value: number | string): Scenario =>
  scenario({
    given,
    risk: 'destructive',
    state: (api) => clusterNotScheduling(api, field),
    when: ({ given: project }, id) => project.snapshotSchedule(id).update({ [field]: value }),
    watch: ({ given: project }, id) => project.snapshotSchedule(id).read(),
    beside: (api) => schedulesAgain(api, field),
  });

const scenarios: Scenarios<ErrorCodeOf<'snapshot-schedule'>> = {
  CANNOT_SET_CLUSTER_CHECKPOINT_INTERVAL_FOR_REPLICA_SET: scenario({
    given: 'an interval of checkpoints for a replica set',
    risk: 'destructive',
    state: backedUpReplicaSet,
    when: ({ given }, id) => given.snapshotSchedule(id).update({ clusterCheckpointIntervalMin: 15 }),
    watch: ({ given }, id) => given.snapshotSchedule(id).read(),
    beside: (api) => schedulesAgain(api, 'clusterCheckpointIntervalMin'),
  }),
  CANNOT_SET_POINT_IN_TIME_WINDOW: notThere('a window for a cluster that keeps none', 'pointInTimeWindowHours', 48),
  CANNOT_SET_REF_TIME_OF_DAY: [
    notThere('an hour for a cluster whose schedule has no time of reference', 'referenceHourOfDay', 3),
    notThere('a minute for a cluster whose schedule has no time of reference', 'referenceMinuteOfHour', 30),
  ],
  INVALID_CLUSTER_CHECKPOINT_INTERVAL: justOutside('checkpoints every 20 minutes', 'clusterCheckpointIntervalMin', 20, 15),
  INVALID_DAILY_SNAPSHOT_RETENTION_PERIOD: justOutside(
    'daily snapshots kept for 366 days',
    'dailySnapshotRetentionDays',
    366,
    365,
  ),
  INVALID_MONTHLY_SNAPSHOT_RETENTION_PERIOD: justOutside(
    'monthly snapshots kept for 37 months',
    'monthlySnapshotRetentionMonths',
    37,
    36,
  ),
  INVALID_REFERENCE_HOUR_OF_DAY: justOutside('the hour 24', 'referenceHourOfDay', 24, 23),
  INVALID_REFERENCE_MINUTE_OF_HOUR: justOutside('the minute 60', 'referenceMinuteOfHour', 60, 59),
  INVALID_REFERENCE_TIMEZONE_OFFSET: justOutside(
    'a name instead of an offset',
    'referenceTimeZoneOffset',
    'Europe/Paris',
    '+0000',
  ),
  INVALID_SNAPSHOT_INTERVAL: justOutside('snapshots every 7 hours', 'snapshotIntervalHours', 7, 6),
  INVALID_SNAPSHOT_RETENTION_PERIOD: [
    justOutside('snapshots kept for 6 days', 'snapshotRetentionDays', 6, 5),
    // Cloud Manager's page begins at two days and the message at one: only zero is out of both.
    justOutside('snapshots kept for no day', 'snapshotRetentionDays', 0, 5),
  ],
  INVALID_WEEKLY_SNAPSHOT_RETENTION_PERIOD: justOutside(
    'weekly snapshots kept for 53 weeks',
    'weeklySnapshotRetentionWeeks',
    53,
    52,
  ),
  UPGRADE_FOR_CLUSTER_CHECKPOINT_INTERVAL: scenario({
    given: 'an interval of checkpoints where Backup is too old for them',
    risk: 'destructive',
    state: shardedClusterWithoutCheckpoints,
    when: ({ given }, id) => given.snapshotSchedule(id).update({ clusterCheckpointIntervalMin: 15 }),
    watch: ({ given }, id) => given.snapshotSchedule(id).read(),
    beside: (api) => schedulesAgain(api, 'clusterCheckpointIntervalMin'),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
