import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { judgeErrorShape } from '../errors/error-document.ts';
import { at, judged, together } from '../exchange/judgement.ts';
import { judgeListShape } from '../lists/page.ts';
import { urlOf } from '../exchange/request.ts';
import { shapeOf } from '../exchange/shapes.ts';

/**
 * What to do with a paging value out of range is nowhere documented: a refusal with an error document is sound, and so
 * is a well-formed page. Which of the two it was is told as a finding.
 */
export function judgePageOrRefusal(exchange: Exchange): Judgement {
  const { status = 0 } = exchange.response ?? {};
  const { search } = urlOf(exchange);
  if (status >= 400 && status < 500) {
    return together(judged(1, [], [at(exchange, 'status', `${search} is refused with ${status}`)]), judgeErrorShape(exchange));
  }
  if (status === 200 && shapeOf(exchange).kind === 'list') {
    return together(judged(1, [], [at(exchange, 'status', `${search} brings a page`)]), judgeListShape(exchange));
  }
  return judged(1, [at(exchange, 'status', `is ${status} without a list, expected an error document or a page`)]);
}
