import * as fc from 'fast-check';
import type { Exchange, ExchangeResponse } from '../../src/wire/exchange.ts';
import type { Header } from '../../src/wire/http.ts';
import { oddText, oddValue } from './values.ts';

/** One thing done to a document: at a place of it, counted in the order of its members. */
interface Change {
  readonly place: number;
  readonly what: 'drop' | 'rename' | 'replace' | 'wrap' | 'spread' | 'add' | 'repeat';
  readonly value: unknown;
}
type Edit = (body: string) => string;

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    place: fc.nat(400),
    value: oddValue,
    what: fc.constantFrom<Change['what']>('drop', 'rename', 'replace', 'replace', 'wrap', 'spread', 'add', 'repeat'),
  }),
  { minLength: 1, maxLength: 3 },
);

type Place = readonly [holder: Record<string, unknown>, name: string];

/** Every member and item, through arrays as through objects. Only of a document that the seeds brought: it is shallow. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name) => [[holder, name] as const, ...placesIn(holder[name])]);
}

/** Not by assignment: a member may be called `__proto__`. */
const set = (holder: object, name: string, value: unknown): void => {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
};

/** Not by `splice`, which asks the array for a `constructor`: an earlier change may have given it one. */
function dropFrom(items: unknown[], index: number): void {
  if (items.length === 0) return;
  items.copyWithin(index, index + 1);
  items.length -= 1;
}

function apply({ what, value: odd }: Change, [holder, name]: Place): void {
  // The next change may be made inside of it.
  const value = structuredClone(odd);
  const before = holder[name];
  if (what === 'drop') {
    if (Array.isArray(holder)) dropFrom(holder, Number(name));
    else delete holder[name];
  } else if (what === 'rename') {
    delete holder[name];
    set(holder, typeof value === 'string' ? value : '__proto__', before);
  } else if (what === 'replace') set(holder, name, value);
  else if (what === 'wrap') set(holder, name, Array.isArray(before) ? { before } : [before]);
  else if (what === 'spread') set(holder, name, Object.assign([], { 3: before }));
  else if (what === 'add') set(holder, typeof value === 'string' ? value : 'links', value);
  else
    set(
      holder,
      name,
      Array.from({ length: 12 }, () => before),
    );
}

const inDocument =
  (list: readonly Change[]): Edit =>
  (body) => {
    let document: unknown;
    try {
      document = { document: JSON.parse(body) as unknown };
    } catch {
      return body;
    }
    for (const change of list) {
      const places = placesIn(document);
      const place = places[change.place % places.length];
      if (place !== undefined) apply(change, place);
    }
    return JSON.stringify((document as { document?: unknown }).document) ?? '';
  };

/** What becomes of the text, last: cut off, something behind it, a broken character, a member twice, line breaks. */
const inText: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Edit>((body) => body) },
  fc.nat(2000).map(
    (at): Edit =>
      (body) =>
        body.slice(0, at % (body.length + 1)),
  ),
  oddText.map(
    (text): Edit =>
      (body) =>
        body + text,
  ),
  oddText.map(
    (text): Edit =>
      () =>
        text,
  ),
  fc.nat(2000).map(
    (at): Edit =>
      (body) =>
        `${body.slice(0, at % (body.length + 1))}\uFFFD${body.slice(at % (body.length + 1))}`,
  ),
  fc.constantFrom<Edit>(
    (body) => body.replace('{', '{"id":7,"links":null,'),
    (body) => body.replaceAll(',', ' ,\n\t'),
  ),
);

const oddHeaders: readonly Header[] = [
  ['', ''],
  ['', 'x'],
  ['Content-Type', ''],
  ['Content-Type', ';;'],
  ['content-type', 'text/html; charset="'],
  ['Location', '//'],
  ['WWW-Authenticate', 'Digest'],
  ['WWW-Authenticate', 'Digest realm="a, nonce="b'],
  ['WWW-Authenticate', 'Basic'],
  ['WWW-Authenticate', ', ,=,"'],
  ['WWW-Authenticate', `Digest realm="${'\\"'.repeat(200)}`],
  ['WWW-Authenticate', `Digest __proto__="a", nonce=${'a="'.repeat(150)}`],
  ['X-MongoDB-Service-Version', 'versionString='],
  ['X-MongoDB-Service-Version', 'gitHash=\u001B[2J; versionString=\u0007'],
  ['Content-Length', '-1'],
  ['__proto__', 'x'],
  ['Date', '\uFFFD'],
  ['Set-Cookie', 'a=b'],
  ['Authentication-Info', 'nextnonce='],
];
const headers: fc.Arbitrary<(before: readonly Header[]) => Header[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant((before: readonly Header[]) => [...before]) },
  fc.subarray([...oddHeaders], { maxLength: 4 }).map((more) => (before: readonly Header[]) => [...more, ...before]),
  fc.subarray([...oddHeaders], { maxLength: 4 }).map((more) => () => more),
);

const statuses = [
  0, 100, 200, 200, 200, 201, 202, 204, 206, 299, 301, 304, 400, 401, 401, 403, 404, 404, 405, 409, 418, 429, 500, 502, 503, 599,
  999,
];

/** An answer near a good one, of these: the seed's own document with some changes, another status, other headers. */
export const answers = (seeds: readonly Exchange[]): fc.Arbitrary<Exchange> =>
  fc
    .record({
      seed: fc.constantFrom(...seeds),
      edit: fc.oneof(
        { weight: 6, arbitrary: changes.map(inDocument) },
        fc.constant<Edit>((body) => body),
      ),
      text: inText,
      status: fc.option(fc.constantFrom(...statuses), { freq: 2, nil: undefined }),
      headers,
      method: fc.option(fc.constantFrom('HEAD', 'POST', 'DELETE', 'PATCH'), { freq: 5, nil: undefined }),
      missing: fc.integer({ min: 0, max: 60 }).map((n) => n === 0),
      anonymous: fc.boolean(),
    })
    .map(({ seed, edit, text, status, headers: changed, method, missing, anonymous }) => {
      const { request, response } = seed;
      const made: ExchangeResponse | null =
        response === null || missing
          ? null
          : {
              status: status ?? response.status,
              headers: changed(response.headers),
              body: text(edit(response.body)),
            };
      return {
        ...seed,
        request: { ...request, method: method ?? request.method },
        response: made,
        fault: made === null ? 'the connection was closed' : null,
        ...(anonymous && { caller: 'nobody' }),
      };
    });
