import { Script } from 'node:vm';

const call = new Script('globalThis.omconformBounded()');

/**
 * The value of `work`, or an error when it takes longer than that: a loop without an end, or a regular expression
 * without one, cannot be left in any other way.
 */
export function bounded<T>(work: () => T, milliseconds: number): T {
  const place = globalThis as { omconformBounded?: () => T };
  place.omconformBounded = work;
  try {
    return call.runInThisContext({ timeout: milliseconds }) as T;
  } finally {
    delete place.omconformBounded;
  }
}
