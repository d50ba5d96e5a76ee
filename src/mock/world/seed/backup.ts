import { record } from '../json.ts';
import type { Fields } from '../json.ts';
import type { Cluster, Group, Host, Snapshot, World } from '../world.ts';
import { daysFromNow } from './days.ts';
import type { Deployment } from './deployment.ts';

/**
 * A running backup that keeps everything as long as can be. The schedule of an `old` one has no checkpoints, no window
 * for points in time and no time of reference: it goes by when the backup was started.
 */
export function addBackup(group: Group, cluster: Cluster, old = false): void {
  const of = { clusterId: cluster.id, groupId: group.id };
  group.backupConfigs.set(
    cluster.id,
    record({
      ...of,
      authMechanismName: 'NONE',
      encryptionEnabled: false,
      excludedNamespaces: [],
      provisioned: true,
      sslEnabled: false,
      statusName: 'STARTED',
      storageEngineName: 'WIRED_TIGER',
      syncSource: 'SECONDARY',
    }),
  );
  group.schedules.set(
    cluster.id,
    record({
      ...of,
      ...(old
        ? {}
        : {
            clusterCheckpointIntervalMin: cluster.typeName === 'SHARDED_REPLICA_SET' ? 15 : undefined,
            pointInTimeWindowHours: 24,
            referenceHourOfDay: 23,
            referenceMinuteOfHour: 59,
            referenceTimeZoneOffset: '+0000',
          }),
      dailySnapshotRetentionDays: 365,
      monthlySnapshotRetentionMonths: 36,
      snapshotIntervalHours: 6,
      snapshotRetentionDays: 5,
      weeklySnapshotRetentionWeeks: 52,
    }),
  );
}

function part(cluster: Cluster): Fields {
  return {
    clusterId: cluster.id,
    compressionSetting: 'GZIP',
    dataSizeBytes: 52_428_800,
    encryptionEnabled: false,
    fileSizeBytes: 8_388_608,
    mongodVersion: '4.4.18',
    replicaSetName: cluster['replicaSetName'],
    storageSizeBytes: 16_777_216,
    typeName: 'REPLICA_SET',
  };
}

/** A snapshot of a cluster; `parts` are the replica sets in it. */
export function addSnapshot(
  world: World,
  group: Group,
  cluster: Cluster,
  parts: readonly Cluster[],
  complete: boolean,
  days: number,
): Snapshot {
  const taken = { date: daysFromNow(world, days), increment: 1 };
  const snapshot: Snapshot = record({
    clusterId: cluster.id,
    complete,
    created: taken,
    doNotDelete: false,
    expires: daysFromNow(world, days + 30),
    groupId: group.id,
    id: world.ids.id(),
    isPossiblyInconsistent: parts.length > 1 ? false : undefined,
    lastOplogAppliedTimestamp: taken,
    missingShards: parts.length > 1 ? [] : undefined,
    namespaceFilterList: { filterList: [], filterType: 'blacklist' },
    parts: parts.map(part),
  });
  group.snapshots.set(snapshot.id, snapshot);
  return snapshot;
}

export function addCheckpoint(world: World, group: Group, sharded: Cluster, shards: readonly Cluster[], hours: number): void {
  const date = daysFromNow(world, -hours / 24);
  const id = world.ids.id();
  group.checkpoints.set(
    id,
    record({
      clusterId: sharded.id,
      completed: date,
      groupId: group.id,
      id,
      parts: shards.map((shard) => ({
        replicaSetName: shard['replicaSetName'],
        shardName: shard['shardName'],
        tokenDiscovered: true,
        tokenTimestamp: { date, increment: 1 },
        typeName: 'REPLICA_SET',
      })),
      restorable: true,
      started: date,
      timestamp: date,
    }),
  );
}

function addRestoreJob(world: World, group: Group, snapshot: Snapshot, clusterName: string): void {
  const id = world.ids.id();
  group.restoreJobs.set(
    id,
    record({
      clusterId: snapshot.clusterId,
      clusterName,
      created: daysFromNow(world, -1),
      delivery: {
        expirationHours: 48,
        expires: daysFromNow(world, 1),
        maxDownloads: 5,
        methodName: 'HTTP',
        statusName: 'READY',
      },
      encryptionEnabled: false,
      groupId: group.id,
      hashes: [],
      id,
      pointInTime: false,
      snapshotId: snapshot.id,
      statusName: 'FINISHED',
      timestamp: snapshot['lastOplogAppliedTimestamp'],
    }),
  );
}

function addConfigSnapshot(world: World, group: Group, { id: hostId }: Host): void {
  const taken = { date: daysFromNow(world, -1), increment: 1 };
  const id = world.ids.id();
  group.configSnapshots.set(
    id,
    record({
      complete: true,
      created: taken,
      doNotDelete: false,
      expires: daysFromNow(world, 29),
      groupId: group.id,
      hostId,
      id,
      lastOplogAppliedTimestamp: taken,
      parts: [{ dataSizeBytes: 1_048_576, hostId, mongodVersion: '3.2.22', typeName: 'CONFIG_SERVER' }],
    }),
  );
}

/** Backups of the replica set and the sharded cluster: configurations, schedules, snapshots, checkpoints, a restore. */
export function seedBackup(world: World, main: Group, { replicaSet, sharded, shards, legacy }: Deployment): void {
  for (const cluster of [replicaSet, sharded, ...shards]) addBackup(main, cluster);
  for (const cluster of [legacy.sharded, legacy.shard]) addBackup(main, cluster, true);
  const snapshot = addSnapshot(world, main, replicaSet, [replicaSet], true, -2);
  addSnapshot(world, main, replicaSet, [replicaSet], true, -1);
  addSnapshot(world, main, replicaSet, [replicaSet], false, 0);
  addSnapshot(world, main, sharded, shards, true, -1);
  addSnapshot(world, main, sharded, shards, false, 0);
  for (const shard of shards) addSnapshot(world, main, shard, [shard], true, -1);
  for (const hours of [2, 1]) addCheckpoint(world, main, sharded, shards, hours);
  addRestoreJob(world, main, snapshot, replicaSet.clusterName);
  addConfigSnapshot(world, main, legacy.configServer);
}
