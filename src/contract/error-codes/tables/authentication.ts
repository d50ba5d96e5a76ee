import { both, onlyCloudManager } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const authenticationCodes = {
  API_KEY_CANNOT_CREATE_GROUP:  both(401, 'API Keys cannot create groups.'),
  API_KEY_CANNOT_CREATE_ORG:    both(401, 'API Keys cannot create organizations.'),
  FEATURE_UNSUPPORTED:          both(403, 'Feature not supported by current account level.'),
  NOT_GLOBAL_USER_ADMIN:        both(401, 'The currently logged in user does not have the global user administrator.'),
  NOT_GROUP_USER_ADMIN:         both(401, 'The currently logged in user does not have the user administrator role in group {group}.'),
  NOT_IN_GROUP:                 both(401, 'The current user is not in the group, or the group does not exist.'),
  NOT_ORG_ADMIN:                both(401, 'The currently logged in user does not have the administrator role in organization {organization}.'),
  NOT_USER_ADMIN:               both(401, 'The currently logged in user does not have the user administrator role for any group, team, or organization containing user {username}.'),
  NO_CURRENT_USER:              both(401, 'No current user.'),
  NO_FREE_TIER_API:             onlyCloudManager(403, 'The API is not supported for the Free Tier of Cloud Manager.'),
  UNSUPPORTED_FOR_CURRENT_PLAN: both(403, 'Operation not supported for current plan.'),
  USER_UNAUTHORIZED:            both(401, 'Current user is not authorized to perform this action.'),
} as const satisfies ErrorCodeTable;
