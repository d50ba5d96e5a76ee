import type { Mutant } from '../mutant.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { answering, hearing, jsonOf, pathOf, queryOf, rewritingLists, withQuery } from '../lies.ts';

const withoutRel = (rel: string) =>
  rewritingLists((list) => ({ ...list, links: list.links.filter((link) => link['rel'] !== rel) }));

/** Pages smaller than those of the example with 57 hosts, which is a requirement of its own. */
const isSmall = (query: URLSearchParams): boolean => Number(query.get('itemsPerPage') ?? 100) <= 3;

/** Links of small pages lead farther than they say. */
const farther = (rel: 'next' | 'previous', step: number) =>
  rewritingLists((list, request) => {
    if (!isSmall(queryOf(request))) return undefined;
    return {
      ...list,
      links: list.links.map((link) =>
        link['rel'] === rel
          ? {
              ...link,
              href: String(link['href']).replace(
                /pageNum=(\d+)/,
                (_all, number) => `pageNum=${Math.max(1, Number(number) + step)}`,
              ),
            }
          : link,
      ),
    };
  });

/** Pages of three, or fewer at the end, show an entity twice and leave another one out. */
const repeatingFirst = (where: (list: { links: Record<string, unknown>[] }) => boolean) =>
  rewritingLists((list, request) => {
    const [first, second, ...rest] = list.results;
    const short = queryOf(request).get('itemsPerPage') === '3';
    return short && where(list) && first && second ? { ...list, results: [first, first, ...rest] } : undefined;
  });

function errorAnswer(response: ServerResponse, status: number, errorCode: string, reason: string): ServerResponse {
  return {
    ...response,
    status,
    body: JSON.stringify({ detail: 'There is no such page.', error: status, errorCode, parameters: [], reason }),
  };
}
const notFound = (response: ServerResponse): ServerResponse => errorAnswer(response, 404, 'HOST_NOT_FOUND', 'Not Found');

/** Answers such lists in another way. */
const rewritingAnswers = (
  change: (
    list: { results: unknown[]; totalCount?: unknown },
    path: string,
  ) => ((response: ServerResponse) => ServerResponse) | undefined,
) =>
  answering((response, request) => {
    const list = jsonOf(response) as { results?: unknown[] } | undefined;
    return (
      (Array.isArray(list?.results) ? change({ ...list, results: list.results }, pathOf(request)) : undefined)?.(response) ??
      response
    );
  });

export const mutants: readonly Mutant[] = [
  {
    name: 'list-begins-at-page-two',
    breaks: 'list.page-number-default',
    mock: {
      inner: hearing((request) =>
        withQuery(request, (query) => {
          const isHosts = pathOf(request).endsWith('/hosts');
          if (isHosts && query.has('itemsPerPage') && !query.has('pageNum')) query.set('pageNum', '2');
        }),
      ),
    },
  },
  {
    name: 'list-default-size-is-fifty',
    breaks: 'list.page-size-default',
    mock: {
      inner: hearing((request) =>
        withQuery(request, (query) => {
          if (request.method === 'GET' && !query.has('itemsPerPage')) query.set('itemsPerPage', '50');
        }),
      ),
    },
  },
  {
    name: 'list-ignores-small-page-sizes',
    breaks: 'list.page-size-honoured',
    mock: {
      inner: hearing((request) =>
        withQuery(request, (query) => {
          // Pretty pages are a claim of another area.
          if (isSmall(query) && !query.has('pretty')) query.delete('itemsPerPage');
        }),
      ),
    },
  },
  {
    name: 'list-never-brings-more-than-100',
    breaks: 'list.page-size-maximum',
    mock: {
      inner: hearing((request) =>
        withQuery(request, (query) => {
          if (Number(query.get('itemsPerPage')) > 100) query.set('itemsPerPage', '100');
        }),
      ),
    },
  },
  {
    name: 'list-ignores-the-number-of-small-pages',
    breaks: 'list.page-number-honoured',
    mock: {
      inner: hearing((request) =>
        withQuery(request, (query) => {
          if (isSmall(query)) query.delete('pageNum');
        }),
      ),
    },
  },
  {
    name: 'list-total-is-page-length',
    breaks: 'list.total-count-is-whole-set',
    mock: { wire: rewritingLists((list) => ({ ...list, totalCount: list.results.length })) },
  },
  {
    name: 'list-total-counts-what-is-left',
    breaks: 'list.total-count-on-every-page',
    mock: {
      wire: rewritingLists((list, request) => {
        const before = (Number(queryOf(request).get('pageNum') ?? 1) - 1) * Number(queryOf(request).get('itemsPerPage') ?? 100);
        return { ...list, totalCount: Math.max(0, Number(list['totalCount']) - before) };
      }),
    },
  },
  { name: 'list-has-no-self', breaks: 'list.self-link-always', mock: { wire: withoutRel('self') } },
  {
    name: 'list-first-page-has-previous',
    breaks: 'list.previous-absent-on-first',
    mock: {
      wire: rewritingLists((list) =>
        list.links.some((link) => link['rel'] === 'previous')
          ? undefined
          : { ...list, links: [...list.links, { rel: 'previous', href: list.links[0]?.['href'] }] },
      ),
    },
  },
  {
    name: 'list-partly-filled-last-page-has-next',
    breaks: 'list.next-absent-on-last',
    also: ['journey.fifty-seven-hosts'],
    mock: {
      wire: rewritingLists((list, request) => {
        const size = Number(queryOf(request).get('itemsPerPage') ?? 100);
        if (!pathOf(request).endsWith('/hosts') || list.results.length === 0 || list.results.length >= size) return undefined;
        if (list.links.some((link) => link['rel'] === 'next')) return undefined;
        return { ...list, links: [...list.links, { rel: 'next', href: list.links[0]?.['href'] }] };
      }),
    },
  },
  {
    name: 'list-full-last-page-has-next',
    breaks: 'list.next-absent-on-full-last',
    mock: {
      wire: rewritingLists((list, request) => {
        const size = Number(queryOf(request).get('itemsPerPage') ?? 100);
        if (list.results.length !== size || list.links.some((link) => link['rel'] === 'next')) return undefined;
        return { ...list, links: [...list.links, { rel: 'next', href: list.links[0]?.['href'] }] };
      }),
    },
  },
  { name: 'list-has-no-next', breaks: 'list.next-present-before-last', mock: { wire: withoutRel('next') } },
  {
    name: 'list-has-no-previous',
    breaks: 'list.previous-present-after-first',
    mock: { wire: withoutRel('previous') },
  },
  {
    name: 'list-total-is-a-string',
    breaks: 'list.shape',
    mock: {
      wire: rewritingLists((list, request) =>
        pathOf(request).endsWith('/alerts') ? { ...list, totalCount: String(list['totalCount']) } : undefined,
      ),
    },
  },
  { name: 'list-next-skips-a-page', breaks: 'list.next-leads-to-next-page', mock: { wire: farther('next', 1) } },
  { name: 'list-previous-skips-a-page', breaks: 'list.previous-leads-back', mock: { wire: farther('previous', -1) } },
  {
    name: 'list-links-drop-other-parameters',
    breaks: 'list.links-keep-other-parameters',
    mock: {
      wire: rewritingLists((list) => ({
        ...list,
        links: list.links.map((link) => ({ ...link, href: String(link['href']).replace(/pretty=true&?/, '') })),
      })),
    },
  },
  {
    name: 'list-repeats-an-entity-at-the-border',
    breaks: 'list.walk-meets-each-once',
    mock: {
      wire: repeatingFirst((list) => list.links.some((link) => link['rel'] === 'previous')),
    },
  },
  {
    name: 'list-repeats-an-entity-on-the-first-page',
    breaks: 'list.walk-back-meets-each-once',
    mock: { wire: repeatingFirst((list) => !list.links.some((link) => link['rel'] === 'previous')) },
  },
  {
    name: 'list-past-the-end-is-404',
    breaks: 'list.past-the-end-is-empty',
    mock: { wire: rewritingAnswers((list) => (list.results.length === 0 && list['totalCount'] !== 0 ? notFound : undefined)) },
  },
  {
    name: 'list-empty-is-404',
    breaks: 'list.empty-is-200',
    mock: {
      wire: rewritingAnswers((list, path) => (list['totalCount'] === 0 && path.endsWith('/hosts') ? notFound : undefined)),
    },
  },
  {
    name: 'list-of-a-missing-project-is-empty',
    breaks: 'list.missing-context-is-404',
    mock: {
      wire: answering((response, request) =>
        response.status === 404 && /^\/groups\/\w{24}\/hosts$/.test(pathOf(request))
          ? { ...response, status: 200, body: JSON.stringify({ links: [], results: [], totalCount: 0 }) }
          : response,
      ),
    },
  },
  {
    name: 'list-of-page-minus-one-is-500',
    breaks: 'list.bad-paging-answered-soundly',
    mock: {
      wire: answering((response, request) =>
        queryOf(request).get('pageNum') === '-1'
          ? errorAnswer(response, 500, 'UNEXPECTED_ERROR', 'Internal Server Error')
          : response,
      ),
    },
  },
  {
    name: 'list-of-page-x-is-html',
    breaks: 'list.bad-paging-answered-soundly',
    also: ['response.content-type-json', 'error.five-fields'],
    mock: {
      wire: answering((response, request) =>
        queryOf(request).get('pageNum') === 'x'
          ? { status: 400, headers: { 'Content-Type': 'text/html' }, body: '<h1>Bad Request</h1>' }
          : response,
      ),
    },
  },
];
