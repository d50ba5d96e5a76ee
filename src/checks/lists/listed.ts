import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { contentOf } from '../exchange/json.ts';
import { seen } from '../exchange/pointer.ts';
import { isObject } from '../../wire/json.ts';
import { mayBeBareArray, shapeOf } from '../exchange/shapes.ts';

/**
 * The pages of a list hold the entity with that id, or hold it nowhere. A page that is no list is a violation; an array is
 * one where clients know it as such.
 */
export function judgeListed(pages: readonly Exchange[], id: string, expected: 'listed' | 'not listed'): Judgement {
  const answered = pages.filter(({ response }) => response !== null);
  const [first] = answered;
  if (first === undefined) return nothingToSee;
  const shapes = answered.map((exchange) => ({ exchange, shape: shapeOf(exchange) }));
  const odd = shapes
    .filter(({ exchange, shape }) => shape.kind !== 'list' && !(shape.kind === 'array' && mayBeBareArray(exchange)))
    .map(({ exchange }) => at(exchange, '', `is no list: ${exchange.response?.status} ${seen(exchange.response?.body)}`));
  if (odd.length > 0) return judged(answered.length, odd);
  const holding = shapes.find(({ shape }) => 'entities' in shape && shape.entities.some(({ value }) => value['id'] === id));
  if ((holding !== undefined) === (expected === 'listed')) return judged(answered.length, []);
  const fault = holding === undefined ? `does not hold ${id}, expected it` : `holds ${id}, expected it to be left out`;
  return judged(answered.length, [at(holding?.exchange ?? first, '/results', fault)]);
}

/**
 * A list counts no more than it did before; fewer it may, since what is removed may go a while later. Undefined where the
 * two are no lists.
 */
export function judgeNothingAdded(before: Exchange, after: Exchange): Judgement | undefined {
  const [most, now] = [countIn(before), countIn(after)];
  if (most === undefined || now === undefined) return undefined;
  return judged(1, now > most ? [at(after, '', `counts ${now}, expected no more than the ${most} of before`)] : []);
}

/** How many a list says that it has, or an array has. */
function countIn(exchange: Exchange): number | undefined {
  const value = contentOf(exchange)?.value;
  if (Array.isArray(value)) return value.length;
  const { totalCount, results } = isObject(value) ? value : {};
  if (typeof totalCount === 'number') return totalCount;
  return Array.isArray(results) ? results.length : undefined;
}

/** That text, which nothing else is called, is nowhere in the document of an answer. One without a document is a violation. */
export function judgeNamedNowhere(exchange: Exchange, text: string): Judgement {
  if (exchange.response === null) return nothingToSee;
  const { status, body } = exchange.response;
  const content = contentOf(exchange);
  if (content === undefined || status >= 300) return judged(1, [at(exchange, '', `is no document: ${status} ${seen(body)}`)]);
  // Links may repeat what was asked for.
  const { value, pointer } = content;
  const rest = isObject(value) ? { ...value, links: undefined } : value;
  return judged(
    1,
    JSON.stringify(rest).includes(text) ? [at(exchange, pointer, `has ${text} in it, expected nothing of it`)] : [],
  );
}
