import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { errorAnswerOf } from '../exchange/error-answer.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { bodyOf } from '../exchange/json.ts';
import { seen } from '../exchange/pointer.ts';
import { leavesOff, mayHaveBody } from '../exchange/request.ts';
import { validatorFor } from '../schemas/validators.ts';
import { isObject } from '../../wire/json.ts';

function objectOf(exchange: Exchange): Record<string, unknown> | undefined {
  const body = bodyOf(exchange);
  return body.kind === 'json' && isObject(body.value) ? body.value : undefined;
}

function noObject(exchange: Exchange, wish: string): Judgement {
  if (exchange.response === null) return nothingToSee;
  return judged(1, [at(exchange, '', `is ${seen(exchange.response.body)}, expected ${wish}`)]);
}

/** The answer is `{status, content}` with the entity as content; other fields are findings. Source: Envelopes. */
export function judgeEntityEnvelope(exchange: Exchange): Judgement {
  const body = objectOf(exchange);
  if (body === undefined) return noObject(exchange, 'an envelope of status and content');
  const extra = Object.keys(body).filter((field) => field !== 'status' && field !== 'content');
  return judged(
    1,
    validatorFor('entity-envelope')(body).map(({ path, message }) => at(exchange, path, message)),
    extra.map((field) => at(exchange, `/${field}`, 'is not part of an envelope')),
  );
}

/** A list asked for with an envelope stays what it is and gains `status`, nothing more. */
export function judgeListEnvelope(exchange: Exchange): Judgement {
  const body = objectOf(exchange);
  if (body === undefined) return noObject(exchange, 'a list with status');
  const { status, results } = body;
  const violations = [
    ...(Number.isInteger(status) ? [] : [at(exchange, '/status', `is ${seen(status)}, expected an HTTP status`)]),
    ...(Array.isArray(results) ? [] : [at(exchange, '/results', `is ${seen(results)}, expected an array`)]),
    ...('content' in body ? [at(exchange, '/content', 'wraps what needs no second envelope')] : []),
  ];
  return judged(1, violations);
}

/** What a list has in an envelope that it does not have without, `status` aside, and the reverse. Source: Envelopes. */
export function judgeGainsOnlyStatus(plain: Exchange, enveloped: Exchange): Judgement {
  const [without, within] = [objectOf(plain), objectOf(enveloped)];
  if (without === undefined || within === undefined) return noObject(enveloped, 'a list with status');
  const more = Object.keys(within).filter((field) => field !== 'status' && !(field in without));
  const less = Object.keys(without).filter((field) => !(field in within));
  return judged(1, [
    ...more.map((field) => at(enveloped, `/${field}`, 'is not there without an envelope')),
    ...less.map((field) => at(enveloped, `/${field}`, 'is absent, without an envelope it is there')),
  ]);
}

/**
 * `status` in an envelope is the real HTTP status. How errors travel in one is not documented: they may come with
 * HTTP 200, and then the envelope has to agree with the error document; or without an envelope, which is a finding.
 */
export function judgeEnvelopeStatus(exchange: Exchange): Judgement {
  const body = objectOf(exchange);
  const status = body?.['status'];
  if (body !== undefined && errorAnswerOf(exchange)?.document === body) {
    return judged(1, [], [at(exchange, '', 'is an error document that comes without the envelope')]);
  }
  if (exchange.response === null || body === undefined || typeof status !== 'number') return nothingToSee;
  const http = exchange.response.status;
  const error = isObject(body['content']) && 'reason' in body['content'] ? body['content']['error'] : undefined;
  const expected = http === 200 && typeof error === 'number' ? error : http;
  if (status === expected) return judged(1, []);
  return judged(1, [at(exchange, '/status', `is ${status}, but the status is ${expected}`)]);
}

/** An answer to a request that asked for no envelope has none. */
export function judgeNoEnvelope(exchange: Exchange): Judgement {
  const body = objectOf(exchange);
  if (body === undefined || !leavesOff(exchange, 'envelope') || !mayHaveBody(exchange)) return nothingToSee;
  if (!('status' in body) || typeof body['status'] !== 'number') return judged(1, []);
  if ('content' in body) return judged(1, [at(exchange, '', 'is an envelope, and none was asked for')]);
  if ('results' in body) return judged(1, [at(exchange, '/status', 'is there, and no envelope was asked for')]);
  return judged(1, []);
}
