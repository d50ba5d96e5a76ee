import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { errorAnswerOf } from '../exchange/error-answer.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { bodyOf } from '../exchange/json.ts';
import { seen, walk } from '../exchange/pointer.ts';
import { traceIn } from '../errors/stack-traces.ts';

/** The texts of a body: its strings, so that escaped line breaks count, or the body itself where it is no JSON. */
function textsIn(exchange: Exchange): { path: string; text: string }[] {
  const body = bodyOf(exchange);
  if (body.kind !== 'json') return [{ path: '', text: exchange.response?.body ?? '' }];
  const texts: { path: string; text: string }[] = [];
  walk(body.value, (value, path) => {
    if (typeof value === 'string') texts.push({ path, text: value });
  });
  return texts;
}

/** An error tells nothing of the server's inside and no secret. The recorder names the secrets it had to take out. */
export function judgeNoLeak(exchange: Exchange): Judgement {
  if (errorAnswerOf(exchange) === undefined || bodyOf(exchange).kind === 'empty') return nothingToSee;
  const secrets = exchange.secretsInResponse.map((name) => at(exchange, '', `contains ${name}`));
  const frames = textsIn(exchange).flatMap(({ path, text }) => {
    const trace = traceIn(text);
    return trace === undefined ? [] : [at(exchange, path, `shows ${trace.what}: ${seen(trace.shown)}`)];
  });
  return judged(1, [...secrets, ...frames]);
}
