import { errorCodes, isErrorCodeName, undocumentedCodes } from '../../contract/error-codes/index.ts';
import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { errorAnswerOf, type ErrorAnswer } from '../exchange/error-answer.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { bodyOf } from '../exchange/json.ts';
import { below, seen } from '../exchange/pointer.ts';
import { reasonPhrases } from './reason-phrases.ts';
import { validatorFor } from '../schemas/validators.ts';

/** A field of an error document; of refused logins and server errors none is looked at. */
function fieldOf(exchange: Exchange, field: string) {
  const answer = errorAnswerOf(exchange);
  const value = answer?.document?.[field];
  if (answer === undefined || value === undefined || isExempt(answer)) return undefined;
  return { value, path: below(answer.pointer, field), status: answer.status };
}

/** What the container around the API answers with 405 is looked at, but not held to the fields. */
const isExempt = ({ outsideApi, status }: ErrorAnswer): boolean => outsideApi && status !== 405;

function missingDocument(exchange: Exchange): string {
  const body = bodyOf(exchange);
  if (body.kind === 'empty') return 'is empty, expected an error document';
  if (body.kind === 'not-json') return `is not JSON (${body.why}), expected an error document`;
  return `is ${seen(body.value)}, expected an error document`;
}

/**
 * A refusal brings a JSON document with detail, error, errorCode, parameters and reason of the documented types.
 * What the fields hold is judged by the others below. Refused logins and server errors are not held to it; a 405 is
 * neither, but what it lacks is a finding. Source: Errors.
 */
export function judgeErrorShape(exchange: Exchange): Judgement {
  const answer = errorAnswerOf(exchange);
  if (answer === undefined || isExempt(answer)) return nothingToSee;
  const faults =
    answer.document === undefined
      ? [at(exchange, answer.pointer, missingDocument(exchange))]
      : validatorFor('error')(answer.document)
          .filter(({ path, keyword }) => path.split('/').length === 2 && (keyword === 'required' || keyword === 'type'))
          .map(({ path, message }) => at(exchange, answer.pointer + path, message));
  return answer.outsideApi ? judged(0, [], faults) : judged(1, faults);
}

/** `error` is the HTTP status; in an envelope that HTTP 200 carries, the envelope's. */
export function judgeErrorStatus(exchange: Exchange): Judgement {
  const field = fieldOf(exchange, 'error');
  if (typeof field?.value !== 'number') return nothingToSee;
  if (field.value === field.status) return judged(1, []);
  return judged(1, [at(exchange, field.path, `is ${field.value}, but the status is ${field.status}`)]);
}

/** `reason` is a phrase that is or was standard for the status, in any case of letters. */
export function judgeReason(exchange: Exchange): Judgement {
  const field = fieldOf(exchange, 'reason');
  if (typeof field?.value !== 'string') return nothingToSee;
  const { value, status, path } = field;
  const phrases = reasonPhrases(status);
  if (phrases.length === 0) return nothingToSee;
  if (phrases.some((phrase) => phrase.toLowerCase() === value.toLowerCase())) return judged(1, []);
  return judged(1, [at(exchange, path, `is ${seen(value)}, expected ${seen(phrases[0])} for ${status}`)]);
}

/** `errorCode` is a named constant; one that no table lists, or lists with another status, is a finding. */
export function judgeErrorCode(exchange: Exchange): Judgement {
  const field = fieldOf(exchange, 'errorCode');
  if (typeof field?.value !== 'string') return nothingToSee;
  const { value, path, status } = field;
  if (!/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(value)) {
    return judged(1, [at(exchange, path, `is ${seen(value)}, expected words in upper case joined by underscores`)]);
  }
  if (!isErrorCodeName(value)) {
    const isKnown = Object.hasOwn(undocumentedCodes, value);
    return judged(
      1,
      [],
      [at(exchange, path, isKnown ? `${value} is in no table, but known of servers` : `undocumented code ${value}`)],
    );
  }
  const documented = errorCodes[value].status;
  if (documented === status) return judged(1, []);
  return judged(1, [], [at(exchange, path, `${value} came with ${status}, documented with ${documented}`)]);
}

/** So many parameters are looked for in the detail; no message has more than a handful of places to fill. */
const mostLookedFor = 100;

/** `parameters` holds strings; one that does not occur in `detail` is a finding. */
export function judgeParameters(exchange: Exchange): Judgement {
  const field = fieldOf(exchange, 'parameters');
  if (field === undefined || !Array.isArray(field.value)) return nothingToSee;
  const items = field.value.map((item: unknown, index) => ({ item, path: below(field.path, index) }));
  const detail = fieldOf(exchange, 'detail')?.value;
  return judged(
    1,
    items
      .filter(({ item }) => typeof item !== 'string')
      .map(({ item, path }) => at(exchange, path, `is ${seen(item)}, expected a string`)),
    items
      .slice(0, mostLookedFor)
      .filter(({ item }) => typeof item === 'string' && typeof detail === 'string' && !detail.includes(item))
      .map(({ item, path }) => at(exchange, path, `${seen(item)} does not occur in the detail ${seen(detail)}`)),
  );
}

/** `detail` is text for people: a wording other than the template's is never more than a finding. */
export function judgeDetail(exchange: Exchange, template: string): Judgement {
  const field = fieldOf(exchange, 'detail');
  if (typeof field?.value !== 'string') return nothingToSee;
  // What is filled in may be empty or a blank.
  const wanted = loose(template)
    .split(/\{[^{}]*\}/)
    .map((part) => part.trim());
  if (isMadeOf(loose(field.value), wanted)) return judged(1, []);
  return judged(1, [], [at(exchange, field.path, `is ${seen(field.value)}, documented as ${seen(template)}`)]);
}

/**
 * The text begins with the first part and ends with the last, with the others between them in order. Taking each where
 * it first stands is enough; a pattern of several `.*` would try every place of each.
 */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  const [first = '', ...more] = parts;
  const last = more.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let behind = first.length;
  for (const part of more) {
    const found = text.indexOf(part, behind);
    if (found === -1) return false;
    behind = found + part.length;
  }
  return behind + last.length <= text.length;
}

/** The two products differ in case, hyphens and quotes, and real servers quote the names they fill in. */
function loose(text: string): string {
  return text
    .toLowerCase()
    .replace(/["'`“”‘’]/g, '')
    .replace(/[-\s]+/g, ' ')
    .replace(/\.\s*$/, '')
    .trim();
}
