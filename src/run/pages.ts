import type { Answer, Client } from '../client/types.ts';
import { limits } from '../contract/limits.ts';
import { isRelation } from '../contract/relations.ts';
import { reason } from '../contract/reasons.ts';
import { unverified } from './test/unmet.ts';
import { isObject } from '../wire/json.ts';

interface LinkLike {
  readonly rel?: unknown;
  readonly href?: unknown;
}
interface PageLike {
  readonly results?: readonly unknown[];
  readonly links?: readonly LinkLike[];
}

/** The query for as much of a list as one page may hold. */
export const everything = { itemsPerPage: limits.maxItemsPerPage } as const;

/** No list that a test walks is longer; a server whose `next` never ends is cut off here. */
export const mostPages = 200;

/** The href of a document's link of that name; undefined where it has none that can be followed. */
export function hrefOf(document: unknown, rel: string): string | undefined {
  const links = (document as PageLike | undefined)?.links;
  const link = Array.isArray(links) ? links.find((one: LinkLike) => isRelation(one?.rel, rel)) : undefined;
  const { href } = link ?? {};
  return typeof href === 'string' && URL.canParse(href, 'http://target.invalid') ? href : undefined;
}

/** Follows a link that the test depends on; that it is there is another requirement's claim. */
export async function follow(client: Client, answer: Answer, rel: string): Promise<Answer> {
  const href = hrefOf(answer.json, rel);
  if (href === undefined) {
    return unverified(reason('unusable-answer', `there is no link ${rel} to follow where one is due`));
  }
  return client.send({ method: 'GET', path: href });
}

/** This page and all that its `next` or `previous` lead to, at most 200. */
export async function walk(client: Client, first: Answer, rel: 'next' | 'previous'): Promise<Answer[]> {
  const pages = [first];
  let href = hrefOf(first.json, rel);
  while (href !== undefined && pages.length < mostPages) {
    const page = await client.send({ method: 'GET', path: href });
    pages.push(page);
    href = hrefOf(page.json, rel);
  }
  return pages;
}

/** The ids of the entities on these pages, in order. */
export const idsOn = (...pages: readonly Answer[]): unknown[] => pages.flatMap((page) => resultsOf(page).map(({ id }) => id));

/** The entities of a page, or of an array; whether what else may stand among them belongs there is for judges to say. */
export const resultsOf = ({ json }: Answer): readonly Record<string, unknown>[] => {
  const results: unknown = Array.isArray(json) ? json : ((json ?? {}) as PageLike).results;
  return Array.isArray(results) ? results.filter(isObject) : [];
};
