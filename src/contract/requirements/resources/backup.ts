import type { RequirementTable } from '../../requirement.ts';
import { created, found, inferred, listed, removed, step, updated } from './steps.ts';

/** The lives of backups, snapshots and restores. */
export const resourceBackup = {
  'resource.backup-config-read': found('backup configuration', 'Backup Configurations'),
  'resource.backup-config-started': step('A backup that was stopped can be started, and stopped again.', 'Backup Configurations'),
  'resource.backup-config-updated': updated('backup configuration', 'Backup Configurations', inferred),
  'resource.snapshot-schedule-updated': updated('snapshot schedule', 'Snapshot Schedule'),
  'resource.snapshot-read': found('snapshot', 'Snapshots'),
  // Only the newest versions take orders.
  'resource.snapshot-created': step(
    'A snapshot that was ordered is found and listed, complete or not yet.',
    'Snapshots',
    inferred,
  ),
  'resource.snapshot-updated': step('A snapshot that is to be kept for good no longer expires.', 'Snapshots'),
  'resource.snapshot-removed': removed('snapshot', 'Snapshots'),
  'resource.config-server-snapshot-read': found('snapshot of a mirrored config server', 'Snapshots'),
  'resource.checkpoint-read': found('checkpoint', 'Checkpoints'),
  'resource.restore-job-created': created('restore job', 'Restore Jobs'),
  'resource.restore-job-listed': listed('restore job', 'Restore Jobs'),
  'resource.config-server-restore-job-created': created('restore job of a mirrored config server', 'Restore Jobs'),
  'resource.config-server-restore-job-listed': listed('restore job of a mirrored config server', 'Restore Jobs'),
} as const satisfies RequirementTable;
