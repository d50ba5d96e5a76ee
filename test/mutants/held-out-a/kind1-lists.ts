import { answering, hearing, jsonOf, queryOf, withJson, withQuery } from '../lies.ts';
import { entity, inner, list, listed, refusal, to, without, type HeldOut, type Json } from './tools.ts';
import { pathOf } from '../lies.ts';

const one = { kind: 1 } as const;
const lists = 'Lists: ';

/** Lists and links beyond hosts. */
export const lies: readonly HeldOut[] = [
  {
    ...one,
    name: 'a-list-of-checkpoints-has-one-by-default',
    family: 'checkpoints',
    breaks: 'list.page-size-default',
    sentence: `${lists}itemsPerPage defaults to 100`,
    mock: inner(
      'GET',
      '/groups/{G}/clusters/{C}/checkpoints',
      hearing((request) =>
        queryOf(request).has('itemsPerPage') ? request : withQuery(request, (q) => q.set('itemsPerPage', '1')),
      ),
    ),
  },
  {
    ...one,
    name: 'a-list-of-log-jobs-has-one-by-default',
    family: 'log collection jobs',
    breaks: 'list.page-size-default',
    sentence: `${lists}itemsPerPage defaults to 100`,
    mock: inner(
      'GET',
      '/groups/{G}/logCollectionJobs',
      hearing((request) =>
        queryOf(request).has('itemsPerPage') ? request : withQuery(request, (q) => q.set('itemsPerPage', '1')),
      ),
    ),
  },
  {
    ...one,
    name: 'the-size-of-a-page-of-alerts-is-ignored',
    family: 'alerts',
    breaks: 'list.page-size-honoured',
    sentence: `${lists}itemsPerPage is the number of items on a page`,
    mock: inner(
      'GET',
      '/groups/{G}/alerts',
      hearing((request) => withQuery(request, (q) => q.delete('itemsPerPage'))),
    ),
  },
  {
    ...one,
    name: 'the-page-number-of-snapshots-is-ignored',
    family: 'snapshots',
    breaks: 'list.page-number-honoured',
    sentence: `${lists}pageNum is the page number`,
    mock: inner(
      'GET',
      '/groups/{G}/clusters/{C}/snapshots',
      hearing((request) => withQuery(request, (q) => q.delete('pageNum'))),
    ),
  },
  {
    ...one,
    name: 'pages-of-api-keys-count-from-zero',
    family: 'api keys',
    breaks: 'list.page-number-honoured',
    sentence: `${lists}pageNum is 1-based`,
    mock: inner(
      'GET',
      '/orgs/{O}/apiKeys',
      hearing((request) =>
        queryOf(request).has('pageNum')
          ? withQuery(request, (q) => q.set('pageNum', String(Number(q.get('pageNum')) + 1)))
          : request,
      ),
    ),
  },
  {
    ...one,
    name: 'the-count-of-clusters-is-that-of-the-page',
    family: 'clusters',
    breaks: 'list.total-count-is-whole-set',
    sentence: `${lists}totalCount is the number of items in the entire result set`,
    mock: inner(
      'GET',
      '/groups/{G}/clusters',
      list((document) => ({ ...document, totalCount: document.results.length })),
    ),
  },
  {
    ...one,
    name: 'the-users-of-a-team-have-no-self',
    family: 'team users',
    breaks: 'list.self-link-always',
    sentence: `${lists}self is always present`,
    mock: inner(
      'GET',
      '/orgs/{O}/teams/{T}/users',
      list((document) => ({ ...document, links: document.links.filter(({ rel }) => rel !== 'self') })),
    ),
  },
  {
    ...one,
    name: 'the-last-page-of-restore-jobs-has-a-next',
    family: 'restore jobs',
    breaks: 'list.next-absent-on-last',
    sentence: `${lists}next is omitted for the last page`,
    mock: inner(
      'GET',
      '/groups/{G}/clusters/{C}/restoreJobs',
      list((document) =>
        document.links.some(({ rel }) => rel === 'next')
          ? undefined
          : {
              ...document,
              links: [
                ...document.links,
                {
                  href: String(document.links[0]?.['href']).replace(/pageNum=(\d+)/, (_all, n) => `pageNum=${Number(n) + 1}`),
                  rel: 'next',
                },
              ],
            },
      ),
    ),
  },
  {
    ...one,
    name: 'the-first-page-of-api-keys-of-a-project-has-a-previous',
    family: 'project api keys',
    breaks: 'list.previous-absent-on-first',
    sentence: `${lists}previous is omitted for the first page`,
    mock: inner(
      'GET',
      '/groups/{G}/apiKeys',
      list((document) =>
        document.links.some(({ rel }) => rel === 'previous')
          ? undefined
          : { ...document, links: [...document.links, { href: document.links[0]?.['href'], rel: 'previous' }] },
      ),
    ),
  },
  {
    ...one,
    name: 'next-of-the-users-of-an-organization-leads-back',
    family: 'organization users',
    breaks: 'list.next-leads-to-next-page',
    sentence: `${lists}next leads to the next page of results`,
    mock: inner(
      'GET',
      '/orgs/{O}/users',
      list((document) => ({
        ...document,
        links: document.links.map((link) =>
          link['rel'] === 'next' ? { ...link, href: document.links.find(({ rel }) => rel === 'self')?.['href'] } : link,
        ),
      })),
    ),
  },
  {
    ...one,
    name: 'previous-of-teams-leads-to-the-first-page',
    family: 'teams',
    breaks: 'list.previous-leads-back',
    sentence: `${lists}previous leads to the previous page`,
    mock: inner(
      'GET',
      '/orgs/{O}/teams',
      list((document) => ({
        ...document,
        links: document.links.map((link) =>
          link['rel'] === 'previous' ? { ...link, href: String(link['href']).replace(/pageNum=\d+/, 'pageNum=1') } : link,
        ),
      })),
    ),
  },
  {
    ...one,
    name: 'self-of-a-page-of-events-names-the-first-page',
    family: 'organization events',
    breaks: 'list.self-link-always',
    sentence: `${lists}self is for the current page`,
    mock: inner(
      'GET',
      '/orgs/{O}/events',
      list((document) => ({
        ...document,
        links: document.links.map((link) =>
          link['rel'] === 'self' ? { ...link, href: String(link['href']).replace(/pageNum=\d+/, 'pageNum=1') } : link,
        ),
      })),
    ),
  },
  {
    ...one,
    name: 'pages-of-alert-configurations-overlap',
    family: 'alert configurations',
    breaks: 'list.walk-meets-each-once',
    sentence: `${lists}results come in batches, page by page`,
    mock: {
      inner: to('GET', '/groups/{G}/alertConfigs', (next) => {
        let last: Json | undefined;
        return async (request) => {
          const response = await next(request);
          const document = jsonOf(response) as (Json & { results: Json[] }) | undefined;
          if (!Array.isArray(document?.results) || document.results.length === 0) return response;
          const isFirst = Number(queryOf(request).get('pageNum') ?? 1) === 1;
          const shown = isFirst || last === undefined ? document.results : [last, ...document.results.slice(1)];
          last = document.results.at(-1);
          return withJson(response, { ...document, results: shown });
        };
      }),
    },
  },
  {
    ...one,
    name: 'a-cluster-without-restore-jobs-is-404',
    family: 'restore jobs',
    breaks: 'list.empty-is-200',
    sentence: `${lists}a list without results is 200, not 404`,
    mock: inner(
      'GET',
      '/groups/{G}/clusters/{C}/restoreJobs',
      answering((response) => {
        const document = jsonOf(response) as Json | undefined;
        return response.status === 200 && document?.['totalCount'] === 0
          ? refusal(response, 404, 'RESTORE_JOB_NOT_FOUND', 'Not Found')
          : response;
      }),
    ),
  },
  {
    ...one,
    name: 'a-project-without-maintenance-windows-is-404',
    family: 'maintenance windows',
    breaks: 'list.empty-is-200',
    sentence: `${lists}a list without results is 200, not 404`,
    mock: inner(
      'GET',
      '/groups/{G}/maintenanceWindows',
      answering((response) => {
        const document = jsonOf(response) as Json | undefined;
        return response.status === 200 && document?.['totalCount'] === 0
          ? refusal(response, 404, 'RESOURCE_NOT_FOUND', 'Not Found')
          : response;
      }),
    ),
  },
  {
    ...one,
    name: 'alert-configurations-of-no-project-are-an-empty-list',
    family: 'alert configurations',
    breaks: 'list.missing-context-is-404',
    sentence: `${lists}a list in a context that does not exist is 404`,
    mock: inner(
      'GET',
      '/groups/{G}/alertConfigs',
      answering((response, request) =>
        response.status < 400 || response.status === 429
          ? response
          : {
              ...withJson(response, {
                links: [{ href: request.origin + request.target, rel: 'self' }],
                results: [],
                totalCount: 0,
              }),
              status: 200,
            },
      ),
    ),
  },
  {
    ...one,
    name: 'teams-of-no-organization-are-an-empty-list',
    family: 'teams',
    breaks: 'list.missing-context-is-404',
    sentence: `${lists}a list in a context that does not exist is 404`,
    mock: inner(
      'GET',
      '/orgs/{O}/teams',
      answering((response, request) =>
        response.status !== 404
          ? response
          : {
              ...withJson(response, {
                links: [{ href: request.origin + request.target, rel: 'self' }],
                results: [],
                totalCount: 0,
              }),
              status: 200,
            },
      ),
    ),
  },
  {
    ...one,
    name: 'snapshots-of-no-cluster-are-an-empty-list',
    family: 'snapshots',
    breaks: 'list.missing-context-is-404',
    sentence: `${lists}a list in a context that does not exist is 404`,
    mock: inner(
      'GET',
      '/groups/{G}/clusters/{C}/snapshots',
      answering((response, request) =>
        response.status !== 404
          ? response
          : {
              ...withJson(response, {
                links: [{ href: request.origin + request.target, rel: 'self' }],
                results: [],
                totalCount: 0,
              }),
              status: 200,
            },
      ),
    ),
  },
  {
    ...one,
    name: 'databases-of-no-host-are-an-empty-list',
    family: 'databases',
    breaks: 'list.missing-context-is-404',
    sentence: `${lists}a list in a context that does not exist is 404`,
    mock: inner(
      'GET',
      '/groups/{G}/hosts/{H}/databases',
      answering((response, request) =>
        response.status !== 404
          ? response
          : {
              ...withJson(response, {
                links: [{ href: request.origin + request.target, rel: 'self' }],
                results: [],
                totalCount: 0,
              }),
              status: 200,
            },
      ),
    ),
  },
  {
    ...one,
    name: 'self-of-a-snapshot-is-the-list',
    family: 'snapshots',
    breaks: 'link.self-is-own-url',
    sentence: 'Linking: self is the own URL of an entity',
    mock: inner(
      'GET',
      '/groups/{G}/clusters/{C}/snapshots/{S}',
      entity((document) => ({
        ...document,
        links: (document['links'] as Json[]).map((link) =>
          link['rel'] === 'self' ? { ...link, href: String(link['href']).replace(/\/[^/]+$/, '') } : link,
        ),
      })),
    ),
  },
  {
    ...one,
    name: 'self-of-a-listed-window-is-that-of-another',
    family: 'maintenance windows',
    breaks: 'link.self-answers-with-entity',
    sentence: 'Linking: self is the own URL of an entity',
    mock: inner(
      'GET',
      '/groups/{G}/maintenanceWindows',
      list((document) => ({
        ...document,
        results: document.results.map((each, index) => ({
          ...each,
          links: document.results[(index + 1) % document.results.length]!['links'],
        })),
      })),
    ),
  },
  {
    ...one,
    name: 'self-of-a-new-alert-configuration-is-the-list',
    family: 'alert configurations (answer to POST)',
    breaks: 'link.self-is-own-url',
    sentence: 'Linking: self is the own URL of an entity',
    mock: inner(
      'POST',
      '/groups/{G}/alertConfigs',
      entity((document) => ({
        ...document,
        links: (document['links'] as Json[]).map((link) =>
          link['rel'] === 'self' ? { ...link, href: String(link['href']).replace(/\/[^/]+$/, '') } : link,
        ),
      })),
    ),
  },
  {
    ...one,
    name: 'listed-disks-have-no-links',
    family: 'disks',
    breaks: 'link.list-entity-has-self',
    sentence: 'Linking: every entity has at least self; in a list it has that one',
    mock: inner(
      'GET',
      '/groups/{G}/hosts/{H}/disks',
      listed((document) => without(document, 'links')),
    ),
  },
  {
    ...one,
    name: 'links-of-a-checkpoint-have-no-rel',
    family: 'checkpoints',
    breaks: 'link.array-of-rel-and-href',
    sentence: 'Linking: each link has rel and href',
    mock: inner(
      'GET',
      '/groups/{G}/clusters/{C}/checkpoints/{K}',
      entity((document) => ({
        ...document,
        links: (document['links'] as Json[]).map(({ href, rel }) => (rel === 'self' ? { href, rel } : { href, name: rel })),
      })),
    ),
  },
  {
    ...one,
    name: 'a-link-of-an-alert-leads-to-another-project',
    family: 'alerts',
    breaks: 'link.related-resource-linked',
    sentence: 'Linking: a link leads to a related resource',
    mock: inner('GET', '/groups/{G}/alerts/{A}', (next) => async (request) => {
      const response = await next(request);
      const groups = jsonOf(await next({ ...request, method: 'GET', target: '/api/public/v1.0/groups', body: '' })) as
        | { results?: Json[] }
        | undefined;
      const own = pathOf(request).split('/')[2];
      const other = groups?.results?.find((each) => each['id'] !== own)?.['id'];
      const document = jsonOf(response) as Json | undefined;
      if (response.status !== 200 || other === undefined || !Array.isArray(document?.['links'])) return response;
      return withJson(response, {
        ...document,
        links: (document['links'] as Json[]).map((link) =>
          String(link['rel']).endsWith('/group') ? { ...link, href: String(link['href']).replace(own!, String(other)) } : link,
        ),
      });
    }),
  },
  {
    ...one,
    name: 'the-cluster-link-of-a-host-is-missing-its-cluster',
    family: 'hosts',
    breaks: 'link.related-resource-linked',
    sentence: 'Linking: a host has a link to its project and to the replica set it belongs to',
    mock: inner(
      'GET',
      '/groups/{G}/hosts/{H}',
      entity((document) => ({
        ...document,
        links: (document['links'] as Json[]).filter(({ rel }) => !String(rel).endsWith('/cluster')),
      })),
    ),
  },
];
