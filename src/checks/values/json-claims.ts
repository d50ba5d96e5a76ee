import { isDeepStrictEqual } from 'node:util';
import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { bodyOf } from '../exchange/json.ts';
import { at, seen } from '../exchange/pointer.ts';

/** Claims that the field is not there at all. */
export const absent: unique symbol = Symbol('absent');
/** Claims that the field is there, whatever its value. */
export const present: unique symbol = Symbol('present');

/** Claims of a number that it is this one or a later one. Where that is none, nothing is claimed. */
export const atLeast =
  (least: unknown): Wanted =>
  (value) =>
    typeof least !== 'number' || (typeof value === 'number' && value >= least) || `is ${seen(value)}, expected ${least} or more`;

/** What a document holds, by JSON Pointer; a function says what it wants of the value: true, or words for what is wrong. */
export type JsonClaim = Readonly<Record<string, unknown>>;
export type Wanted = (value: unknown) => true | string;

/** Judges fields of the answer's JSON document; each claim is one item. */
export function judgeJson(exchange: Exchange, claim: JsonClaim): Judgement {
  const body = bodyOf(exchange);
  if (body.kind !== 'json') {
    const message = body.kind === 'empty' ? 'is empty, expected a JSON document' : `is no JSON: ${body.why}`;
    return { examined: 1, violations: [{ path: '', message, exchange: exchange.id }] };
  }
  return judgeFields(exchange, body.value, '', claim);
}

/** The same of a part of the document, which stands at that pointer. */
export function judgeFields(exchange: Exchange, document: unknown, pointer: string, claim: JsonClaim): Judgement {
  const violations = Object.entries(claim).flatMap(([path, wanted]): Violation[] => {
    const message = faultOf(at(document, path), wanted);
    return message === undefined ? [] : [{ path: pointer + path, message, exchange: exchange.id }];
  });
  return { examined: Object.keys(claim).length, violations };
}

function faultOf(found: unknown, wanted: unknown): string | undefined {
  if (wanted === absent) return found === undefined ? undefined : `is ${seen(found)}, expected to be absent`;
  if (wanted === present) return found === undefined ? 'is absent' : undefined;
  if (typeof wanted === 'function') {
    const verdict = (wanted as Wanted)(found);
    return verdict === true ? undefined : verdict;
  }
  if (isDeepStrictEqual(found, wanted)) return undefined;
  return `is ${seen(found)}, expected ${seen(wanted)}`;
}
