import { pathBelow, shortened } from '../../contract/path-templates.ts';
import { limits } from '../../contract/limits.ts';
import type { Exchange } from '../../wire/exchange.ts';

// Twenty judges ask for the same URL and path of each exchange.
const urls = new WeakMap<Exchange, Readonly<URL>>();
const paths = new WeakMap<Readonly<URL>, string>();

/** Path of a URL as it compares: escapes in one form, no trailing slash. */
export function comparablePath(url: Readonly<URL>): string {
  const known = paths.get(url);
  if (known !== undefined) return known;
  const path = url.pathname
    .split('/')
    .map((part) => {
      try {
        return encodeURIComponent(decodeURIComponent(part));
      } catch {
        return part;
      }
    })
    .join('/');
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  paths.set(url, path.slice(0, end));
  return path.slice(0, end);
}

/** The request's URL, parsed once however many judges ask; not to be changed. */
export function urlOf(exchange: Exchange): Readonly<URL> {
  const known = urls.get(exchange);
  if (known !== undefined) return known;
  const url = new URL(exchange.request.url);
  urls.set(exchange, url);
  return url;
}

/** A text without its percent-escapes; as it is where one of them is none. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the request names below the root of the API; undefined where that lies elsewhere. */
export const placeOf = ({ root = limits.basePath, request }: Exchange): string | undefined => pathBelow(root, request.url);

/** The request in short, without what is particular about it: `GET /groups/{id}/hosts`. */
export const requestInShort = (exchange: Exchange): string =>
  `${exchange.request.method} ${shortened(placeOf(exchange) ?? urlOf(exchange).pathname)}`;

/** True when the request carries the flag with the value `true`. */
export function asksFor(exchange: Exchange, flag: 'envelope' | 'pretty'): boolean {
  return urlOf(exchange).searchParams.getAll(flag).includes('true');
}

/** True when the request leaves a flag out or says `false`, so that its default holds. */
export function leavesOff(exchange: Exchange, flag: 'envelope' | 'pretty'): boolean {
  return urlOf(exchange)
    .searchParams.getAll(flag)
    .every((value) => value === 'false');
}

/** The page a request asks for, defaults filled in; undefined when its numbers are none that the documents allow. */
export function pageAskedFor(url: Readonly<URL>): { pageNum: number; itemsPerPage: number } | undefined {
  const number = (name: string, otherwise: number): number => {
    const given = url.searchParams.getAll(name);
    if (given.length === 0) return otherwise;
    return given.length === 1 && /^\d+$/.test(given[0] ?? '') ? Number(given[0]) : Number.NaN;
  };
  const pageNum = number('pageNum', 1);
  const itemsPerPage = number('itemsPerPage', limits.defaultItemsPerPage);
  const allowed = pageNum >= 1 && itemsPerPage >= 1 && itemsPerPage <= limits.maxItemsPerPage;
  return allowed ? { pageNum, itemsPerPage } : undefined;
}

/** True for a method whose answer carries what it names in full; HEAD's never has a body. */
export function mayHaveBody(exchange: Exchange): boolean {
  return exchange.request.method.toUpperCase() !== 'HEAD';
}
