import { idInWords, unfitForPath } from '../wire/ids.ts';
import type { Call } from './types.ts';

export type Query = NonNullable<Call['query']>;

/** A value as one percent-encoded segment of a path, behind what stands before it. Throws an Error for what is none. */
export function segment(value: string, before: string): string {
  const why = unfitForPath(value, before);
  if (why !== undefined) throw new Error(`${idInWords(value)} ${why}: no path is built of it`);
  return encodeURIComponent(value);
}

/** A path below the API's root; every value put in is one percent-encoded segment. Throws an Error for what is none. */
export function path(parts: TemplateStringsArray, ...segments: readonly string[]): string {
  return parts.reduce((whole, part, n) => `${whole}${segment(segments[n - 1] as string, whole)}${part}`);
}
