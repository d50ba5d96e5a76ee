import type { MockRequest } from '../../../../src/mock/forms/types.ts';
import { mainKeys } from '../../credentials.ts';
import { answering, onlyFor, pathOf, rewritingEntities, rewritingErrors, rewritingLists, withServerError } from '../../lies.ts';
import { isOutsider, withMadeKeys } from '../../made-keys.ts';
import type { Mutant } from '../../mutant.ts';

type Json = Record<string, unknown>;

const nobody = '0'.repeat(24);
const isOther = ({ caller }: MockRequest): boolean => caller !== undefined && caller !== mainKeys.publicKey;
const linksOf = (entity: Json): Json[] => (Array.isArray(entity['links']) ? (entity['links'] as Json[]) : []);

/** Another id than that which stands before the last word of a path. */
const ofAnother = (href: unknown): string => String(href).replace(/[0-9a-f](?=\/\w+$)/, (digit) => (digit === '0' ? '1' : '0'));

/** Lies that nothing saw until lies were drawn at random. */
export const mutants: readonly Mutant[] = [
  {
    name: 'link-second-self-of-keys-leads-to-the-list',
    breaks: 'link.self-is-own-url',
    mock: {
      inner: onlyFor(
        'GET',
        /^\/orgs\/[^/]+\/apiKeys$/,
        rewritingLists((list, request) => ({
          ...list,
          results: list.results.map((key) => ({
            ...key,
            links: [...linksOf(key), { rel: 'self', href: request.origin + request.target.replace(/\?.*$/, '') }],
          })),
        })),
      ),
    },
  },
  {
    name: 'link-of-hosts-to-the-disks-of-another',
    breaks: 'link.related-resource-linked',
    also: ['link.crawl-finds-no-dead-end'],
    mock: {
      inner: onlyFor(
        undefined,
        /^\/groups\/[^/]+\/hosts(?:\/[^/]+)?$/,
        rewritingEntities((host) => ({
          ...host,
          links: linksOf(host).map((link) =>
            String(link['rel']).endsWith('/disks') ? { ...link, href: ofAnother(link['href']) } : link,
          ),
        })),
      ),
    },
  },
  {
    name: 'link-of-added-entries-to-their-key',
    breaks: 'link.list-entity-has-only-self',
    mock: {
      inner: onlyFor(
        'POST',
        /^\/orgs\/[^/]+\/apiKeys\/[^/]+\/accessList$/,
        rewritingLists((list, request) => ({
          ...list,
          results: list.results.map((entry) => ({
            ...entry,
            links: [
              ...linksOf(entry),
              { rel: 'http://mms.mongodb.com/apiKey', href: request.origin + request.target.replace(/\/accessList.*$/, '') },
            ],
          })),
        })),
      ),
    },
  },
  {
    name: 'list-of-hosts-shows-others-the-first-twice',
    breaks: 'list.walk-meets-each-once',
    mock: {
      inner: onlyFor(
        'GET',
        /^\/groups\/[^/]+\/hosts$/,
        rewritingLists((list, request) =>
          isOther(request) && list.results.length > 1
            ? { ...list, results: [...list.results.slice(0, -1), list.results[0]] }
            : undefined,
        ),
      ),
    },
  },
  {
    name: 'list-of-alerts-has-no-body-for-others',
    breaks: 'list.shape',
    mock: {
      inner: onlyFor(
        'GET',
        /^\/groups\/[^/]+\/alerts$/,
        answering((response, request) => (isOther(request) && response.status === 200 ? { ...response, body: '' } : response)),
      ),
    },
  },
  {
    name: 'error-of-what-is-not-there-says-nothing',
    breaks: 'error.detail-is-readable',
    mock: { inner: rewritingErrors((error) => (error['error'] === 404 ? { ...error, detail: ' ' } : undefined)) },
  },
  {
    name: 'access-refused-to-an-outsider-is-done-patch-windows',
    breaks: 'access.role-refused-changes-nothing',
    mock: {
      inner: withMadeKeys(async (request, key, next) => {
        const refused = await next(request);
        if (isOutsider(key) && request.method === 'PATCH' && /\/maintenanceWindows\/[^/]+$/.test(pathOf(request)))
          await next({ ...request, caller: key.maker });
        return refused;
      }),
    },
  },
  {
    name: 'access-outsider-who-writes-is-told-of-a-role',
    breaks: 'access.outsider-code',
    mock: {
      inner: withMadeKeys(async (request, key, next) => {
        const response = await next(request);
        if (!isOutsider(key) || request.method === 'GET' || response.status !== 401) return response;
        return {
          ...response,
          body: JSON.stringify({
            detail: 'Current user is not authorized to perform this action.',
            error: 401,
            errorCode: 'USER_UNAUTHORIZED',
            parameters: [],
            reason: 'Unauthorized',
          }),
        };
      }),
    },
  },
  {
    name: 'link-self-of-a-listed-configuration-brings-an-older-one',
    breaks: 'link.self-answers-with-entity',
    mock: {
      inner: onlyFor(
        'GET',
        /^\/groups\/[^/]+\/alertConfigs\/[^/]+$/,
        rewritingEntities((config) => ({ ...config, created: String(config['created']).replace(/^\d+/, '2011') })),
      ),
    },
  },
  {
    name: 'link-self-of-an-entry-is-that-of-another-user',
    breaks: 'link.self-is-own-url',
    mock: {
      inner: onlyFor(
        'GET',
        /^\/users\/[^/]+\/accessList\/[^/]+$/,
        rewritingEntities((entry) => ({
          ...entry,
          links: linksOf(entry).map((link) => ({
            ...link,
            href: String(link['href']).replace(/\/users\/[^/]+/, `/users/${nobody}`),
          })),
        })),
      ),
    },
  },
  {
    name: 'method-new-windows-lack-the-first-of-their-types',
    breaks: 'method.post-creates',
    also: ['resource.maintenance-window-created'],
    mock: {
      inner: onlyFor(
        'POST',
        /^\/groups\/[^/]+\/maintenanceWindows$/,
        rewritingEntities((window) => ({
          ...window,
          alertTypeNames: (window['alertTypeNames'] as unknown[] | undefined)?.slice(1),
        })),
      ),
    },
  },
  {
    name: 'status-fails-where-addresses-are-added-to-keys',
    breaks: 'status.no-server-error',
    mock: { inner: onlyFor('POST', /^\/orgs\/[^/]+\/apiKeys\/[^/]+\/accessList$/, answering(withServerError)) },
  },
  {
    name: 'link-self-of-listed-entries-is-that-of-another-key',
    breaks: 'link.self-is-own-url',
    mock: {
      inner: onlyFor(
        undefined,
        /^\/orgs\/[^/]+\/apiKeys\/[^/]+\/accessList$/,
        rewritingLists((list) => ({
          ...list,
          results: list.results.map((entry) => ({
            ...entry,
            links: linksOf(entry).map((link) => ({
              ...link,
              href: String(link['href']).replace(/\/apiKeys\/[^/]+/, `/apiKeys/${nobody}`),
            })),
          })),
        })),
      ),
    },
  },
];
