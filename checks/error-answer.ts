import type { Exchange } from '../wire/exchange.ts';
import { bodyOf, contentOf } from './json.ts';
import { isObject } from './pointer.ts';
import { mayHaveBody } from './request.ts';

/** An answer that refuses something, with its error document where there is one. */
export interface ErrorAnswer {
  /** The status the error document has to repeat: HTTP's, or an envelope's that HTTP 200 carries. */
  readonly status: number;
  /** The error document; undefined when the answer has no JSON object. */
  readonly document: Record<string, unknown> | undefined;
  /** JSON Pointer to the error document in the body. */
  readonly pointer: string;
  /**
   * True for the two refusals whose form is not the documented one: a failed login (401 without errorCode) sends
   * three fields, and of a 405 nothing is known but its status.
   */
  readonly maybeShort: boolean;
  /** True when a missing document is nobody's fault: a challenge, a 405, or a gateway that spoke for the server. */
  readonly mayLackDocument: boolean;
}

const gatewayStatuses = new Set([502, 503, 504]);

/** Reads an exchange as a refusal; undefined when it is none, or when its body may not be looked at (HEAD). */
export function errorAnswerOf(exchange: Exchange): ErrorAnswer | undefined {
  if (exchange.response === null || !mayHaveBody(exchange)) return undefined;
  const content = contentOf(exchange);
  const enveloped = typeof content?.status === 'number' && content.status >= 400 ? content.status : undefined;
  const http = exchange.response.status;
  const status = http >= 400 ? http : enveloped;
  if (status === undefined) return undefined;
  const document = isObject(content?.value) ? content.value : undefined;
  const login = status === 401 && document?.['errorCode'] === undefined;
  return {
    status,
    document,
    pointer: content?.pointer ?? '',
    maybeShort: login || status === 405,
    mayLackDocument: status === 405 || gatewayStatuses.has(status)
      || (status === 401 && bodyOf(exchange).kind === 'empty'),
  };
}
