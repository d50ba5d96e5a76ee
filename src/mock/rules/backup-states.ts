import { record } from '../world/json.ts';
import { refuse } from '../world/refusal.ts';
import type { BackupConfig, Cluster, Group } from '../world/world.ts';

/** How long it takes to set a backup up, and to take it away with its snapshots. */
const workMs = 60_000;

/** What a state that passes by itself turns into. */
const next: Readonly<Record<string, string>> = { PROVISIONING: 'STARTED', TERMINATING: 'INACTIVE' };

/** Refuses a state that cannot be set, or not from the one the backup is in. */
export function checkStatus(wanted: string, { statusName }: BackupConfig): void {
  if (wanted === 'PROVISIONING' || wanted === 'INACTIVE') refuse('UNSUPPORTED_SET_BACKUP_STATE', wanted);
  if (wanted === 'STARTED' && statusName !== 'INACTIVE' && statusName !== 'STOPPED') {
    refuse('CANNOT_START_BACKUP_INVALID_STATE');
  }
  if (wanted === 'STOPPED' && statusName !== 'STARTED') refuse('CANNOT_STOP_BACKUP_INVALID_STATE');
  if (wanted === 'TERMINATING' && statusName !== 'STOPPED') refuse('CANNOT_TERMINATE_BACKUP_INVALID_STATE');
}

/** The state that a backup is in as soon as it is told to go to this one: the first start has to set it up before. */
export function entering(wanted: string, { statusName }: BackupConfig): string {
  return wanted === 'STARTED' && statusName === 'INACTIVE' ? 'PROVISIONING' : wanted;
}

/** Keeps a backup configuration; a state that passes by itself begins to. */
export function putBackupConfig(group: Group, config: BackupConfig, now: number): void {
  const before = group.backupConfigs.get(config.clusterId)?.statusName;
  group.backupConfigs.set(config.clusterId, config);
  if (config.statusName !== before && config.statusName in next) group.work.set(config.clusterId, now + workMs);
}

function removeSnapshots(group: Group, clusterId: string): void {
  for (const snapshot of [...group.snapshots.values()].filter((each) => each.clusterId === clusterId)) {
    group.snapshots.delete(snapshot.id);
    group.deletedSnapshots.set(snapshot.id, snapshot);
  }
}

/** The configuration of a cluster's backup as it is by now; undefined where there is none. */
export function backupConfigOf(group: Group, cluster: Pick<Cluster, 'id'>, now: number): BackupConfig | undefined {
  const config = group.backupConfigs.get(cluster.id);
  const statusName = config && next[config.statusName];
  if (statusName === undefined || now < (group.work.get(cluster.id) ?? Infinity)) return config;
  const settled = record({ ...config, statusName } as BackupConfig);
  group.work.delete(cluster.id);
  group.backupConfigs.set(cluster.id, settled);
  if (statusName === 'INACTIVE') removeSnapshots(group, cluster.id);
  return settled;
}
