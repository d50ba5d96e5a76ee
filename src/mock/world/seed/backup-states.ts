import type { Fields } from '../json.ts';
import { record } from '../json.ts';
import type { Cluster, Group, World } from '../world.ts';
import { addBackup, addCheckpoint, addSnapshot } from './backup.ts';
import { daysFromNow } from './days.ts';
import { addCluster, addPinged } from './deployment.ts';

/** A replica set of one, monitored unless it is said to be gone. */
function addReplicaSet(world: World, group: Group, name: string, gone = false): Cluster {
  const cluster = addCluster(world, group, { clusterName: name, replicaSetName: name, typeName: 'REPLICA_SET' });
  if (gone) {
    const last = record({ ...cluster, lastHeartbeat: daysFromNow(world, -10) });
    group.clusters.set(last.id, last);
    return last;
  }
  addPinged(world, group, {
    hostname: `${name}.example.com`,
    typeName: 'REPLICA_PRIMARY',
    cluster,
    replicaStateName: 'PRIMARY',
  });
  return cluster;
}

function backUp(group: Group, cluster: Cluster, fields: Fields): void {
  addBackup(group, cluster);
  const config = group.backupConfigs.get(cluster.id);
  if (config) group.backupConfigs.set(cluster.id, record({ ...config, ...fields }));
}

function addSharded(world: World, group: Group): Omit<BackedUp, 'ledger'> {
  const clusterName = 'books';
  const sharded = addCluster(world, group, { clusterName, typeName: 'SHARDED_REPLICA_SET' });
  const shards = ['books-0', 'books-1'].map((name) => {
    const cluster = addCluster(world, group, { clusterName, replicaSetName: name, shardName: name, typeName: 'REPLICA_SET' });
    addPinged(world, group, {
      hostname: `${name}.example.com`,
      port: 27_018,
      typeName: 'SHARD_PRIMARY',
      cluster,
      replicaStateName: 'PRIMARY',
    });
    return cluster;
  });
  addPinged(world, group, { hostname: 'books-mongos.example.com', typeName: 'SHARD_MONGOS', cluster: sharded });
  backUp(group, sharded, {});
  addSnapshot(world, group, sharded, shards, true, -1);
  addSnapshot(world, group, sharded, shards, false, 0);
  addCheckpoint(world, group, sharded, shards, 1);
  return { books: sharded, shelves: shards };
}

/** Backups that other parts of the seed refer to: of a replica set, and of a sharded cluster with its shards. */
export interface BackedUp {
  readonly ledger: Cluster;
  readonly books: Cluster;
  readonly shelves: readonly Cluster[];
}

/**
 * Backups in every state: two that were stopped, one with a filter, one never begun, one on its way out, one of a
 * cluster that is gone; a cluster that was never backed up, and one that is sharded.
 */
export function seedBackupStates(world: World, main: Group): BackedUp {
  const ledger = addReplicaSet(world, main, 'ledger');
  backUp(main, ledger, { excludedNamespaces: ['ledger.drafts'], statusName: 'STOPPED' });
  addSnapshot(world, main, ledger, [ledger], true, -3);
  backUp(main, addReplicaSet(world, main, 'reports'), { statusName: 'STOPPED' });
  backUp(main, addReplicaSet(world, main, 'idle'), { statusName: 'INACTIVE' });
  backUp(main, addReplicaSet(world, main, 'sales'), {
    excludedNamespaces: undefined,
    includedNamespaces: ['sales.orders'],
  });
  backUp(main, addReplicaSet(world, main, 'leaving'), { statusName: 'TERMINATING' });
  addReplicaSet(world, main, 'scratch');
  const gone = addReplicaSet(world, main, 'gone', true);
  backUp(main, gone, {});
  addSnapshot(world, main, gone, [gone], true, -11);
  return { ledger, ...addSharded(world, main) };
}
