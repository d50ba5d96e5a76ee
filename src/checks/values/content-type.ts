import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { header } from '../../wire/http.ts';
import { errorAnswerOf } from '../exchange/error-answer.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { bodyOf } from '../exchange/json.ts';
import { seen } from '../exchange/pointer.ts';
import { mayHaveBody } from '../exchange/request.ts';
import { isDownload } from '../exchange/shapes.ts';

/**
 * An answer with a body says that it is JSON, with any parameters, and is. Downloads and redirects are not JSON; a 405 or a
 * gateway's answer that is none is judged by nobody, because no document describes it.
 */
export function judgeJsonContentType(exchange: Exchange): Judgement {
  const { response } = exchange;
  if (response === null || response.body.trim() === '' || !mayHaveBody(exchange)) return nothingToSee;
  if (response.status >= 300 && response.status < 400) return nothingToSee;
  if (response.status < 300 && isDownload(exchange)) return nothingToSee;
  const error = errorAnswerOf(exchange);
  if (error?.outsideApi === true && bodyOf(exchange).kind !== 'json') return nothingToSee;
  const type = header(response.headers, 'content-type');
  if (type?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    return judged(1, [at(exchange, 'header Content-Type', `is ${seen(type)}, expected application/json`)]);
  }
  const body = bodyOf(exchange);
  return judged(1, body.kind === 'not-json' ? [at(exchange, '', `says that it is JSON and is none: ${body.why}`)] : []);
}
