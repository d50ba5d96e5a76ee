import { both } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const apiKeysCodes = {
  API_KEY_NOT_FOUND: both(400, 'No API Key with ID {API-KEY-ID} exists.'),
  INVALID_KEY_ID:    both(404, 'An invalid key ID {ID} was specified.'),
} as const satisfies ErrorCodeTable;
