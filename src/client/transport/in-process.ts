import type { Header, ServerRequest, ServerResponse } from '../../wire/http.ts';
import { textOf } from './text.ts';
import type { IncomingResponse, OutgoingRequest, Transport } from '../types.ts';

export interface InProcess {
  /** The application: everything that would stand behind a socket. */
  readonly handle: (request: ServerRequest) => ServerResponse | Promise<ServerResponse>;
  /** The clock the application reads, in milliseconds since the epoch. */
  readonly clock: { now(): number; advance(milliseconds: number): void };
}

function serverRequest({ method, url, headers, body }: OutgoingRequest): ServerRequest {
  const authority = url.indexOf('://') + 3;
  const slash = url.indexOf('/', authority);
  const end = slash === -1 ? url.length : slash;
  const received: Record<string, string> = { host: url.slice(authority, end) };
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = received[key];
    received[key] = before === undefined || key === 'host' ? value : `${before}, ${value}`;
  }
  if (body !== null) received['content-length'] = String(Buffer.byteLength(body));
  return {
    method,
    target: slash === -1 ? '/' : url.slice(slash),
    headers: received,
    body: body ?? '',
    remoteAddress: '127.0.0.1',
    origin: url.slice(0, end),
  };
}

function incomingResponse({ status, headers, body, bytes }: ServerResponse, now: number): IncomingResponse {
  const lines: Header[] = 'Date' in headers ? [] : [['Date', new Date(now).toUTCString()]];
  for (const name in headers) {
    const value = headers[name];
    if (typeof value === 'string') lines.push([name, value]);
    else if (value) for (const one of value) lines.push([name, one]);
  }
  return { status, headers: lines, ...(bytes === undefined ? { body } : textOf(Buffer.from(bytes))) };
}

/**
 * A transport that calls an application in this process. No socket, no waiting: `pause` moves the application's
 * clock, by which answers have a header Date, as a server of HTTP gives them. The body of an answer to HEAD stays as the application gave it, asked for raw or not, because there is
 * no HTTP library that would drop it.
 */
export function inProcessTransport({ handle, clock }: InProcess): Transport {
  const send = async (request: OutgoingRequest): Promise<IncomingResponse> =>
    incomingResponse(await handle(serverRequest(request)), clock.now());
  return {
    send,
    // A clock of whole milliseconds, as every other is: what is waited for may be a part of a measured time.
    pause: async (milliseconds) => clock.advance(Math.ceil(milliseconds)),
    now: () => clock.now(),
    close: async () => {},
  };
}
