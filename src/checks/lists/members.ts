import { isDeepStrictEqual } from 'node:util';
import type { Wanted } from '../values/json-claims.ts';

type Fields = Readonly<Record<string, unknown>>;

const has = (one: unknown, fields: Fields): boolean =>
  typeof one === 'object' &&
  one !== null &&
  Object.entries(fields).every(([name, value]) => isDeepStrictEqual((one as Fields)[name], value));

/** Claims of an array that one of its objects has these fields, whatever else it has. */
export const holding =
  (fields: Fields): Wanted =>
  (value) => {
    if (!Array.isArray(value)) return 'is no array';
    return value.some((one) => has(one, fields)) || `holds nothing with ${JSON.stringify(fields)}`;
  };

/** Claims of an array that none of its objects has these fields. */
export const lacking =
  (fields: Fields): Wanted =>
  (value) => {
    if (!Array.isArray(value)) return 'is no array';
    return !value.some((one) => has(one, fields)) || `holds ${JSON.stringify(fields)}, expected it to be left out`;
  };

/** Claims of an array that it has this value among others. */
export const including =
  (wanted: string): Wanted =>
  (value) =>
    (Array.isArray(value) && value.includes(wanted)) || `does not hold ${wanted} in an array`;

/** Claims of a text that it is this one, in upper or lower case. */
export const inAnyCase =
  (wanted: string): Wanted =>
  (value) =>
    (typeof value === 'string' && value.toUpperCase() === wanted.toUpperCase()) ||
    `is ${JSON.stringify(value)}, expected ${wanted} in any case`;

/** Claims of an array that each of its objects has these fields. */
export const allWith =
  (fields: Fields): Wanted =>
  (value) => {
    if (!Array.isArray(value)) return 'is no array';
    return value.every((one) => has(one, fields)) || `holds something else than ${JSON.stringify(fields)}`;
  };
