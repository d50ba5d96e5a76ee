import type { Fields, Json } from '../world/json.ts';
import { refuse } from '../world/refusal.ts';
import type { RefusalCode } from '../world/refusal.ts';

function within(value: Json, from: number, to: number): boolean {
  return Number(value) >= from && Number(value) <= to;
}

/** Zero switches a retention off. Source: the field table; the messages begin at one. */
function retention(most: number): (value: Json) => boolean {
  return (value) => within(value, 0, most);
}

const rules: Readonly<Record<string, readonly [(value: Json) => boolean, RefusalCode]>> = {
  clusterCheckpointIntervalMin: [(value) => [15, 30, 60].includes(Number(value)), 'INVALID_CLUSTER_CHECKPOINT_INTERVAL'],
  dailySnapshotRetentionDays: [retention(365), 'INVALID_DAILY_SNAPSHOT_RETENTION_PERIOD'],
  monthlySnapshotRetentionMonths: [retention(36), 'INVALID_MONTHLY_SNAPSHOT_RETENTION_PERIOD'],
  referenceHourOfDay: [(value) => within(value, 0, 23), 'INVALID_REFERENCE_HOUR_OF_DAY'],
  referenceMinuteOfHour: [(value) => within(value, 0, 59), 'INVALID_REFERENCE_MINUTE_OF_HOUR'],
  referenceTimeZoneOffset: [(value) => /^[+-](?:0\d|1[0-8])[0-5]\d$/.test(String(value)), 'INVALID_REFERENCE_TIMEZONE_OFFSET'],
  snapshotIntervalHours: [(value) => [6, 8, 12, 24].includes(Number(value)), 'INVALID_SNAPSHOT_INTERVAL'],
  snapshotRetentionDays: [(value) => within(value, 1, 5), 'INVALID_SNAPSHOT_RETENTION_PERIOD'],
  weeklySnapshotRetentionWeeks: [retention(52), 'INVALID_WEEKLY_SNAPSHOT_RETENTION_PERIOD'],
};

/** What can only be changed where the schedule has it. Inferred from the codes: no page tells when they are answered. */
const onlyWhereThere: Readonly<Record<string, RefusalCode>> = {
  clusterCheckpointIntervalMin: 'UPGRADE_FOR_CLUSTER_CHECKPOINT_INTERVAL',
  pointInTimeWindowHours: 'CANNOT_SET_POINT_IN_TIME_WINDOW',
  referenceHourOfDay: 'CANNOT_SET_REF_TIME_OF_DAY',
  referenceMinuteOfHour: 'CANNOT_SET_REF_TIME_OF_DAY',
  referenceTimeZoneOffset: 'CANNOT_SET_REF_TIME_OF_DAY',
};

/**
 * Refuses a change of a snapshot schedule whose values are out of range, or that is not for this kind of cluster, or
 * that sets what the schedule, one of an older Backup, does not have.
 */
export function snapshotRules(body: Fields, schedule: Fields, sharded: boolean): void {
  for (const [name, [holds, code]] of Object.entries(rules)) {
    if (body[name] !== undefined && !holds(body[name])) refuse(code);
  }
  if (body['clusterCheckpointIntervalMin'] !== undefined && !sharded) {
    refuse('CANNOT_SET_CLUSTER_CHECKPOINT_INTERVAL_FOR_REPLICA_SET');
  }
  for (const [name, code] of Object.entries(onlyWhereThere)) {
    if (body[name] !== undefined && schedule[name] === undefined) refuse(code);
  }
}
