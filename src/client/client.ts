import { readFileSync } from 'node:fs';
import type { Exchange } from '../wire/exchange.ts';
import type { Header } from '../wire/http.ts';
import { DigestSession } from './digest.ts';
import { redactExchange, secretsOf } from './record.ts';
import type { Secrets } from './redaction/redact.ts';
import type { RetryPolicy } from './retry.ts';
import { NetworkFault } from './types.ts';
import type {
  Answer,
  Call,
  Caller,
  Client,
  Guard,
  IncomingResponse,
  Ledger,
  OutgoingRequest,
  Recorder,
  Transport,
} from './types.ts';

const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  name: string;
  version: string;
};
const userAgent = `${name}/${version}`;

export interface ClientOptions {
  /** URL of the API's root. */
  readonly baseUrl: string;
  readonly transport: Transport;
  /** Undefined: a client that has no credentials. */
  readonly caller: Caller | undefined;
  /** Asked at each call, so that one client, with its nonce, serves many tests. */
  readonly recorder: () => Recorder;
  readonly guard: Guard;
  /** Asked after each trip whether the request goes out again; default: never. */
  readonly retryPolicy?: RetryPolicy;
  /** Told of each call before it is sent, and of what came of it. */
  readonly ledger?: Ledger;
  /** Secrets to remove from what is recorded; default: the private keys of the callers that this client is given. */
  readonly secrets?: Secrets;
}

/** An answer with what recording it needs. */
interface Trip extends IncomingResponse {
  readonly id: string;
  readonly request: OutgoingRequest;
  readonly durationMs: number;
  readonly attempt?: number;
}

/**
 * The URL of a call, as it goes on the wire. A path is taken below the root; of an absolute URL only path and query
 * count, so that a link to another host never carries credentials there. A fragment is dropped.
 */
export function callUrl(baseUrl: string, path: string, query: Call['query'] = {}): string {
  const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(path) ? path : `${baseUrl}${path}`);
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(key, String(one));
  }
  return `${new URL(baseUrl).origin}${url.pathname}${url.search}`;
}

/** The request of a call, with its headers but without credentials of a digest. */
export function outgoing(baseUrl: string, call: Call): OutgoingRequest {
  const body = call.text ?? (call.body === undefined ? null : JSON.stringify(call.body));
  const own = Object.entries(call.headers ?? {});
  const named = new Set(own.map(([key]) => key.toLowerCase()));
  const defaults: Header[] = [
    ['Accept', 'application/json'],
    ['User-Agent', userAgent],
  ];
  if (body !== null) defaults.push(['Content-Type', 'application/json']);
  const headers: Header[] = [...defaults.filter(([key]) => !named.has(key.toLowerCase())), ...own];
  if (typeof call.authentication === 'object') headers.push(['Authorization', call.authentication.authorization]);
  return { method: call.method, url: callUrl(baseUrl, call.path, call.query), headers, body };
}

/** The JSON of a body; undefined when it is empty or no JSON. */
export function parsed({ body, notUtf8 }: Pick<IncomingResponse, 'body' | 'notUtf8'>): unknown {
  if (body === '' || notUtf8) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
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

/**
 * A client of one target for one caller. Digest calls of one client go out one after the other (see DigestSession);
 * all others at once. Every round trip is recorded without secrets. Rejects with NetworkFault when no complete answer
 * came, and with whatever the guard throws.
 */
export function createClient(options: ClientOptions): Client {
  const { transport, caller, guard, retryPolicy } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const secrets = options.secrets ?? secretsOf([]);
  if (caller) secrets.add(`the private key of ${caller.name}`, caller.privateKey);
  const session = caller && new DigestSession(caller);
  const root = new URL(baseUrl).pathname.replace(/\/+$/, '');

  async function send(call: Call): Promise<Answer> {
    const recorder = options.recorder();
    const request = outgoing(baseUrl, call);
    const authentication = session
      ? (call.authentication ?? 'digest')
      : call.authentication === 'digest'
        ? 'none'
        : (call.authentication ?? 'none');
    guard({ method: request.method, url: request.url, authenticated: authentication !== 'none', body: request.body });
    const settle = await options.ledger?.intend(request, send, caller);

    const asker = caller && authentication !== 'none' ? caller.name : 'nobody';
    const record = (
      kind: Exchange['kind'],
      { id, request: sent, durationMs, attempt }: Omit<Trip, keyof IncomingResponse>,
      response: Exchange['response'],
      fault: string | null,
    ): Exchange => {
      const exchange = redactExchange(
        { id, caller: asker, kind, root, request: sent, response, fault, secretsInResponse: [], durationMs, attempt },
        secrets,
      );
      recorder.record(exchange);
      return exchange;
    };
    const recordAnswer = (kind: Exchange['kind'], trip: Trip): Exchange => record(kind, trip, responseOf(trip), null);
    const kindOfCall = call.raw ? 'raw' : 'call';

    const trip = async (make: () => OutgoingRequest, probe: boolean): Promise<Trip> => {
      const kind = probe ? 'challenge' : kindOfCall;
      let waitedMs = 0;
      for (let attempt = 1; ; attempt += 1) {
        const sent = make();
        const id = recorder.nextId();
        const started = performance.now();
        const came = await (call.raw && !probe ? transport.sendRaw(sent) : transport.send(sent)).catch(networkFaultOf);
        const held = came instanceof NetworkFault ? 0 : (came.heldMs ?? 0);
        const durationMs = Math.max(0, performance.now() - started - held);
        const next = retryPolicy?.after({
          request: sent,
          came,
          attempt,
          waitedMs,
          id,
          raw: call.raw === true,
          handmade: typeof authentication === 'object',
        });
        const about = { id, request: sent, durationMs, ...((next || attempt > 1) && { attempt }) };
        if (!(came instanceof NetworkFault)) {
          const answered = { ...responseOf(came), ...about };
          if (next === undefined) return answered;
          recordAnswer(kind, answered);
        } else {
          record(kind, about, null, came.message);
          if (next === undefined) throw came;
        }
        waitedMs += next.pauseMs;
        await next.wait();
      }
    };

    const answered =
      session && authentication === 'digest'
        ? session.send(request, {
            trip,
            probeMayAnswer: !call.raw,
            onChallenge: (challenge) => {
              recordAnswer('challenge', challenge);
            },
          })
        : trip(() => request, false);
    const answer = await answered.catch(async (error: unknown) => {
      await settle?.(undefined);
      throw error;
    });
    const { status, headers, body } = answer;
    const json = parsed(answer);
    const exchange = recordAnswer(kindOfCall, answer);
    await settle?.({ status, json, exchange });
    return { exchange, status, headers, body, json };
  }

  return {
    caller,
    baseUrl,
    send,
    as: (other) => createClient({ ...options, caller: other, secrets }),
  };
}
