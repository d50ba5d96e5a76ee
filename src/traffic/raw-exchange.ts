import type { Exchange } from '../wire/exchange.ts';
import type { Header } from '../wire/http.ts';
import { isObject } from '../wire/json.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** An exchange before it is known where the API's root is. */
export interface RawExchange {
  readonly method: string;
  /** An absolute URL, or a path. */
  readonly place: string;
  readonly requestHeaders: readonly Header[];
  readonly requestBody: string | null;
  readonly response: Exchange['response'];
  readonly fault?: string;
  readonly caller?: string;
  readonly kind?: Exchange['kind'];
  readonly durationMs?: number;
}

/** Not by `String`, which asks an object for its `toString`: a recording may hold one that is none. */
const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Headers as pairs, from an object, from pairs, or from objects of name and value; undefined where they are none of these. */
export function headersFrom(value: unknown): Header[] | undefined {
  if (value === undefined || value === null) return [];
  if (isObject(value)) {
    return Object.entries(value).flatMap(([name, one]) => [one].flat().map((each): Header => [name, wordsOf(each)]));
  }
  if (!Array.isArray(value)) return undefined;
  const pairs = value.map((one: unknown): Header | undefined => {
    if (Array.isArray(one) && one.length === 2) return [wordsOf(one[0]), wordsOf(one[1])];
    return isObject(one) && typeof one['name'] === 'string' ? [one['name'], wordsOf(one['value'] ?? '')] : undefined;
  });
  // HTTP/2 has lines that are no headers: their names begin with a colon.
  return pairs.some((pair) => pair === undefined) ? undefined : (pairs as Header[]).filter(([name]) => !name.startsWith(':'));
}
