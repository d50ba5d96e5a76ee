import type { Header } from '../../wire/http.ts';
import { substrings } from './substrings.ts';

/** What stands where a secret was. */
export const removed = '[removed]';

/** A text without its secrets, and the names of those that were in it. */
export interface Redacted {
  readonly text: string;
  readonly found: readonly string[];
}

/** A spelling under which a known secret may turn up: what to call that, and when its turn is to be removed. */
interface Spelling {
  readonly name: string;
  readonly turn: number;
}

/** The secrets known so far; grows as keys are made during a run. */
export interface Secrets {
  /** A value already known, or an empty one, is passed over. */
  add(name: string, value: string): void;
  /** The same for a value that the target chose: very short and very long ones are passed over, and all beyond a few hundred. */
  learn(name: string, value: string): void;
  /** Replaces every known value, plain, escaped for JSON or HTML, URL-encoded or in base64. */
  redact(text: string): Redacted;
}

const secretHeader = /^(?:proxy-)?authorization$|^(?:set-)?cookie$|^(?:proxy-)?authentication-info$/i;

/** Header values that prove who asks become `[removed]`; the scheme of a credential stays. */
export function redactHeaders(headers: readonly Header[], secrets: Secrets): Header[] {
  return headers.map(([name, value]) => {
    if (!secretHeader.test(name)) return [name, secrets.redact(value).text];
    const scheme = /authorization$/i.test(name) ? /^[A-Za-z0-9-]+(?= )/.exec(value)?.[0] : undefined;
    return [name, scheme === undefined ? removed : `${scheme} ${removed}`];
  });
}

/** Pieces of base64 text that show a value wherever in the encoded bytes it begins. */
function base64Spellings(value: string): string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2]
    .map((offset) => {
      const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
        .toString('base64')
        .replace(/=+$/, '');
      // The characters at both ends also hold bits of the neighbours.
      const begin = [0, 2, 3][offset];
      const partial = (offset + bytes.length) % 3 !== 0;
      return encoded.slice(begin, partial ? -1 : undefined);
    })
    .filter((piece) => piece.length >= 6);
}

const jsonEscaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const htmlEscaped = (text: string, apostrophe: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe);

function spellingsOf(value: string): string[] {
  const json = jsonEscaped(value);
  // Gson writes these as escapes, lest a browser take them for markup.
  const cautious = json.replace(/[<>&='/]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  const url = encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
  const base64 = base64Spellings(value);
  const all = [
    value,
    json,
    json.replaceAll('/', '\\/'),
    jsonEscaped(json),
    cautious,
    cautious.replaceAll('\\u002f', '/'),
    htmlEscaped(value, '&#39;'),
    htmlEscaped(value, "'"),
    jsonEscaped(htmlEscaped(value, '&#39;')),
    htmlEscaped(json, '&#39;'),
    url,
    url.replace(/%../g, (code) => code.toLowerCase()),
    url.replaceAll('%20', '+'),
    ...base64,
    ...base64.map((piece) => piece.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [...new Set(all)].toSorted((a, b) => b.length - a.length);
}

/** Shorter values are left to the field rules: replacing them everywhere would make the evidence unreadable. */
const shortestLearned = 8;
/** No key or password is longer; and each one more is looked for in every text of the run, so a target may not name any number. */
const longestLearned = 1_000;
const mostLearned = 500;
/** What is worth remembering as clean: texts of this length, in characters, and this many of them. */
const longestHeader = 200;
const mostHeaders = 1000;

/** An empty collection of secrets. */
export function createSecrets(): Secrets {
  const values = new Set<string>();
  const known = new Map<string, Spelling>();
  // Nearly every text is clean, and each exchange has a dozen: that one is must be quick to see.
  const all = substrings();
  let shortest = Infinity;
  let learned = 0;
  // Headers are the same few in every exchange, and a body is asked about twice in a row.
  const clean = new Set<string>();
  let lastClean = '';
  const add = (name: string, value: string): void => {
    if (value === '' || values.has(value)) return;
    values.add(value);
    clean.clear();
    lastClean = '';
    for (const spelling of spellingsOf(value).filter((one) => !known.has(one))) {
      known.set(spelling, { name, turn: known.size });
      all.add(spelling);
      shortest = Math.min(shortest, spelling.length);
    }
  };
  return {
    add,
    learn(name, value) {
      if (value.length < shortestLearned || value.length > longestLearned || learned >= mostLearned) return;
      if (!values.has(value)) learned += 1;
      add(name, value);
    },
    redact(text) {
      if (text.length < shortest || text === lastClean || clean.has(text)) return { text, found: [] };
      const spellings = all.in(text);
      if (spellings.size === 0) {
        lastClean = text;
        if (text.length <= longestHeader && clean.size < mostHeaders) clean.add(text);
        return { text, found: [] };
      }
      const found = new Set<string>();
      let rest = text;
      // Secrets as they became known, and of each the longest spelling first.
      for (const spelling of [...spellings].toSorted((a, b) => known.get(a)!.turn - known.get(b)!.turn)) {
        if (!rest.includes(spelling)) continue;
        rest = rest.replaceAll(spelling, () => removed);
        found.add(known.get(spelling)!.name);
      }
      return { text: rest, found: [...found] };
    },
  };
}
