import { errorCodes, type ErrorCodeName } from '../../contract/error-codes/index.ts';
import { fillersOf, type Filler } from '../../contract/error-codes/fillers.ts';
import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { isObject } from '../../wire/json.ts';
import { errorAnswerOf } from '../exchange/error-answer.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { below, seen, walk } from '../exchange/pointer.ts';
import { judgeFilled } from './error-text.ts';
import { filledInto } from './filled-in.ts';
import { misnamed } from './misnamed.ts';
import { names } from './same-name.ts';
import { saidIn } from './said-in-request.ts';

type Rules = readonly (Filler | undefined)[];

/**
 * What a refusal names is what was asked for. What fills the code's message is taken from `detail`, where that follows the
 * table's wording, and from `parameters`, where there are as many as the message has places, in whatever order. Another
 * wording, or another number, shows nothing, and so does a place of which the request says nothing. Source: the messages
 * of the error tables; Errors, by its example.
 */
export function misnamedIn(
  exchange: Exchange,
  code: ErrorCodeName,
  { detail, parameters }: Readonly<Record<string, unknown>>,
  pointer: string,
): Violation[] {
  const rules: Rules = fillersOf(code, templatesOf(code)[0]!);
  if (rules.every((rule) => rule === undefined || rule.is === 'any')) return [];
  const said = saidIn(exchange);
  const wrong = (rule: Filler | undefined, text: string): string | undefined =>
    rule === undefined ? undefined : misnamed(exchange, said, rule, text);
  const fillers = fillersIn(exchange, code, detail);
  const inDetail = fillers
    .map((text, index) => ({ text, why: wrong(rules[index], text) }))
    .filter(({ why }) => why !== undefined)
    .map(({ text, why }) => at(exchange, below(pointer, 'detail'), `is ${seen(detail)}: ${seen(text)} ${why}`));
  return [...inDetail, ...misnamedInParameters(exchange, parameters, pointer, rules, wrong)];
}

const templatesOf = (code: ErrorCodeName): readonly string[] => {
  const { message } = errorCodes[code];
  return typeof message === 'string' ? [message] : Object.values(message);
};

/** What fills the message in `detail`; nothing where it has other words, or a placeholder that was left, which has a row of its own. */
function fillersIn(exchange: Exchange, code: ErrorCodeName, detail: unknown): readonly string[] {
  if (typeof detail !== 'string' || judgeFilled(exchange).violations.length > 0) return [];
  return (
    templatesOf(code)
      .map((one) => filledInto(one, detail))
      .find((one) => one !== undefined) ?? []
  );
}

/** Of what a request may have several. */
const oneOfMany: ReadonlySet<Filler['is'] | undefined> = new Set([
  'sent value',
  'sent field',
  'field',
  'missing field',
  'sent parameter',
  'missing parameter',
]);

/**
 * Where a request was refused for one field, value or parameter alone, that one is named, or what it stands in; where and
 * how as in the others. Shows nothing of codes that name more, or something else.
 */
export function judgeNamesTheOne(exchange: Exchange, code: ErrorCodeName, one: string): Judgement {
  const answer = errorAnswerOf(exchange);
  const rules = fillersOf(code, templatesOf(code)[0]!);
  if (answer?.document?.['errorCode'] !== code || rules.length !== 1 || !oneOfMany.has(rules[0]?.is)) return nothingToSee;
  const { detail, parameters } = answer.document;
  const texts = [
    ...fillersIn(exchange, code, detail).map((text) => ({ text, path: below(answer.pointer, 'detail') })),
    ...(Array.isArray(parameters) && parameters.length === 1
      ? [{ text: parameters[0] as unknown, path: below(below(answer.pointer, 'parameters'), 0) }]
      : []),
  ];
  const { document } = saidIn(exchange);
  const wrong = texts.filter(({ text }) => typeof text === 'string' && !names(text, one) && !standsIn(document, one, text));
  return judged(
    texts.length,
    wrong.map(({ text, path }) => at(exchange, path, `names ${seen(text)}, but what was refused is ${seen(one)} alone`)),
  );
}

/** Whether a field or a value is somewhere in what a field of that name holds. */
function standsIn(document: unknown, one: string, field: string): boolean {
  let found = false;
  walk(document, (value, _pointer, key) => {
    if (!isObject(value) && !Array.isArray(value)) return;
    if (key !== '' && names(field, key)) walk(value, (_inner, _at, inner) => (found ||= inner === one));
  });
  return found;
}

/** Places whose text tells that it belongs there; whatever is put in another would do, so that nothing is moved to it. */
const tells: ReadonlySet<Filler['is'] | undefined> = new Set(['that', 'of', 'sent value', 'sent field', 'sent parameter']);

function misnamedInParameters(
  exchange: Exchange,
  parameters: unknown,
  pointer: string,
  rules: Rules,
  wrong: (rule: Filler | undefined, text: string) => string | undefined,
): Violation[] {
  if (!Array.isArray(parameters) || parameters.length !== rules.length) return [];
  const texts = parameters.filter((one): one is string => typeof one === 'string');
  if (texts.length !== parameters.length) return [];
  const isInPlace = (text: string, index: number): boolean => text === texts[index] || tells.has(rules[index]?.is);
  const fits = (order: readonly string[]): boolean =>
    order.every((text, index) => isInPlace(text, index) && wrong(rules[index], text) === undefined);
  if (orders(texts).some(fits)) return [];
  const first = texts.findIndex((text, index) => wrong(rules[index], text) !== undefined);
  const text = texts[first]!;
  const path = below(below(pointer, 'parameters'), first);
  return [at(exchange, path, `is ${seen(text)}, which ${wrong(rules[first], text)}`)];
}

/** All orders of a few texts; a message has three places at most. */
function orders(texts: readonly string[]): string[][] {
  if (texts.length < 2) return [[...texts]];
  return texts.flatMap((text, index) => orders(texts.toSpliced(index, 1)).map((rest) => [text, ...rest]));
}
