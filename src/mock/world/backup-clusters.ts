import { refuse } from './refusal.ts';
import type { Cluster, Group } from './world.ts';

export function isSharded(cluster: Cluster): boolean {
  return cluster.typeName === 'SHARDED_REPLICA_SET';
}

/** The sharded cluster that a shard belongs to. */
export function clusterOfShard(group: Group, cluster: Cluster): Cluster | undefined {
  if (cluster['shardName'] === undefined) return undefined;
  return [...group.clusters.values()].find((each) => isSharded(each) && each.clusterName === cluster.clusterName);
}

/** Backup of a sharded cluster is set up for the whole of it. */
export function refuseForShard(group: Group, cluster: Cluster): void {
  const whole = clusterOfShard(group, cluster);
  if (whole) refuse('CANNOT_MODIFY_SHARD_BACKUP_CONFIG', whole.id);
}

/** True while an agent reports on any of the cluster's processes. */
export function isMonitored(group: Group, cluster: Pick<Cluster, 'id'>): boolean {
  return [...group.hosts.values()].some(({ clusterId }) => clusterId === cluster.id);
}

/** True where Automation runs one of the cluster's processes. */
export function isManaged(group: Group, cluster: Cluster): boolean {
  return [...group.hosts.values()].some(({ id, clusterId }) => clusterId === cluster.id && group.managedHosts.has(id));
}
