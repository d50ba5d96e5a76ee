import { errorCodes } from '../../contract/error-codes/index.ts';
import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { errorAnswerOf } from '../exchange/error-answer.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { below, seen } from '../exchange/pointer.ts';
import { unescaped, urlOf } from '../exchange/request.ts';
import { filledInto } from './filled-in.ts';
import { names } from './same-name.ts';

interface Text {
  readonly detail: unknown;
  readonly parameters: unknown;
  readonly pointer: string;
}

function textOf(exchange: Exchange): Text | undefined {
  const answer = errorAnswerOf(exchange);
  if (answer?.document === undefined) return undefined;
  const { detail, parameters } = answer.document;
  return { detail, parameters, pointer: answer.pointer };
}

const noDocument = (exchange: Exchange): Judgement => judged(1, [at(exchange, '', 'is no error document')]);

const stringsIn = (parameters: unknown): string[] =>
  Array.isArray(parameters) ? parameters.filter((item): item is string => typeof item === 'string') : [];

/**
 * What of these values `detail` names is in `parameters` too. A value that the message leaves out shows nothing.
 * Source: Errors, by its example; what the page says of the field in words speaks of the request instead.
 */
export function judgeFilledIn(exchange: Exchange, values: readonly string[]): Judgement {
  const text = textOf(exchange);
  if (text === undefined) return noDocument(exchange);
  const { detail, parameters, pointer } = text;
  const named = values.filter((value) => typeof detail === 'string' && detail.includes(value));
  const known = stringsIn(parameters);
  return judged(
    named.length,
    named
      .filter((value) => !known.some((parameter) => parameter.includes(value)))
      .map((value) =>
        at(exchange, below(pointer, 'parameters'), `is ${seen(parameters)}, but ${seen(value)} was filled into the detail`),
      ),
  );
}

/** `detail` names each of these, in whatever words, case and order. Source: Stop Monitoring a Process. */
export function judgeSays(exchange: Exchange, ...values: readonly string[]): Judgement {
  const text = textOf(exchange);
  if (text === undefined) return noDocument(exchange);
  const { detail, pointer } = text;
  const missing = values.filter((value) => typeof detail !== 'string' || !names(detail, value));
  return judged(
    values.length,
    missing.map((value) => at(exchange, below(pointer, 'detail'), `is ${seen(detail)}, expected one that names ${value}`)),
  );
}

/**
 * The number of requests that a limit is told to be is this one. Taken from `detail` where it has the table's wording, and
 * from the second of three `parameters`; digits may be grouped. Source: the message of RATE_LIMITED.
 */
export function judgeNamesLimit(exchange: Exchange, limit: number): Judgement {
  const text = textOf(exchange);
  if (text === undefined) return noDocument(exchange);
  const { detail, parameters, pointer } = text;
  const { message } = errorCodes.RATE_LIMITED;
  const fillers = typeof detail === 'string' && typeof message === 'string' ? filledInto(message, detail) : undefined;
  const said = [
    { value: fillers?.[1], path: below(pointer, 'detail') },
    { value: stringsIn(parameters).length === 3 ? stringsIn(parameters)[1] : undefined, path: below(pointer, 'parameters') },
  ].filter(({ value }) => value !== undefined && /^\d+$|^\d{1,3}(?:[.,'\s]\d{3})+$/.test(value));
  const wrong = said.filter(({ value }) => value?.replace(/\D/g, '') !== String(limit));
  return judged(
    said.length,
    wrong.map(({ value, path }) => at(exchange, path, `names a limit of ${value}, but ${limit} requests went through`)),
  );
}

/** The path of the request, with or without its query, is the one parameter. A prefix that a proxy took off may lack. */
export function judgeNamesPath(exchange: Exchange): Judgement {
  const text = textOf(exchange);
  if (text === undefined) return noDocument(exchange);
  const { parameters, pointer } = text;
  const { pathname } = urlOf(exchange);
  const fits = (parameter: string): boolean => {
    const path = parameter.replace(/\?.*$/s, '');
    return /^\/[^/]+\//.test(path) && pathname.endsWith(path);
  };
  const known = stringsIn(parameters);
  if (known.length === 1 && known.every(fits)) return judged(1, []);
  return judged(1, [at(exchange, below(pointer, 'parameters'), `is ${seen(parameters)}, expected ${seen([pathname])}`)]);
}

/** What templates leave behind when nothing was filled in; words in lower case may be data in braces. */
const placeholders = /%[ds]|\$\{|\{\d*\}|\{[A-Z][A-Z0-9_ -]*\}|<[A-Z][A-Z0-9_ -]*>/;

/** The first placeholder that was left in `detail`; what the request itself said in such signs is no placeholder. */
function leftIn(detail: string, { request }: Exchange): string | undefined {
  const left = placeholders.exec(detail)?.[0];
  if (left === undefined) return undefined;
  const said = [request.url, unescaped(request.url), request.body ?? ''];
  return said.some((text) => text.includes(left)) ? undefined : left;
}

/** Whatever is refused, `detail` says something, and no placeholder is left in it. */
export function judgeFilled(exchange: Exchange): Judgement {
  const text = textOf(exchange);
  if (typeof text?.detail !== 'string') return nothingToSee;
  const path = below(text.pointer, 'detail');
  if (text.detail.trim() === '') return judged(1, [at(exchange, path, `is ${seen(text.detail)}, expected text for people`)]);
  const left = leftIn(text.detail, exchange);
  return judged(
    1,
    left === undefined ? [] : [at(exchange, path, `is ${seen(text.detail)}, in which ${seen(left)} was not filled`)],
  );
}

/** `detail` is text for people: words, with every placeholder filled. */
export function judgeReadable(exchange: Exchange): Judgement {
  const text = textOf(exchange);
  if (text === undefined) return noDocument(exchange);
  const { detail, pointer } = text;
  const path = below(pointer, 'detail');
  if (typeof detail !== 'string' || !/\S\s+\S/.test(detail))
    return judged(1, [at(exchange, path, `is ${seen(detail)}, expected a sentence`)]);
  return judgeFilled(exchange);
}
