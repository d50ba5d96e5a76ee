import * as crypto from 'node:crypto';

/** Digest algorithms this project speaks. Source: RFC 7616, 3.3. */
export const digestAlgorithms = ['MD5', 'SHA-256', 'MD5-sess', 'SHA-256-sess'] as const;
export type DigestAlgorithm = (typeof digestAlgorithms)[number];

/** One challenge of a `WWW-Authenticate` header. */
export interface Challenge {
  /** As sent, e.g. `Digest`. */
  readonly scheme: string;
  /** Names in lower case, values unquoted. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a digest response is computed from. */
export interface DigestInput {
  /** Default MD5, as in both RFCs. */
  readonly algorithm?: DigestAlgorithm;
  readonly username: string;
  readonly realm: string;
  readonly password: string;
  readonly method: string;
  /** Request target as sent: path and query. */
  readonly uri: string;
  readonly nonce: string;
  /** Needed with `qop`. */
  readonly nc?: string;
  /** Needed with `qop` and with a `-sess` algorithm. */
  readonly cnonce?: string;
  /** Absent: the response of RFC 2069, which RFC 2617 still allows. */
  readonly qop?: string;
  /** Entity body, needed with `auth-int` only. */
  readonly body?: string;
}

const space = /[ \t]+/y;
const separator = /[ \t,]+/y;
const token = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
// Unrolled: a choice at every character would run out of stack in a very long header.
const quoted = /"([^"\\]*(?:\\[^][^"\\]*)*)"/y;
const equals = /[ \t]*=[ \t]*/y;
const bareValue = /[^\s,"]+/y;
const token68 = /[A-Za-z0-9\-._~+/]+=*(?=[ \t]*(?:,|$))/y;

/** Reads left to right; each `take` moves past what it matched. */
function reader(text: string) {
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return undefined;
    at = pattern.lastIndex;
    return match[1] ?? match[0];
  };
  const mark = (): (() => void) => {
    const here = at;
    return () => {
      at = here;
    };
  };
  return {
    take,
    mark,
    skip: () => {
      at += 1;
    },
    ended: () => at >= text.length,
    at: () => at,
    text,
  };
}

type Reader = ReturnType<typeof reader>;

/** One field of credentials up to the next one. In one piece because a server reads one at every request. */
const field = /[ \t,]*([!#$%&'*+\-.^_`|~0-9A-Za-z]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\[^])*)"|([^\s,"]+))[ \t]*(?:,[ \t,]*|$)/y;

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\([^])/g, '$1') : text;
}

function parameterValue(from: Reader): string | undefined {
  if (from.text[from.at()] !== '"') return from.take(bareValue);
  const text = from.take(quoted);
  return text === undefined ? undefined : unescaped(text);
}

/** `name=value`, or undefined without having moved. */
function parameter(from: Reader): readonly [string, string] | undefined {
  const back = from.mark();
  const name = from.take(token);
  if (name !== undefined && from.take(equals) !== undefined) {
    const value = parameterValue(from);
    if (value !== undefined) return [name.toLowerCase(), value];
  }
  back();
  return undefined;
}

/**
 * The challenges of all `WWW-Authenticate` headers of an answer, in order. One header may carry several, of several
 * schemes; what cannot be read is passed over. Source: RFC 9110, 11.6.1.
 */
export function parseChallenges(headerValues: readonly string[]): Challenge[] {
  return headerValues.flatMap((value) => {
    const found: { scheme: string; parameters: Record<string, string> }[] = [];
    const from = reader(value);
    while (!from.ended()) {
      if (from.take(separator) !== undefined) continue;
      const current = found.at(-1);
      const read = parameter(from);
      if (read !== undefined) {
        // The first of two equal names counts, so that nothing appended can overrule it.
        if (current && !Object.hasOwn(current.parameters, read[0])) current.parameters[read[0]] = read[1];
        continue;
      }
      const scheme = from.take(token);
      if (scheme === undefined) {
        from.skip();
        continue;
      }
      found.push({ scheme, parameters: {} });
      // `Bearer abc==, Digest …`: the token is no parameter and no scheme.
      if (from.take(space) !== undefined) from.take(token68);
    }
    return found;
  });
}

/**
 * The fields of an `Authorization: Digest …` header, names in lower case, values unquoted; undefined for another
 * scheme or for text that is no list of fields. A field given twice makes the header unreadable.
 */
export function parseAuthorization(value: string): Record<string, string> | undefined {
  const scheme = /^digest[ \t]+/i.exec(value);
  if (!scheme) return undefined;
  const fields: Record<string, string> = {};
  let at = scheme[0].length;
  while (at < value.length) {
    field.lastIndex = at;
    const match = field.exec(value);
    if (!match) return undefined;
    at = field.lastIndex;
    const [, written = '', text, bare = ''] = match;
    const name = written.toLowerCase();
    if (Object.hasOwn(fields, name)) return undefined;
    fields[name] = text === undefined ? bare : unescaped(text);
  }
  return fields;
}

// Twice as fast, but younger than the oldest node this runs on.
const oneShot: typeof crypto.hash | undefined = crypto.hash;

/** Lower-case hex of a hash, by the name that OpenSSL has for it. */
export const hashed = (name: string, text: string): string =>
  oneShot ? oneShot(name, text, 'hex') : crypto.createHash(name).update(text).digest('hex');

/** Lower-case hex of the hash that a digest algorithm uses. */
export const digestHash = (algorithm: DigestAlgorithm, text: string): string =>
  hashed(algorithm.startsWith('MD5') ? 'md5' : 'sha256', text);

/** H(username:realm:password), what a server keeps instead of the password. Source: RFC 7616, 3.4.2. */
export function digestSecret(algorithm: DigestAlgorithm, username: string, realm: string, password: string): string {
  return digestHash(algorithm, `${username}:${realm}:${password}`);
}

/** The response to a challenge from the kept secret; see `digestResponse`. */
export function digestResponseFromSecret(secret: string, input: Omit<DigestInput, 'username' | 'realm' | 'password'>): string {
  const { algorithm = 'MD5', method, uri, nonce, nc = '', cnonce = '', qop, body = '' } = input;
  const a1 = algorithm.endsWith('-sess') ? digestHash(algorithm, `${secret}:${nonce}:${cnonce}`) : secret;
  const bound = qop === 'auth-int' ? `:${digestHash(algorithm, body)}` : '';
  const a2 = digestHash(algorithm, `${method}:${uri}${bound}`);
  const counted = qop === undefined ? '' : `${nc}:${cnonce}:${qop}:`;
  return digestHash(algorithm, `${a1}:${nonce}:${counted}${a2}`);
}

/** The `response` of a digest, lower-case hex. Source: RFC 7616, 3.4.1; RFC 2617, 3.2.2. */
export function digestResponse(input: DigestInput): string {
  const { algorithm = 'MD5', username, realm, password } = input;
  return digestResponseFromSecret(digestSecret(algorithm, username, realm, password), input);
}

const unquoted = new Set(['algorithm', 'qop', 'nc', 'stale', 'userhash']);

/**
 * An `Authorization: Digest …` header of these fields, in the order given; undefined ones are left out.
 * Quotes what RFC 7616, 3.4 wants quoted, and only that.
 */
export function formatAuthorization(fields: Readonly<Record<string, string | undefined>>): string {
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return unquoted.has(name) ? `${name}=${value}` : `${name}="${value.replace(/["\\]/g, '\\$&')}"`;
  });
  return `Digest ${parts.join(', ')}`;
}
