import type { Layer, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { isObject } from '../../../src/wire/json.ts';
import { isList } from '../life-lies.ts';
import { answering, jsonOf, withJson, withShown } from '../lies.ts';

type Json = Record<string, unknown>;

/** What an answer shows, in an envelope or not, each entity of it changed: one that stands alone, or those of a list or an array. */
export function withEachEntity(response: ServerResponse, change: (entity: Json) => Json): ServerResponse {
  const document = jsonOf(response);
  if (Array.isArray(document)) {
    const changed = document.map((one: unknown) => (isObject(one) ? change(one) : one));
    return withJson(response, changed);
  }
  return withShown(response, (shown) =>
    isList(shown) ? { ...shown, results: shown.results.map((one) => (isObject(one) ? change(one) : one)) } : change(shown),
  );
}

/** Lies about the entities of successful answers. */
export const showing = (change: (entity: Json, request: MockRequest) => Json): Layer =>
  answering((response, request) =>
    response.status < 300 && response.body !== '' ? withEachEntity(response, (entity) => change(entity, request)) : response,
  );

type List = Json & { readonly results: readonly Json[]; readonly links: readonly Json[]; readonly totalCount: number };

/** Lies about lists of successful answers, in an envelope or not. */
export const listing = (change: (list: List, request: MockRequest) => unknown): Layer =>
  answering((response, request) =>
    response.status < 300 && response.body !== ''
      ? withShown(response, (shown) => (isList(shown) && Array.isArray(shown['links']) ? change(shown as List, request) : shown))
      : response,
  );

/** A value with its last hexadecimal digit changed: the id of something else, or of nothing. */
export const otherId = (id: string): string => id.replace(/[0-9a-f](?=[^0-9a-f]*$)/i, (digit) => (digit === '0' ? '1' : '0'));

const isId = (value: unknown): value is string =>
  typeof value === 'string' && (/^[0-9a-f]{24}$/i.test(value) || /^[0-9a-f]{32}$/i.test(value));
const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
const isConstant = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(value);

export const looks = { isId, isDate, isConstant } as const;

/** Another value of the same type and form. */
export function otherValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (isId(value)) return otherId(value);
  if (isDate(value)) return value.replace(/^\d{4}/, (year) => String(Number(year) - 1));
  if (isConstant(value)) return `${value}_OTHER`;
  if (typeof value === 'string') return `${value}x`;
  if (Array.isArray(value)) return value.length > 0 ? value.slice(1) : value;
  if (!isObject(value)) return value;
  const [first] = Object.keys(value);
  return first === undefined ? value : { ...value, [first]: otherValue(value[first]) };
}

/** A value of another type. */
export function ofOtherType(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return 17;
  return Array.isArray(value) ? { ...(value as unknown[]) } : JSON.stringify(value);
}
