import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee, together } from '../exchange/judgement.ts';
import { contentOf } from '../exchange/json.ts';
import { seen } from '../exchange/pointer.ts';
import { entitiesOf, shapeOf } from '../exchange/shapes.ts';
import { judgeFields, type JsonClaim } from '../values/json-claims.ts';

/** The pages of a list, and how one thing is known there. */
export interface ListSeen {
  readonly pages: readonly Exchange[];
  /** Field that holds its id. Default `id`. */
  readonly id?: string;
  /** Nothing but its id is shown of it. */
  readonly idOnly?: true;
  /** It may leave the list by itself. */
  readonly passing?: true;
}

/** All places where one thing is, or was, to be seen. */
export interface Seen {
  readonly id: string;
  readonly lists: readonly ListSeen[];
  readonly named?: Exchange;
  readonly former?: Exchange;
  readonly below: readonly Exchange[];
}

/** Wherever a thing is shown, it is there as it was changed; by a name that it had before it is not found any more. */
export const judgeShownEverywhere = ({ id, lists, named, former }: Seen, claim: JsonClaim): Judgement =>
  together(
    ...lists.map((list) => judgeShownIn(list, id, claim)),
    ...(named === undefined ? [] : [judgeNamed(named, id, claim)]),
    ...(former === undefined ? [] : [judgeNotItself(former, id, 'a name that it had before')]),
  );

/** What was removed is shown nowhere, is found by no name, is not counted, and nothing is served below it. */
export const judgeGoneEverywhere = ({ id, lists, named, former, below }: Seen): Judgement =>
  together(
    ...lists.map((list) => judgeLeftOut(list, id)),
    ...lists.map(({ pages }) => judgeCount(pages)),
    ...[named, former].flatMap((found) => (found === undefined ? [] : [judgeNotItself(found, id, 'its name')])),
    ...below.map(judgeNothingBelow),
  );

const entityOf = (exchange: Exchange, field: string, id: string) => entitiesOf(exchange).find(({ value }) => value[field] === id);

function judgeShownIn({ pages, id: field = 'id', idOnly, passing }: ListSeen, id: string, claim: JsonClaim): Judgement {
  const last = pages.at(-1);
  if (last === undefined) return nothingToSee;
  for (const page of pages) {
    const found = entityOf(page, field, id);
    if (found !== undefined) return idOnly ? judged(1, []) : judgeFields(page, found.value, found.pointer, claim);
  }
  return passing ? nothingToSee : judged(1, [at(last, '/results', `does not hold ${id}, expected it as it was changed`)]);
}

function judgeNamed(exchange: Exchange, id: string, claim: JsonClaim): Judgement {
  const found = entityOf(exchange, 'id', id);
  if (found !== undefined) return judgeFields(exchange, found.value, found.pointer, claim);
  return judged(1, [at(exchange, '', `does not bring ${id}, whose name it is: ${exchange.response?.status ?? 'no answer'}`)]);
}

function judgeNotItself(exchange: Exchange, id: string, what: string): Judgement {
  const found = entityOf(exchange, 'id', id);
  return judged(1, found === undefined ? [] : [at(exchange, found.pointer, `is ${id}, which is still found by ${what}`)]);
}

function judgeLeftOut({ pages, id: field = 'id' }: ListSeen, id: string): Judgement {
  const odd = pages.find((page) => !['list', 'array'].includes(shapeOf(page).kind));
  if (odd !== undefined) return judged(1, [at(odd, '', `is no list: ${odd.response?.status} ${seen(odd.response?.body)}`)]);
  const holding = pages.find((page) => entityOf(page, field, id) !== undefined);
  return judged(
    pages.length,
    holding === undefined ? [] : [at(holding, '/results', `holds ${id}, expected it to be left out: it was removed`)],
  );
}

/** No page of any target is shorter, unless it is the last. */
const shortest = 100;

/** A list of one page counts what is on it: nobody can have changed it in between. */
function judgeCount(pages: readonly Exchange[]): Judgement {
  const [page] = pages;
  const shape = pages.length === 1 && page !== undefined ? shapeOf(page) : undefined;
  if (page === undefined || shape?.kind !== 'list') return nothingToSee;
  const { totalCount, results } = shape.list;
  if (typeof totalCount !== 'number' || !Array.isArray(results) || results.length >= shortest) return nothingToSee;
  return judged(
    1,
    totalCount === results.length
      ? []
      : [at(page, '/totalCount', `is ${totalCount} after a removal, with ${results.length} entities on the only page`)],
  );
}

function judgeNothingBelow(exchange: Exchange): Judgement {
  const { status = 0 } = exchange.response ?? {};
  const isServed = status >= 200 && status < 300 && contentOf(exchange) !== undefined;
  return judged(1, isServed ? [at(exchange, 'status', `is ${status} below what was removed, expected a refusal`)] : []);
}

/** Who had been let in is let in no more. */
export function judgeLockedOut(before: Exchange, after: Exchange): Judgement {
  if (before.response?.status !== 200 || after.response === null) return nothingToSee;
  const { status } = after.response;
  return judged(
    1,
    [401, 403, 404].includes(status) ? [] : [at(after, 'status', `is ${status} for who was taken out, expected 401`)],
  );
}
