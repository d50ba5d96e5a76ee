import { isDeepStrictEqual } from 'node:util';
import type { Violation } from '../contract/outcomes.ts';
import type { Exchange, ExchangeResponse } from '../wire/exchange.ts';
import { isObject } from '../wire/json.ts';
import { shortened } from '../contract/path-templates.ts';
import { isRelation } from '../contract/relations.ts';
import { bodyOf } from './exchange/json.ts';
import { at as valueAt } from './exchange/pointer.ts';

/** Marks a member that is to be taken away. */
const gone: unique symbol = Symbol('gone');

/** What would stand at a place, made of what stands there; `unchanged` where the words do not tell. */
type Mend = (found: unknown, words: RegExpExecArray, asked: URL) => unknown;
const unchanged: unique symbol = Symbol('unchanged');

/** A value as messages show it: JSON, a word in capitals, or one of several. What was cut tells nothing. */
function literal(text: string): unknown {
  const [first = text] = text.split(/ or (?!more)/);
  try {
    return JSON.parse(first) as unknown;
  } catch {
    if (first === 'absent') return gone;
    return /^[A-Z][A-Z0-9_]*$|^application\/json$/.test(first) ? first : unchanged;
  }
}

const asNumber = (found: unknown): unknown =>
  typeof found === 'string' && found.trim() !== '' && Number.isFinite(Number(found)) ? Number(found) : unchanged;
const asText = (found: unknown): unknown => (['number', 'boolean'].includes(typeof found) ? String(found) : unchanged);
const cutTo: Mend = (found, [, count]) =>
  Array.isArray(found) && found.length > Number(count) ? found.slice(0, Number(count)) : unchanged;
/** What a page shows of the whole's count; an empty page behind the first shows nothing. */
const countShown: Mend = (_found, [, page, size, count]) =>
  Number(page) > 1 && count === '0' ? unchanged : (Number(page) - 1) * Number(size) + Number(count);
const withoutLink: Mend = (found, [, rel]) =>
  Array.isArray(found) ? found.filter((link) => !(isObject(link) && isRelation(link['rel'], rel!))) : unchanged;
const withPath: Mend = (found, [, wrong, right]) =>
  Array.isArray(found)
    ? found.map((link: unknown) =>
        isObject(link) && typeof link['href'] === 'string' ? { ...link, href: link['href'].replace(wrong!, right!) } : link,
      )
    : unchanged;

const absolute: Mend = (found, _words, asked) =>
  typeof found === 'string' && URL.canParse(found, asked.href) ? new URL(found, asked).href : unchanged;

/** The link that a page lacks: to itself, or to the page beside it. */
const withLink: Mend = (found, [, rel = ''], asked) => {
  const step = new Map([
    ['self', 0],
    ['previous', -1],
    ['next', 1],
  ]).get(rel);
  if (step === undefined || !(found === undefined || Array.isArray(found))) return unchanged;
  const to = new URL(asked);
  if (step !== 0) to.searchParams.set('pageNum', `${Number(to.searchParams.get('pageNum') ?? 1) + step}`);
  return [...((found ?? []) as unknown[]), { rel, href: to.href }];
};

/** A link of a page, by default to itself, that leads to that page. */
const withPage: Mend = (found, [, rel = 'self', name, value]) =>
  Array.isArray(found)
    ? found.map((link: unknown) => {
        if (!isObject(link) || link['rel'] !== rel || typeof link['href'] !== 'string' || !URL.canParse(link['href']))
          return link;
        const href = new URL(link['href']);
        href.searchParams.set(name!, value!);
        return { ...link, href: href.href };
      })
    : unchanged;

/** How the judges put what they expected, and what that makes of a value. The first that fits is taken. */
const mends: readonly (readonly [words: RegExp, mend: Mend])[] = [
  [/^is null$|must not be sent$|expected to be absent$/, () => gone],
  [/^is not there without an envelope$|^is there, and no envelope was asked for$|^is not part of an envelope$/, () => gone],
  [/^has a link (\S+) to .*expected none$/, withoutLink],
  [/^has no link (\S+)$/, withLink],
  [/expected an absolute URL$/, absolute],
  [/^points to (\S+), expected (\S+)$/, withPath],
  [/^has \d+ entities, expected (?:at most )?(\d+)$/, cutTo],
  [/^is \d+, and page (\d+) of (\d+) has (\d+) entities$/, countShown],
  [/expected (?:an HTTP status|integer|number)$/, asNumber],
  [/expected (?:a )?string$/, asText],
  [/but the status is (\d+)$/, (_found, [, status]) => Number(status)],
  [/^(?:(\S+) link )?has (pageNum|itemsPerPage)=\S*, expected (\d+)$/, withPage],
  [/^is .+, sent was (.+)$/, (_found, [, sent]) => literal(sent!)],
  [/^is .+?, expected (.+?)(?: for \d+)?$/, (_found, [, wanted]) => literal(wanted!)],
];

function mendedValue(found: unknown, message: string, asked: URL): unknown {
  for (const [words, mend] of mends) {
    const match = words.exec(message);
    if (match !== null) return mend(found, match, asked);
  }
  return unchanged;
}

/** How the judges speak of one fault that several entities of a list have. */
const inSeveral = / \(\d+ of \d+ entities, first: [^)]*\)$/;

/** A document with something else at a pointer; as it is where it has no such place. */
function withValue(document: unknown, parts: readonly string[], value: unknown): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
  if (Array.isArray(document)) {
    const index = Number(key);
    if (!(index in document)) return document;
    if (rest.length === 0 && value === gone) return document.filter((_item, at) => at !== index);
    return document.map((item, at) => (at === index ? withValue(item, rest, value) : (item as unknown)));
  }
  if (!isObject(document)) return document;
  if (rest.length === 0 && value === gone) return Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
  if (rest.length > 0 && !Object.hasOwn(document, key)) return document;
  return { ...document, [key]: withValue(document[key], rest, value) };
}

/** The pointers of one violation: of one that is told once for several entities, the same place in each. */
function placesOf(document: unknown, path: string, message: string): string[] {
  if (!inSeveral.test(message)) return [path];
  const list = /^(.*?)\/(\d+)(\/.*|)$/.exec(path);
  const items = list === null ? undefined : valueAt(document, list[1]!);
  return Array.isArray(items) ? items.map((_item, index) => `${list![1]}/${index}${list![3]}`) : [path];
}

function withBody(response: ExchangeResponse, body: string): ExchangeResponse {
  const headers = response.headers.filter(([name]) => name.toLowerCase() !== 'content-length');
  return { ...response, body, headers };
}

/** The layout of a document as it came. */
const layoutOf = (body: string): number => (/^\s*[[{]\s*\n/.test(body) ? 2 : 0);

function mendedBody(exchange: Exchange, response: ExchangeResponse, { path, message }: Violation): ExchangeResponse {
  const body = bodyOf(exchange);
  if (body.kind !== 'json') return response;
  const { value } = body;
  if (path === '') {
    if (/white space in \d+ places/.test(message)) return withBody(response, JSON.stringify(value));
    if (message.endsWith('expected pretty-printed JSON')) return withBody(response, JSON.stringify(value, null, 2));
    if (message.startsWith('is an envelope, and none') && isObject(value))
      return withBody(response, JSON.stringify(value['content']));
    return response;
  }
  const said = message.replace(inSeveral, '');
  let document = value;
  for (const place of placesOf(value, path, message)) {
    const found = valueAt(document, place);
    // What only some of the entities have is not told of the others.
    if (place !== path && !isDeepStrictEqual(typeof found, typeof valueAt(value, path))) continue;
    const mended = mendedValue(found, said, new URL(exchange.request.url));
    if (mended !== unchanged) document = withValue(document, place.split('/').slice(1), mended);
  }
  return document === value ? response : withBody(response, JSON.stringify(document, null, layoutOf(response.body)));
}

function mendedHeader({ request }: Exchange, response: ExchangeResponse, name: string, message: string): ExchangeResponse {
  const found = response.headers.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
  const mended = mendedValue(found, message, new URL(request.url));
  if (mended === unchanged || (mended !== gone && typeof mended !== 'string')) return response;
  const others = response.headers.filter(([one]) => one.toLowerCase() !== name.toLowerCase());
  return { ...response, headers: mended === gone ? others : [...others, [name, mended as string]] };
}

function mendedOnce(exchange: Exchange, violation: Violation): Exchange {
  const { response } = exchange;
  if (response === null) return exchange;
  const { path, message } = violation;
  const status = /^HTTP status is \d+ .*expected (\d+)/.exec(message)?.[1];
  const mended = ((): ExchangeResponse => {
    if (path === 'status' || status !== undefined) {
      const wanted = status === undefined ? mendedValue(response.status, message, new URL(exchange.request.url)) : Number(status);
      return typeof wanted === 'number' ? { ...response, status: wanted } : response;
    }
    if (path.startsWith('header ')) return mendedHeader(exchange, response, path.slice('header '.length), message);
    return mendedBody(exchange, response, violation);
  })();
  return mended === response ? exchange : { ...exchange, response: mended };
}

/** Whether an answer has the very value in the same place of its body in which another one is wrong. */
export function isWrongAlike(exchange: Exchange, wrong: Exchange, { path }: Violation): boolean {
  if (!path.startsWith('/')) return false;
  const [one, other] = [bodyOf(exchange), bodyOf(wrong)];
  if (one.kind !== 'json' || other.kind !== 'json') return false;
  const found = valueAt(one.value, path);
  return found !== undefined && isDeepStrictEqual(found, valueAt(other.value, path));
}

/** What was asked for, ids and numbers of pages aside. */
export function askedFor({ request: { method, url } }: Exchange): string {
  const { pathname, searchParams } = new URL(url);
  return `${method} ${shortened(pathname)} ${searchParams.get('envelope') ?? 'false'}`;
}

/**
 * The exchange as it would have been if the answer had been what the judges expected; the same one where their words do
 * not tell what that is. They are read as they stand in every evidence, also in that of earlier versions.
 */
export const mended = (exchange: Exchange, violations: readonly Violation[]): Exchange => violations.reduce(mendedOnce, exchange);
