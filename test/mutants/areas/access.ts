import type { MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { digestOf, mainKeys } from '../credentials.ts';
import { answering, hearing, pathOf, rewritingErrors, withJson } from '../lies.ts';
import { isOutsider, withMadeKeys, withRightsOfMaker, type MadeKey } from '../made-keys.ts';
import type { Mutant } from '../mutant.ts';

const isReader = ({ roles }: MadeKey): boolean => roles.includes('GROUP_READ_ONLY');
const isOwner = ({ roles }: MadeKey): boolean => roles.includes('GROUP_OWNER');
const isHosts = (request: MockRequest): boolean => /\/hosts(?:\/|$)/.test(pathOf(request));
const isClusters = (request: MockRequest): boolean => pathOf(request).endsWith('/clusters');

const refusal = (status: 401 | 403, errorCode: string, detail: string, parameters: readonly string[] = []): ServerResponse => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ detail, error: status, errorCode, parameters, reason: status === 401 ? 'Unauthorized' : 'Forbidden' }),
});
const unauthorized = refusal(401, 'USER_UNAUTHORIZED', 'Current user is not authorized to perform this action.');
const unlisted = refusal(403, 'IP_ADDRESS_NOT_ON_ACCESS_LIST', 'IP address 127.0.0.1 is not allowed to access this resource.', [
  '127.0.0.1',
]);

export const mutants: readonly Mutant[] = [
  {
    name: 'access-reader-reads-no-clusters',
    breaks: 'access.role-allows',
    mock: { inner: withMadeKeys((request, key, next) => (isReader(key) && isClusters(request) ? unauthorized : next(request))) },
  },
  {
    name: 'access-reader-adds-alert-configurations',
    breaks: 'access.role-refuses-writes',
    mock: {
      inner: withRightsOfMaker(
        (request, key) => isReader(key) && request.method === 'POST' && pathOf(request).endsWith('/alertConfigs'),
      ),
    },
  },
  {
    name: 'access-refusal-of-a-role-calls-the-resource-missing',
    breaks: 'access.role-refusal-code',
    also: ['code.RESOURCE_NOT_FOUND'],
    mock: {
      inner: withMadeKeys(async (request, key, next) => {
        const response = await next(request);
        if (!isReader(key) || response.status !== 401) return response;
        return refusal(401, 'RESOURCE_NOT_FOUND', `Cannot find resource ${pathOf(request)}.`, [pathOf(request)]);
      }),
    },
  },
  {
    name: 'access-monitoring-admin-removes-no-host',
    breaks: 'access.role-allows-removal',
    mock: {
      inner: withMadeKeys((request, key, next) =>
        key.roles.includes('GROUP_MONITORING_ADMIN') && request.method === 'DELETE' ? unauthorized : next(request),
      ),
    },
  },
  {
    name: 'access-any-admin-removes-hosts',
    breaks: 'access.role-refuses-removal',
    mock: {
      inner: withRightsOfMaker(
        (request, { roles }) => request.method === 'DELETE' && isHosts(request) && roles.some((role) => role.endsWith('_ADMIN')),
      ),
    },
  },
  {
    name: 'access-update-refused-to-a-role-is-done-all-the-same',
    breaks: 'access.role-refused-changes-nothing',
    mock: {
      inner: withMadeKeys(async (request, key, next) => {
        const response = await next(request);
        if (isReader(key) && request.method === 'PATCH') await next({ ...request, caller: key.maker });
        return response;
      }),
    },
  },
  {
    name: 'access-outsider-reads-alerts',
    breaks: 'access.outsider-refused',
    mock: { inner: withRightsOfMaker((request, key) => isOutsider(key) && pathOf(request).endsWith('/alerts')) },
  },
  {
    name: 'access-outsider-is-told-of-a-missing-resource',
    breaks: 'access.outsider-code',
    also: ['code.RESOURCE_NOT_FOUND'],
    mock: {
      inner: withMadeKeys(async (request, key, next) => {
        const response = await next(request);
        if (!isOutsider(key) || response.status !== 401) return response;
        return refusal(401, 'RESOURCE_NOT_FOUND', `Cannot find resource ${pathOf(request)}.`, [pathOf(request)]);
      }),
    },
  },
  {
    name: 'access-empty-list-does-not-open-clusters',
    breaks: 'access.empty-list-admits-any',
    mock: {
      inner: withMadeKeys((request, key, next) =>
        isOwner(key) && key.addresses.length === 0 && isClusters(request) ? unlisted : next(request),
      ),
    },
  },
  {
    name: 'access-users-list-is-open-without-a-list',
    breaks: 'access.list-required-refuses-empty',
    mock: {
      wire: answering((response, request) => {
        const isUsersList = request.method === 'POST' && /^\/users\/[^/]+\/(?:accessList|whitelist)$/.test(pathOf(request));
        if (!isUsersList || response.status !== 403) return response;
        const self = { rel: 'self', href: request.origin + request.target };
        return withJson({ ...response, status: 201 }, { links: [self], results: [], totalCount: 0 });
      }),
    },
  },
  {
    name: 'access-list-knows-no-single-addresses',
    breaks: 'access.listed-address-admitted',
    mock: {
      inner: withMadeKeys((request, { addresses }, next) =>
        addresses.some((entry) => 'ipAddress' in entry) ? unlisted : next(request),
      ),
    },
  },
  {
    name: 'access-list-knows-no-blocks',
    breaks: 'access.listed-block-admitted',
    mock: {
      inner: withMadeKeys((request, { addresses }, next) =>
        addresses.some((entry) => 'cidrBlock' in entry) ? unlisted : next(request),
      ),
    },
  },
  {
    name: 'access-list-is-not-asked-for-hosts',
    breaks: 'access.unlisted-address-refused',
    // The only address on the list of a caller who is not let in.
    mock: {
      wire: hearing((request) => {
        const { username = mainKeys.publicKey } = digestOf(request);
        return isHosts(request) && username !== mainKeys.publicKey ? { ...request, remoteAddress: '192.0.2.1' } : request;
      }),
    },
  },
  {
    name: 'access-refusal-speaks-the-other-dialect',
    breaks: 'access.unlisted-refusal-code',
    mock: {
      wire: rewritingErrors((error) =>
        error['errorCode'] === 'IP_ADDRESS_NOT_ON_ACCESS_LIST'
          ? { ...error, errorCode: 'IP_ADDRESS_NOT_ON_WHITELIST' }
          : undefined,
      ),
    },
  },
];
