import { listen } from '../mock/server/listen.ts';
import { createMock } from '../mock/server/mock.ts';
import { apiRoot } from '../target/settings/parsers.ts';
import type { Settings } from '../target/settings/types.ts';

export interface EmbeddedTarget {
  /** The settings it was started with, now with its address and its keys. */
  readonly settings: Settings;
  close(): Promise<void>;
}

/** Starts the mock on a free port of loopback, in this process. */
export async function startEmbeddedTarget(settings: Settings): Promise<EmbeddedTarget> {
  const { product, dialect, rateWindowSeconds, nonceLifetimeSeconds } = settings.target;
  const mock = createMock({
    product,
    dialect,
    rateWindowSeconds,
    seed: settings.run.seed,
    nonceLifetimeMs: nonceLifetimeSeconds === undefined ? undefined : nonceLifetimeSeconds * 1000,
  });
  const server = await listen(mock, { port: 0 });
  const { publicKey, privateKey, orgId, projectId, rateLimitedPath, blockedUsername, callers } = mock.identity;
  return {
    settings: {
      ...settings,
      target: {
        ...settings.target,
        url: apiRoot(server.url),
        keys: { publicKey, privateKey },
        orgId,
        projectId,
        rateLimitedPath,
        blockedUsername,
        callers: {
          'read-only': callers.readOnly,
          outsider: callers.outsider,
          'empty-access-list': callers.emptyAccessList,
          'other-address': callers.otherAddress,
          'without-user': callers.withoutUser,
        },
      },
    },
    close: () => server.close(),
  };
}
