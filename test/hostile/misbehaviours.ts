import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { reasonPhrase } from '../../src/wire/reasons.ts';
import type { ServerRequest, ServerResponse } from '../../src/wire/http.ts';

/** An answer that is about to be given, and whatever a server may do to it. */
export interface Giving {
  readonly socket: Socket;
  readonly request: ServerRequest;
  readonly answer: ServerResponse;
}
export type Misbehaviour = (giving: Giving) => void;

/** An answer as bytes; `headers` come instead of or besides its own. */
export function bytesOf(
  { status, headers, body }: ServerResponse,
  content: string | Buffer = body,
  more: Readonly<Record<string, string>> = {},
): Buffer {
  const bytes = Buffer.from(content);
  // After HEAD the length is that of a body which does not come.
  const length = (content === body ? headers['Content-Length'] : undefined) ?? String(bytes.length);
  const all = Object.entries({ ...headers, 'Content-Length': length, Connection: 'close', ...more }).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}: ${one}\r\n`),
  );
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${reasonPhrase(status) ?? ''}\r\n${all.join('')}\r\n`), bytes]);
}

/** Sends something else than the answer's body, in good order. */
const saying =
  (content: (answer: ServerResponse) => string | Buffer): Misbehaviour =>
  ({ socket, answer }) =>
    socket.end(bytesOf(answer, answer.body === '' ? '' : content(answer)));
/** Gives the same answer to whatever is asked. */
const always =
  (status: number, headers: Readonly<Record<string, string>>, body = ''): Misbehaviour =>
  ({ socket }) =>
    socket.end(bytesOf({ status, headers, body }));

const half = (answer: ServerResponse): Buffer => {
  const bytes = bytesOf(answer, answer.body.padEnd(40));
  return bytes.subarray(0, -20);
};

const html = '<!DOCTYPE html><html><head><title>Log in</title></head><body><form action="/login"></form></body></html>';

/** A byte every few milliseconds, as long as anybody listens, from the first byte on or only after the headers. */
const dribbling =
  (milliseconds: number, from: 'the start' | 'the body'): Misbehaviour =>
  ({ socket, answer }) => {
    const bytes = bytesOf(answer, answer.body.padEnd(200));
    let at = from === 'the start' ? 0 : bytes.indexOf('\r\n\r\n') + 4;
    socket.write(bytes.subarray(0, at));
    const timer = setInterval(() => {
      if (at < bytes.length) socket.write(bytes.subarray(at, (at += 1)));
      else socket.end();
    }, milliseconds);
    socket.once('close', () => clearInterval(timer));
  };

/** Answers that never become complete, or are no HTTP: nobody can judge what they would have said. */
export const unreadable = {
  'an answer that never comes': () => {},
  'a stall after the headers': ({ socket, answer }) => socket.write(bytesOf(answer, answer.body.padEnd(40)).subarray(0, -40)),
  'a reset in the body': ({ socket, answer }) => socket.write(half(answer), () => setImmediate(() => socket.resetAndDestroy())),
  'an early close': ({ socket, answer }) => socket.end(half(answer)),
  'a close without a word': ({ socket }) => socket.end(),
  'a Content-Length too long': ({ socket, answer }) => {
    socket.end(bytesOf(answer, answer.body, { 'Content-Length': String(answer.body.length + 10) }));
  },
  'one byte at a time': dribbling(20, 'the start'),
  'a body one byte at a time': dribbling(20, 'the body'),
  'a gzip bomb': ({ socket, answer }) => socket.end(bytesOf(answer, bomb, { 'Content-Encoding': 'gzip' })),
  'a MiB of headers': ({ socket, answer }) => socket.end(bytesOf(answer, answer.body, { 'X-Long': 'x'.repeat(2 ** 20) })),
  'a bad status line': ({ socket }) => socket.end('HTP/1.1 fine\r\nContent-Length: 2\r\n\r\n{}'),
} as const satisfies Record<string, Misbehaviour>;

/** 17 MiB, a MiB beyond what is read. */
const bomb = gzipSync(Buffer.alloc(17 * 2 ** 20, ' '));

/** Complete answers that are not what the documents promise. */
export const wrong = {
  'a login page': always(200, { 'Content-Type': 'text/html; charset=utf-8' }, html),
  'truncated JSON': saying(({ body }) => body.slice(0, -1)),
  'garbage after the JSON': saying(({ body }) => `${body}<!-- served by node 7 -->`),
  'invalid UTF-8': saying(({ body }) => Buffer.concat([Buffer.from(body.slice(0, -1)), Buffer.from(',"x":"\xE9"}', 'latin1')])),
  'a byte order mark': saying(({ body }) => `\uFEFF${body}`),
  'a Content-Length too short': ({ socket, answer }) => {
    socket.end(bytesOf(answer, answer.body, { 'Content-Length': String(Math.max(answer.body.length - 5, 0)) }));
  },
  'a redirect to another origin': ({ socket, request }) =>
    socket.end(
      bytesOf({
        status: 302,
        body: '',
        headers: {
          Location: `http://localhost:9${request.target}?seen=${encodeURIComponent(request.headers['authorization'] ?? '')}`,
        },
      }),
    ),
  'a redirect to itself': ({ socket, request }) =>
    socket.end(bytesOf({ status: 302, headers: { Location: request.target }, body: '' })),
  'an echo of the Authorization header': ({ socket, request, answer }) => {
    const { authorization } = request.headers;
    if (authorization === undefined) return void socket.end(bytesOf(answer));
    const body = JSON.stringify({
      detail: `not with ${authorization}`,
      error: 400,
      errorCode: 'VALIDATION_ERROR',
      parameters: [authorization],
      reason: 'Bad Request',
    });
    return void socket.end(bytesOf({ status: 400, headers: { 'Content-Type': 'application/json' }, body }));
  },
} as const satisfies Record<string, Misbehaviour>;

let nonces = 0;
const challenge = (stale: boolean) => ({
  'WWW-Authenticate': `Digest realm="r", nonce="${(nonces += 1)}", algorithm=MD5, qop="auth", stale=${stale}`,
});

const notAllowed = JSON.stringify({
  detail: 'Go away.',
  error: 403,
  errorCode: 'FORBIDDEN',
  parameters: [],
  reason: 'Forbidden',
});
const asking = (offer: string) => always(401, { 'WWW-Authenticate': offer });

/** Answers of servers that offer nobody a Digest login. */
export const withoutLogin = {
  'a login page': always(200, { 'Content-Type': 'text/html; charset=utf-8' }, html),
  'a redirect to a login page': always(302, { Location: '/account/login?next=%2Fapi' }),
  'a redirect to a login page elsewhere': always(303, { Location: 'http://localhost:9/login' }),
  'a redirect to itself': ({ socket, request }) =>
    socket.end(bytesOf({ status: 302, headers: { Location: request.target }, body: '' })),
  'Basic alone': asking('Basic realm="r"'),
  'Bearer alone': asking('Bearer realm="r"'),
  'an empty nonce': asking('Digest realm="r", nonce="", algorithm=MD5, qop="auth"'),
  '401 without a challenge': always(401, { 'Content-Type': 'application/json' }, '{"error":401,"reason":"Unauthorized"}'),
  '403 for everybody': always(403, { 'Content-Type': 'application/json' }, notAllowed),
  '404 for everybody': always(404, { 'Content-Type': 'text/plain' }, 'page not found'),
  '500 for everybody': always(500, { 'Content-Type': 'text/plain' }, 'oh'),
} as const satisfies Record<string, Misbehaviour>;

/** Answers that refuse everybody. */
export const refusing = {
  'always 401': ({ socket }) => socket.end(bytesOf({ status: 401, headers: challenge(false), body: '' })),
  'a new nonce every time': ({ socket }) => socket.end(bytesOf({ status: 401, headers: challenge(true), body: '' })),
  'always 429': always(429, { 'Retry-After': '7' }),
  'always 503': always(503, { 'Content-Type': 'text/html' }, '<h1>Service Unavailable</h1>'),
} as const satisfies Record<string, Misbehaviour>;
