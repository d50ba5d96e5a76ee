import type { Layer } from '../../../../src/mock/forms/types.ts';
import { answering, hearing, onlyFor, queryOf, rewritingLists, withQuery } from '../../lies.ts';
import type { Mutant } from '../../mutant.ts';

type Json = Record<string, unknown>;

const lists = (path: RegExp, lie: Layer): Mutant['mock'] => ({ inner: onlyFor('GET', path, lie) });
/** Changes where a relation of a list leads. */
const leadsTo = (rel: string, change: (pageNum: number) => number): Layer =>
  rewritingLists((list) => ({
    ...list,
    links: list.links.map((link) => {
      if (link['rel'] !== rel) return link;
      const url = new URL(String(link['href']));
      url.searchParams.set('pageNum', String(change(Number(url.searchParams.get('pageNum')))));
      return { ...link, href: url.href };
    }),
  }));
const withLink = (rel: string): Layer =>
  rewritingLists((list) => {
    const self = list.links.find((link) => link['rel'] === 'self');
    return self && !list.links.some((link) => link['rel'] === rel)
      ? { ...list, links: [...list.links, { ...self, rel }] }
      : undefined;
  });
const withoutLink = (rel: string): Layer =>
  rewritingLists((list) => ({ ...list, links: list.links.filter((link) => link['rel'] !== rel) }));
const withResults = (change: (results: Json[]) => Json[]): Layer =>
  rewritingLists((list) => ({ ...list, results: change(list.results) }));

/** Lies about pages that no check of the pages themselves asks for: what other checks ask for shows them. */
export const mutants: readonly Mutant[] = [
  {
    name: 'pages-of-log-jobs-are-of-one-by-default',
    breaks: 'list.page-size-default',
    mock: lists(
      /\/logCollectionJobs$/,
      hearing((request) =>
        withQuery(request, (query) => {
          if (!query.has('itemsPerPage')) query.set('itemsPerPage', '1');
        }),
      ),
    ),
  },
  {
    name: 'pages-of-clusters-are-one-larger-than-asked-for',
    breaks: 'list.page-size-honoured',
    mock: lists(
      /\/clusters$/,
      rewritingLists((list, request) => {
        const isSmall = Number(queryOf(request).get('itemsPerPage') ?? 100) < 5;
        return isSmall ? { ...list, results: [...list.results, ...list.results.slice(0, 1)] } : undefined;
      }),
    ),
  },
  {
    name: 'the-count-of-windows-is-one-more',
    breaks: 'list.total-count-is-whole-set',
    mock: lists(
      /\/maintenanceWindows$/,
      rewritingLists((list) => ({ ...list, totalCount: Number(list['totalCount']) + 1 })),
    ),
  },
  {
    name: 'the-list-of-organizations-leaves-out-its-last',
    breaks: 'list.total-count-is-whole-set',
    also: ['resource.organization-listed'],
    mock: lists(
      /^\/orgs$/,
      withResults((results) => results.slice(0, -1)),
    ),
  },
  {
    name: 'lists-of-agents-have-no-self',
    breaks: 'list.self-link-always',
    mock: lists(/\/agents\/[A-Z]+$/, withoutLink('self')),
  },
  {
    name: 'self-of-a-page-of-alerts-is-the-next-one',
    breaks: 'list.self-link-always',
    mock: lists(
      /\/alerts$/,
      leadsTo('self', (pageNum) => pageNum + 1),
    ),
  },
  {
    name: 'the-first-page-of-events-has-a-previous',
    breaks: 'list.previous-absent-on-first',
    mock: lists(/\/events$/, withLink('previous')),
  },
  {
    name: 'the-last-page-of-alert-configurations-has-a-next',
    breaks: 'list.next-absent-on-last',
    mock: lists(/\/alertConfigs$/, withLink('next')),
  },
  {
    name: 'next-of-clusters-passes-over-a-page',
    breaks: 'list.next-leads-to-next-page',
    mock: lists(
      /\/clusters$/,
      leadsTo('next', (pageNum) => pageNum + 1),
    ),
  },
  {
    name: 'pages-of-clusters-have-no-next',
    breaks: 'list.next-present-before-last',
    mock: lists(/\/clusters$/, withoutLink('next')),
  },
  { name: 'lists-of-users-have-a-first', breaks: 'list.shape', mock: lists(/\/users$/, withLink('first')) },
  {
    name: 'a-list-of-teams-is-partial-content',
    breaks: 'status.ok-on-get',
    mock: lists(
      /\/teams$/,
      answering((response) => (response.status === 200 ? { ...response, status: 206 } : response)),
    ),
  },
];
