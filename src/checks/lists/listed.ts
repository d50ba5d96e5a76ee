import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { seen } from '../exchange/pointer.ts';
import { shapeOf } from '../exchange/shapes.ts';

/** The pages of a list hold the entity with that id, or hold it nowhere. A page that is no list is a violation. */
export function judgeListed(pages: readonly Exchange[], id: string, expected: 'listed' | 'not listed'): Judgement {
  const answered = pages.filter(({ response }) => response !== null);
  const [first] = answered;
  if (first === undefined) return nothingToSee;
  const shapes = answered.map((exchange) => ({ exchange, shape: shapeOf(exchange) }));
  const odd = shapes
    .filter(({ shape }) => shape.kind !== 'list')
    .map(({ exchange }) => at(exchange, '', `is no list: ${exchange.response?.status} ${seen(exchange.response?.body)}`));
  if (odd.length > 0) return judged(answered.length, odd);
  const holding = shapes.find(({ shape }) => shape.kind === 'list' && shape.entities.some(({ value }) => value['id'] === id));
  if ((holding !== undefined) === (expected === 'listed')) return judged(answered.length, []);
  const fault = holding === undefined ? `does not hold ${id}, expected it` : `holds ${id}, expected it to be left out`;
  return judged(answered.length, [at(holding?.exchange ?? first, '/results', fault)]);
}
