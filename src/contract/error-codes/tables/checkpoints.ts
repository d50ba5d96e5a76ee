import { both } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const checkpointsCodes = {
  CHECKPOINT_NOT_FOUND:  both(404, 'No checkpoint with ID {ID} exists for cluster {cluster}.'),
  INVALID_CHECKPOINT_ID: both(404, 'An invalid checkpoint ID {ID} was specified.'),
} as const satisfies ErrorCodeTable;
