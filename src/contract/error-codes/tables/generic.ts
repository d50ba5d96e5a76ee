import { both } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const genericCodes = {
  ATTRIBUTE_NEGATIVE:                  both(400, 'The attribute {attribute} cannot be negative.'),
  ATTRIBUTE_NEGATIVE_OR_ZERO:          both(400, 'The attribute {attribute} cannot be negative or zero.'),
  ATTRIBUTE_READ_ONLY:                 both(400, 'The attribute {attribute} is read-only and cannot be changed by the user.'),
  INVALID_ATTRIBUTE:                   both(400, 'Invalid attribute {attribute} specified.'),
  INVALID_ENUM_VALUE:                  both(400, 'An invalid enumeration value {value} was specified.'),
  INVALID_JSON:                        both(400, 'Received JSON does not match expected format.'),
  INVALID_JSON_ATTRIBUTE:              both(400, 'Received JSON for the {attribute} attribute does not match expected format.'),
  INVALID_QUERY_PARAMETER:             both(400, 'Invalid query parameter {parameter} specified.'),
  MISSING_ATTRIBUTE:                   both(400, 'The required attribute {attribute} was not specified.'),
  MISSING_ONE_OF_ATTRIBUTES:           both(400, 'Either the {attribute} attribute or the {attribute} attribute must be specified.'),
  MISSING_ONE_OF_THREE_ATTRIBUTES:     both(400, 'Either the {attribute} attribute, the {attribute} attribute, or the {attribute} attribute must be specified.'),
  MISSING_OR_INVALID_ATTRIBUTE:        both(400, 'The required attribute {attribute} was incorrectly specified or omitted.'),
  MISSING_QUERY_PARAMETER:             both(400, 'The required query parameter {parameter} was not specified.'),
  MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS: both(400, 'Either the {parameter} query parameter or the {parameter} query parameter but not both should be specified.'),
  RATE_LIMITED:                        both(429, 'Resource {resource} is limited to {number} requests every {number} minutes.'),
  RESOURCE_NOT_FOUND:                  both(404, 'Cannot find resource {resource}.'),
  UNEXPECTED_ERROR:                    both(500, 'Unexpected error.'),
} as const satisfies ErrorCodeTable;

type GenericCode = keyof typeof genericCodes;
/** Those that speak of what a body says; the others speak of its address, or of the server. */
export type BodyCode = Extract<GenericCode, `${string}ATTRIBUTE${string}` | 'INVALID_ENUM_VALUE' | 'INVALID_JSON'>;
/** What asking often enough leads to: it takes a window of the target's clock to see. */
export type WaitingCode = Extract<GenericCode, 'RATE_LIMITED'>;
