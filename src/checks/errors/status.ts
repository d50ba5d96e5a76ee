import { operations } from '../../contract/operations/index.ts';
import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { isOfGateway } from '../../wire/gateway.ts';
import { operationOf } from '../schemas/conformance.ts';
import { errorAnswerOf } from '../exchange/error-answer.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { pageAskedFor, placeOf, urlOf } from '../exchange/request.ts';
import { isDownload } from '../exchange/shapes.ts';

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

/** What real servers are known to answer where a list is too long to be paged through. */
const tooDeep = 'TIMEOUT_WHILE_PAGING';

/**
 * A documented operation is not answered with a fault of the server. Looked at are reads whose paging is in range, and
 * writes without a body, since what is wrong with a body cannot be told here. A gateway's fault is not the server's.
 */
export function judgeNoServerError(exchange: Exchange): Judgement {
  const {
    request: { method, body },
    response,
  } = exchange;
  if (response === null || isOfGateway(response) || operationOf(exchange) === undefined) return nothingToSee;
  if ((body !== null && method !== 'GET') || pageAskedFor(urlOf(exchange)) === undefined) return nothingToSee;
  const error = errorAnswerOf(exchange);
  const code = error?.document?.['errorCode'];
  // 501 says that the target does not have the operation.
  if (response.status < 500 || response.status === 501 || code === tooDeep) return judged(1, []);
  return judged(1, [
    at(
      exchange,
      'status',
      `is ${response.status}${typeof code === 'string' ? ` ${code}` : ''} for ${method} ${placeOf(exchange)}`,
    ),
  ]);
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

/** A status of 2xx. */
const isSuccess = (status: number): boolean => status >= 200 && status <= 299;

/** A read of a known resource that succeeds is answered 200. A file may come in parts. Source: Response Codes. */
export function judgeOkOnGet(exchange: Exchange): Judgement {
  const shows = isSuccess(exchange.response?.status ?? 0) && operationOf(exchange) !== undefined && !isDownload(exchange);
  return shows && exchange.request.method === 'GET' ? judgeStatus(exchange, 200) : nothingToSee;
}

/** judgeCreated of the creates that succeed, which are known by the name of their operation. */
export function judgeCreatedOnCreate(exchange: Exchange): Judgement {
  const isCreate = operationOf(exchange)?.endsWith('.create') ?? false;
  return isCreate && isSuccess(exchange.response?.status ?? 0) ? judgeCreated(exchange) : nothingToSee;
}

/** The statuses that say that a write was done, or will be: 201 that there is something new, 204 that nothing is shown. */
const done: Readonly<Record<string, readonly number[]>> = {
  POST: [200, 201, 202, 204],
  PUT: [200, 201, 202, 204],
  PATCH: [200, 202, 204],
  DELETE: [200, 202, 204],
};

/** A write of a known resource that succeeds is answered as such writes are. Source: Response Codes; RFC 9110, 15.3. */
export function judgeSuccessOfWrite(exchange: Exchange): Judgement {
  const expected = done[exchange.request.method];
  const shows = isSuccess(exchange.response?.status ?? 0) && operationOf(exchange) !== undefined;
  return shows && expected !== undefined ? judgeStatus(exchange, expected) : nothingToSee;
}
