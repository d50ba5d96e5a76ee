import type { ErrorCodeName } from './index.ts';

/**
 * Codes for which an official page describes what brings them about. Of all others only name, status and message are
 * documented and the circumstance is inferred: of a server that answers otherwise in it, nothing is told.
 */
export const documentedCircumstances: ReadonlySet<ErrorCodeName> = new Set<ErrorCodeName>([
  'ACCESS_LIST_ACCESS_DENIED',
  'ACKNOWLEDGEMENT_COMMENT_TOO_LONG',
  'ATTRIBUTE_NEGATIVE_OR_ZERO',
  'AUTH_MECHANISM_REQUIRES_SSL',
  'BAD_USERNAME_IN_GROUP_REF',
  'BLOCKED_USERNAME',
  'CANNOT_ADD_IP_ADDRESS_TO_API_KEY_WHITELIST',
  'CANNOT_MODIFY_SHARD_BACKUP_CONFIG',
  'DISALLOWED_ATTRIBUTE_TURN_ON_LDAP',
  'GROUP_API_KEY_NOT_FOUND',
  'HOSTNAME_AND_PORT_NOT_FOUND',
  'INVALID_ATTRIBUTE',
  'INVALID_DAILY_SNAPSHOT_RETENTION_PERIOD',
  'INVALID_FILTERLIST',
  'INVALID_GROUP_NAME',
  'INVALID_MONGODB_USERNAME',
  'MISSING_CREDENTIALS_FOR_AUTH_MECHANISM',
  'MISSING_ROLE_ENTRY_IN_LDAP_MAPPING',
  'RESOURCE_NOT_FOUND',
  'USER_UNAUTHORIZED',
]);
