import { both, bothReworded } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const restoreJobsCodes = {
  CANNOT_START_RESTORE_JOB_FOR_DELETED_CLUSTER_SNAPSHOT:    both(409, 'Cannot start restore job for deleted cluster snapshot.'),
  CANNOT_START_RESTORE_JOB_FOR_DELETED_SNAPSHOT:            both(409, 'Cannot start restore job for deleted snapshot.'),
  CANNOT_START_RESTORE_JOB_FOR_INCOMPLETE_CLUSTER_SNAPSHOT: both(409, 'Cannot start restore job for incomplete cluster snapshot.'),
  CONFIG_RESTORE_JOB_NOT_FOUND:                             both(404, 'No restore job with ID {ID} exists for config server {config server}.'),
  FRACTIONAL_TIMESTAMP:                                     both(400, 'Timestamp must be whole number of seconds.'),
  INVALID_DIRECTORY:                                        both(400, 'An invalid directory name {name} was specified.'),
  INVALID_JOB_ID:                                           both(404, 'An invalid restore job ID {ID} was specified.'),
  LINK_EXPIRATION_AFTER_SNAPSHOT_DELETION:                  both(409, 'Cannot set HTTP link expiration time after snapshot deletion time.'),
  NO_CHECKPOINT_FOR_PIT_RESTORE:                            bothReworded(409,
    'A suitable checkpoint could not be found for the specified point-in time restore.',
    'A suitable checkpoint could not be found for the specified point-in-time restore.'),
  NO_GROUP_SSH_KEY:                                         both(409, 'No group SSH key exists for group {group}.'),
  RESTORE_JOB_NOT_FOUND:                                    both(404, 'No restore job with ID {ID} exists for cluster {cluster}.'),
  RESTORE_JOB_NOT_FOUND_IN_GROUP:                           both(404, 'No restore job with ID {ID} exists in group {group}.'),
  UNSUPPORTED_DELIVERY_METHOD:                              both(400, 'The specified delivery method is not supported.'),
} as const satisfies ErrorCodeTable;
