import { by, empty, entity, list, shownAs200 } from './rows.ts';
import type { OperationTable } from './types.ts';

/** Restores carry data out: by the pages of version 5 the caller must be on an access list; others do not say. */
const restoring = {
  ...by.backupAdmin, asynchronous: true, needsAccessList: true,
  source: 'roles inferred; other versions of the page do not ask for the access list',
} as const;

export const backupOperations = {
  'backup-configs.list':               list('GET',     '/groups/{GROUP-ID}/backupConfigs', 'backup-config'),
  'backup-configs.read':               entity('GET',   '/groups/{GROUP-ID}/backupConfigs/{CLUSTER-ID}', 'backup-config'),
  'backup-configs.update':             entity('PATCH', '/groups/{GROUP-ID}/backupConfigs/{CLUSTER-ID}', 'backup-config', { ...by.backupAdmin, asynchronous: true, source: 'roles inferred' }),
  'snapshot-schedules.read':           entity('GET',   '/groups/{GROUP-ID}/backupConfigs/{CLUSTER-ID}/snapshotSchedule', 'snapshot-schedule'),
  'snapshot-schedules.update':         entity('PATCH', '/groups/{GROUP-ID}/backupConfigs/{CLUSTER-ID}/snapshotSchedule', 'snapshot-schedule', { ...by.backupAdmin, source: 'roles inferred' }),
  'snapshots.list':                    list('GET',     '/groups/{GROUP-ID}/clusters/{CLUSTER-ID}/snapshots', 'snapshot'),
  'snapshots.read':                    entity('GET',   '/groups/{GROUP-ID}/clusters/{CLUSTER-ID}/snapshots/{SNAPSHOT-ID}', 'snapshot'),
  'snapshots.update':                  entity('PATCH', '/groups/{GROUP-ID}/clusters/{CLUSTER-ID}/snapshots/{SNAPSHOT-ID}', 'snapshot', { ...by.backupAdmin, source: 'roles inferred' }),
  'snapshots.remove':                  empty('DELETE', '/groups/{GROUP-ID}/clusters/{CLUSTER-ID}/snapshots/{SNAPSHOT-ID}', { ...by.backupAdmin, source: 'roles inferred' }),
  'config-server-snapshots.list':      list('GET',     '/groups/{GROUP-ID}/hosts/{HOST-ID}/snapshots', 'snapshot'),
  'config-server-snapshots.read':      entity('GET',   '/groups/{GROUP-ID}/hosts/{HOST-ID}/snapshots/{SNAPSHOT-ID}', 'snapshot'),
  'checkpoints.list':                  list('GET',     '/groups/{GROUP-ID}/clusters/{CLUSTER-ID}/checkpoints', 'checkpoint'),
  'checkpoints.read':                  entity('GET',   '/groups/{GROUP-ID}/clusters/{CLUSTER-ID}/checkpoints/{CHECKPOINT-ID}', 'checkpoint'),
  'restore-jobs.list':                 list('GET',     '/groups/{GROUP-ID}/clusters/{CLUSTER-ID}/restoreJobs', 'restore-job'),
  'restore-jobs.read':                 entity('GET',   '/groups/{GROUP-ID}/clusters/{CLUSTER-ID}/restoreJobs/{JOB-ID}', 'restore-job'),
  'restore-jobs.create':               list('POST',    '/groups/{GROUP-ID}/clusters/{CLUSTER-ID}/restoreJobs', 'restore-job', { ...shownAs200, ...restoring }),
  'config-server-restore-jobs.list':   list('GET',     '/groups/{GROUP-ID}/hosts/{HOST-ID}/restoreJobs', 'restore-job'),
  'config-server-restore-jobs.read':   entity('GET',   '/groups/{GROUP-ID}/hosts/{HOST-ID}/restoreJobs/{JOB-ID}', 'restore-job'),
  'config-server-restore-jobs.create': list('POST',    '/groups/{GROUP-ID}/hosts/{HOST-ID}/restoreJobs', 'restore-job', { ...shownAs200, ...restoring }),
} as const satisfies OperationTable;
