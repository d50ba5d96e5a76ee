import type { MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { answering, hearing, jsonOf, onlyFor, pathOf, queryOf, rewriting, rewritingLists, withJson, withQuery } from '../lies.ts';
import { isOutsider, withMadeKeys, withRightsOfMaker } from '../made-keys.ts';
import type { Mutant } from '../mutant.ts';

const asks = (request: MockRequest, flag: 'envelope' | 'pretty'): boolean => queryOf(request).get(flag) === 'true';

/** An answer with another status, and that document. */
const as = (response: ServerResponse, status: number, document: unknown): ServerResponse => ({
  ...withJson(response, document),
  status,
});

const notFound = { detail: 'Cannot find it.', error: 404, errorCode: 'GROUP_NOT_FOUND', parameters: [], reason: 'Not Found' };

/** Whoever asks for another page of such a list gets the first. */
const oneAndTheSamePage = (path: RegExp) => ({
  inner: onlyFor(
    'GET',
    path,
    hearing((request) => withQuery(request, (query) => query.delete('pageNum'))),
  ),
});

/** Such a list is there, and empty, wherever it would belong. */
const emptyAnywhere = (path: RegExp) => ({
  inner: onlyFor(
    'GET',
    path,
    answering((response, request) =>
      response.status === 404
        ? as(response, 200, {
            links: [{ href: `${request.origin}${request.target}`, rel: 'self' }],
            results: [],
            totalCount: 0,
          })
        : response,
    ),
  ),
});

/** An empty list is not found. */
const emptyIsMissing = (path: RegExp) => ({
  inner: onlyFor(
    'GET',
    path,
    rewritingEmpty((response) => as(response, 404, notFound)),
  ),
});

function rewritingEmpty(change: (response: ServerResponse, request: MockRequest) => ServerResponse) {
  return answering((response, request) => {
    const { results } = (jsonOf(response) ?? {}) as { results?: unknown };
    return Array.isArray(results) && results.length === 0 && !queryOf(request).has('pageNum')
      ? change(response, request)
      : response;
  });
}

const neverPretty = (path: RegExp, which: (response: ServerResponse) => boolean = () => true) => ({
  wire: onlyFor(
    'GET',
    path,
    answering((response, request) => {
      const document = jsonOf(response);
      if (document === undefined || !asks(request, 'pretty') || !which(response)) return response;
      return { ...response, body: JSON.stringify(document) };
    }),
  ),
});

const envelopesAt = (path: RegExp, change: (document: Record<string, unknown>) => unknown) => ({
  wire: onlyFor(
    'GET',
    path,
    rewriting((document, request, { status }) => (status === 200 && asks(request, 'envelope') ? change(document) : undefined)),
  ),
});

const headAt = (path: RegExp, change: (response: ServerResponse) => ServerResponse) => ({
  wire: onlyFor('HEAD', path, answering(change)),
});

/** Who is no member is answered in another way. */
const toOutsiders = (path: RegExp, change: (response: ServerResponse) => ServerResponse) => ({
  inner: withMadeKeys(async (request, key, next) => {
    const response = await next(request);
    return isOutsider(key) && request.method === 'GET' && path.test(pathOf(request)) && response.status === 401
      ? change(response)
      : response;
  }),
});

const alerts = /^\/groups\/\w+\/alerts$/;
const snapshot = /\/clusters\/\w+\/snapshots\/\w+$/;

export const mutants: readonly Mutant[] = [
  { name: 'page-number-of-alerts-ignored', breaks: 'list.page-number-honoured', mock: oneAndTheSamePage(alerts) },
  { name: 'page-number-of-databases-ignored', breaks: 'list.page-number-honoured', mock: oneAndTheSamePage(/\/databases$/) },
  {
    name: 'page-number-of-key-entries-ignored',
    breaks: 'list.page-number-honoured',
    mock: oneAndTheSamePage(/\/apiKeys\/\w+\/accessList$/),
  },
  {
    name: 'pages-of-teams-count-from-zero',
    breaks: 'list.page-number-honoured',
    mock: {
      inner: onlyFor(
        'GET',
        /^\/orgs\/\w+\/teams$/,
        hearing((request) =>
          withQuery(request, (query) => {
            const number = query.get('pageNum');
            if (number !== null) query.set('pageNum', String(Number(number) + 1));
          }),
        ),
      ),
    },
  },
  {
    name: 'project-without-alerts-is-404',
    breaks: 'list.empty-is-200',
    also: ['link.crawl-finds-no-dead-end'],
    mock: emptyIsMissing(alerts),
  },
  {
    name: 'project-without-backups-is-404',
    breaks: 'list.empty-is-200',
    also: ['link.crawl-finds-no-dead-end'],
    mock: emptyIsMissing(/\/backupConfigs$/),
  },
  {
    name: 'snapshots-of-no-cluster-are-none',
    breaks: 'list.missing-context-is-404',
    mock: emptyAnywhere(/\/clusters\/\w+\/snapshots$/),
  },
  {
    name: 'teams-of-no-organization-are-none',
    breaks: 'list.missing-context-is-404',
    mock: emptyAnywhere(/^\/orgs\/\w+\/teams$/),
  },
  { name: 'databases-of-no-host-are-none', breaks: 'list.missing-context-is-404', mock: emptyAnywhere(/\/databases$/) },
  {
    name: 'alerts-of-no-configuration-are-none',
    breaks: 'list.missing-context-is-404',
    mock: emptyAnywhere(/\/alertConfigs\/\w+\/alerts$/),
  },
  {
    name: 'envelope-of-checkpoints-lacks-status',
    breaks: 'envelope.list-gains-status',
    mock: envelopesAt(/\/checkpoints$/, ({ status: _status, ...list }) => ('results' in list ? list : undefined)),
  },
  {
    name: 'envelope-of-nothing-lacks-status',
    breaks: 'envelope.list-gains-status',
    mock: envelopesAt(/^\/groups\/\w+\/clusters$/, ({ status: _status, ...list }) =>
      Array.isArray(list['results']) && list['results'].length === 0 ? list : undefined,
    ),
  },
  {
    name: 'envelope-wraps-agents',
    breaks: 'envelope.list-gains-only-status',
    mock: envelopesAt(/\/agents\/\w+$/, ({ status, ...content }) => ('results' in content ? { status, content } : undefined)),
  },
  {
    name: 'envelope-of-organization-users-tells-more',
    breaks: 'envelope.list-gains-only-status',
    mock: envelopesAt(/^\/orgs\/\w+\/users$/, (list) => ({ ...list, reason: 'OK' })),
  },
  {
    name: 'envelope-ignored-for-the-automation-status',
    breaks: 'envelope.wraps-entity',
    also: ['link.every-entity-has-self'],
    mock: envelopesAt(/\/automationStatus$/, ({ content }) => content),
  },
  {
    name: 'envelope-ignored-for-the-root',
    breaks: 'envelope.wraps-entity',
    mock: envelopesAt(/^\/?$/, ({ content }) => content),
  },
  {
    name: 'envelope-of-a-backup-configuration-says-201',
    breaks: 'envelope.status-is-http-status',
    mock: envelopesAt(/\/backupConfigs\/\w+$/, (envelope) => ({ ...envelope, status: 201 })),
  },
  { name: 'pretty-ignored-for-log-jobs', breaks: 'pretty.list-formatted', mock: neverPretty(/\/logCollectionJobs$/) },
  {
    name: 'pretty-ignored-for-entries-of-keys',
    breaks: 'pretty.list-formatted',
    mock: neverPretty(/\/apiKeys\/\w+\/accessList$/),
  },
  { name: 'pretty-ignored-for-the-root', breaks: 'pretty.entity-formatted', mock: neverPretty(/^\/?$/) },
  { name: 'pretty-ignored-for-restore-jobs', breaks: 'pretty.entity-formatted', mock: neverPretty(/\/restoreJobs\/\w+$/) },
  {
    name: 'pretty-ignored-for-refusals-about-teams',
    breaks: 'pretty.error-formatted',
    mock: neverPretty(/^\/orgs\/\w+\/teams/, ({ status }) => status >= 400),
  },
  {
    name: 'head-of-an-alert-configuration-is-204',
    breaks: 'method.head-status',
    mock: headAt(/\/alertConfigs\/\w+$/, (response) => (response.status === 200 ? { ...response, status: 204 } : response)),
  },
  {
    name: 'head-of-no-team-is-200',
    breaks: 'method.head-status',
    mock: headAt(/\/teams\/\w+$/, (response) => (response.status === 404 ? { ...response, status: 200 } : response)),
  },
  {
    name: 'head-of-snapshots-is-plain-text',
    breaks: 'method.head-headers',
    mock: headAt(/\/snapshots$/, (response) => ({
      ...response,
      headers: { ...response.headers, 'Content-Type': 'text/plain' },
    })),
  },
  {
    name: 'head-of-clusters-sends-body',
    breaks: 'method.head-no-body',
    mock: headAt(/\/clusters$/, (response) => ({ ...response, body: '{}' })),
  },
  {
    name: 'head-of-a-window-sends-body',
    breaks: 'method.head-no-body',
    mock: headAt(/\/maintenanceWindows\/\w+$/, (response) => ({ ...response, body: '{}' })),
  },
  {
    name: 'listed-checkpoints-link-to-their-project',
    breaks: 'link.list-entity-has-only-self',
    mock: {
      inner: onlyFor(
        'GET',
        /\/checkpoints$/,
        rewritingLists((list, request) => ({
          ...list,
          results: list.results.map((one) => ({
            ...one,
            links: [
              ...(one['links'] as object[]),
              {
                href: `${request.origin}/api/public/v1.0/groups/${String(one['groupId'])}`,
                rel: 'http://mms.mongodb.com/group',
              },
            ],
          })),
        })),
      ),
    },
  },
  {
    name: 'root-leads-to-no-projects',
    breaks: 'link.root-leads-to-collections',
    mock: {
      inner: onlyFor(
        'GET',
        /^\/?$/,
        rewriting((root) =>
          Array.isArray(root['links'])
            ? { ...root, links: (root['links'] as { rel: string }[]).filter(({ rel }) => !rel.endsWith('/groups')) }
            : undefined,
        ),
      ),
    },
  },
  ...(
    [
      ['the-automation-status', /\/automationStatus$/],
      ['one-snapshot', snapshot],
      ['agents', /\/agents\/\w+$/],
      ['invitations', /\/invites$/],
    ] as const
  ).map(([what, path]): Mutant => ({
    name: `outsider-reads-${what}`,
    breaks: 'access.outsider-refused',
    mock: { inner: withRightsOfMaker((request, key) => isOutsider(key) && path.test(pathOf(request))) },
  })),
  {
    name: 'outsider-is-told-403-of-backups',
    breaks: 'access.outsider-refused',
    also: ['code.NOT_IN_GROUP'],
    mock: toOutsiders(/\/backupConfigs(\/|$)/, (response) =>
      as(response, 403, { ...(jsonOf(response) as object), error: 403, reason: 'Forbidden' }),
    ),
  },
  {
    name: 'outsider-is-told-of-a-role-by-alerts',
    breaks: 'access.outsider-code',
    mock: toOutsiders(/\/alerts\/\w+$/, (response) =>
      as(response, 401, { ...(jsonOf(response) as object), errorCode: 'USER_UNAUTHORIZED' }),
    ),
  },
];
