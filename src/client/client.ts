import { readFileSync } from 'node:fs';
import type { Header } from '../wire/http.ts';
import { parsedJson } from '../wire/json.ts';
import { DigestSession } from './digest.ts';
import { secretsOf } from './record.ts';
import type { Secrets } from './redaction/redact.ts';
import { tripsOf, type RetryPolicy, type Trips } from './trips.ts';
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
  /** Whether a call goes out without credentials first, beyond what the login needs; what comes of it is only recorded. */
  readonly asksBareFirst?: (request: Pick<OutgoingRequest, 'method' | 'url' | 'body'>) => boolean;
  /** Told of each call before it is sent, and of what came of it. */
  readonly ledger?: Ledger;
  /** Secrets to remove from what is recorded; default: the private keys of the callers that this client is given. */
  readonly secrets?: Secrets;
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
export const parsed = ({ body, notUtf8 }: Pick<IncomingResponse, 'body' | 'notUtf8'>): unknown =>
  notUtf8 ? undefined : parsedJson(body);

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

  /** What somebody without credentials makes is noted as well. */
  async function askBare(request: OutgoingRequest, trips: Trips): Promise<void> {
    const answer = await trips.send(() => request, true);
    const exchange = trips.record(answer, 'challenge');
    if (request.method !== 'POST' || answer.status >= 300) return;
    const settle = await options.ledger?.intend(request, send, caller);
    await settle?.({ status: answer.status, json: parsed(answer), exchange });
  }

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

    const trips = tripsOf({
      transport,
      retryPolicy,
      recorder,
      secrets,
      asker: caller && authentication !== 'none' ? caller.name : 'nobody',
      root,
      raw: call.raw === true,
      handmade: typeof authentication === 'object',
    });
    if (session && !session.isCold && authentication === 'digest' && options.asksBareFirst?.(request)) {
      await askBare(request, trips);
    }
    const answered =
      session && authentication === 'digest'
        ? session.send(request, {
            trip: trips.send,
            probeMayAnswer: !call.raw,
            onChallenge: (challenge) => void trips.record(challenge, 'challenge'),
          })
        : trips.send(() => request, false);
    const answer = await answered.catch(async (error: unknown) => {
      await settle?.(undefined);
      throw error;
    });
    const { status, headers, body } = answer;
    const json = parsed(answer);
    const exchange = trips.record(answer);
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
