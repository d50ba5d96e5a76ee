import { operations } from '../contract/operations.ts';
import type { Judgement } from '../contract/outcomes.ts';
import type { Exchange } from '../wire/exchange.ts';
import { operationOf } from './conformance.ts';
import { at, judged, nothingToSee } from './judgement.ts';

/** The HTTP status is the expected one, or one of them. An exchange without an answer shows nothing. */
export function judgeStatus(exchange: Exchange, expected: number | readonly number[]): Judgement {
  if (exchange.response === null) return nothingToSee;
  const { status } = exchange.response;
  const allowed = typeof expected === 'number' ? [expected] : expected;
  if (allowed.includes(status)) return judged(1, []);
  return judged(1, [at(exchange, 'status', `is ${status}, expected ${allowed.join(' or ')}`)]);
}

/**
 * A create was answered 201, or 200 where the endpoint's page shows that or shows no status at all; 202 where the work
 * may go on after the answer.
 */
export function judgeCreated(exchange: Exchange): Judgement {
  const id = operationOf(exchange);
  const { ok, asynchronous } = id === undefined ? { ok: [200] } : operations[id];
  return judgeStatus(exchange, [...new Set([201, ...ok, ...(asynchronous ? [202] : [])])]);
}

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** 202 accepts an operation that is still to be done, so it never answers a read. Source: Response Codes. */
export function judgeAcceptedOnlyForWrites(exchange: Exchange): Judgement {
  const status = exchange.response?.status ?? 0;
  if (status < 200 || status > 299) return nothingToSee;
  const { method } = exchange.request;
  if (status !== 202 || writes.has(method.toUpperCase())) return judged(1, []);
  return judged(1, [at(exchange, 'status', `is 202 for ${method}, which asks for no operation`)]);
}
