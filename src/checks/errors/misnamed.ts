import type { Filler, Thing } from '../../contract/error-codes/fillers.ts';
import { anyId } from '../../contract/ids.ts';
import { operations } from '../../contract/operations/index.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { seen } from '../exchange/pointer.ts';
import { placeOf, unescaped, urlOf } from '../exchange/request.ts';
import { operationOf } from '../schemas/conformance.ts';
import { isFieldName } from '../schemas/field-names.ts';
import { lacks } from '../schemas/lacking.ts';
import { isSame, names } from './same-name.ts';
import type { Said } from './said-in-request.ts';

/** Why a text cannot be what fills that place of a message, for a person; undefined where it may be. */
export function misnamed(exchange: Exchange, said: Said, filler: Filler, text: string): string | undefined {
  switch (filler.is) {
    case 'any':
      return undefined;
    case 'that':
      return notThat(said, filler.thing, text);
    case 'of':
      return notOf(said, filler.thing, text);
    case 'sent value':
      return notSent(said, text);
    case 'sent field':
      return notAmong([...said.fields, ...said.parameters], lastPart(text), 'no field of the request');
    case 'field':
      return isFieldName(lastPart(text)) ? undefined : notAmong(said.fields, lastPart(text), 'no field of the request');
    case 'missing field':
      return notMissing(exchange, said, text);
    case 'sent parameter':
      return notAmong(said.parameters, text, 'no parameter of the query');
    case 'parameter':
      return isValue(said, text) ? 'is a value of the request, and no parameter' : undefined;
    case 'missing parameter':
      return notMissingParameter(exchange, said, text);
    case 'path':
    case 'limited path':
      return notItsPath(exchange, text, filler.is === 'limited path');
  }
}

const isAmong = (values: readonly string[], text: string): boolean => values.some((value) => names(text, value));

const notAmong = (values: readonly string[], text: string, why: string): string | undefined =>
  values.length === 0 || isAmong(values, text) ? undefined : `is ${why}, which has ${seen([...new Set(values)])}`;

/** What the request gives another name than that of this thing. */
function isOfAnother({ named }: Said, thing: Thing, text: string): Thing | undefined {
  return [...named].find(([other, values]) => other !== thing && values.some((value) => isSame(text, value)))?.[0];
}

/** Of a thing that the request does not name, nothing can be told. */
function notThat({ named, others }: Said, thing: Thing, text: string): string | undefined {
  const own = named.get(thing) ?? [];
  if (thing === 'address') return notThatAddress(own, text);
  return own.length === 0 || isAmong([...own, ...others], text) ? undefined : isNot(thing, own);
}

const isNot = (thing: Thing, own: readonly string[]): string =>
  `is not the ${thing} that was asked for, ${seen(own.length === 1 ? own[0] : own)}`;

/** An address and the block that holds it alone are one; IPv6 has too many spellings to be compared as text. */
function notThatAddress(own: readonly string[], text: string): string | undefined {
  const alone = (address: string): string => address.replace(/\/(?:32|128)$/, '');
  if ([text, ...own].some((address) => address.includes(':'))) return undefined;
  return notAmong(own.map(alone), alone(text), 'not the address that was asked for');
}

const nothing = /^(?:null|undefined|none|nil|nan|\[object object\])?$/i;
const isId = new RegExp(`^${anyId}$`, 'i');

/** The server may know a name of the thing that the request does not have; it is none of another thing's. */
function notOf(said: Said, thing: Thing, text: string): string | undefined {
  const own = said.named.get(thing) ?? [];
  if (own.length === 0 || isAmong(own, text)) return undefined;
  if (nothing.test(text) || (isId.test(text) && !isAmong(said.others, text))) return isNot(thing, own);
  const other = isOfAnother(said, thing, text);
  return other === undefined ? undefined : `is what the request says of the ${other}, not of the ${thing}`;
}

/** What is no text, number or truth value may be written in any way. */
function notSent(said: Said, text: string): string | undefined {
  if (said.isUnreadable || /^[{[]/.test(text)) return undefined;
  return notAmong([...said.bodyValues, ...said.queryValues, ...said.others], text, 'no value of the request');
}

const isValue = ({ named, bodyValues, queryValues, fields, parameters }: Said, text: string): boolean =>
  ![...fields, ...parameters].some((name) => isSame(text, name)) &&
  [...named.values(), bodyValues, queryValues].flat().some((value) => isSame(text, value));

/** A field may be told with the way to it: `notifications[0].delayMin`. */
const lastPart = (text: string): string => text.split(/[./[\]]+/).findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? text;

/** Each object that could have the field has it; or what is named is no field but what the request says somewhere else. */
function notMissing(exchange: Exchange, said: Said, text: string): string | undefined {
  if (isValue(said, text)) return 'is a value of the request, and no field';
  const field = lastPart(text);
  if (!said.fields.includes(field)) return undefined;
  const id = operationOf(exchange);
  return lacks(said.document, field, id && operations[id].schema) ? undefined : 'is a field that the request has';
}

function notMissingParameter(exchange: Exchange, said: Said, text: string): string | undefined {
  if (isValue(said, text)) return 'is a value of the request, and no parameter';
  return urlOf(exchange).searchParams.get(text) ? 'is a parameter that the query has' : undefined;
}

/** A path as it compares: without host, query and trailing slashes, unescaped. What is no path describes the resource in words. */
function pathIn(text: string): string | undefined {
  const path = text.trim().replace(/^[a-z]+:\/\/[^/]+/i, '');
  return path.startsWith('/') ? unescaped(path.replace(/[?#].*$/s, '').replace(/\/+$/, '')) : undefined;
}

/** A prefix that a proxy takes off or puts before it may lack or be there; of a limit, the path of the project suffices. */
function notItsPath(exchange: Exchange, text: string, isLimit: boolean): string | undefined {
  const path = pathIn(text);
  const place = unescaped(placeOf(exchange) ?? urlOf(exchange).pathname).replace(/\/+$/, '');
  if (path === undefined) return undefined;
  const shortest = isLimit ? (/^\/(?:groups|orgs|users)\/[^/]+/.exec(place)?.[0] ?? place) : place;
  const whole = urlOf(exchange).pathname;
  const fits = (asked: string): boolean => isSame(path, asked) || (path.endsWith(asked) && asked !== '');
  const asked = isLimit ? prefixes(place).filter((one) => one.length >= shortest.length) : [place];
  if (asked.some(fits) || isSame(path, whole) || /[{<*]/.test(path)) return undefined;
  return `is not the path that was asked for, ${seen(whole)}`;
}

const prefixes = (path: string): string[] => path.split('/').map((_, index, segments) => segments.slice(0, index + 1).join('/'));
