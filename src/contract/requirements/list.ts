import type { RequirementTable } from '../requirement.ts';

export const list = {
  'list.shape': {
    level: 'MUST', basis: 'documented', source: 'Lists', standing: true,
    says: 'A list is a document of totalCount, an array of results, and links.',
  },
  'list.page-number-default': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'A list asked for without pageNum brings its first page.',
  },
  'list.page-size-default': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'A list asked for without itemsPerPage brings 100 entities where there are more.',
  },
  'list.page-size-honoured': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'A page has as many entities as itemsPerPage says where there are enough.',
  },
  'list.page-size-maximum': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'A page of up to 500 entities can be asked for.',
  },
  'list.page-number-honoured': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'pageNum counts pages from 1, and another page brings other entities.',
  },
  'list.total-count-is-whole-set': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'totalCount is the number of entities in the whole set, not on the page.',
  },
  'list.total-count-on-every-page': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'totalCount is the same on every page.',
  },
  'list.self-link-always': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'Every page has a link self that leads to the page itself.',
  },
  'list.previous-absent-on-first': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'The first page has no link previous.',
  },
  'list.next-absent-on-last': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'The last page has no link next.',
  },
  'list.next-absent-on-full-last': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'A last page that is exactly full has no link next.',
  },
  'list.next-present-before-last': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'Every page but the last has a link next.',
  },
  'list.previous-present-after-first': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'Every page but the first has a link previous.',
  },
  'list.next-leads-to-next-page': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'Following next brings the page that pageNum + 1 brings.',
  },
  'list.previous-leads-back': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'Following previous brings the page that pageNum - 1 brings.',
  },
  'list.links-keep-other-parameters': {
    level: 'SHOULD', basis: 'inferred', source: 'Lists',
    says: 'The links between pages keep the other query parameters of the request.',
  },
  'list.walk-meets-each-once': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'Walking next from the first page to the last meets every entity exactly once.',
  },
  'list.walk-back-meets-each-once': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'Walking previous from the last page to the first meets every entity exactly once.',
  },
  'list.past-the-end-is-empty': {
    level: 'MUST', basis: 'inferred', source: 'Lists',
    says: 'A page past the end is a list without results: 200.',
  },
  'list.empty-is-200': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'A list with nothing in it is answered 200 with no results and a totalCount of 0, not 404.',
  },
  'list.missing-context-is-404': {
    level: 'MUST', basis: 'documented', source: 'Lists',
    says: 'A list in a context that does not exist is answered 404; a caller who is no member of it may get 401.',
  },
  'list.bad-paging-answered-soundly': {
    level: 'SHOULD', basis: 'inferred', source: 'Lists; Errors',
    says: 'Paging values out of range bring an error document or a well-formed page, and nothing else.',
  },
} as const satisfies RequirementTable;
