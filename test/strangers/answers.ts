import { refuse } from './refusal.ts';

export type Fields = Record<string, unknown>;

/** A request that was let in. */
export interface Ask {
  readonly method: string;
  /** Path below the API's root, still percent-encoded; undefined when it lies elsewhere. */
  readonly path: string | undefined;
  readonly fullPath: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** What was asked, absolute. */
  readonly url: string;
  /** URL of the API's root. */
  readonly root: string;
  /** What the names of relations begin with. */
  readonly relations: string;
  /** Answers have the forms that the real service was seen to have. */
  readonly isReal: boolean;
}

export interface Reply {
  readonly status: number;
  /** Tells what an envelope does to it. */
  readonly kind?: 'entity' | 'page' | 'error';
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent: no body at all. */
  readonly content?: Fields;
  /** The page of the container, which answers where the API does not. */
  readonly html?: string;
}

export type Verb = (ask: Ask, ...parameters: string[]) => Reply;
export type Route = readonly [path: RegExp, verbs: Readonly<Record<string, Verb>>];
/** Writes down one entity with all its links. */
export type Present<Item> = (item: Item, ask: Ask) => Fields & { links: Link[] };
interface Link {
  readonly href: string;
  readonly rel: string;
}

export const link = (rel: string, href: string): Link => ({ href, rel });
export const entity = (content: Fields, status = 200): Reply => ({ status, kind: 'entity', content });

/** What the first route of that path answers: 404 where there is none, 405 where it lacks the method. */
export function routed(routes: readonly Route[], ask: Ask): Reply {
  const nowhere = (): never => refuse('RESOURCE_NOT_FOUND', ask.fullPath);
  for (const [path, verbs] of routes) {
    const found = path.exec(ask.path ?? 'elsewhere');
    if (found === null) continue;
    const method = ask.method === 'HEAD' ? 'GET' : ask.method;
    const verb = Object.hasOwn(verbs, method) ? verbs[method] : undefined;
    if (verb === undefined) {
      const allowed = Object.keys(verbs).flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name]));
      const headers = { Allow: allowed.join(', ') };
      return ask.isReal
        ? { status: 405, headers, html: '<html><body><h2>HTTP ERROR 405</h2></body></html>' }
        : { status: 405, headers };
    }
    return verb(ask, ...found.slice(1).map((part) => decoded(part) ?? nowhere()));
  }
  return nowhere();
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** The page of these items that the query asks for. Its entities have no link but self, its links all parameters of the query. */
export function page<Item>(ask: Ask, items: readonly Item[], present: Present<Item>): Reply {
  const pageNum = wholeNumber(ask.query, 'pageNum', 1, Number.MAX_SAFE_INTEGER);
  const itemsPerPage = wholeNumber(ask.query, 'itemsPerPage', 100, 500);
  const end = pageNum * itemsPerPage;
  const results = items.slice(end - itemsPerPage, end).map((item) => {
    const { links, ...fields } = present(item, ask);
    return { ...fields, links: links.filter(({ rel }) => rel === 'self') };
  });
  const around = [
    ...(end < items.length
      ? [link('next', ask.isReal ? paged(ask, pageNum + 1, itemsPerPage, true) : numbered(ask.url, pageNum + 1))]
      : []),
    ...(pageNum > 1 ? [link('previous', numbered(ask.url, pageNum - 1))] : []),
    link('self', ask.isReal ? paged(ask, pageNum, itemsPerPage) : ask.url),
  ];
  return { status: 200, kind: 'page', content: { totalCount: items.length, results, links: around } };
}

function wholeNumber(query: URLSearchParams, name: string, absent: number, most: number): number {
  const text = query.get(name);
  if (text === null) return absent;
  const number = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : refuse('INVALID_QUERY_PARAMETER', name);
}

/** The page's link as the real service writes it: with all of the paging, though nothing was asked, and in `next` in another order. */
function paged({ url, query }: Ask, pageNum: number, itemsPerPage: number, isNext = false): string {
  const others = [...query].filter(([name]) => !['includeCount', 'pageNum', 'itemsPerPage'].includes(name));
  const paging = [
    ['pageNum', String(pageNum)],
    ['itemsPerPage', String(itemsPerPage)],
  ];
  const all = [['includeCount', query.get('includeCount') ?? 'true'], ...others, ...(isNext ? paging.toReversed() : paging)];
  return `${url.split('?')[0]}?${all.map(([name, value]) => `${name}=${encodeURIComponent(value!)}`).join('&')}`;
}

function numbered(href: string, pageNum: number): string {
  const url = new URL(href);
  url.searchParams.set('pageNum', String(pageNum));
  return url.href;
}
