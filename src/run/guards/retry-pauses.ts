import type { Tried } from '../../client/trips.ts';
import { NetworkFault, type IncomingResponse } from '../../client/types.ts';
import { header } from '../../wire/http.ts';

/** Milliseconds before the second and the third trip of a request that met a transient fault. */
const transientPauses = [200, 1000] as const;
const gatewayStatuses = [502, 503, 504];

/**
 * Milliseconds after which a request that met a transient fault may go out again; undefined where it may not: a write,
 * whose effect nobody knows; bytes, which are looked at as they are; a header that is good for one use; a third failure.
 */
export function transientPause({ request, came, attempt, raw, handmade }: Tried): number | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  if (raw || handmade) return undefined;
  return isTransient(came) ? transientPauses[attempt - 1] : undefined;
}

/** Whether what a trip came to is a fault that may pass. */
export const isTransient = (came: Tried['came']): boolean =>
  came instanceof NetworkFault ? came.kind === 'reset' : gatewayStatuses.includes(came.status);

/**
 * Milliseconds after which a throttled server wants to be asked again: as its Retry-After says, seconds or a date
 * (read against the answer's own Date: clocks differ), else 1, 2, 4, … seconds. At least one second; `now` is in
 * milliseconds since the epoch. Source: RFC 9110, 10.2.3.
 */
export function throttlePause({ headers }: IncomingResponse, attempt: number, now: number): number {
  const asked = header(headers, 'retry-after')?.trim() ?? '';
  const inTurn = 1000 * 2 ** (attempt - 1);
  if (/^\d+$/.test(asked)) return Math.max(1000, Number(asked) * 1000);
  // Only what looks like an HTTP-date: Date.parse takes nearly anything for one.
  const until = /^[A-Z][a-z]+, .*GMT$/.test(asked) ? Date.parse(asked) : NaN;
  if (Number.isNaN(until)) return inTurn;
  const theirs = Date.parse(header(headers, 'date') ?? '');
  return Math.max(1000, until - (Number.isNaN(theirs) ? now : theirs));
}

/** What the trip came to, in words: `503`, or the network's fault. */
export const wordsFor = (came: Tried['came']): string => (came instanceof NetworkFault ? came.message : String(came.status));
