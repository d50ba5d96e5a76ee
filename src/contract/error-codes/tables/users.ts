import { both, onlyOpsManager } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const usersCodes = {
  BAD_USERNAME_IN_GROUP_REF:    both(400, 'User {username} is not in group {group}.'),
  BAD_USERNAME_REF:             both(400, 'No user with username {username} exists.'),
  BILLING_UNSUPPORTED:          onlyOpsManager(401, 'Billing administrator roles are not supported by Ops Manager.'),
  BLOCKED_USERNAME:             both(400, 'The specified username {username} is not allowed.'),
  CANNOT_ADD_GLOBAL_ROLE:       both(403, 'Adding a global role is not supported.'),
  CANNOT_DELETE_LAST_OWNER:     both(403, 'Cannot remove the last owner from the group. If you are trying to close the group by removing all users, please delete the group instead.'),
  CANNOT_DEMOTE_LAST_OWNER:     both(403, 'Cannot demote the last owner of the group.'),
  INVALID_EMAIL_ADDRESS:        both(400, 'An invalid email address was specified.'),
  INVALID_ROLE_FOR_GROUP:       both(400, 'Role {role} is invalid for group {group}.'),
  INVALID_USER:                 both(400, 'No user {username} exists.'),
  INVALID_USERNAME:             both(400, 'The specified username is not a valid email address.'),
  INVALID_USER_ID:              both(404, 'An invalid user ID {ID} was specified.'),
  INVITATION_ONLY_MODE_OR_LDAP: onlyOpsManager(403, 'Forbidden when either in invitation mode or using an LDAP backend.'),
  MISSING_PASSWORD:             both(400, 'Username cannot be changed without specifying password.'),
  ROLES_SPECIFIED_FOR_USER:     both(403, 'Roles specified for user.'),
  ROLE_NEEDS_GROUP_ID:          both(400, 'Group-specific role {role} requires a group ID.'),
  ROLE_NEEDS_NO_GROUP_ID:       both(400, 'Global role {role} cannot be specified with a group ID.'),
  USERNAME_NOT_FOUND:           both(404, 'No user with username {username} exists.'),
  USER_ALREADY_EXISTS:          both(409, 'A user with username {username} already exists.'),
  USER_NOT_FOUND:               both(404, 'No user with ID {ID} exists.'),
  USER_NOT_IN_GROUP:            both(404, 'User {username} is not in group {group}.'),
  WEAK_PASSWORD:                both(400, 'The specified password is not strong enough.'),
} as const satisfies ErrorCodeTable;
