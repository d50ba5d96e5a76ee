import { both } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const alertsCodes = {
  ACKNOWLEDGEMENT_COMMENT_TOO_LONG: both(400, 'Acknowledgement comment too long. It must not exceed {number} characters.'),
  ALERT_NOT_FOUND:                  both(404, 'No alert with ID {ID} exists in group {group}.'),
  INVALID_ALERT_ID:                 both(404, 'An invalid alert ID {ID} was specified.'),
  INVALID_ALERT_STATUS:             both(400, 'An invalid alert status {status} was specified.'),
} as const satisfies ErrorCodeTable;
