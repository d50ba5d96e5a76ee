import { exchange, list, page, refused, team, teamAnswer } from '../../support/made-exchanges.ts';
import type { Examples } from './examples.ts';

const at = (pageNum: number, itemsPerPage = 10): string => `?pageNum=${pageNum}&itemsPerPage=${itemsPerPage}`;
const links = (pageNum: number, ...rels: readonly ('previous' | 'self' | 'next')[]) =>
  rels.map((rel) => [rel, at(pageNum + { previous: -1, self: 0, next: 1 }[rel])] as const);
/** One of the pages of ten of a list of 57. */
const middle = page(at(2), 57, 10, links(2, 'self', 'previous', 'next'));
const last = page(at(6), 57, 7, links(6, 'self', 'previous'));
const first = page(at(1), 57, 10, links(1, 'self', 'next'));
const whole = page('', 3, 3, [['self', '']]);
const uncounted = page('', 0, 3, [['self', '?includeCount=false&pageNum=1&itemsPerPage=100']]);
const outOfRange = ['?pageNum=0', '?itemsPerPage=0', '?itemsPerPage=-1', '?itemsPerPage=501', '?itemsPerPage=x'].map((query) =>
  page(query, 300, 5, []),
);
const nothing = [...outOfRange, teamAnswer(), refused(), exchange({ path: '/groups/x/agentapikeys', body: [] })];

/** Of what is claimed of the pages of lists. */
export const listExamples: Examples = {
  'list.walk-meets-each-once': {
    keep: [list({ totalCount: 2, results: [team(), team({ id: 'f'.repeat(24) })] })],
    break: [list({ totalCount: 2, results: [team(), team()] })],
    silent: [list(), list({ totalCount: 2, results: [{ databaseName: 'a' }, { databaseName: 'a' }] }), teamAnswer(), refused()],
  },
  'list.page-size-default': {
    keep: [page('', 257, 100, [])],
    break: [
      page('', 257, 99, []),
      page('', 3, 1, [['next', '?pageNum=2']]),
      page('?pageNum=2', 257, 101, []),
      page('', 120, 120, []),
      page('?pretty=true', 257, 1, []),
    ],
    silent: [whole, uncounted, middle, page('', 100, 100, []), ...nothing],
  },
  'list.page-size-honoured': {
    keep: [first, middle, page('?itemsPerPage=500', 501, 500, [])],
    break: [
      page(at(2), 57, 9, []),
      page(at(2), 57, 11, []),
      page(at(6), 57, 11, []),
      page(at(1), 0, 12, []),
      page('?itemsPerPage=500', 501, 99, []),
    ],
    silent: [last, whole, page('?itemsPerPage=500', 501, 100, []), ...nothing],
  },
  'list.page-size-maximum': {
    keep: [page('?itemsPerPage=500', 501, 500, []), page('?itemsPerPage=101', 102, 101, [])],
    break: [
      page('?itemsPerPage=500', 501, 501, []),
      page('?itemsPerPage=501', 501, 501, []),
      page('?itemsPerPage=500', 501, 100, []),
      page('?itemsPerPage=500', 250, 100, []),
    ],
    silent: [whole, middle, page('?itemsPerPage=500', 250, 250, []), page('?itemsPerPage=500', 250, 3, []), ...nothing],
  },
  'list.total-count-is-whole-set': {
    keep: [last, page(at(3), 30, 10, [])],
    break: [
      page('', 4, 3, []),
      page('', 0, 3, []),
      page('', 2, 3, []),
      page('', 2, 0, []),
      page(at(6), 57, 6, []),
      page(at(2), 10, 10, []),
      page('?itemsPerPage=500', 4, 3, []),
    ],
    silent: [
      first,
      whole,
      uncounted,
      page('?includeCount=false', 0, 3, []),
      page(at(7), 57, 0, []),
      page('', 0, 0, []),
      exchange({ path: '/orgs/x/events', body: { results: [{ id: 'a' }], totalCount: 0, links: [] } }),
      ...nothing,
    ],
  },
  'list.self-link-always': {
    keep: [first, middle, last, whole, uncounted],
    break: [
      page('', 3, 3, []),
      page(at(2), 57, 10, [['self', at(1)]]),
      page(at(2), 57, 10, [['self', at(2, 20)]]),
      list({ links: [{ rel: 'self', href: 'https://om.example.com/api/public/v1.0/orgs/x/users' }] }),
    ],
    silent: nothing,
  },
  'list.previous-absent-on-first': {
    keep: [first, whole],
    break: [page('', 3, 3, [['previous', '?pageNum=0']]), page('?pageNum=1', 3, 3, [['previous', '?pageNum=1']])],
    silent: [middle, last, ...nothing],
  },
  'list.previous-present-after-first': {
    keep: [middle, last],
    break: [page(at(2), 57, 10, links(2, 'self', 'next')), page(at(6), 57, 7, links(6, 'self'))],
    silent: [first, whole, page(at(7), 57, 0, []), ...nothing],
  },
  'list.previous-leads-back': {
    keep: [middle, last],
    break: [page(at(3), 57, 10, [['previous', at(1)]]), page(at(3), 57, 10, [['previous', at(2, 100)]])],
    silent: [first, whole, page(at(2), 57, 10, []), ...nothing],
  },
  'list.next-present-before-last': {
    keep: [first, middle],
    break: [page(at(1), 57, 10, links(1, 'self')), page('', 101, 100, [])],
    silent: [last, whole, uncounted, ...nothing],
  },
  'list.next-leads-to-next-page': {
    keep: [first, middle],
    break: [page(at(2), 57, 10, [['next', at(2)]]), page(at(2), 57, 10, [['next', at(3, 11)]])],
    silent: [last, whole, page(at(2), 57, 10, []), ...nothing],
  },
  'list.next-absent-on-last': {
    keep: [last, whole, page(at(5), 50, 10, links(5, 'self', 'previous'))],
    break: [page('', 3, 3, [['next', '?pageNum=2']]), page(at(5), 50, 10, [['next', at(6)]])],
    silent: [first, middle, uncounted, page(at(7), 57, 0, [['next', at(8)]]), ...nothing],
  },
};
