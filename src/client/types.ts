import type { Exchange } from '../wire/exchange.ts';
import type { Header } from '../wire/http.ts';

/** What leaves the machine: a complete request, nothing to be added but framing. */
export interface OutgoingRequest {
  readonly method: string;
  /** Absolute URL, already percent-encoded. */
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: string | null;
}

export interface IncomingResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
  /** Set when the bytes of the body are no UTF-8. */
  readonly notUtf8?: true;
}

export interface SendOptions {
  /** Read the answer as bytes off a socket of its own until the peer closes it. */
  readonly raw?: boolean;
  /** Told of the milliseconds for which the request was held back on this side; no part of what the trip took. */
  readonly onHeld?: (milliseconds: number) => void;
}

/** The only thing that touches a network, or stands in for one. */
export interface Transport {
  /** One round trip. Throws NetworkFault when no complete answer came. Never follows redirects. */
  send(request: OutgoingRequest, options?: SendOptions): Promise<IncomingResponse>;
  /** Lets time pass for the target: really on a network, by moving its clock where the target lives in this process. */
  pause(milliseconds: number): Promise<void>;
  /** Milliseconds since the epoch on the clock that `pause` moves. */
  now(): number;
  close(): Promise<void>;
}

/** Who asks. A caller without a key pair sends no credentials. */
export interface Caller {
  readonly name: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

/** How a call proves who asks: the digest handshake, nothing at all, or an Authorization header made by the check. */
export type Authentication = 'digest' | 'none' | { readonly authorization: string };

export interface Call {
  readonly method: string;
  /** Path below the base path (`/groups`), or an absolute URL on the target's origin (an href to follow). */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
  /** Sent as JSON with `Content-Type: application/json`. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`; with `Content-Type: application/json` unless `headers` names another. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default `digest`. */
  readonly authentication?: Authentication;
  /** Read the answer as bytes off the socket. */
  readonly raw?: boolean;
}

/** What came back, for a check to look at. The recorded exchange is the same without secrets. */
export interface Answer {
  readonly exchange: Exchange;
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
  /** The parsed body; undefined when it is empty or no JSON, which has to be UTF-8. */
  readonly json: unknown;
}

/** Told of every exchange at the moment it is complete. */
export interface Recorder {
  /** Id for the exchange about to be recorded. */
  nextId(): string;
  record(exchange: Exchange): void;
}

/** What a guard is told of a request. */
export interface GuardedCall {
  readonly method: string;
  readonly url: string;
  readonly authenticated: boolean;
  readonly body: string | null;
}

/** Says no, by throwing, before a byte leaves. */
export type Guard = (call: GuardedCall) => void;

/** Asks the target something of one's own, as the caller whose request is spoken of. */
export type Ask = (call: Call) => Promise<Pick<Answer, 'status' | 'json'>>;

/** What came of a request: its answer; undefined when no complete one came. */
export type Settle = (
  answer: (Pick<Answer, 'status' | 'json'> & { readonly exchange?: Pick<Exchange, 'id'> }) | undefined,
) => void | Promise<void>;

/** Writes down what a run does to its target, so that it can be undone by whoever comes after. */
export interface Ledger {
  /**
   * Told of each request before a byte of it leaves; what it gives is told the outcome, before anybody else is. Both may
   * ask the target. `caller` is who sends it. Throws where it cannot write.
   */
  intend(request: Pick<OutgoingRequest, 'method' | 'url' | 'body'>, ask: Ask, caller?: Caller): Settle | Promise<Settle>;
}

export interface Client {
  readonly caller: Caller | undefined;
  /** URL of the API's root, without a trailing slash. */
  readonly baseUrl: string;
  send(call: Call): Promise<Answer>;
  /** The same target seen by somebody else; own nonce, same transport, recorder and guard. */
  as(caller: Caller | undefined): Client;
}

export class NetworkFault extends Error {
  /** `kind` is the class of the fault, `message` tells the cause in words. */
  constructor(
    readonly kind: 'unreachable' | 'tls' | 'timeout' | 'reset' | 'protocol' | 'too-large' | 'given-up',
    message: string,
  ) {
    super(message);
    this.name = 'NetworkFault';
  }
}
