import { both, bothReworded } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const snapshotScheduleCodes = {
  CANNOT_SET_CLUSTER_CHECKPOINT_INTERVAL_FOR_REPLICA_SET: both(400, 'Cluster checkpoint interval can only be set for sharded clusters, not replica sets.'),
  CANNOT_SET_POINT_IN_TIME_WINDOW:                        both(400, 'Setting the point in time window is not allowed.'),
  CANNOT_SET_REF_TIME_OF_DAY:                             both(400, 'Setting the reference point time of day is not allowed.'),
  INVALID_CLUSTER_CHECKPOINT_INTERVAL:                    both(400, 'Cluster checkpoint interval must be 15, 30, or 60 minutes.'),
  INVALID_DAILY_SNAPSHOT_RETENTION_PERIOD:                both(400, 'Daily snapshot retention period must be between 1 and 365 days.'),
  INVALID_MONTHLY_SNAPSHOT_RETENTION_PERIOD:              both(400, 'Monthly snapshot retention period must be between 1 and 36 months.'),
  INVALID_REFERENCE_HOUR_OF_DAY:                          both(400, 'Snapshot schedule reference hour must be between 0 and 23, inclusive.'),
  INVALID_REFERENCE_MINUTE_OF_HOUR:                       both(400, 'Snapshot schedule reference minute must be between 0 and 59, inclusive.'),
  INVALID_REFERENCE_TIMEZONE_OFFSET:                      both(400, 'Snapshot schedule timezone offset must conform to ISO-8601 time offset format, such as "+0000".'),
  INVALID_SNAPSHOT_INTERVAL:                              both(400, 'Snapshot interval must be 6, 8, 12, or 24 hours.'),
  INVALID_SNAPSHOT_RETENTION_PERIOD:                      both(400, 'Snapshot retention period must be between 1 and 5 days.'),
  INVALID_WEEKLY_SNAPSHOT_RETENTION_PERIOD:               both(400, 'Weekly snapshot retention period must be between 1 and 52 weeks.'),
  UPGRADE_FOR_CLUSTER_CHECKPOINT_INTERVAL:                bothReworded(409,
    'Cluster checkpoint interval not supported by this Backup version; please upgrade.',
    'Cluster checkpoint interval not supported by the Backup version; please upgrade.'),
} as const satisfies ErrorCodeTable;
