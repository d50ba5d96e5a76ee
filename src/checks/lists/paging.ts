import { limits } from '../../contract/limits.ts';
import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { pageAskedFor, placeOf, urlOf } from '../exchange/request.ts';
import { mayBeBareArray, shapeOf } from '../exchange/shapes.ts';
import { hrefOf } from '../links/links.ts';
import { judgeLinkIs, judgeLinksToItself } from './link-presence.ts';
import { judgeLinkTarget } from './page.ts';

type Judge = (exchange: Exchange) => Judgement;

/** A page of a list that was read: what was asked for, and what came. */
interface Page {
  readonly pageNum: number;
  readonly itemsPerPage: number;
  /** undefined where the whole was not counted. */
  readonly totalCount: number | undefined;
  readonly count: number;
  /** Where its link self leads. */
  readonly self: string | undefined;
  /** A page says of itself that it is not the last. */
  readonly hasNext: boolean;
  /** JSON Pointer to the list. */
  readonly pointer: string;
}

/** What the server was told about counting, or says itself: the links of real servers carry it. */
const isUncounted = (exchange: Exchange, self: string | undefined): boolean =>
  [urlOf(exchange).href, self ?? ''].some((url) => /[?&]includeCount=false(?:&|$)/.test(url));

/** undefined where the request asks for no page that the documents allow, or no list came or is due. */
function pageOf(exchange: Exchange): Page | undefined {
  const shape = shapeOf(exchange);
  const asked = pageAskedFor(urlOf(exchange));
  if (exchange.request.method !== 'GET' || shape.kind !== 'list' || asked === undefined) return undefined;
  if (mayBeBareArray(exchange)) return undefined;
  const { totalCount, results, links } = shape.list;
  if (!Array.isArray(results) || !Array.isArray(links)) return undefined;
  const self = hrefOf(shape.list, 'self');
  const isCounted = typeof totalCount === 'number' && !isUncounted(exchange, self);
  return {
    ...asked,
    totalCount: isCounted ? totalCount : undefined,
    count: results.length,
    self,
    hasNext: hrefOf(shape.list, 'next') !== undefined,
    pointer: shape.pointer,
  };
}

const onPage =
  (shows: (page: Page) => boolean, judge: (exchange: Exchange, page: Page) => Judgement): Judge =>
  (exchange) => {
    const page = pageOf(exchange);
    return page !== undefined && !isOfSmallerPages(exchange, page) && shows(page) ? judge(exchange, page) : nothingToSee;
  };

const goesOn = ({ pageNum, itemsPerPage, totalCount }: Page): boolean =>
  totalCount !== undefined && pageNum * itemsPerPage < totalCount;
const isLast = (page: Page): boolean => page.totalCount !== undefined && !goesOn(page) && page.count > 0;
const isLater = ({ pageNum, count }: Page): boolean => pageNum > 1 && count > 0;

/** What a server of smaller pages than were asked for says of itself; that it has no larger ones is judgeLargest's to say. */
function isOfSmallerPages(exchange: Exchange, page: Page): boolean {
  const size = Number(/[?&]itemsPerPage=(\d+)/.exec(page.self ?? '')?.[1] ?? page.itemsPerPage);
  return size >= limits.defaultItemsPerPage && size < page.itemsPerPage && urlOf(exchange).searchParams.has('itemsPerPage');
}

/** How many entities totalCount leaves for the page and those behind it. */
const leftOn = ({ pageNum, itemsPerPage, totalCount = 0 }: Page): number => totalCount - (pageNum - 1) * itemsPerPage;
const isBeyondUsual = ({ itemsPerPage }: Page): boolean => itemsPerPage > limits.defaultItemsPerPage;
/** Fewer entities than were asked for, and than totalCount leaves. */
const isShort = (page: Page): boolean => page.count < Math.min(page.itemsPerPage, leftOn(page));
/** A page that was asked for beyond the usual size, and ends at it or above although more follow: as of a server of smaller pages. */
const isCutShort = (page: Page): boolean => isBeyondUsual(page) && page.count >= limits.defaultItemsPerPage && isShort(page);

/** A short page behind which there are more: its size is at fault, not the count. */
const isShortOfNext = (page: Page): boolean => page.hasNext && isShort(page);
/** How many entities are due. */
const sizeOf = (page: Page): string =>
  String(page.totalCount === undefined ? page.itemsPerPage : Math.max(0, Math.min(page.itemsPerPage, leftOn(page))));

const sizeIs = (exchange: Exchange, { count, pointer }: Page, expected: string, isRight: boolean): Judgement =>
  judged(1, isRight ? [] : [at(exchange, `${pointer}/results`, `has ${count} entities, expected ${expected}`)]);

/** More than was asked for is a fault of any page; fewer, only where totalCount promises that more follow. */
const judgeSize =
  (isAsked: boolean): Judge =>
  (exchange) => {
    if (urlOf(exchange).searchParams.has('itemsPerPage') !== isAsked) return nothingToSee;
    return onPage(
      (page) => page.count > page.itemsPerPage || (!isCutShort(page) && (goesOn(page) || isShortOfNext(page))),
      (one, page) => sizeIs(one, page, sizeOf(page), String(page.count) === sizeOf(page)),
    )(exchange);
  };

/** No page is larger than the largest; one that was asked for beyond the usual size is filled where more follow. */
function judgeLargest(exchange: Exchange): Judgement {
  const shape = shapeOf(exchange);
  const results = shape.kind === 'list' ? shape.list['results'] : undefined;
  if (shape.kind === 'list' && Array.isArray(results) && results.length > limits.maxItemsPerPage) {
    const message = `has ${results.length} entities, expected at most ${limits.maxItemsPerPage}`;
    return judged(1, [at(exchange, `${shape.pointer}/results`, message)]);
  }
  const page = pageOf(exchange);
  if (page === undefined || !isBeyondUsual(page) || !(goesOn(page) || isCutShort(page))) return nothingToSee;
  return sizeIs(exchange, page, sizeOf(page), !isCutShort(page));
}

/** Every call adds to the events, when it is over: they may be counted at one moment and read at the next. */
const growsByItself = /\/events$/;

/** What totalCount leaves for the last page is on it. A page that holds the whole shows nothing of the whole's count. */
function judgeTotal(exchange: Exchange, page: Page): Judgement {
  const { pageNum, itemsPerPage, totalCount, count, pointer } = page;
  if (growsByItself.test(placeOf(exchange) ?? '')) return nothingToSee;
  if (count === leftOn(page)) return pageNum > 1 ? judged(1, []) : nothingToSee;
  const message = `is ${totalCount}, and page ${pageNum} of ${itemsPerPage} has ${count} entities`;
  return judged(1, [at(exchange, `${pointer}/totalCount`, message)]);
}

/** The last page of a list that was counted, or one before its end that is empty. */
const isCountShown = (page: Page): boolean =>
  page.totalCount !== undefined &&
  !goesOn(page) &&
  !isCutShort(page) &&
  !isShortOfNext(page) &&
  page.count <= page.itemsPerPage &&
  (page.count > 0 || leftOn(page) > 0);

/** What the documents say of a page and its links, judged from the page alone and what was asked for. Source: Lists. */
export const pagingJudges: readonly { readonly requirement: `list.${string}`; readonly judge: Judge }[] = [
  { requirement: 'list.page-size-default', judge: judgeSize(false) },
  { requirement: 'list.page-size-honoured', judge: judgeSize(true) },
  { requirement: 'list.page-size-maximum', judge: judgeLargest },
  { requirement: 'list.total-count-is-whole-set', judge: onPage(isCountShown, judgeTotal) },
  { requirement: 'list.self-link-always', judge: onPage(() => true, judgeLinksToItself) },
  {
    requirement: 'list.previous-absent-on-first',
    judge: onPage(
      ({ pageNum }) => pageNum === 1,
      (one) => judgeLinkIs(one, 'previous', 'absent'),
    ),
  },
  { requirement: 'list.previous-present-after-first', judge: onPage(isLater, (one) => judgeLinkIs(one, 'previous', 'present')) },
  { requirement: 'list.previous-leads-back', judge: onPage(isLater, (one) => judgeLinkTarget(one, 'previous')) },
  { requirement: 'list.next-present-before-last', judge: onPage(goesOn, (one) => judgeLinkIs(one, 'next', 'present')) },
  { requirement: 'list.next-leads-to-next-page', judge: onPage(goesOn, (one) => judgeLinkTarget(one, 'next')) },
  { requirement: 'list.next-absent-on-last', judge: onPage(isLast, (one) => judgeLinkIs(one, 'next', 'absent')) },
];
