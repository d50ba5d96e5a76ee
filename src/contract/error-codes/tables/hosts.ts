import { both, onlyOpsManager } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const hostsCodes = {
  AUTH_MECHANISM_REQUIRES_SSL:               both(400, 'Authentication mechanism {mechanism} requires SSL.'),
  CANNOT_MODIFY_MANAGED_HOST:                both(403, 'Cannot modify host {host} because it is managed by Automation.'),
  CANNOT_SET_CREDENTIALS_FOR_AUTH_MECHANISM: both(400, 'Username and password fields are only supported for authentication mechanism MONGODB_CR or PLAIN.'),
  CANNOT_SET_PASSWORD_FOR_AUTH_MECHANISM:    both(400, 'Cannot change password unless authentication mechanism is MONGODB_CR or PLAIN.'),
  DATABASE_NOT_FOUND:                        both(404, 'No database with name {name} exists on host {host}.'),
  DEVICE_NOT_FOUND:                          both(404, 'No device with name {name} exists on host {host}.'),
  HOSTNAME_AND_PORT_NOT_FOUND:               both(404, 'No host with hostname and port {name:port} exists in group {group}.'),
  HOST_LAST_PING_NOT_FOUND:                  both(404, 'No last ping exists for host {host} in group {group}.'),
  HOST_NOT_FOUND:                            both(404, 'No host with ID {ID} exists in group {group}.'),
  INVALID_AUTH_MECHANISM:                    both(400, 'Invalid authentication mechanism {mechanism}.'),
  INVALID_HOSTNAME:                          both(400, 'Invalid hostname {name}.'),
  INVALID_HOST_PORT:                         both(400, 'Invalid host port {number}.'),
  INVALID_MONGODB_USERNAME:                  both(400, 'The username {username} is not a valid MongoDB login.'),
  INVALID_MONITORING_STATE:                  onlyOpsManager(409, 'Monitoring data for this process is not available.'),
  LAST_PING_NOT_FOUND:                       both(404, 'No last ping exists for group {group}.'),
  MISSING_CREDENTIALS_FOR_AUTH_MECHANISM:    both(400, 'Authentication mechanism {mechanism} requires username and password.'),
} as const satisfies ErrorCodeTable;
