import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { stringEnd } from '../../wire/json-text.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { bodyOf, contentOf } from '../exchange/json.ts';
import { below, seen } from '../exchange/pointer.ts';
import { isObject } from '../../wire/json.ts';

/** The white space of a JSON text that stands between its tokens, in runs. */
function gapsIn(json: string): string[] {
  const text = json.trim();
  const gaps: string[] = [];
  const stringOrGap = /"|\s+/g;
  for (let match = stringOrGap.exec(text); match !== null; match = stringOrGap.exec(text)) {
    if (match[0] !== '"') gaps.push(match[0]);
    else stringOrGap.lastIndex = stringEnd(text, match.index);
  }
  return gaps;
}

/** A JSON answer has no white space outside strings; a line break at the end is free. Source: Pretty Printing. */
export function judgeCompact(exchange: Exchange): Judgement {
  if (bodyOf(exchange).kind !== 'json') return nothingToSee;
  const gaps = gapsIn(exchange.response?.body ?? '');
  if (gaps.length === 0) return judged(1, []);
  return judged(1, [at(exchange, '', `has white space in ${gaps.length} places outside strings, expected none`)]);
}

/**
 * A JSON answer has line breaks and indentation outside strings: an object has at least one for each of its members, as every
 * way to lay one out for people has; of an array one will do. Scalars and `{}` need none.
 */
export function judgePretty(exchange: Exchange): Judgement {
  const body = bodyOf(exchange);
  if (body.kind !== 'json') return nothingToSee;
  if (typeof body.value !== 'object' || body.value === null || Object.keys(body.value).length === 0) return nothingToSee;
  const gaps = gapsIn(exchange.response?.body ?? '');
  const lines = gaps.filter((gap) => /\n[ \t]+/.test(gap)).length;
  if (lines === 0) return judged(1, [at(exchange, '', 'has no indented lines, expected pretty-printed JSON')]);
  const due = isObject(body.value) ? Object.keys(body.value).length : 1;
  if (lines >= due) return judged(1, []);
  return judged(1, [at(exchange, '', `has ${lines} indented lines for ${due} fields, expected pretty-printed JSON`)]);
}

/** An href without what only tells how to answer, which links repeat from the request. */
function withoutPresentation(href: string): string {
  if (!URL.canParse(href)) return href;
  const url = new URL(href);
  url.searchParams.delete('pretty');
  url.searchParams.delete('envelope');
  url.searchParams.sort();
  return url.href;
}

/** A field may be called `constructor`, which every object has. */
const own = (value: Record<string, unknown>, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);

/**
 * Where two JSON documents differ; the order of fields is free, that of items is not. In hrefs the parameters
 * `pretty` and `envelope` and the order of parameters do not count.
 */
export function sameDocument(a: unknown, b: unknown, pointer = ''): Violation[] {
  if (Array.isArray(a) && Array.isArray(b)) {
    const length = `has ${b.length} items, expected ${a.length}`;
    return [
      ...(a.length === b.length ? [] : [{ path: pointer, message: length }]),
      ...a.slice(0, b.length).flatMap((item, index) => sameDocument(item, b[index], below(pointer, index))),
    ];
  }
  if (isObject(a) && isObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].flatMap((name) => sameDocument(own(a, name), own(b, name), below(pointer, name)));
  }
  if (typeof a === 'string' && typeof b === 'string' && pointer.endsWith('/href')) {
    if (withoutPresentation(a) === withoutPresentation(b)) return [];
  }
  return Object.is(a, b) ? [] : [{ path: pointer, message: `is ${seen(b)}, expected ${seen(a)}` }];
}

/** Two answers bring the same document once envelopes are off; what only an envelope adds to a list is left out. */
export function judgeSameContent(expected: Exchange, actual: Exchange): Judgement {
  const [wanted, got] = [contentOf(expected), contentOf(actual)];
  if (wanted === undefined || got === undefined) {
    return judged(1, [at(actual, '', `brings ${bodyOf(actual).kind}, the other answer ${bodyOf(expected).kind}`)]);
  }
  const bare = ({ value, status, pointer }: typeof wanted): unknown => {
    if (status === undefined || pointer !== '' || !isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'status'));
  };
  const differences = sameDocument(bare(wanted), bare(got));
  return judged(
    1,
    differences.map(({ path, message }) => at(actual, got.pointer + path, message)),
  );
}
