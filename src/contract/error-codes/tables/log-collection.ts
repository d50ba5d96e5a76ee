import { both } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const logCollectionCodes = {
  CANNOT_DOWNLOAD_EXPIRED_JOB:           both(403, 'Cannot download a log collection request job in the EXPIRED state.'),
  CANNOT_DOWNLOAD_JOB_IN_PROGRESS:       both(403, 'Cannot download a log collection request job in the IN_PROGRESS state.'),
  CANNOT_EXTEND_EXPIRED_JOB:             both(403, 'Cannot extend duration of logs that have already expired.'),
  EXPIRATION_DATE_MUST_BE_IN_FUTURE:     both(400, 'Expiration date for log collection request job must be in the future.'),
  EXPIRATION_DATE_TOO_DISTANT:           both(400, 'Expiration date for log collection request job can only be as far as 6 months in the future.'),
  INVALID_LOG_REQUEST_SIZE:              both(400, 'Log request size must be a positive number.'),
  LOG_COLLECTION_JOB_NOT_FOUND_IN_GROUP: both(404, 'No job with the given ID exists in this group.'),
  ONLY_FAILED_JOB_CAN_BE_RESTARTED:      both(400, 'A log collection request job can only be restarted if it is in the FAILED state.'),
} as const satisfies ErrorCodeTable;
