import type { Exchange } from '../wire/exchange.ts';
import { outgoing, parsed, type ClientOptions } from './client.ts';
import { redactExchange } from './record.ts';
import { createSecrets, removed, type Secrets } from './redaction/redact.ts';
import { NetworkFault } from './types.ts';
import type { Answer, Call, Client, OutgoingRequest, Transport } from './types.ts';

/** What was recorded of the test that is running: its exchanges in the order in which they left, and its clock. */
export interface Tape {
  /** The exchange that is next; undefined at the end. */
  peek(): Exchange | undefined;
  take(): void;
  /** The next reading of the clock, in milliseconds since the epoch. */
  now(): number;
}

export interface Replay {
  readonly tape: () => Tape;
  /** Ends the test, by throwing: what it asks for was not recorded. */
  readonly missing: (request: OutgoingRequest) => never;
  /** Told of each exchange after which the same request was sent again. */
  readonly sentAgain: (exchange: Exchange) => void;
}

/** Left out of the comparison: the one proves who asks and is not recorded, the other names the version of this suite. */
const notCompared = /^(?:authorization|user-agent)$/i;

/**
 * What tells one request from another in a record. A secret that came with a recorded answer is `[removed]` in the
 * request that is made of it, where a URL has it percent-encoded.
 */
function fingerprint({ method, url, headers, body }: Exchange['request']): string {
  const compared = headers.filter(([name]) => !notCompared.test(name)).map(([name, value]) => `${name.toLowerCase()}: ${value}`);
  return JSON.stringify([method, url.replaceAll(encodeURIComponent(removed), removed), compared.toSorted(), body]);
}

function asRecorded(request: OutgoingRequest, secrets: Secrets): Exchange['request'] {
  return redactExchange(
    {
      id: '',
      caller: '',
      kind: 'call',
      request,
      response: null,
      fault: null,
      secretsInResponse: [],
      durationMs: 0,
    },
    secrets,
  ).request;
}

const tries = ({ attempt = 1 }: Exchange): number => attempt;

const isSame = (next: Exchange, before: Exchange): boolean =>
  next.caller === before.caller && fingerprint(next.request) === fingerprint(before.request);

/**
 * Whether an exchange is the next try of the same request: a retry is part of the call that it was made for, and so is
 * what follows where the nonce grew old between two tries.
 */
const isNextTry = (next: Exchange | undefined, before: Exchange): next is Exchange =>
  next !== undefined && (before.kind === 'challenge' || tries(next) > tries(before)) && isSame(next, before);

/** Whether a request for a challenge went out again. */
const isAskedAgain = (next: Exchange | undefined, before: Exchange): boolean =>
  next?.kind === 'challenge' && tries(next) > tries(before) && isSame(next, before);

/**
 * A client that answers each call of a test from what was recorded of it, in order, exactly as it was recorded: the
 * round trips of the digest are passed over as they went, faults of the network happen again, and nothing is redacted
 * twice. A call that is not the next one of the record ends the test.
 */
export function replayClient(options: ClientOptions, replay: Replay, secrets: Secrets = createSecrets()): Client {
  const { caller, guard } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');

  async function send(call: Call): Promise<Answer> {
    const { authentication = caller === undefined ? 'none' : 'digest' } = call;
    const request = outgoing(baseUrl, call);
    guard({ method: request.method, url: request.url, authenticated: authentication !== 'none', body: request.body });
    const settle = await options.ledger?.intend(request, send, options.caller);
    const tape = replay.tape();
    const recorder = options.recorder();

    function played(exchange: Exchange): Exchange {
      recorder.nextId();
      recorder.record(exchange);
      tape.take();
      return exchange;
    }

    let next = tape.peek();
    while (next?.kind === 'challenge') {
      const challenge = played(next);
      next = tape.peek();
      if (isAskedAgain(next, challenge)) replay.sentAgain(challenge);
      else answered(challenge);
    }
    const asker = caller !== undefined && authentication !== 'none' ? caller.name : 'nobody';
    const isAsked =
      next !== undefined &&
      next.kind === (call.raw ? 'raw' : 'call') &&
      next.caller === asker &&
      fingerprint(next.request) === fingerprint(asRecorded(request, secrets));
    if (next === undefined || !isAsked) return replay.missing(request);
    let exchange = played(next);
    for (let retry = tape.peek(); isNextTry(retry, exchange); retry = tape.peek()) {
      if (exchange.kind !== 'challenge') replay.sentAgain(exchange);
      exchange = played(retry);
    }
    if (exchange.response === null) await settle?.(undefined);
    const { status, headers, body, notUtf8 } = answered(exchange);
    const json = parsed({ body, notUtf8 });
    await settle?.({ status, json, exchange });
    return { exchange, status, headers, body, json };
  }

  return { caller, baseUrl, send, as: (other) => replayClient({ ...options, caller: other }, replay, secrets) };
}

function answered({ response, fault }: Exchange): NonNullable<Exchange['response']> {
  // Of which class the fault was is not recorded, and no check asks.
  if (response === null) throw new NetworkFault('reset', fault ?? 'no answer was recorded');
  return response;
}

/** The rest of a transport, for what does not go through a client: plain HTTP, and the clock, on which nobody waits. */
export function replayTransport({ tape, missing }: Replay): Transport {
  async function send(request: OutgoingRequest) {
    const next = tape().peek();
    const isAsked = next?.kind === 'plain-http' && fingerprint(next.request) === fingerprint(request);
    if (next === undefined || !isAsked) return missing(request);
    tape().take();
    return answered(next);
  }
  return {
    send,
    pause: async () => {},
    now: () => tape().now(),
    close: async () => {},
  };
}
