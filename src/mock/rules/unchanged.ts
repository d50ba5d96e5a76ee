import { isDeepStrictEqual } from 'node:util';
import { parseDate } from '../world/dates.ts';
import type { Fields, Json } from '../world/json.ts';

/** True for what clients send of a field that they have no value for. */
function isEmpty(value: Json): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isSameInstant(one: Json, other: Json): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const instant = parseDate(one);
  return instant !== undefined && instant === parseDate(other);
}

/** A value as it goes over the wire, without what is undefined in it. */
const onTheWire = (value: Json): Json => (value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json));

/** True for the value that a field is shown with, with its dates in any form. */
function isAsShown(value: Json, shown: Json): boolean {
  return isDeepStrictEqual(value, onTheWire(shown)) || isSameInstant(value, shown);
}

/** True for links that the entity has, which its list shows fewer of than the entity alone. */
function areLinksOf(value: Json, shown: Json): boolean {
  if (!Array.isArray(value) || !Array.isArray(shown)) return false;
  return (value as readonly Json[]).every((link) => shown.some((own: Json) => isAsShown(link, own)));
}

/** A value without the empty fields of the objects in it: clients that read one and send it back add such, or drop them. */
function withoutEmpty(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => withoutEmpty(one));
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).map(([name, inner]) => [name, withoutEmpty(inner as Json)] as const);
  return Object.fromEntries(told.filter(([, inner]) => !isEmpty(inner)));
}

/** Whether a field that only the server sets is sent as it is: with its own value, or empty where it has none. */
export function leavesAlone(name: string, value: Json, shown: Fields | undefined): boolean {
  const own = shown && Object.hasOwn(shown, name) ? shown[name] : undefined;
  if (name === 'links' && areLinksOf(value, own)) return true;
  if (own === undefined) return isEmpty(value);
  return isAsShown(value, own) || isDeepStrictEqual(withoutEmpty(value), withoutEmpty(onTheWire(own)));
}

/** Whether a field that may be changed is sent with the value it has. */
export function changesNothing(name: string, value: Json, shown: Fields | undefined): boolean {
  return shown !== undefined && Object.hasOwn(shown, name) && shown[name] !== undefined && isAsShown(value, shown[name]);
}
