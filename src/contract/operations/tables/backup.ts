import { by, empty, entity, list, shownAs200 } from './rows.ts';
import type { OperationTable } from './types.ts';

/** Restores carry data out: by the pages of version 5 the caller must be on an access list; others do not say. */
const restoring = {
  ...by.backupAdmin, asynchronous: true, needsAccessList: true,
  source: 'roles inferred; other versions of the page do not ask for the access list',
} as const;

export const backupOperations = {
  'backup-configs.list':               list('GET',     '/groups/{projectId}/backupConfigs', 'backup-config'),
  'backup-configs.read':               entity('GET',   '/groups/{projectId}/backupConfigs/{clusterId}', 'backup-config'),
  'backup-configs.update':             entity('PATCH', '/groups/{projectId}/backupConfigs/{clusterId}', 'backup-config', { ...by.backupAdmin, asynchronous: true, source: 'roles inferred' }),
  'snapshot-schedules.read':           entity('GET',   '/groups/{projectId}/backupConfigs/{clusterId}/snapshotSchedule', 'snapshot-schedule'),
  'snapshot-schedules.update':         entity('PATCH', '/groups/{projectId}/backupConfigs/{clusterId}/snapshotSchedule', 'snapshot-schedule', { ...by.backupAdmin, source: 'roles inferred' }),
  'snapshots.list':                    list('GET',     '/groups/{projectId}/clusters/{clusterId}/snapshots', 'snapshot'),
  'snapshots.read':                    entity('GET',   '/groups/{projectId}/clusters/{clusterId}/snapshots/{snapshotId}', 'snapshot'),
  'snapshots.update':                  entity('PATCH', '/groups/{projectId}/clusters/{clusterId}/snapshots/{snapshotId}', 'snapshot', { ...by.backupAdmin, source: 'roles inferred' }),
  'snapshots.remove':                  empty('DELETE', '/groups/{projectId}/clusters/{clusterId}/snapshots/{snapshotId}', { ...by.backupAdmin, source: 'roles inferred' }),
  'config-server-snapshots.list':      list('GET',     '/groups/{projectId}/hosts/{hostId}/snapshots', 'snapshot'),
  'config-server-snapshots.read':      entity('GET',   '/groups/{projectId}/hosts/{hostId}/snapshots/{snapshotId}', 'snapshot'),
  'checkpoints.list':                  list('GET',     '/groups/{projectId}/clusters/{clusterId}/checkpoints', 'checkpoint'),
  'checkpoints.read':                  entity('GET',   '/groups/{projectId}/clusters/{clusterId}/checkpoints/{checkpointId}', 'checkpoint'),
  'restore-jobs.list':                 list('GET',     '/groups/{projectId}/clusters/{clusterId}/restoreJobs', 'restore-job'),
  'restore-jobs.read':                 entity('GET',   '/groups/{projectId}/clusters/{clusterId}/restoreJobs/{jobId}', 'restore-job'),
  'restore-jobs.create':               list('POST',    '/groups/{projectId}/clusters/{clusterId}/restoreJobs', 'restore-job', { ...shownAs200, ...restoring }),
  'config-server-restore-jobs.list':   list('GET',     '/groups/{projectId}/hosts/{hostId}/restoreJobs', 'restore-job'),
  'config-server-restore-jobs.read':   entity('GET',   '/groups/{projectId}/hosts/{hostId}/restoreJobs/{jobId}', 'restore-job'),
  'config-server-restore-jobs.create': list('POST',    '/groups/{projectId}/hosts/{hostId}/restoreJobs', 'restore-job', { ...shownAs200, ...restoring }),
} as const satisfies OperationTable;
