import { inProcessTransport } from '../client/transport/in-process.ts';
import { layered, type TransportLayer } from '../client/transport/layers.ts';
import { NetworkFault, type Transport } from '../client/types.ts';
import { limits } from '../contract/limits.ts';
import { usualDialect } from '../contract/products.ts';
import { createMock } from '../mock/server/mock.ts';
import type { Identity, MockOptions } from '../mock/forms/types.ts';
import { completed } from '../target/settings/complete.ts';
import type { Settings } from '../target/settings/types.ts';

/** A mock in this process, and how a run reaches it: the worker fixtures that `runTests` is given. */
export interface MockTarget {
  readonly settings: Settings;
  readonly transport: Transport;
  /** Everybody whom the mock knows. */
  readonly identity: Identity;
}

/** The mock's own options, and the address under which it is reached. */
export interface MockTargetOptions extends MockOptions {
  /** Default: plain http on loopback. */
  readonly origin?: string;
  /** Beside https, plain HTTP is served at the same address. */
  readonly servesPlainHttp?: true;
}

/** As a port that speaks TLS does, hangs up on who asks over plain HTTP. */
const hangingUpOnPlainHttp: TransportLayer = {
  enter({ url }, { raw }) {
    if (raw && url.startsWith('http:')) throw new NetworkFault('reset', 'the connection was closed: the port speaks TLS');
    return undefined;
  },
};

const nonceLifetimeSeconds = 30;

/**
 * Starts a mock without a socket, on a clock that only moves when a check lets time pass; `now` tells where it begins.
 * Every other option is the mock's own; a mutant is one of them.
 */
export function mockTarget({ origin = 'http://127.0.0.1:1', servesPlainHttp, ...options }: MockTargetOptions = {}): MockTarget {
  let time = options.now?.() ?? Date.parse('2026-03-04T05:06:07Z');
  const clock = {
    now: () => time,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
  };
  const { product = 'ops-manager', dialect = usualDialect[product], rateWindowSeconds = limits.rateWindowSeconds } = options;
  const { handle, identity } = createMock({
    product,
    dialect,
    rateWindowSeconds,
    nonceLifetimeMs: nonceLifetimeSeconds * 1000,
    ...options,
    now: clock.now,
  });
  const transport = inProcessTransport({ handle, clock });
  return {
    identity,
    transport: origin.startsWith('https:') && !servesPlainHttp ? layered(transport, [hangingUpOnPlainHttp]) : transport,
    settings: completed({
      target: {
        url: `${origin}${limits.basePath}`,
        keys: { publicKey: identity.publicKey, privateKey: identity.privateKey },
        product,
        dialect,
        orgId: identity.orgId,
        projectId: identity.projectId,
        callers: { 'without-user': identity.callers.withoutUser },
        rateLimitedPath: identity.rateLimitedPath,
        blockedUsername: identity.blockedUsername,
        ...(identity.maxItemsPerPage !== undefined && { maxItemsPerPage: identity.maxItemsPerPage }),
        rateWindowSeconds,
        nonceLifetimeSeconds,
        timeoutSeconds: 30,
      },
      run: { seed: 'engine', workers: 1, embedded: true },
    }),
  };
}
