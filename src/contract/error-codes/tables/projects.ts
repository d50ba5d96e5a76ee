import { both, bothReworded, onlyCloudManager, onlyOpsManager } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const projectsCodes = {
  CANNOT_CHANGE_GROUP_NAME:             both(403, 'Current user is not authorized to change group name.'),
  CANNOT_CLOSE_ACCOUNT_ACTIVE_BACKUP:   both(409, 'Cannot close account while the group has active backups; please terminate all backups.'),
  DEFAULT_CONFIG_LIMIT_EXCEPTION:       onlyCloudManager(400, 'The limit check failed while trying to add the requested resource. Please try again.'),
  DEFAULT_INVITATION_EXCEPTION:         onlyCloudManager(400, 'Failed to send an invitation to {username} to join {group}.'),
  DISALLOWED_ATTRIBUTE_TURN_ON_LDAP:    onlyOpsManager(400, 'Attribute {attribute} not allowed. To enable it, change authentication to LDAP in Ops Manager Config.'),
  DUPLICATE_ROLE_ENTRY_IN_LDAP_MAPPING: onlyOpsManager(400, 'Each role name can only appear in one entry. {Entry} was used more than once.'),
  GROUP_ALREADY_EXISTS:                 both(409, 'A group with name {name} already exists.'),
  GROUP_API_KEY_NOT_FOUND:              bothReworded(404,
    'No group with API key {key} exists.',
    'No group with API Key {key} exists.'),
  GROUP_MISMATCH:                       both(400, 'The specified group ID {ID} does not match the URL.'),
  GROUP_NAME_NOT_FOUND:                 both(404, 'No group with name {name} exists.'),
  GROUP_NOT_FOUND:                      both(404, 'No group with ID {ID} exists.'),
  INVALID_GROUP_ID:                     both(404, 'An invalid group ID {ID} was specified.'),
  INVALID_GROUP_NAME:                   both(400, 'An invalid group name {name} was specified.'),
  INVALID_GROUP_NAME_10GEN:             both(400, 'Group name cannot contain "10gen-" or "-10gen".'),
  INVALID_GROUP_TOKEN:                  both(400, 'A group tag must be a string (alphanumeric, periods, underscores, and dashes) of length {MAX_TAG_LENGTH} characters or less.'),
  MAX_TEAMS_PER_GROUP_EXCEEDED:         onlyCloudManager(400, 'Maximum number of teams per group ({number}) in {ID} exceeded while trying to add teams.'),
  MAX_USERS_PER_GROUP_EXCEEDED:         onlyCloudManager(400, 'Maximum number of users per group ({number}) in {ID} exceeded while trying to add users.'),
  MISSING_ROLE_ENTRY_IN_LDAP_MAPPING:   onlyOpsManager(400, 'Missing {role} role or missing its value in LDAP Group Mapping.'),
  MULTIPLE_GROUPS:                      both(409, 'Multiple groups exist with the specified name.'),
  RATE_LIMITED_IP:                      onlyCloudManager(400, 'Rate limit of {number} invitations per {number} minutes exceeded.'),
  TOO_MANY_GROUP_TOKENS:                both(400, 'Groups are limited to {MAX_TAGS_PER_GROUP} tags.'),
} as const satisfies ErrorCodeTable;
