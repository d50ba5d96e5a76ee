import { STATUS_CODES } from 'node:http';

/** Standard phrase of an HTTP status; undefined for a number that has none. Source: RFC 9110, 15. */
export function reasonPhrase(status: number): string | undefined {
  return STATUS_CODES[status];
}
