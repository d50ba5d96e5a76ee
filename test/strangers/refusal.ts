/** Status and message of each error this server knows; `{}` is filled in order. Source: Error Codes. */
const errors = {
  ALERT_CONFIG_NOT_FOUND: [404, 'No alert configuration with ID {} exists in group {}.'],
  ATTRIBUTE_READ_ONLY: [400, 'The attribute {} is read-only and cannot be changed by the user.'],
  AUTH_MECHANISM_REQUIRES_SSL: [400, 'Authentication mechanism {} requires SSL.'],
  CANNOT_SET_CREDENTIALS_FOR_AUTH_MECHANISM: [
    400,
    'Username and password fields are only supported for authentication mechanism MONGODB_CR or PLAIN.',
  ],
  CANNOT_SET_PASSWORD_FOR_AUTH_MECHANISM: [400, 'Cannot change password unless authentication mechanism is MONGODB_CR or PLAIN.'],
  GROUP_ALREADY_EXISTS: [409, 'A group with name {} already exists.'],
  GROUP_NOT_FOUND: [404, 'No group with ID {} exists.'],
  // The documents ask for 409 where a unique value is taken, and name no code for hosts.
  HOSTNAME_AND_PORT_ALREADY_EXIST: [409, 'A host with hostname and port {} already exists in group {}.'],
  HOSTNAME_AND_PORT_NOT_FOUND: [404, 'No host with hostname and port {} exists in group {}.'],
  HOST_NOT_FOUND: [404, 'No host with ID {} exists in group {}.'],
  INVALID_ATTRIBUTE: [400, 'Invalid attribute {} specified.'],
  INVALID_MONGODB_USERNAME: [400, 'The username {} is not a valid MongoDB login.'],
  MISSING_PASSWORD: [400, 'Username cannot be changed without specifying password.'],
  INVALID_AUTH_MECHANISM: [400, 'Invalid authentication mechanism {}.'],
  INVALID_GROUP_ID: [404, 'An invalid group ID {} was specified.'],
  INVALID_GROUP_NAME: [400, 'An invalid group name {} was specified.'],
  INVALID_GROUP_NAME_10GEN: [400, 'Group name cannot contain "10gen-" or "-10gen".'],
  INVALID_HOSTNAME: [400, 'Invalid hostname {}.'],
  INVALID_HOST_PORT: [400, 'Invalid host port {}.'],
  INVALID_JSON: [400, 'Received JSON does not match expected format.'],
  INVALID_JSON_ATTRIBUTE: [400, 'Received JSON for the {} attribute does not match expected format.'],
  INVALID_QUERY_PARAMETER: [400, 'Invalid query parameter {} specified.'],
  MISSING_ATTRIBUTE: [400, 'The required attribute {} was not specified.'],
  MISSING_CREDENTIALS_FOR_AUTH_MECHANISM: [400, 'Authentication mechanism {} requires username and password.'],
  ORG_NOT_FOUND: [404, 'No organization with ID {} exists.'],
  RESOURCE_NOT_FOUND: [404, 'Cannot find resource {}.'],
} as const;

export type ErrorCode = keyof typeof errors;

/** Why a request is not done; the message is the detail, filled. */
export class Refusal extends Error {
  readonly status: number;
  constructor(
    readonly code: ErrorCode,
    readonly parameters: readonly string[],
  ) {
    const [status, template] = errors[code];
    const left = [...parameters];
    super(template.replaceAll('{}', () => left.shift() ?? ''));
    this.status = status;
  }
}

export function refuse(code: ErrorCode, ...parameters: string[]): never {
  throw new Refusal(code, parameters);
}
