import { limits } from '../../contract/limits.ts';
import { usualDialect } from '../../contract/products.ts';
import { callerAccess, isOpen, namedRoute, serve, withoutBodyOnHead } from './application.ts';
import type { Application } from './application.ts';
import { authentication, usualLoginRefusal } from './authentication.ts';
import { formed } from '../forms/forms.ts';
import { idsFrom } from '../world/ids.ts';
import { lateRemovals } from '../rules/late-removals.ts';
import { createNonces } from './nonces.ts';
import { createRateLimiter } from './rate-limit.ts';
import { remembering, watched } from './remembered.ts';
import { serviceVersion } from '../rules/reply.ts';
import { routes } from '../resources/index.ts';
import { createRouter } from './router.ts';
import { blockedUsername } from '../world/seed/crowds.ts';
import { seedWorld } from '../world/seed/world.ts';
import type { World } from '../world/world.ts';
import type { Layer, Mock, MockOptions } from '../forms/types.ts';

const versions = { 'ops-manager': '6.0.0', 'cloud-manager': 'v20260101' } as const;
const unchanged: Layer = (next) => next;

/** A mock with all that it knows, as it is now. */
export interface MockOfWorld extends Mock {
  readonly world: World;
}

/**
 * A reference service of its own: a world made from the seed, and the handler that serves it. Nothing is listened on;
 * `listen` does that. The layers, outermost first: `wire`, HEAD, authentication, access list, `inner`, the resources.
 */
export function createMock(options: MockOptions = {}): MockOfWorld {
  const {
    product = 'ops-manager',
    dialect = usualDialect[product],
    seed = 'mock',
    now = Date.now,
    rateLimit = limits.rateLimit,
    rateWindowSeconds = limits.rateWindowSeconds,
    algorithms = ['MD5'],
    nonceLifetimeMs = 60_000,
    loginRefusal = usualLoginRefusal[product],
    forms = [],
    wire = unchanged,
    inner = unchanged,
  } = options;
  const clock = watched(now);
  const { world, ...identity } = seedWorld({
    product,
    dialect,
    forms: new Set(forms),
    now: clock.now,
    rateWindowSeconds,
    ids: idsFrom(seed),
  });
  const headers = {
    'Content-Type': 'application/json',
    'X-MongoDB-Service-Version': serviceVersion + versions[product],
  };
  const application: Application = {
    world,
    headers,
    router: createRouter(routes, product, dialect),
    countRequest: createRateLimiter(rateLimit, rateWindowSeconds, now),
  };
  const login = authentication({
    keys: world.keysByPublicKey,
    nonces: createNonces(seed, nonceLifetimeMs, now),
    algorithms,
    loginRefusal,
    pathSuffices: forms.includes('digest-of-the-path-alone'),
    headers,
    isOpen: (request) => isOpen(application, request),
  });
  const resources = remembering(clock, (request) => namedRoute(application, request))(serve(application));
  const removing = forms.includes('removals-take-a-while') ? lateRemovals : unchanged;
  const handle = wire(withoutBodyOnHead(formed(forms)(login(callerAccess(application)(removing(inner(resources)))))));
  return {
    handle,
    world,
    identity: {
      ...identity,
      product,
      dialect,
      rateLimitedPath: '/groups/{projectId}/events',
      rateLimit,
      rateWindowSeconds,
      nonceLifetimeSeconds: nonceLifetimeMs / 1000,
      blockedUsername,
      ...(forms.includes('pages-of-100') && { maxItemsPerPage: limits.defaultItemsPerPage }),
    },
  };
}
