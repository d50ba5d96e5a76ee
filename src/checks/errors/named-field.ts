import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { errorAnswerOf } from '../exchange/error-answer.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { bodyOf } from '../exchange/json.ts';
import { seen } from '../exchange/pointer.ts';

/** The refusal says, in `detail` or in `parameters`, which field it is about. Source: Rejects Invalid Fields. */
export function judgeNamesField(exchange: Exchange, field: string): Judgement {
  if (exchange.response === null) return nothingToSee;
  const answer = errorAnswerOf(exchange);
  if (answer?.document === undefined) {
    const message = `has no error document (${bodyOf(exchange).kind}), expected one that names ${field}`;
    return judged(1, [at(exchange, '', message)]);
  }
  const { detail, parameters } = answer.document;
  const texts = [detail, ...(Array.isArray(parameters) ? (parameters as unknown[]) : [])];
  if (texts.some((text) => typeof text === 'string' && text.includes(field))) return judged(1, []);
  const said = `detail is ${seen(detail)}, parameters are ${seen(parameters)}`;
  return judged(1, [at(exchange, answer.pointer, `does not name the field ${field}: ${said}`)]);
}
