import { formatDate, parseDate } from '../world/dates.ts';
import { withoutNulls } from '../world/json.ts';
import type { Fields, Json } from '../world/json.ts';
import { refuse, refuseNaming } from '../world/refusal.ts';
import type { RefusalCode } from '../world/refusal.ts';
import { isObject } from '../../wire/json.ts';
import { changesNothing, leavesAlone } from './unchanged.ts';

/** What a request may say in one field. */
export interface FieldRule {
  /** `timestamp` is the JSON form of a BSON timestamp; `any` is not looked into. */
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'timestamp' | 'object' | 'array' | 'any';
  /** Must be there on create and replace; a code where the absence has one of its own. */
  readonly required?: true | RefusalCode;
  /** Known, but set by the server alone: it may come as it is, and with no other value. */
  readonly readOnly?: true;
  readonly oneOf?: readonly string[];
  /** Of a word that clients write in any case: it is taken as it is in upper case. */
  readonly anyCase?: true;
  /** Code for a value that `oneOf` lacks; default INVALID_ENUM_VALUE. It is filled with the value if it wants to be. */
  readonly invalid?: RefusalCode;
  /** Smallest number: 0 or 1, which have codes of their own. */
  readonly min?: 0 | 1;
  /** Code for an empty array or string. */
  readonly empty?: RefusalCode;
  /** Of an object. */
  readonly fields?: Shape;
  /** Of an array. */
  readonly items?: FieldRule;
}

/** The one declaration of what a resource takes in a body. */
export type Shape = Readonly<Record<string, FieldRule>>;

export interface BodyRule {
  readonly shape: Shape;
  /** An update may leave out what is required. */
  readonly mode: 'create' | 'update' | 'replace';
  /** The body is an array of such objects. */
  readonly array?: true;
  /** An update in which even a field that comes with the value it has says something. */
  readonly keepsUnchanged?: true;
  /** Fields that the shape does not know are kept as they come: newer versions have more. */
  readonly open?: true;
}

const typeTests: Readonly<Record<FieldRule['type'], (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isSafeInteger(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && parseDate(value) !== undefined,
  timestamp: isTimestamp,
  object: isObject,
  array: (value) => Array.isArray(value),
  any: (value) => value !== null,
};

function isTimestamp(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { date, increment } = value;
  const dated = typeof date === 'number' || (typeof date === 'string' && parseDate(date) !== undefined);
  return dated && Number.isSafeInteger(increment) && Object.keys(value).length === 2;
}

function checkNames(object: Fields, shape: Shape, mode: BodyRule['mode']): void {
  for (const [name, value] of Object.entries(object)) {
    const rule = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (!rule) refuse('INVALID_ATTRIBUTE', name);
    if (rule.readOnly) refuse('ATTRIBUTE_READ_ONLY', name);
    checkNamesWithin(value, rule);
  }
  if (mode === 'update') return;
  for (const [name, { required }] of Object.entries(shape)) {
    if (!required || Object.hasOwn(object, name)) continue;
    refuseNaming(required === true ? 'MISSING_ATTRIBUTE' : required, name);
  }
}

function checkNamesWithin(value: Json, rule: FieldRule): void {
  if (rule.fields && isObject(value)) checkNames(value, rule.fields, 'create');
  const { items } = rule;
  if (items && Array.isArray(value)) value.forEach((item: Json) => checkNamesWithin(item, items));
}

function checkValue(name: string, value: Json, rule: FieldRule): void {
  if (!typeTests[rule.type](value)) refuse('INVALID_JSON_ATTRIBUTE', name);
  if (rule.oneOf && !rule.oneOf.includes(rule.anyCase ? String(value).toUpperCase() : String(value))) {
    refuseNaming(rule.invalid ?? 'INVALID_ENUM_VALUE', String(value));
  }
  if (rule.min === 0 && Number(value) < 0) refuse('ATTRIBUTE_NEGATIVE', name);
  if (rule.min === 1 && Number(value) < 1) refuse('ATTRIBUTE_NEGATIVE_OR_ZERO', name);
  if (rule.empty && (value as string | readonly Json[]).length === 0) refuseNaming(rule.empty, name);
  if (rule.fields) checkValues(value as Fields, rule.fields);
  const { items } = rule;
  if (items) (value as readonly Json[]).forEach((item) => checkValue(name, item, items));
}

function checkValues(object: Fields, shape: Shape): void {
  for (const [name, rule] of Object.entries(shape)) {
    if (Object.hasOwn(object, name)) checkValue(name, object[name], rule);
  }
}

/** Dates and words in the form in which they are given back. */
function normal(value: Json, rule: FieldRule): Json {
  if (rule.anyCase) return String(value).toUpperCase();
  if (rule.type === 'date') return formatDate(parseDate(String(value)) ?? 0);
  if (rule.type === 'timestamp') {
    const { date, increment } = value as Fields;
    return { date: formatDate(typeof date === 'number' ? date * 1000 : (parseDate(String(date)) ?? 0)), increment };
  }
  const { fields, items } = rule;
  if (fields) return normalized(value as Fields, fields);
  return items ? (value as readonly Json[]).map((item) => normal(item, items)) : value;
}

function normalized(object: Fields, shape: Shape): Fields {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, normal(value, shape[name] ?? { type: 'any' })]));
}

/**
 * What an object asks for. It leaves out what only the server sets, where that comes as it is; whoever sends it has read the
 * entity, so that in an update whatever else comes as it is asks for nothing either: a state that is written back is no order.
 */
function wanted(object: Fields, { shape, mode, keepsUnchanged }: BodyRule, shown: () => Fields | undefined): Fields {
  const isReadOnly = (name: string): boolean => Object.hasOwn(shape, name) && shape[name]?.readOnly === true;
  const all = Object.entries(object);
  const asked = all.filter(([name, value]) => !isReadOnly(name) || !leavesAlone(name, value, shown()));
  const wasRead = asked.length < all.length && mode === 'update' && !keepsUnchanged;
  return Object.fromEntries(wasRead ? asked.filter(([name, value]) => !changesNothing(name, value, shown())) : asked);
}

/** All that an object has, each in a rule of its own: of what is unknown, anything goes. */
function opened(shape: Shape, objects: readonly Fields[]): Shape {
  const unknown = objects.flatMap((object) => Object.keys(object)).filter((name) => !Object.hasOwn(shape, name));
  return { ...Object.fromEntries(unknown.map((name) => [name, { type: 'any' } as const])), ...shape };
}

/**
 * The objects that a request brings, found good and with their dates in UTC. A field that is null counts as left out:
 * clients send their unset fields so. `shown` gives the entity that is to be changed as a caller reads it. Refuses first
 * what is no such JSON (INVALID_JSON), then names (INVALID_ATTRIBUTE, ATTRIBUTE_READ_ONLY, MISSING_ATTRIBUTE), then values.
 */
export function readBody(text: string, rule: BodyRule, shown: () => Fields | undefined = () => undefined): readonly Fields[] {
  const parsed = withoutNulls(parseJson(text));
  const objects: readonly unknown[] = rule.array && Array.isArray(parsed) ? parsed : [parsed];
  if ((rule.array && !Array.isArray(parsed)) || !objects.every((one): one is Fields => isObject(one))) refuse('INVALID_JSON');
  const asked = objects.map((object) => wanted(object, rule, shown));
  const shape = rule.open ? opened(rule.shape, asked) : rule.shape;
  for (const object of asked) checkNames(object, shape, rule.mode);
  for (const object of asked) checkValues(object, shape);
  return asked.map((object) => normalized(object, shape));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('INVALID_JSON');
  }
}
