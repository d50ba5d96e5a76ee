import { operations } from '../../../src/contract/operations/index.ts';
import type { MockRequest } from '../../../src/mock/forms/types.ts';
import { answering, jsonOf, queryOf, withJson, withQuery } from '../lies.ts';
import { there, whole, type Kind } from './lie.ts';
import { listing } from './shown.ts';
import type { SeenOperation } from './vocabulary.ts';

type Json = Record<string, unknown>;
type Change = Parameters<typeof listing>[0];

const isList = ({ operation, listRelations }: SeenOperation): boolean =>
  operations[operation].method === 'GET' && operations[operation].kind === 'list' && listRelations.size > 0;

const lists: Kind['parts'] = (seen) => (isList(seen) ? whole : []);
const filled: Kind['parts'] = (seen) => (isList(seen) && seen.most > 0 ? whole : []);
/** Lists of which there was more than one page. */
const paged: Kind['parts'] = (seen) => (isList(seen) && seen.listRelations.has('next') ? whole : []);
/** Lists of which a later page was asked for. */
const pagedOn: Kind['parts'] = (seen) => (isList(seen) && seen.listRelations.has('previous') && seen.most > 1 ? whole : []);
const longerThan =
  (count: number): Kind['parts'] =>
  (seen) =>
    isList(seen) && seen.most > count ? whole : [];

const of = (name: string, parts: Kind['parts'], change: Change): Kind => ({
  name,
  parts,
  chooses: true,
  mock: (told) => ({ inner: there(told, listing(change)) }),
});

/** Requests of lists are heard otherwise, and the links of the answers are as if they had been heard right. */
const heard = (name: string, parts: Kind['parts'], change: (query: URLSearchParams) => void): Kind => ({
  name,
  parts,
  chooses: true,
  mock: (told) => ({
    inner: there(told, (next) => async (request) => {
      const [asked, truth] = [await next(withQuery(request, change)), await next(request)];
      if (asked.status >= 300 || truth.status >= 300) return truth;
      const { results } = (jsonOf(asked) ?? {}) as { results?: readonly Json[] };
      return listing((list) => ({ ...list, results: results ?? list.results }))(() => truth)(request);
    }),
  }),
});

const pageOf = (request: MockRequest): number => Number(queryOf(request).get('pageNum') ?? 1) || 1;
const isFirst = (request: MockRequest): boolean => pageOf(request) === 1;
const without =
  (relation: string): Change =>
  (list) => ({ ...list, links: list.links.filter(({ rel }) => rel !== relation) });
const withLink = (list: Parameters<Change>[0], rel: string, change: (url: URL) => void): unknown => ({
  ...list,
  links: list.links.map((link) => {
    if (link['rel'] !== rel) return link;
    const url = new URL(String(link['href']));
    change(url);
    return { ...link, href: url.href };
  }),
});
const withPage =
  (rel: string, step: number): Change =>
  (list) =>
    withLink(list, rel, (url) => url.searchParams.set('pageNum', String(Number(url.searchParams.get('pageNum') ?? 1) + step)));
const selfAs = (list: Parameters<Change>[0], rel: string): readonly Json[] => [
  ...list.links,
  { rel, href: list.links.find((link) => link['rel'] === 'self')?.['href'] },
];

export const listKinds: readonly Kind[] = [
  of('list.counts-one-too-many', lists, (list) => ({ ...list, totalCount: list.totalCount + 1 })),
  of('list.counts-one-too-few', filled, (list) => ({ ...list, totalCount: list.totalCount - 1 })),
  of('list.counts-the-page', paged, (list) => ({ ...list, totalCount: list.results.length })),
  of('list.counts-otherwise-on-later-pages', pagedOn, (list, request) =>
    isFirst(request) ? list : { ...list, totalCount: list.totalCount - 1 },
  ),
  of('list.count-absent', lists, ({ totalCount: _dropped, ...list }) => list),
  of('list.count-as-text', lists, (list) => ({ ...list, totalCount: String(list.totalCount) })),
  of('list.results-called-items', lists, ({ results, ...list }) => ({ ...list, items: results })),
  of('list.links-absent', lists, ({ links: _dropped, ...list }) => list),
  of('list.bare', lists, ({ results }) => results),
  of('list.last-missing', filled, (list) => ({ ...list, results: list.results.slice(0, -1) })),
  of('list.first-missing', filled, (list) => ({ ...list, results: list.results.slice(1) })),
  of('list.last-missing-and-not-counted', filled, (list) => ({
    ...list,
    results: list.results.length === list.totalCount ? list.results.slice(0, -1) : list.results,
    totalCount: list.results.length > 0 && list.results.length === list.totalCount ? list.totalCount - 1 : list.totalCount,
  })),
  of('list.one-twice', filled, (list) => ({ ...list, results: [...list.results, ...list.results.slice(-1)] })),
  of('list.one-in-the-place-of-another', longerThan(1), (list) => ({
    ...list,
    results: list.results.length > 1 ? [...list.results.slice(0, -1), list.results[0]] : list.results,
  })),
  of('list.later-pages-empty', pagedOn, (list, request) => (isFirst(request) ? list : { ...list, results: [] })),
  heard('list.page-number-ignored', pagedOn, (query) => query.delete('pageNum')),
  heard('list.page-number-counts-from-nought', pagedOn, (query) => {
    const page = Number(query.get('pageNum') ?? 1);
    if (page > 1) query.set('pageNum', String(page - 1));
  }),
  heard('list.page-size-ignored', paged, (query) => query.delete('itemsPerPage')),
  heard('list.page-one-longer', paged, (query) => {
    const size = Number(query.get('itemsPerPage') ?? 100);
    query.set('itemsPerPage', String(Math.min(500, size + 1)));
  }),
  heard(
    'list.page-size-at-most-100',
    (seen) => (isList(seen) && seen.longest > 100 ? whole : []),
    (query) => {
      if (Number(query.get('itemsPerPage') ?? 100) > 100) query.set('itemsPerPage', '100');
    },
  ),
  heard(
    'list.usual-page-of-fifty',
    (seen) => (isList(seen) && seen.longestUsual > 50 ? whole : []),
    (query) => {
      if (!query.has('itemsPerPage')) query.set('itemsPerPage', '50');
    },
  ),
  of('list.self-absent', lists, without('self')),
  of('list.self-elsewhere', lists, (list) => withLink(list, 'self', (url) => (url.pathname += 'Other'))),
  of('list.self-of-another-page', lists, withPage('self', 1)),
  of('list.next-absent', paged, without('next')),
  of('list.next-skips-one', paged, withPage('next', 1)),
  of('list.next-stays', paged, withPage('next', -1)),
  of('list.next-on-the-last', lists, (list) =>
    list.links.some(({ rel }) => rel === 'next') ? list : { ...list, links: selfAs(list, 'next') },
  ),
  of('list.next-forgets-the-size', paged, (list) => withLink(list, 'next', (url) => url.searchParams.delete('itemsPerPage'))),
  of('list.previous-absent', pagedOn, without('previous')),
  of('list.previous-skips-one', pagedOn, withPage('previous', -1)),
  of('list.previous-is-this', pagedOn, withPage('previous', 1)),
  of('list.previous-on-the-first', lists, (list, request) =>
    isFirst(request) ? { ...list, links: selfAs(list, 'previous') } : list,
  ),
  {
    name: 'list.empty-is-missing',
    parts: (seen) => (isList(seen) && seen.empty ? whole : []),
    mock: (told) => ({
      inner: there(
        told,
        answering((response, request) => {
          const { totalCount } = (jsonOf(response) ?? {}) as { totalCount?: number };
          if (response.status !== 200 || totalCount !== 0) return response;
          const path = request.target.replace(/\?.*$/, '');
          const detail = `Cannot find resource ${path}.`;
          const error = { detail, error: 404, errorCode: 'RESOURCE_NOT_FOUND', parameters: [path], reason: 'Not Found' };
          return { ...withJson(response, error), status: 404 };
        }),
      ),
    }),
  },
  {
    name: 'list.page-past-the-end-is-the-last',
    parts: (seen) => (isList(seen) && seen.passed && seen.most > 0 ? whole : []),
    mock: (told) => ({
      inner: there(told, (next) => async (request) => {
        const page = await next(request);
        const { results } = (jsonOf(page) ?? {}) as { results?: readonly Json[] };
        if (isFirst(request) || results === undefined || results.length > 0) return page;
        return next(withQuery(request, (query) => query.set('pageNum', '1')));
      }),
    }),
  },
];
