import type { Mutant } from './mutant.ts';
import { answering, hearing, queryOf, rewritingLists, withQuery, withJson, jsonOf } from './lies.ts';

const withoutRel = (rel: string) => rewritingLists((list) =>
  ({ ...list, links: list.links.filter((link) => link['rel'] !== rel) }));

export const mutants: readonly Mutant[] = [
  {
    name: 'list-begins-at-page-two', breaks: 'list.page-number-default',
    mock: { inner: hearing((request) => withQuery(request, (query) => {
      if (query.has('itemsPerPage') && !query.has('pageNum')) query.set('pageNum', '2');
    })) },
  },
  {
    name: 'list-default-size-is-fifty', breaks: 'list.page-size-default',
    mock: { inner: hearing((request) => withQuery(request, (query) => {
      if (request.method === 'GET' && !query.has('itemsPerPage')) query.set('itemsPerPage', '50');
    })) },
  },
  {
    name: 'list-ignores-items-per-page', breaks: 'list.page-size-honoured',
    mock: { inner: hearing((request) => withQuery(request, (query) => query.delete('itemsPerPage'))) },
  },
  {
    name: 'list-never-brings-more-than-100', breaks: 'list.page-size-maximum',
    mock: { inner: hearing((request) => withQuery(request, (query) => {
      if (Number(query.get('itemsPerPage')) > 100) query.set('itemsPerPage', '100');
    })) },
  },
  {
    name: 'list-ignores-page-number', breaks: 'list.page-number-honoured',
    mock: { inner: hearing((request) => withQuery(request, (query) => query.delete('pageNum'))) },
  },
  {
    name: 'list-total-is-page-length', breaks: 'list.total-count-is-whole-set', also: ['journey.fifty-seven-hosts'],
    mock: { wire: rewritingLists((list) => ({ ...list, totalCount: list.results.length })) },
  },
  {
    name: 'list-total-counts-what-is-left', breaks: 'list.total-count-on-every-page', also: ['journey.fifty-seven-hosts'],
    mock: { wire: rewritingLists((list, request) => {
      const before = (Number(queryOf(request).get('pageNum') ?? 1) - 1) * Number(queryOf(request).get('itemsPerPage') ?? 100);
      return { ...list, totalCount: Math.max(0, Number(list['totalCount']) - before) };
    }) },
  },
  { name: 'list-has-no-self', breaks: 'list.self-link-always', mock: { wire: withoutRel('self') } },
  {
    name: 'list-first-page-has-previous', breaks: 'list.previous-absent-on-first',
    mock: { wire: rewritingLists((list) => (list.links.some((link) => link['rel'] === 'previous') ? undefined
      : { ...list, links: [...list.links, { rel: 'previous', href: list.links[0]?.['href'] }] })) },
  },
  {
    name: 'list-partly-filled-last-page-has-next', breaks: 'list.next-absent-on-last',
    mock: { wire: rewritingLists((list, request) => {
      const size = Number(queryOf(request).get('itemsPerPage') ?? 100);
      if (list.results.length === 0 || list.results.length >= size || list.links.some((link) => link['rel'] === 'next')) return undefined;
      return { ...list, links: [...list.links, { rel: 'next', href: list.links[0]?.['href'] }] };
    }) },
  },
  {
    name: 'list-full-last-page-has-next', breaks: 'list.next-absent-on-full-last',
    mock: { wire: rewritingLists((list, request) => {
      const size = Number(queryOf(request).get('itemsPerPage') ?? 100);
      if (list.results.length !== size || list.links.some((link) => link['rel'] === 'next')) return undefined;
      return { ...list, links: [...list.links, { rel: 'next', href: list.links[0]?.['href'] }] };
    }) },
  },
  { name: 'list-has-no-next', breaks: 'list.next-present-before-last', also: ['journey.fifty-seven-hosts'], mock: { wire: withoutRel('next') } },
  { name: 'list-has-no-previous', breaks: 'list.previous-present-after-first', also: ['journey.fifty-seven-hosts'], mock: { wire: withoutRel('previous') } },
];
void answering; void withJson; void jsonOf;
