import type { Exchange } from '../wire/exchange.ts';
import { redactExchange } from './record.ts';
import type { Secrets } from './redaction/redact.ts';
import { NetworkFault, type IncomingResponse, type OutgoingRequest, type Recorder, type Transport } from './types.ts';

/** One trip of a call, and what is known of the call. */
export interface Tried {
  readonly request: OutgoingRequest;
  /** An answer, or the fault that stood in its way. */
  readonly came: IncomingResponse | NetworkFault;
  /** From 1. */
  readonly attempt: number;
  /** Milliseconds for which this call has waited between its trips so far. */
  readonly waitedMs: number;
  /** Id of the exchange. */
  readonly id: string;
  /** The answer is looked at as bytes. */
  readonly raw: boolean;
  /** A check made the Authorization header: its count of the nonce is used up. */
  readonly handmade: boolean;
}

/** What comes between a trip and the next one of the same call. */
export interface Next {
  readonly pauseMs: number;
  /** Lets that time pass. May throw, to give up. */
  wait(): Promise<void>;
}

/** Decides what a trip came to: undefined where it stands, whatever it brought. */
export interface RetryPolicy {
  after(tried: Tried): Next | undefined;
}

/** An answer with what recording it needs. */
interface Trip extends IncomingResponse {
  readonly id: string;
  readonly request: OutgoingRequest;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly attempt?: number;
}

/** The call whose trips are made, and what they need. */
export interface TripOptions {
  readonly transport: Transport;
  readonly retryPolicy: RetryPolicy | undefined;
  readonly recorder: Recorder;
  readonly secrets: Secrets;
  /** Who asks, as it is recorded; and the path of the API's root. */
  readonly asker: string;
  readonly root: string;
  readonly raw: boolean;
  readonly handmade: boolean;
}

/** The round trips of one call. */
export interface Trips {
  /**
   * One trip, made again as long as the retry policy says so: each of them is recorded but the last one that was
   * answered. The request is made anew for each. Rejects with NetworkFault when the last brought no complete answer.
   */
  send(make: () => OutgoingRequest, probe: boolean): Promise<Trip>;
  /** Records an answer that stands; gives the exchange, without secrets. */
  record(trip: Trip, kind?: 'challenge'): Exchange;
}

function networkFaultOf(error: unknown): NetworkFault {
  if (error instanceof NetworkFault) return error;
  throw error;
}
const responseOf = ({ status, headers, body, notUtf8 }: IncomingResponse): IncomingResponse => ({
  status,
  headers,
  body,
  ...(notUtf8 && { notUtf8 }),
});

export function tripsOf({ transport, retryPolicy, recorder, secrets, asker, root, raw, handmade }: TripOptions): Trips {
  const kindOfCall = raw ? 'raw' : 'call';

  function note(
    kind: Exchange['kind'],
    { id, request, startedAt, durationMs, attempt }: Omit<Trip, keyof IncomingResponse>,
    response: Exchange['response'],
    fault: string | null,
  ): Exchange {
    const exchange = redactExchange(
      { id, caller: asker, kind, root, request, response, fault, secretsInResponse: [], startedAt, durationMs, attempt },
      secrets,
    );
    recorder.record(exchange);
    return exchange;
  }

  return {
    async send(make, probe) {
      const kind = probe ? 'challenge' : kindOfCall;
      let waitedMs = 0;
      for (let attempt = 1; ; attempt += 1) {
        const request = make();
        const id = recorder.nextId();
        let heldMs = 0;
        const onHeld = (milliseconds: number): void => {
          heldMs += milliseconds;
        };
        const started = performance.now();
        const came = await transport.send(request, { raw: raw && !probe, onHeld }).catch(networkFaultOf);
        const endedAt = Date.now();
        const durationMs = Math.max(0, performance.now() - started - heldMs);
        const next = retryPolicy?.after({ request, came, attempt, waitedMs, id, raw, handmade });
        const about = {
          id,
          request,
          startedAt: Math.round(endedAt - durationMs),
          durationMs,
          ...((next || attempt > 1) && { attempt }),
        };
        if (came instanceof NetworkFault) {
          note(kind, about, null, came.message);
          if (next === undefined) throw came;
        } else {
          if (next === undefined) return { ...responseOf(came), ...about };
          note(kind, about, responseOf(came), null);
        }
        waitedMs += next.pauseMs;
        await next.wait();
      }
    },
    record: (trip, kind) => note(kind ?? kindOfCall, trip, responseOf(trip), null),
  };
}
