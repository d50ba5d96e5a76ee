import { both } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const snapshotsCodes = {
  CANNOT_DELETE_FROM_CLUSTER_SNAPSHOT: both(403, 'Cannot individually delete a snapshot that is part of a cluster snapshot.'),
  CONFIG_SNAPSHOT_NOT_FOUND:           both(404, 'No snapshot with ID {ID} exists for config server {config server}.'),
  INVALID_SNAPSHOT_ID:                 both(404, 'An invalid snapshot ID {ID} was specified.'),
  NOT_CONFIG_SERVER:                   both(404, 'Host {host} is not an SCCC config server.'),
  SNAPSHOT_NOT_FOUND:                  both(404, 'No snapshot with ID {ID} exists for cluster {cluster}.'),
} as const satisfies ErrorCodeTable;
