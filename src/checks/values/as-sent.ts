import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { isObject, parsedJson } from '../../wire/json.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { below, seen } from '../exchange/pointer.ts';
import { shapeOf } from '../exchange/shapes.ts';
import { operationOf } from '../schemas/conformance.ts';
import { instantOf } from './instants.ts';

type Json = Readonly<Record<string, unknown>>;

/** Fields that are the server's own, that ask for something and show how far it is, or that servers write in a form of their own. */
const free = new Set([
  'id',
  'created',
  'updated',
  'status',
  'statusName',
  'syncSource',
  'mobileNumber',
  'referenceHourOfDay',
  'referenceMinuteOfHour',
  'referenceTimeZoneOffset',
]);

/** Dates may be kept in whole seconds. */
const second = 1_000;
const day = 86_400_000;

/** Secrets are removed from the record, and servers mask them. */
const isHidden = (text: string): boolean => text.includes('[removed]') || text.includes('****');

/** Milliseconds since the epoch of a date, or of the seconds that a BSON timestamp may have. */
function momentOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value * second;
  return typeof value === 'string' && /^\d{4}-?\d\d-?\d\d/.test(value) ? instantOf(value) : undefined;
}

/** A day alone does not say which of its moments is meant. */
function isSameDate(sent: unknown, shown: unknown): boolean {
  const [one, other] = [momentOf(sent), momentOf(shown)];
  const spans = typeof sent === 'string' && !sent.includes('T') ? day : second;
  return one !== undefined && other !== undefined && Math.abs(one - other) < spans;
}

/** Words of the API itself, addresses and names of machines, in which large and small letters are the same. */
const anyCase = (field: string, text: string): boolean => /^[A-Z][A-Z0-9_]*$|@/.test(text) || /host/i.test(field);

/** Whether a server may show the one where the other was sent: letters in another case, blanks cut off, a date as written elsewhere. */
function isSame(field: string, sent: unknown, shown: unknown): boolean {
  if (typeof sent !== 'string' || typeof shown !== 'string')
    return sent === shown || (field === 'date' && isSameDate(sent, shown));
  if (isHidden(sent) || isHidden(shown)) return true;
  const [one, other] = anyCase(field, sent) ? [sent.toLowerCase(), shown.toLowerCase()] : [sent, shown];
  return one.trim() === other.trim() || isSameDate(sent, shown);
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
const isBson = (value: Json): boolean => 'date' in value && 'increment' in value;

interface Compared {
  examined: number;
  readonly violations: Violation[];
}

function compare(exchange: Exchange, sent: Json, shown: Json, pointer: string, into: Compared): void {
  // A quantity may come back in another unit.
  if (!isSame('units', sent['units'], shown['units'])) return;
  for (const [field, value] of Object.entries(sent)) {
    if (!Object.hasOwn(shown, field) || free.has(field)) continue;
    const other = shown[field];
    const place = below(pointer, field);
    if (isObject(value) && isObject(other)) compare(exchange, value, other, place, into);
    else if (areTexts(value) && areTexts(other)) {
      into.examined += 1;
      const lost = value.find((text) => !other.some((one) => isSame(field, text, one)));
      if (lost !== undefined) into.violations.push(at(exchange, place, `is ${seen(other)}, sent was ${seen(value)}`));
    } else if (isScalar(value) && (typeof value === typeof other || (isBson(sent) && isBson(shown)))) {
      into.examined += 1;
      if (!isSame(field, value, other)) into.violations.push(at(exchange, place, `is ${seen(other)}, sent was ${seen(value)}`));
    }
  }
}

/**
 * What a write sent and its answer shows under the same name is the same, as far as it is a text, a number or a boolean,
 * or an object of such; of a list of texts each is among those shown, whose order is the server's. Other lists are not compared. Source: HTTP Methods.
 */
function judgeAsSent(exchange: Exchange): Judgement {
  const shape = shapeOf(exchange);
  const sent = parsedJson(exchange.request.body ?? '');
  const isDone = [200, 201].includes(exchange.response?.status ?? 0);
  if (!isDone || shape.kind !== 'entity' || !isObject(sent) || operationOf(exchange) === undefined) return nothingToSee;
  const into: Compared = { examined: 0, violations: [] };
  const [{ value, pointer }] = shape.entities;
  compare(exchange, sent, value, pointer, into);
  return judged(into.examined, into.violations);
}

const ofMethod =
  (method: string): ((exchange: Exchange) => Judgement) =>
  (exchange) =>
    exchange.request.method === method ? judgeAsSent(exchange) : nothingToSee;

/** judgeAsSent of the writes that make a thing, of those that replace one, and of those that change one. */
export const judgeMadeAsSent = ofMethod('POST');
export const judgeReplacedAsSent = ofMethod('PUT');
export const judgeChangedAsSent = ofMethod('PATCH');
