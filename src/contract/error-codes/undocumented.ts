/** A code that servers are known to send although neither product's table lists it. */
export interface UndocumentedCode {
  readonly status: number;
  /** In our own words, since no source gives the wire's; nothing may be compared with it. */
  readonly message: string;
}

function sent(status: number, message: string): UndocumentedCode {
  return { status, message };
}

/**
 * Codes seen in public clients, in their tests and in later tables of the same code base. A target that sends one of
 * them is told of, not faulted. METHOD_NOT_ALLOWED is the exception: no source has it; 405 has no code that is known.
 */
export const undocumentedCodes = {
  MALFORMED_JSON: sent(400, 'The request body is not well-formed JSON.'),
  INVALID_PATH_PARAMETER: sent(400, 'The path parameter {parameter} is invalid.'),
  INVALID_DATE_FORMAT: sent(400, 'The value {value} is no valid date.'),
  INVALID_DATE_RANGE: sent(400, 'The end of the date range lies before its start.'),
  MISSING_ATTRIBUTES: sent(400, 'The attributes {attributes} are required.'),
  MISSING_ONE_OF_MANY_ATTRIBUTES: sent(400, 'One of the attributes {attributes} is required.'),
  VALIDATION_ERROR: sent(400, 'The request is not valid: {fault}.'),
  INVALID_ORG_NAME: sent(400, 'The organization name {name} is not allowed.'),
  INVALID_TEAM_NAME: sent(400, 'The team name {name} is not allowed.'),
  INVALID_ROLE_FOR_ORG: sent(400, 'Role {role} cannot be given in an organization.'),
  CANNOT_CREATE_EMPTY_TEAM: sent(400, 'A team needs at least one user.'),
  INVALID_API_KEY_DESC: sent(400, 'The description of an API key has 1 to 250 characters.'),
  MISSING_API_KEY_ROLES: sent(400, 'An API key needs at least one role.'),
  MAX_API_KEYS_PER_ORG_EXCEEDED: sent(400, 'The organization has as many API keys as it may have.'),
  INVALID_IP_ADDRESS_OR_CIDR_NOTATION: sent(400, '{address} is neither an IP address nor a CIDR block.'),
  INVALID_LOG_REQUEST_TYPES: sent(400, 'The log types asked for are not valid.'),
  INVALID_FLOWDOCK_FLOW_NAME: sent(400, 'The Flowdock flow name is not valid.'),
  INVALID_SETTINGS_EXCEPTION: sent(400, 'The settings are not valid.'),
  DUPLICATE_GLOBAL_WHITELIST_ENTRY: sent(400, 'The global list already has this entry.'),
  NOT_ORG_OWNER: sent(401, 'The caller is no owner of the organization.'),
  NOT_ORG_USER_ADMIN: sent(401, 'The caller is no user administrator of the organization.'),
  NOT_ORG_GROUP_CREATOR: sent(401, 'The caller may not create groups in the organization.'),
  NOT_SELF: sent(401, 'Only the user in question may do this.'),
  USER_CANNOT_ACCESS_GROUP: sent(401, 'The caller has no access to the group.'),
  USER_CANNOT_ACCESS_ORG: sent(401, 'The caller has no access to the organization.'),
  NOT_API_KEY_ADMIN: sent(401, 'The caller may not administer API keys.'),
  ACCESS_FORBIDDEN: sent(403, 'Access is forbidden.'),
  RESOURCE_REQUIRES_WHITELIST: sent(403, 'This resource is open only to callers who have an access list.'),
  RESOURCE_REQUIRES_ACCESS_LIST: sent(403, 'This resource is open only to callers who have an access list.'),
  ORG_REQUIRES_ACCESS_LIST: sent(403, 'The organization is open only to callers who have an access list.'),
  ORG_REQUIRES_WHITELIST: sent(403, 'The organization is open only to callers who have an access list.'),
  CANNOT_MODIFY_SNAPSHOT: sent(403, 'The snapshot cannot be modified.'),
  NO_ROLES_IN_ASSIGNMENT: sent(403, 'An assignment needs at least one role.'),
  INVALID_ORG_ID: sent(404, '{ID} is no organization id.'),
  INVALID_TEAM_ID: sent(404, '{ID} is no team id.'),
  TEAM_NOT_FOUND: sent(404, 'There is no team with id {ID}.'),
  TEAM_NAME_NOT_FOUND: sent(404, 'There is no team with name {name}.'),
  TEAM_NOT_IN_ORG: sent(404, 'Team {ID} is not in the organization.'),
  TEAM_NOT_IN_GROUP: sent(404, 'Team {ID} is not in the group.'),
  ORG_NAME_NOT_FOUND: sent(404, 'There is no organization with name {name}.'),
  USER_NOT_IN_ORG: sent(404, 'User {username} is not in the organization.'),
  EVENT_NOT_FOUND: sent(404, 'There is no event with id {ID} in the group.'),
  ORG_EVENT_NOT_FOUND: sent(404, 'There is no event with id {ID} in the organization.'),
  INVOICE_NOT_FOUND: sent(404, 'There is no invoice with id {ID}.'),
  INVALID_LOG_COLLECTION_JOB_ID: sent(404, '{ID} is no id of a log collection job.'),
  DAEMON_MACHINE_CONFIG_NOT_FOUND: sent(404, 'There is no backup daemon of that machine.'),
  ATLAS_GROUP: sent(404, 'Group {ID} belongs to Atlas, which has an API of its own.'),
  METHOD_NOT_ALLOWED: sent(405, 'The method {method} is not supported on {resource}.'),
  WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: sent(405, 'Nothing can be written while the application is being upgraded.'),
  ORG_NOT_EMPTY: sent(409, 'The organization still has groups.'),
  TEAM_NAME_NOT_AVAILABLE: sent(409, 'The team name {name} is taken.'),
  TEAM_EXISTS_IN_GROUP: sent(409, 'The team is already in the group.'),
  USER_ALREADY_IN_TEAM: sent(409, 'User {username} is already in the team.'),
  CANNOT_CREATE_TEAM_WITH_LDAP_ENABLED: sent(409, 'Teams cannot be created while users come from LDAP.'),
  CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT: sent(409, 'The snapshot is not complete and cannot be downloaded.'),
  INVALID_RESTORE_PROCESS: sent(409, 'The process cannot take the restore.'),
  PERSONAL_API_KEYS_DEPRECATED: sent(410, 'Personal API keys are no longer served.'),
  TIMEOUT_WHILE_PAGING: sent(500, 'Counting the results took too long; ask again without the count.'),
} as const satisfies Readonly<Record<string, UndocumentedCode>>;

export type UndocumentedCodeName = keyof typeof undocumentedCodes;
