import { both, onlyCloudManager } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const backupConfigCodes = {
  BACKUP_CONFIG_NOT_FOUND:                    both(404, 'No backup configuration exists for cluster {cluster} in group {group}.'),
  CANNOT_GET_BACKUP_CONFIG_INVALID_STATE:     both(409, 'Cannot get backup configuration without cluster being monitored.'),
  CANNOT_MODIFY_SHARD_BACKUP_CONFIG:          both(409, 'Cannot modify backup configuration for individual shard; use cluster ID {ID} for entire cluster.'),
  CANNOT_SET_BACKUP_AUTH_FOR_MANAGED_CLUSTER: both(409, 'Username and password cannot be manually set for a managed cluster.'),
  CANNOT_START_BACKUP_INVALID_STATE:          both(409, 'Cannot start backup unless the cluster is in the INACTIVE or STOPPED state.'),
  CANNOT_STOP_BACKUP_INVALID_STATE:           both(409, 'Cannot stop backup unless the cluster is in the STARTED state.'),
  CANNOT_TERMINATE_BACKUP_INVALID_STATE:      both(409, 'Cannot terminate backup unless the cluster is in the STOPPED state.'),
  INVALID_AUTH_TYPE_NAME:                     both(400, 'An invalid authentication type name {name} was specified.'),
  INVALID_FILTERLIST:                         both(400, 'Backup configuration cannot specify both included namespaces and excluded namespaces.'),
  MISSING_AUTH_ATTRIBUTES:                    onlyCloudManager(400, 'The attributes {attribute} and {attribute} must be specified for authentication type {type}.'),
  MISSING_SYNC_SOURCE:                        both(409, 'Changing the storage engine will require a resync, so a sync source must be provided.'),
  UNSUPPORTED_FOR_CURRENT_CONFIG:             both(403, 'Operation not supported for current configuration.'),
  UNSUPPORTED_SET_BACKUP_STATE:               both(403, 'Setting the backup state to {state} is not supported.'),
  UPGRADE_FOR_EXCLUDED_NAMESPACES:            both(409, 'Excluded namespaces are not supported by this Backup version; please upgrade.'),
  UPGRADE_FOR_INCLUDED_NAMESPACES:            both(409, 'Included namespaces are not supported by this Backup version; please upgrade.'),
} as const satisfies ErrorCodeTable;
