import type { Header } from './http.ts';

/**
 * One request and what came back, as it is recorded: secrets are already removed.
 * Judges are functions over exchanges; evidence is a list of them.
 */
export interface Exchange {
  /** `<test>#<n>`, unique in a run; n counts the calls of one test from 1. */
  readonly id: string;
  /** Who asked: `main`, `read-only`, `outsider`, `empty-access-list`, `other-address`, `nobody`, or a name a test gave. */
  readonly caller: string;
  /**
   * `call`: what a check asked for. `challenge`: the unauthenticated round trip a digest client makes by itself.
   * `raw`: a call whose answer was read as bytes off the socket, past any HTTP library.
   * `plain-http`: asked over plain HTTP of the host of an https target. What answers there need not be the API, so the
   * general rules do not speak of it.
   */
  readonly kind: 'call' | 'challenge' | 'raw' | 'plain-http';
  /** Path of the API's root, without a trailing slash; absent where it is the usual one, /api/public/v1.0. */
  readonly root?: string;
  readonly request: {
    readonly method: string;
    /** Absolute URL. */
    readonly url: string;
    readonly headers: readonly Header[];
    /** null when the request had no body. */
    readonly body: string | null;
  };
  /** null when no complete answer came; `fault` then says why. */
  readonly response: ExchangeResponse | null;
  /** What went wrong on the network, in words a person understands; null when an answer came. */
  readonly fault: string | null;
  /** Names of the secrets that had to be removed from the answer's body, e.g. `the private key of main`. */
  readonly secretsInResponse: readonly string[];
  /** When it was sent, by the clock of who asked; milliseconds since the epoch. Absent where nobody recorded that. */
  readonly startedAt?: number;
  /** Milliseconds from the first byte sent to the last byte received. */
  readonly durationMs: number;
  /** Which trip of its call this is, from 1, where the first one settled nothing: throttled, reset, or a gateway's fault. */
  readonly attempt?: number;
}

export interface ExchangeResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  /** Decoded text. For HEAD the bytes that followed the header block, which should be none. */
  readonly body: string;
  /** Set when the bytes were no UTF-8; those that were none stand as U+FFFD. */
  readonly notUtf8?: true;
}
