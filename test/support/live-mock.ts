import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { listen } from '../../src/mock/server/listen.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import type { Mock, MockOptions } from '../../src/mock/forms/types.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';

export interface LiveMock {
  readonly mock: Mock;
  /** Variables that make it the target of a run. */
  readonly env: Readonly<Record<string, string>>;
}

/** A mock on a socket of loopback; gone when the test, or whatever has an end, is over. */
export async function liveMock(context: Pick<TestContext, 'after'>, options: MockOptions = {}, tls = false): Promise<LiveMock> {
  const mock = createMock(options);
  const server = await listen(mock, { port: 0, tls });
  context.after(() => server.close());
  const { publicKey, privateKey, orgId, projectId } = mock.identity;
  return {
    mock,
    env: {
      TARGET_URL: server.url,
      TARGET_PUBLIC_KEY: publicKey,
      TARGET_PRIVATE_KEY: privateKey,
      TARGET_ORG_ID: orgId,
      TARGET_PROJECT_ID: projectId,
      ...(server.caFile && { TARGET_CA_FILE: server.caFile }),
    },
  };
}

const seconds = 2;
/** A mock whose windows and nonces are short enough to be waited for, … */
export const shortLived: MockOptions = { rateWindowSeconds: seconds, nonceLifetimeMs: seconds * 1000 };
/** … and the variables that tell a run of them. */
export const shortLivedEnv = {
  TARGET_RATE_LIMITED_PATH: '/groups/{projectId}/events',
  TARGET_BLOCKED_USERNAME: 'postmaster@example.com',
  TARGET_RATE_WINDOW_SECONDS: String(seconds),
  TARGET_NONCE_LIFETIME_SECONDS: String(seconds),
} as const;

/** The verdict that a run left in its folder. */
export function verdictIn(out: string): Verdict {
  return JSON.parse(readFileSync(path.join(out, 'verdict.json'), 'utf8')) as Verdict;
}
