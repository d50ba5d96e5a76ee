import { both } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const clustersCodes = {
  CLUSTER_NOT_FOUND:  both(404, 'No cluster with ID {ID} exists in group {group}.'),
  INVALID_CLUSTER_ID: both(404, 'An invalid cluster ID {ID} was specified.'),
  NOT_SHARDED:        both(400, 'Only sharded clusters and replica sets can be patched.'),
} as const satisfies ErrorCodeTable;
