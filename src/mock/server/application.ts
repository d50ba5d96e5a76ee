import { limits } from '../../contract/limits.ts';
import { refuseClosedAccount } from '../world/accounts.ts';
import { readBody } from '../rules/body.ts';
import { admit } from './caller-access.ts';
import type { Fields } from '../world/json.ts';
import { findEntities, isMissed } from '../world/path-entities.ts';
import type { PathEntities } from '../world/path-entities.ts';
import type { RateLimiter } from './rate-limit.ts';
import { errorDocument, refuse, Refusal } from '../world/refusal.ts';
import { write } from '../rules/reply.ts';
import type { Call } from '../rules/reply.ts';
import type { Match, Router } from './router.ts';
import type { Method, Route } from '../rules/route.ts';
import type { Handler, Layer, MockRequest } from '../forms/types.ts';
import type { ApiKey, World } from '../world/world.ts';
import type { ServerResponse } from '../../wire/http.ts';

export interface Application {
  readonly world: World;
  readonly router: Router;
  readonly countRequest: RateLimiter;
  /** Headers of every answer. */
  readonly headers: ServerResponse['headers'];
}

interface Target {
  readonly path: string;
  /** Path below the base path, starting with a slash; undefined when it lies elsewhere. */
  readonly below: string | undefined;
  readonly query: URLSearchParams;
}

const noQuery = new URLSearchParams();

function parseTarget(target: string): Target {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const inside = path === limits.basePath || path.startsWith(`${limits.basePath}/`);
  return {
    path,
    below: inside ? path.slice(limits.basePath.length) || '/' : undefined,
    query: mark < 0 ? noQuery : new URLSearchParams(target.slice(mark + 1)),
  };
}

function methodOf(request: MockRequest): Method {
  return (request.method === 'HEAD' ? 'GET' : request.method) as Method;
}

type Answer = ReturnType<Handler>;

/** Runs a step, and writes down the refusal that it may end in. */
function answering({ world, headers }: Application, request: MockRequest, step: () => Answer): Answer {
  try {
    return step();
  } catch (thrown) {
    // A fault of the mock itself: the code for it tells the peer nothing of where it is.
    const refusal = thrown instanceof Refusal ? thrown : new Refusal('UNEXPECTED_ERROR', []);
    const { status, document } = errorDocument(refusal, world.product, world.dialect);
    return write({ status, content: document }, parseTarget(request.target).query, headers, refusal.headers);
  }
}

/** Nobody: who asks for what is open to everybody. */
const nobody: ApiKey = {
  id: '',
  orgId: '',
  userId: '',
  publicKey: '',
  privateKey: '',
  desc: '',
  roles: [],
  accessList: [],
};

function callerOf(world: World, request: MockRequest, route: Route | undefined): ApiKey {
  if (request.caller === undefined && route?.open) return nobody;
  const key = world.keysByPublicKey.get(request.caller ?? '');
  // A key goes on proving itself when the user on whose behalf it was made is gone.
  return key && world.users.has(key.userId) ? key : refuse('NO_CURRENT_USER');
}

/** The route that a request names; undefined where nothing is served. */
export function namedRoute({ router }: Application, request: MockRequest): Route | undefined {
  const { below } = parseTarget(request.target);
  return below === undefined ? undefined : router(below)?.methods.get(methodOf(request));
}

/** Whether a request is served whoever makes it. */
export function isOpen(application: Application, request: MockRequest): boolean {
  return namedRoute(application, request)?.open === true;
}

/** The layer that holds callers to their access lists. */
export function callerAccess(application: Application): Layer {
  const { world } = application;
  return (next) => (request) =>
    answering(application, request, () => {
      const route = namedRoute(application, request);
      const caller = callerOf(world, request, route);
      admit(caller, request.remoteAddress, route, world.now());
      return next(request);
    });
}

function routeFor({ router }: Application, request: MockRequest, { path, below }: Target): Match & { route: Route } {
  const match = below === undefined ? undefined : router(below);
  if (!match) refuse('RESOURCE_NOT_FOUND', path);
  const route = match.methods.get(methodOf(request));
  if (route) return { ...match, route };
  const { withoutId } = match;
  const ofItem = withoutId?.methods.get(methodOf(request));
  if (withoutId && ofItem && isMissed(withoutId.values.at(-1)?.[0])) return { ...withoutId, route: ofItem };
  const allowed = [...match.methods.keys()].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  throw new Refusal('METHOD_NOT_ALLOWED', [request.method, path], { Allow: allowed.join(', ') });
}

const nothing: readonly Fields[] = [];

/** The entity that a request is to change, as a caller reads it; undefined where there is none, or none that can be read. */
function shownNow({ methods, route }: Match & { route: Route }, at: PathEntities, call: Call): Fields | undefined {
  if (route.method === 'POST') return undefined;
  if (route.shown) return route.shown(at, call);
  try {
    return methods.get('GET')?.handle(at, call).content as Fields | undefined;
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined;
    throw thrown;
  }
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: find() }).value;
}

function urlsBelow(root: string): Call['url'] {
  return (path) => root + path;
}

/**
 * The innermost handler. The order of its checks is fixed here and nowhere else: resource, method, rate limit, ids,
 * membership, role, account, body syntax, fields, values; the state of things is the route's own last check before it changes any.
 */
export function serve(application: Application): Handler {
  const { world, countRequest, headers } = application;
  return (request) =>
    answering(application, request, () => {
      const target = parseTarget(request.target);
      const match = routeFor(application, request, target);
      const { route, values } = match;
      const caller = callerOf(world, request, route);
      if (route.rateLimited) countRequest(values[0]?.[1] ?? '', target.path);
      const at = findEntities(values, world, caller, target.path);
      route.need(caller, at);
      if (route.path.startsWith('/groups/{group}/')) refuseClosedAccount(world, at.group);
      const read: Call = {
        world,
        caller,
        query: target.query,
        remoteAddress: request.remoteAddress,
        items: nothing,
        body: {},
        url: urlsBelow(request.origin + limits.basePath),
        self: request.origin + target.path,
      };
      const shown = once(() => shownNow(match, at, { ...read, query: noQuery }));
      const items = route.body ? readBody(request.body, route.body, shown) : nothing;
      const call: Call = { ...read, items, body: items[0] ?? {} };
      return write(route.handle(at, call), target.query, headers);
    });
}

function bodiless({ status, headers, body, bytes = Buffer.from(body) }: ServerResponse): ServerResponse {
  return { status, headers: { ...headers, 'Content-Length': String(bytes.byteLength) }, body: '' };
}

/** HEAD has what GET has but for the body. Source: HTTP Methods. */
export const withoutBodyOnHead: Layer = (next) => (request) => {
  if (request.method !== 'HEAD') return next(request);
  const response = next(request);
  return response instanceof Promise ? response.then(bodiless) : bodiless(response);
};
