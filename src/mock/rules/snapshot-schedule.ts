import { isSharded } from '../world/backup-clusters.ts';
import { record } from '../world/json.ts';
import type { Fields } from '../world/json.ts';
import type { Cluster, Group } from '../world/world.ts';

/** By what a cluster's snapshots are taken: its own schedule, or the one that every backup begins with. */
export function scheduleOf(group: Group, cluster: Cluster): Fields {
  return (
    group.schedules.get(cluster.id) ??
    record({
      clusterCheckpointIntervalMin: isSharded(cluster) ? 60 : undefined,
      clusterId: cluster.id,
      dailySnapshotRetentionDays: 7,
      groupId: group.id,
      monthlySnapshotRetentionMonths: 12,
      pointInTimeWindowHours: 24,
      referenceHourOfDay: 0,
      referenceMinuteOfHour: 0,
      referenceTimeZoneOffset: '+0000',
      snapshotIntervalHours: 6,
      snapshotRetentionDays: 2,
      weeklySnapshotRetentionWeeks: 4,
    })
  );
}
