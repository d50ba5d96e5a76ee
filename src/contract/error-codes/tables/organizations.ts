import { both, onlyCloudManager } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const organizationsCodes = {
  CANNOT_DEMOTE_LAST_ORG_OWNER: both(403, 'Cannot demote the last owner of the organization.'),
  MAX_USERS_PER_ORG_EXCEEDED:   onlyCloudManager(400, 'Maximum number of users per organization ({number}) in {ID} exceeded while trying to add users.'),
  ORG_NOT_FOUND:                both(404, 'No organization with ID {ID} exists.'),
  ROLE_NEEDS_NO_ORG_ID:         both(400, 'Role {role} cannot be specified with an organization ID.'),
  ROLE_NEEDS_ORG_ID:            both(400, 'Role {role} requires an organization ID.'),
} as const satisfies ErrorCodeTable;
