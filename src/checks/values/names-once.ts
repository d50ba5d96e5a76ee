import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { repeatedNames } from '../../wire/json-text.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { bodyOf } from '../exchange/json.ts';
import { mayHaveBody } from '../exchange/request.ts';

/** As many are told of one answer. */
const mostTold = 20;

/**
 * No object of a JSON answer, refusals included, has two members of one name: which of them holds depends on who reads
 * it. Source: JSON; RFC 8259, 4.
 */
export function judgeNamesOnce(exchange: Exchange): Judgement {
  const body = bodyOf(exchange);
  if (body.kind !== 'json' || typeof body.value !== 'object' || !mayHaveBody(exchange)) return nothingToSee;
  const repeated = repeatedNames(exchange.response?.body ?? '').slice(0, mostTold);
  return judged(
    1,
    repeated.map((pointer) => at(exchange, pointer, 'is there more than once')),
  );
}
