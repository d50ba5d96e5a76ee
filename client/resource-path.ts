import type { Call } from './types.ts';

export type Query = NonNullable<Call['query']>;

/** A path below the API's root; every value put in is one percent-encoded segment, whatever it contains. */
export function path(parts: TemplateStringsArray, ...segments: readonly string[]): string {
  return parts.reduce((whole, part, n) => `${whole}${encodeURIComponent(segments[n - 1] ?? '')}${part}`);
}
