import { limits } from '../../contract/limits.ts';
import type { ServerResponse } from '../../wire/http.ts';
import type { Fields, Json } from '../world/json.ts';
import { inOrder } from '../world/orders.ts';
import { flag, paging } from './query.ts';
import type { Query } from './query.ts';
import type { ApiKey, World } from '../world/world.ts';

/** What a handler answers, before it is written down. */
export interface Reply {
  readonly status: number;
  readonly content: Fields | readonly Json[];
  /** True for a page of a list, which an envelope does not wrap but adds to. */
  readonly page?: true;
  /** Sent instead of the content, as it is. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array };
}

/** A request that was found good, as a handler sees it. */
export interface Call {
  readonly world: World;
  readonly caller: ApiKey;
  readonly query: Query;
  /** Absolute URL of a path below the base path. */
  readonly url: (path: string) => string;
  /** Absolute URL of the request without its query. */
  readonly self: string;
  readonly remoteAddress: string;
  /** The validated body: its one object, or the objects of its array. */
  readonly body: Fields;
  readonly items: readonly Fields[];
}

export type Link = readonly [relation: string, path: string];

const extension = 'http://mms.mongodb.com/';

/** `self`, and the relations an entity has when it stands alone. */
export function links(call: Call, self: string, related: readonly Link[] = []): Fields[] {
  return [
    { href: call.url(self), rel: 'self' },
    ...related.map(([relation, path]) => ({ href: call.url(path), rel: extension + relation })),
  ];
}

/** Whether a name is the one that a list is asked for by `?name=`. */
export function isNamed(name: string, wanted: string | null, { world }: Call): boolean {
  if (wanted === null) return true;
  return world.forms.has('names-by-prefix') ? name.startsWith(wanted) : name === wanted;
}

export function entity(content: Fields, status = 200): Reply {
  return { status, content };
}

/** An answer that has nothing to say. */
export function done(status = 200): Reply {
  return { status, content: {} };
}

/** A file to be kept by whoever asked for it; nothing is wrapped around it. */
export function download(type: string, bytes: Uint8Array): Reply {
  return { status: 200, content: {}, file: { type, bytes } };
}

/** A bare array, where the documentation shows no list around it. */
export function bare(content: readonly Json[]): Reply {
  return { status: 200, content };
}

/**
 * The page of these items that the query asks for, with links to itself and its neighbours.
 * The links keep the other parameters of the query. Source: Lists.
 */
export function list<T>(call: Call, items: Iterable<T>, present: (item: T) => Fields, status = 200): Reply {
  const all = inOrder(Array.isArray(items) ? (items as T[]) : [...items], present, call.world.forms);
  const { pageNum, itemsPerPage } = paging(
    call.query,
    call.world.forms.has('pages-of-100') ? limits.defaultItemsPerPage : limits.maxItemsPerPage,
  );
  const start = (pageNum - 1) * itemsPerPage;
  const lastPage = Math.max(1, Math.ceil(all.length / itemsPerPage));
  const kept = [...call.query].filter(([name]) => name !== 'pageNum' && name !== 'itemsPerPage');
  const others = new URLSearchParams(kept).toString();
  const page = (number: number, rel: string): Fields => ({
    href: `${call.self}?${others}${others && '&'}itemsPerPage=${itemsPerPage}&pageNum=${number}`,
    rel,
  });
  const around = [page(pageNum, 'self')];
  if (pageNum > 1) around.push(page(Math.min(pageNum - 1, lastPage), 'previous'));
  if (pageNum < lastPage) around.push(page(pageNum + 1, 'next'));
  return {
    status,
    page: true,
    content: {
      links: around,
      results: all.slice(start, start + itemsPerPage).map((item) => present(item)),
      totalCount: call.query.get('includeCount') === 'false' ? undefined : all.length,
    },
  };
}

export const serviceVersion = 'gitHash=0000000000000000000000000000000000000000; versionString=';

/** Writes an answer down: envelope, layout, headers. Source: Envelopes; Pretty Printing. */
export function write(
  reply: Reply,
  query: Query,
  headers: ServerResponse['headers'],
  extra?: Readonly<Record<string, string>>,
): ServerResponse {
  const { status, content, page, file } = reply;
  if (file) return { status, headers: { ...headers, 'Content-Type': file.type }, body: '', bytes: file.bytes };
  let shown: Json = content;
  if (query.size > 0 && flag(query, 'envelope')) {
    const { totalCount, ...rest } = content as Fields;
    shown = page ? { ...rest, status, totalCount } : { content, status };
  }
  const body = query.size > 0 && flag(query, 'pretty') ? JSON.stringify(shown, null, 2) : JSON.stringify(shown);
  return { status, headers: extra ? { ...headers, ...extra } : headers, body };
}
