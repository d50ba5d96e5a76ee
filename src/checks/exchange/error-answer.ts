import type { Exchange } from '../../wire/exchange.ts';
import { header } from '../../wire/http.ts';
import { contentOf, type Content } from './json.ts';
import { mayHaveBody } from './request.ts';
import { isObject } from '../../wire/json.ts';

/** An answer that refuses something, with its error document where there is one. */
export interface ErrorAnswer {
  /** The status the error document has to repeat: HTTP's, or an envelope's that HTTP 200 carries. */
  readonly status: number;
  /** The error document; undefined when the answer has no JSON object. */
  readonly document: Record<string, unknown> | undefined;
  /** JSON Pointer to the error document in the body. */
  readonly pointer: string;
  /**
   * True for what does not come from the API itself, which the page on errors speaks of: a refused login, a 405 of the
   * container around it, and whatever went wrong in the server (5xx). No field of their documents has to be there.
   */
  readonly outsideApi: boolean;
  /** True where the credentials, or their absence, were refused: nobody is in yet. */
  readonly refusedLogin: boolean;
}

/** What real servers send where a login is refused, three fields or four: no code, or the one that says nothing. */
const isNoCode = (code: unknown): boolean => code === undefined || code === 'UNEXPECTED_ERROR';

/**
 * Whether a 401 without a code of the API's own refuses the login: it brings a challenge, as each of them does, or went
 * to somebody without credentials, or holds nothing that the API would say. Otherwise somebody was in. A record that
 * kept no headers does not tell.
 */
function refusesLogin({ request, response }: Exchange, document: Record<string, unknown> | undefined): boolean {
  if (!isNoCode(document?.['errorCode'])) return false;
  const answered = response?.headers ?? [];
  const anonymous = header(request.headers, 'authorization') === undefined;
  return anonymous || document === undefined || answered.length === 0 || header(answered, 'www-authenticate') !== undefined;
}

/** The status of a refusal that an envelope tells, also where it tells it in a text; undefined where it tells none. */
function refusedIn(content: Content | undefined): number | undefined {
  const { status } = content ?? {};
  const told = typeof status === 'string' && /^[45]\d\d$/.test(status) ? Number(status) : status;
  return typeof told === 'number' && told >= 400 ? told : undefined;
}

/** What no entity has: whatever is wrong beside it, a document with a code and words on it refuses. */
const isErrorDocument = (document: Record<string, unknown> | undefined): boolean =>
  typeof document?.['errorCode'] === 'string' && ['error', 'reason', 'detail'].some((field) => field in document);

/** Reads an exchange as a refusal; undefined when it is none, or when its body may not be looked at (HEAD). */
export function errorAnswerOf(exchange: Exchange): ErrorAnswer | undefined {
  if (exchange.response === null || !mayHaveBody(exchange)) return undefined;
  const content = contentOf(exchange);
  const http = exchange.response.status;
  const document = isObject(content?.value) ? content.value : undefined;
  const status = http >= 400 ? http : (refusedIn(content) ?? (isErrorDocument(document) ? http : undefined));
  if (status === undefined) return undefined;
  const refusedLogin = status === 401 && refusesLogin(exchange, document);
  return {
    status,
    document,
    pointer: content?.pointer ?? '',
    outsideApi: refusedLogin || status === 405 || status >= 500,
    refusedLogin,
  };
}
