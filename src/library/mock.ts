import { services, type FormName } from '../mock/forms/forms.ts';
import type { Identity, KeyPair, MockOptions as CoreOptions } from '../mock/forms/types.ts';
import { listen } from '../mock/server/listen.ts';
import { createMock, type MockOfWorld } from '../mock/server/mock.ts';
import type { World } from '../mock/world/world.ts';
import type { ServerRequest } from '../wire/http.ts';

export type { FormName, Identity, KeyPair, World };

/** How a mock is to be; everything has a default. */
export interface MockOptions extends Pick<
  CoreOptions,
  'product' | 'dialect' | 'seed' | 'now' | 'rateLimit' | 'rateWindowSeconds' | 'algorithms' | 'forms'
> {
  /** Port on 127.0.0.1. Default 0: a free one. */
  readonly port?: number;
  /** Speak https, with a certificate made at start; `caFile` and `caPem` of the mock are what to trust. */
  readonly tls?: boolean;
  /** How long a nonce is taken, in seconds. Default 60. */
  readonly nonceLifetimeSeconds?: number;
  /** Answer in the forms of a known service. */
  readonly like?: keyof typeof services;
}

/** One request as the mock received it, and what it answered. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  /** Lower-case names. */
  readonly headers: ServerRequest['headers'];
  readonly body: string;
  /** The public key that the login names; undefined without one, as in the first half of a digest handshake. */
  readonly publicKey?: string;
  /** Status of the answer. */
  readonly status: number;
}

/** A mock that listens. */
export interface RunningMock {
  /** Root of the API: `http://127.0.0.1:<port>/api/public/v1.0`. */
  readonly url: string;
  /** The same without the path. */
  readonly origin: string;
  /** With `tls`: the certificate to trust, as a file and as PEM text. */
  readonly caFile?: string;
  readonly caPem?: string;
  /** Keys by who has them: `owner` owns the organization and its first project. */
  readonly keys: Readonly<Record<'owner' | keyof Identity['callers'], KeyPair>>;
  /** The organization, and the project with something of everything in it. */
  readonly ids: Pick<Identity, 'orgId' | 'projectId'>;
  /** All that `omconform mock --json` tells. */
  readonly identity: Identity;
  /** What the mock knows now; a test may look at it, and change it between requests. `reset` replaces it. */
  readonly world: World;
  /** Puts everything back to how it was at the start: world, nonces, rate limits, and what was received. Keys and ids stay. */
  reset(): void;
  /** What was received since the start or the last `reset`, oldest first; the last 10,000 of it. */
  requests(): readonly ReceivedRequest[];
  /** Ends connections and frees the port. */
  stop(): Promise<void>;
}

const mostKept = 10_000;

/** The public key in an Authorization header, digest or not: what the login calls its user. */
const publicKeyIn = (authorization: string | undefined): string | undefined =>
  /\busername="([^"]*)"/.exec(authorization ?? '')?.[1];

/**
 * Starts the reference service on 127.0.0.1. Rejects with the error of the socket (`EADDRINUSE`, `EACCES`) where the port
 * cannot be had.
 */
export async function startMock({
  port = 0,
  tls,
  like,
  nonceLifetimeSeconds,
  forms = [],
  ...rest
}: MockOptions = {}): Promise<RunningMock> {
  const known = like && services[like];
  const received: ReceivedRequest[] = [];
  const make = (): MockOfWorld =>
    createMock({
      ...known,
      ...rest,
      forms: [...(known?.forms ?? []), ...forms],
      ...(nonceLifetimeSeconds && { nonceLifetimeMs: nonceLifetimeSeconds * 1000 }),
    });
  let mock = make();
  const handle: MockOfWorld['handle'] = (request) => {
    const answered = mock.handle(request);
    const note = (status: number): void => {
      const { method, target, headers, body } = request;
      const publicKey = publicKeyIn(headers['authorization']);
      received.push({ method, target, headers, body, ...(publicKey !== undefined && { publicKey }), status });
      if (received.length > mostKept * 2) received.splice(0, received.length - mostKept);
    };
    if (answered instanceof Promise) {
      return answered.then((answer) => {
        note(answer.status);
        return answer;
      });
    }
    note(answered.status);
    return answered;
  };
  const server = await listen({ ...mock, handle }, { port, tls });
  const { identity } = mock;
  const { publicKey, privateKey, callers, orgId, projectId } = identity;
  return {
    url: server.url,
    origin: server.origin,
    ...(server.caFile !== undefined && { caFile: server.caFile, caPem: server.caPem }),
    keys: { owner: { publicKey, privateKey }, ...callers },
    ids: { orgId, projectId },
    identity,
    get world() {
      return mock.world;
    },
    reset() {
      mock = make();
      received.length = 0;
    },
    requests: () => received.slice(-mostKept),
    stop: () => server.close(),
  };
}
