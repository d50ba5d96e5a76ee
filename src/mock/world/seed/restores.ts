import type { Fields } from '../json.ts';
import { record } from '../json.ts';
import type { Cluster, Group, World } from '../world.ts';
import { addSnapshot } from './backup.ts';
import type { BackedUp } from './backup-states.ts';
import { daysFromNow } from './days.ts';
import type { Deployment } from './deployment.ts';

/** What a restore job that ended long ago tells, whatever it restored. */
function finished(world: World, group: Group, fields: Fields): Fields & { readonly id: string } {
  return {
    created: daysFromNow(world, -20),
    delivery: {
      expirationHours: 48,
      expires: daysFromNow(world, -18),
      maxDownloads: 1,
      methodName: 'HTTP',
      statusName: 'EXPIRED',
    },
    encryptionEnabled: false,
    groupId: group.id,
    hashes: [],
    id: world.ids.id(),
    pointInTime: false,
    statusName: 'FINISHED',
    timestamp: { date: daysFromNow(world, -21), increment: 1 },
    ...fields,
  };
}

/** A job whose snapshot was deleted since. */
function addRestoreOfDeleted(world: World, group: Group, cluster: Cluster, parts: readonly Cluster[]): void {
  const snapshot = addSnapshot(world, group, cluster, parts, true, -21);
  group.snapshots.delete(snapshot.id);
  group.deletedSnapshots.set(snapshot.id, snapshot);
  const job = record({
    ...finished(world, group, {
      batchId: parts.length > 1 ? world.ids.id() : undefined,
      clusterName: cluster.clusterName,
      snapshotId: snapshot.id,
      timestamp: snapshot['lastOplogAppliedTimestamp'],
    }),
    clusterId: cluster.id,
  });
  group.restoreJobs.set(job.id, job);
}

/** Restores of long ago: of snapshots that were deleted since, one that went over SCP, and one of a config server. */
export function seedRestores(world: World, main: Group, { ledger, books, shelves }: BackedUp, { legacy }: Deployment): void {
  addRestoreOfDeleted(world, main, ledger, [ledger]);
  addRestoreOfDeleted(world, main, books, shelves);
  const overScp = record({
    ...finished(world, main, {
      clusterName: ledger.clusterName,
      delivery: {
        formatName: 'TAR_GZ',
        hostname: 'restores.example.com',
        methodName: 'SCP',
        passwordTypeName: 'PASSWORD',
        port: 22,
        statusName: 'READY',
        targetDirectory: '/restores',
        username: 'restore',
      },
    }),
    clusterId: ledger.id,
  });
  main.restoreJobs.set(overScp.id, overScp);
  const ofConfigServer = record({ ...finished(world, main, {}), hostId: legacy.configServer.id });
  main.configRestoreJobs.set(ofConfigServer.id, ofConfigServer);
}
