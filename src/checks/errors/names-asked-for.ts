import { errorCodes, type ErrorCodeName } from '../../contract/error-codes/index.ts';
import { fillersOf, type Filler } from '../../contract/error-codes/fillers.ts';
import type { Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at } from '../exchange/judgement.ts';
import { below, seen } from '../exchange/pointer.ts';
import { judgeFilled } from './error-text.ts';
import { filledInto } from './filled-in.ts';
import { misnamed } from './misnamed.ts';
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
  const { message } = errorCodes[code];
  const templates = typeof message === 'string' ? [message] : Object.values(message);
  const rules: Rules = fillersOf(code, templates[0]!);
  if (rules.every((rule) => rule === undefined || rule.is === 'any')) return [];
  const said = saidIn(exchange);
  const wrong = (rule: Filler | undefined, text: string): string | undefined =>
    rule === undefined ? undefined : misnamed(exchange, said, rule, text);
  // A placeholder that was left is told by the row of those.
  const isFilled = judgeFilled(exchange).violations.length === 0;
  const fillers =
    typeof detail === 'string' && isFilled ? templates.map((one) => filledInto(one, detail)).find((one) => one) : undefined;
  const inDetail = (fillers ?? [])
    .map((text, index) => ({ text, why: wrong(rules[index], text) }))
    .filter(({ why }) => why !== undefined)
    .map(({ text, why }) => at(exchange, below(pointer, 'detail'), `is ${seen(detail)}: ${seen(text)} ${why}`));
  return [...inDetail, ...misnamedInParameters(exchange, parameters, pointer, rules, wrong)];
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
