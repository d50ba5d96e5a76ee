import { operations } from '../../contract/operations/index.ts';
import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { hrefOf } from '../links/links.ts';
import { below, seen } from '../exchange/pointer.ts';
import { bodyOf } from '../exchange/json.ts';
import { mayHaveBody, pageAskedFor, urlOf } from '../exchange/request.ts';
import { filtersOf, pagingFaults, samePath } from '../links/self.ts';
import { mayBeBareArray, shapeOf } from '../exchange/shapes.ts';
import { isObject } from '../../wire/json.ts';
import { operationOf } from '../schemas/conformance.ts';
import { validatorFor } from '../schemas/validators.ts';

export type PageRel = 'self' | 'previous' | 'next';
const pageRels: ReadonlySet<string> = new Set<PageRel>(['self', 'previous', 'next']);

function listOf(exchange: Exchange): { list: Record<string, unknown>; results: unknown[]; pointer: string } | undefined {
  const shape = shapeOf(exchange);
  if (shape.kind !== 'list') return undefined;
  const { results } = shape.list;
  return { list: shape.list, results: Array.isArray(results) ? results : [], pointer: shape.pointer };
}

/** What is said where a list was due and something else came. */
function noList(exchange: Exchange): Judgement {
  if (exchange.response === null) return nothingToSee;
  return judged(1, [at(exchange, '', `is no list: ${seen(exchange.response.body)}`)]);
}

/**
 * A list has totalCount, results and links of their types. A bare array is a fault but where the documents show one;
 * `includeCount=false` lets totalCount go. Another answer that brings no list shows nothing. Source: Lists.
 */
export function judgeListShape(exchange: Exchange): Judgement {
  const shape = shapeOf(exchange);
  if (shape.kind === 'array' && !mayBeBareArray(exchange)) {
    return judged(1, [at(exchange, '', 'is an array, expected an object with results, totalCount and links')]);
  }
  if (isListMissing(exchange)) return judged(1, [at(exchange, '', 'is empty, expected a list')]);
  if (shape.kind !== 'list') return nothingToSee;
  const uncounted = urlOf(exchange).searchParams.get('includeCount') === 'false';
  return judged(1, [
    ...validatorFor('list')(shape.list)
      .filter(({ path, part }) => path.split('/').length === 2 && part !== 'link.json')
      .filter(({ path, keyword }) => !(uncounted && path === '/totalCount' && keyword === 'required'))
      .map(({ path, message }) => at(exchange, shape.pointer + path, message)),
    ...otherRelations(exchange, shape.list['links'], below(shape.pointer, 'links')),
  ]);
}

/** A list that was read with success, and came without a body. */
function isListMissing(exchange: Exchange): boolean {
  const { request, response } = exchange;
  const id = operationOf(exchange);
  const isDue = id !== undefined && operations[id].kind === 'list' && request.method === 'GET' && response?.status === 200;
  return isDue && mayHaveBody(exchange) && bodyOf(exchange).kind === 'empty';
}

/** The pages of a list are linked by three relations, and by no others. */
function otherRelations(exchange: Exchange, links: unknown, pointer: string): Violation[] {
  if (!Array.isArray(links)) return [];
  return links.flatMap((link: unknown, index) => {
    const rel = isObject(link) ? link['rel'] : undefined;
    if (typeof rel !== 'string' || pageRels.has(rel)) return [];
    return [at(exchange, below(below(pointer, index), 'rel'), `is ${seen(rel)}, expected self, previous or next`)];
  });
}

/**
 * The page has `size` entities. Without `size`: no more than the request asked for, and fewer than totalCount
 * promises is a finding, because pages are only said to be bounded.
 */
export function judgePageSize(exchange: Exchange, size?: number): Judgement {
  const page = listOf(exchange);
  if (page === undefined) return noList(exchange);
  const path = below(page.pointer, 'results');
  const count = page.results.length;
  if (size !== undefined) {
    return judged(1, count === size ? [] : [at(exchange, path, `has ${count} entities, expected ${size}`)]);
  }
  const asked = pageAskedFor(urlOf(exchange));
  if (asked === undefined) return nothingToSee;
  const { itemsPerPage, pageNum } = asked;
  if (count > itemsPerPage) {
    return judged(1, [at(exchange, path, `has ${count} entities, expected at most ${itemsPerPage}`)]);
  }
  const total = page.list['totalCount'];
  const promised = typeof total === 'number' ? Math.min(itemsPerPage, total - (pageNum - 1) * itemsPerPage) : 0;
  if (count >= promised) return judged(1, []);
  return judged(1, [], [at(exchange, path, `has ${count} entities, totalCount promises ${promised}`)]);
}

/** A paging link leads to the same list and the right page; filters that it does not keep are a finding. */
export function judgeLinkTarget(exchange: Exchange, rel: PageRel): Judgement {
  const page = listOf(exchange);
  if (page === undefined) return noList(exchange);
  const url = urlOf(exchange);
  const asked = pageAskedFor(url);
  const href = hrefOf(page.list, rel);
  if (asked === undefined || href === undefined) return nothingToSee;
  const path = below(page.pointer, 'links');
  if (!URL.canParse(href, url.href)) return judged(1, [at(exchange, path, `has a ${rel} link ${seen(href)}, no URL`)]);
  const target = new URL(href, url);
  const step = { self: 0, previous: -1, next: 1 }[rel];
  const faults = pagingFaults(target, { pageNum: `${asked.pageNum + step}`, itemsPerPage: `${asked.itemsPerPage}` });
  if (!samePath(target, url)) faults.push(`points to ${target.pathname}, expected ${url.pathname}`);
  const kept = filtersOf(target) === filtersOf(url);
  return judged(
    1,
    faults.map((fault) => at(exchange, path, `${rel} link ${fault}`)),
    kept ? [] : [at(exchange, path, `${rel} link has the query ${target.search}, asked was ${url.search}`)],
  );
}
