import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { below, seen } from '../exchange/pointer.ts';
import { shapeOf } from '../exchange/shapes.ts';

/**
 * No page of a list has an entity twice: who walks the list would meet it more than once. Entities are told apart by `id`;
 * those without one show nothing. Source: Lists.
 */
export function judgeEachOnce(exchange: Exchange): Judgement {
  const shape = shapeOf(exchange);
  if (shape.kind !== 'list' || exchange.request.method !== 'GET') return nothingToSee;
  const met = new Set<string>();
  const named = shape.entities.filter(({ value }) => typeof value['id'] === 'string');
  const again = named.filter(({ value }) => {
    const id = value['id'] as string;
    const isMet = met.has(id);
    met.add(id);
    return isMet;
  });
  return judged(
    named.length > 1 ? 1 : 0,
    again.map(({ value, pointer }) => at(exchange, below(pointer, 'id'), `is ${seen(value['id'])}, which the page has twice`)),
  );
}
