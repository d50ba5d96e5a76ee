import type { Header } from '../wire/http.ts';

/** What stands where a secret was. */
export const removed = '[removed]';

/** A text without its secrets, and the names of those that were in it. */
export interface Redacted {
  readonly text: string;
  readonly found: readonly string[];
}

/** A known secret: what to call it, and every spelling under which it may turn up. */
interface KnownSecret {
  readonly name: string;
  readonly spellings: readonly string[];
}

/** The secrets known so far; grows as keys are made during a run. */
export interface Secrets {
  /** A value already known, or an empty one, is passed over. */
  add(name: string, value: string): void;
  /** Replaces every known value, plain, JSON-escaped, URL-encoded or in base64. */
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

/** Ends of the names of fields that hold a key, a password or a token; `hasPassword` is a boolean and stays. */
const secretEnding = 'password|pwd|secret|secret_?key|api_?key|private_?key|service_?key|stored_?key|server_?key|token';
const secretName = new RegExp(`(?:${secretEnding})$`, 'i');
const anySecretName = new RegExp(`(?:${secretEnding})"\\s*:`, 'i');
const anyPlainKey = /"key"\s*:/i;
/** Whole string literals from left to right, so that a name inside a value is never taken for a name. */
const stringThenScalar = /"((?:[^"\\]|\\[^])*)"(?:(\s*:\s*)("(?:[^"\\]|\\[^])*"|-?\d[\d.eE+-]*))?/g;

/** What a server shows of a key later on, `********-****-****-0123456789ab`, is no secret. */
const isMasked = (value: string): boolean => /^\*{4}/.test(value);

/**
 * Replaces the values of JSON fields whose name says that they are secret, strings and numbers only. The text keeps
 * its whitespace and order and need not be valid JSON. `key` alone counts only where `plainKey` is set: agent API keys
 * and keyfiles are called so, and the keys of tags too. `onSecret` is told of each value.
 */
export function redactFields(
  text: string, plainKey = false, onSecret?: (field: string, value: string) => void,
): Redacted {
  if (!anySecretName.test(text) && !(plainKey && anyPlainKey.test(text))) return { text, found: [] };
  const found = new Set<string>();
  const clean = text.replace(stringThenScalar, (whole, name: string, colon?: string, literal?: string) => {
    if (literal === undefined || colon === undefined) return whole;
    if (!secretName.test(name) && !(plainKey && name.toLowerCase() === 'key')) return whole;
    const value = literal.startsWith('"') ? unescaped(literal) : literal;
    if (value === '' || value === removed || isMasked(value)) return whole;
    found.add(`the field ${name}`);
    onSecret?.(name, value);
    return `"${name}"${colon}"${removed}"`;
  });
  return { text: clean, found: [...found] };
}

function unescaped(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
}

const answeredDigest = /\b(cnonce|response)=(\\?")[0-9a-f]+\2/gi;

/** Replaces the response and cnonce of a digest that a server echoes. */
export function redactDigest(text: string): Redacted {
  if (!text.includes('nonce=')) return { text, found: [] };
  const clean = text.replace(answeredDigest, `$1=$2${removed}$2`);
  return { text: clean, found: clean === text ? [] : ['the digest response'] };
}

/** Pieces of base64 text that show a value wherever in the encoded bytes it begins. */
function base64Spellings(value: string): string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].map(offset => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64').replace(/=+$/, '');
    // The characters at both ends also hold bits of the neighbours.
    const begin = [0, 2, 3][offset];
    const partial = (offset + bytes.length) % 3 !== 0;
    return encoded.slice(begin, partial ? -1 : undefined);
  }).filter(piece => piece.length >= 6);
}

function spellingsOf(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const url = encodeURIComponent(value);
  const base64 = base64Spellings(value);
  const all = [
    value, json, json.replaceAll('/', '\\/'),
    url, url.replace(/%../g, code => code.toLowerCase()), url.replaceAll('%20', '+'),
    ...base64, ...base64.map(piece => piece.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [...new Set(all)].toSorted((a, b) => b.length - a.length);
}

/** What is worth remembering as clean: texts of this length, in characters, and this many of them. */
const longestHeader = 200;
const mostHeaders = 1000;

/** An empty collection of secrets. */
export function createSecrets(): Secrets {
  const known = new Map<string, KnownSecret>();
  // Nearly every text is clean, and each exchange has a dozen: that one is must be quick to see.
  const all: string[] = [];
  let shortest = Infinity;
  // Headers are the same few in every exchange.
  const clean = new Set<string>();
  return {
    add(name, value) {
      if (value === '' || known.has(value)) return;
      clean.clear();
      const spellings = spellingsOf(value);
      known.set(value, { name, spellings });
      all.push(...spellings);
      shortest = Math.min(shortest, ...spellings.map(({ length }) => length));
    },
    redact(text) {
      if (text.length < shortest || clean.has(text)) return { text, found: [] };
      if (!all.some((spelling) => text.includes(spelling))) {
        if (text.length <= longestHeader && clean.size < mostHeaders) clean.add(text);
        return { text, found: [] };
      }
      const found = new Set<string>();
      let rest = text;
      for (const { name, spellings } of known.values()) {
        for (const spelling of spellings) {
          if (!rest.includes(spelling)) continue;
          rest = rest.replaceAll(spelling, () => removed);
          found.add(name);
        }
      }
      return { text: rest, found: [...found] };
    },
  };
}
