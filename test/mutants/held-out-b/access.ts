import type { Layer, MockOptions, MockRequest } from '../../../src/mock/forms/types.ts';
import { asMain } from '../credentials.ts';
import { jsonOf, onlyFor, pathOf, withJson } from '../lies.ts';
import {
  holds,
  inner,
  isList,
  isObject,
  listed,
  om,
  pp,
  refusal,
  safeBody,
  tracker,
  usernameOf,
  type HeldOut,
  type Json,
  type Made,
} from './lie.ts';

const isUnlisted = (response: { status: number; body: string }): boolean =>
  response.status === 403 && /NOT_ON_(ACCESS_LIST|WHITELIST)/.test(response.body);

/** Admits who is not listed, where the lie says so. */
const admitting =
  (when: (key: Made | undefined, request: MockRequest) => boolean): Layer =>
  (next) => {
    const keys = tracker();
    return async (request) => {
      const response = await next(request);
      keys.learn(request, response);
      // HEAD has no body to tell by.
      const refused = isUnlisted(response) || (request.method === 'HEAD' && response.status === 403);
      return refused && when(keys.made.get(usernameOf(request)), request) ? asMain(next, request) : response;
    };
  };

/** Refuses who is listed, where the lie says so. */
const refusing =
  (when: (key: Made, request: MockRequest) => boolean): Layer =>
  (next) => {
    const keys = tracker();
    return async (request) => {
      const key = keys.made.get(request.caller ?? '');
      if (key && when(key, request)) return refusal('IP_ADDRESS_NOT_ON_ACCESS_LIST', [request.remoteAddress], 403, request);
      const response = await next(request);
      keys.learn(request, response);
      return response;
    };
  };

const users = /^\/users\/\w+\/accessList$/;
const userEntry = /^\/users\/\w+\/accessList\/[^/]+$/;
const keysList = /^\/orgs\/\w+\/apiKeys\/\w+\/accessList$/;

const must =
  'For Cloud Manager users with a non-empty API whitelist, all API access must originate from a whitelisted IP address.';
const empty =
  'An empty API whitelist grants access to all API endpoints from any IP address, except those that explicitly require whitelisting for access.';
const cidr =
  'The Cloud Manager API supports a per-user API Whitelist for restricting API access to specific IP or CIDR addresses.';
const post = 'POST Create a new resource using the provided JSON representation.';

const lie = (name: string, family: string, sentence: string, mock: MockOptions, from = pp): HeldOut => ({
  name,
  kind: '8 access lists',
  family,
  sentence: `${sentence} (${from})`,
  mock,
});

const bits = (text: string): number => Number(text.split('/')[1] ?? 32);

/** Hides what was posted behind the first entry of a request. */
const firstOnly: Layer = (next) => async (request) => {
  const sent = safeBody(request);
  return next(Array.isArray(sent) && sent.length > 1 ? { ...request, body: JSON.stringify(sent.slice(0, 1)) } : request);
};

export const access: readonly HeldOut[] = [
  lie('access-any-block-admits', 'keys of the API, CIDR', cidr, {
    wire: admitting((key) => key?.entries.some((one) => one.includes('/') && bits(one) < 32) ?? false),
  }),
  lie('access-block-read-by-whole-octets', 'keys of the API, CIDR', cidr, {
    wire: admitting(
      (key, { remoteAddress }) =>
        key?.entries.some(
          (one) => one.includes('/') && holds(`${one.split('/')[0]}/${Math.floor(bits(one) / 8) * 8}`, remoteAddress),
        ) ?? false,
    ),
  }),
  lie('access-block-of-one-admits-nobody', 'keys of the API, CIDR', cidr, {
    inner: refusing((key) => key.entries.length > 0 && key.entries.every((one) => one.endsWith('/32'))),
  }),
  lie('access-second-entry-is-not-looked-at', 'keys of the API, second entry', cidr, {
    inner: refusing((key, { remoteAddress }) => key.entries.length > 1 && !holds(key.entries[0]!, remoteAddress)),
  }),
  lie('access-only-the-last-entry-is-looked-at', 'keys of the API, second entry', cidr, {
    inner: refusing((key, { remoteAddress }) => key.entries.length > 1 && !holds(key.entries.at(-1)!, remoteAddress)),
  }),
  lie('access-removed-entry-goes-on-admitting', 'keys of the API, removal', must, {
    wire: admitting((key, { remoteAddress }) => key?.removed.some((one) => holds(one, remoteAddress)) ?? false),
  }),
  lie('access-added-entry-does-not-admit-yet', 'keys of the API, second entry', must, {
    // As a list that was read once and is kept from then on.
    inner: refusing(
      (key, { remoteAddress }) =>
        key.entries.length > 0 && key.first !== undefined && !key.first.some((one) => holds(one, remoteAddress)),
    ),
  }),
  lie('access-emptied-list-admits-nobody', 'keys of the API, emptied list', empty, {
    inner: refusing((key) => key.entries.length === 0 && key.removed.length > 0),
  }),
  lie('access-list-guards-reads-alone', 'keys of the API, POST PATCH PUT DELETE', must, {
    wire: admitting((_key, { method }) => method !== 'GET' && method !== 'HEAD'),
  }),
  lie('access-root-is-open-to-the-unlisted', 'root', must, {
    wire: admitting((_key, request) => ['', '/'].includes(pathOf(request))),
  }),
  lie('access-head-is-open-to-the-unlisted', 'HEAD', must, { wire: admitting((_key, { method }) => method === 'HEAD') }),
  lie('access-entities-are-open-to-the-unlisted', 'what is not a list (GET by id)', must, {
    wire: admitting((_key, request) => /^\/groups\/\w+\/\w+\/\w+$/.test(pathOf(request))),
  }),
  lie('access-empty-list-cannot-write', 'keys of the API, empty list, alert configurations', empty, {
    inner: refusing(
      (key, { method, target }) => key.entries.length === 0 && method === 'POST' && target.includes('/alertConfigs'),
    ),
  }),
  lie(
    'access-unlisted-is-401-below-organizations',
    '/orgs',
    '403 Forbidden; IP_ADDRESS_NOT_ON_WHITELIST 403 IP address <address> is not allowed to access this resource.',
    {
      wire: (next) => async (request) => {
        const response = await next(request);
        if (!pathOf(request).startsWith('/orgs') || !isUnlisted(response)) return response;
        return { ...withJson(response, { ...(jsonOf(response) as Json), error: 401, reason: 'Unauthorized' }), status: 401 };
      },
    },
  ),
  lie(
    'access-list-of-another-user-is-shown',
    "user's list",
    'WHITELIST_ACCESS_DENIED 401 Cannot access whitelist for user <username>, which is not currently logged in.',
    {
      inner: onlyFor('GET', users, (next) => async (request) => {
        const response = await next(request);
        if (response.status !== 401) return response;
        return {
          ...withJson(response, { links: [{ href: request.origin + request.target, rel: 'self' }], results: [], totalCount: 0 }),
          status: 200,
        };
      }),
    },
  ),
  lie('access-users-entry-stays-when-removed', "user's list, removal", 'DELETE Remove a resource.', {
    inner: onlyFor('DELETE', userEntry, (next) => async (request) => {
      const there = await next({ ...request, method: 'GET' });
      return there.status >= 400 ? next(request) : { ...withJson(there, {}), status: 200 };
    }),
  }),
  lie('access-users-second-entry-is-dropped', "user's list, two entries in one POST", post, {
    inner: onlyFor('POST', users, firstOnly),
  }),
  lie('access-keys-second-entry-is-dropped', "keys' list, two entries in one POST", post, {
    inner: onlyFor('POST', keysList, firstOnly),
  }),
  lie('access-users-post-replaces-the-list', "user's list", post, {
    inner: (next) => {
      const hidden = new Map<string, Set<string>>();
      const nameOf = (entry: Json): string => String(entry['cidrBlock'] ?? entry['ipAddress']);
      return async (request) => {
        const path = pathOf(request);
        if (!users.test(path)) return next(request);
        const before = request.method === 'POST' ? jsonOf(await next({ ...request, method: 'GET', body: '' })) : undefined;
        const response = await next(request);
        const old = hidden.get(path) ?? new Set<string>();
        if (response.status < 300 && isList(before)) for (const one of before.results) old.add(nameOf(one));
        hidden.set(path, old);
        const document = jsonOf(response);
        if (response.status >= 300 || !isList(document)) return response;
        const results = document.results.filter((one) => !old.has(nameOf(one)));
        return withJson(response, { ...document, results, totalCount: results.length });
      };
    },
  }),
  lie(
    'access-users-entry-shows-another-block',
    "user's list, values",
    post,
    inner(
      undefined,
      users,
      listed((entry) =>
        String(entry['cidrBlock']).endsWith('/32') || entry['ipAddress'] === undefined
          ? { ...entry, cidrBlock: String(entry['cidrBlock']).replace(/\/\d+$/, '/0') }
          : entry,
      ),
    ),
  ),
  lie('access-read-only-callers-list-is-not-looked-at', 'a read-only key', must, {
    wire: admitting((key) => key?.roles.every((role) => role.endsWith('READ_ONLY')) ?? false),
  }),
  lie(
    'access-own-address-may-be-removed',
    "user's list and keys' lists",
    "CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST Cannot remove caller's IP address <address> from access list.",
    {
      inner: (next) => async (request) => {
        const response = await next(request);
        return /CANNOT_REMOVE_CALLER/.test(response.body) && isObject(jsonOf(response))
          ? { ...withJson(response, {}), status: 200 }
          : response;
      },
    },
    om,
  ),
];
