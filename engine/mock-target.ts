import { inProcessTransport } from '../client/in-process.ts';
import type { Transport } from '../client/types.ts';
import { limits } from '../contract/limits.ts';
import { createMock } from '../mock/mock.ts';
import type { MockOptions } from '../mock/types.ts';
import type { Settings } from '../targets/settings-types.ts';

/** A mock in this process, and how a run reaches it: the worker fixtures that `runTests` is given. */
export interface MockTarget {
  readonly settings: Settings;
  readonly transport: Transport;
}

const origin = 'http://127.0.0.1:1';
const nonceLifetimeSeconds = 30;

/**
 * Starts a mock without a socket, on a clock that only moves when a check lets time pass. Every option is the mock's
 * own; a mutant is one of them.
 */
export function mockTarget(options: MockOptions = {}): MockTarget {
  let time = Date.parse('2026-03-04T05:06:07Z');
  const clock = { now: () => time, advance: (milliseconds: number) => { time += milliseconds; } };
  const { product = 'ops-manager', dialect = 'access-list', rateWindowSeconds = limits.rateWindowSeconds } = options;
  const { handle, identity } = createMock({
    product, dialect, rateWindowSeconds, nonceLifetimeMs: nonceLifetimeSeconds * 1000, now: clock.now, ...options,
  });
  return {
    transport: inProcessTransport({ handle, clock }),
    settings: {
      target: {
        url: `${origin}${limits.basePath}`,
        keys: { publicKey: identity.publicKey, privateKey: identity.privateKey },
        product,
        dialect,
        orgId: identity.orgId,
        projectId: identity.projectId,
        callers: {},
        rateLimitedPath: identity.rateLimitedPath,
        rateLimit: limits.rateLimit,
        rateWindowSeconds,
        nonceLifetimeSeconds,
        timeoutSeconds: 30,
      },
      run: {
        risk: 'destructive', seed: 'engine', out: 'reports', only: [], workers: 1, reporters: [],
        insecureHttp: false, allowIncomplete: false, embedded: true,
      },
    },
  };
}
