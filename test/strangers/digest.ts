import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A comma is lawful in a realm, and finds the client that splits a challenge at commas. */
const ownRealm = 'Stranger, second of its kind';

/** `stale`: rightly computed, but over a nonce that has grown old or with a count that is not the next one. */
export type Admission = 'admitted' | 'refused' | 'stale';

/** Keeps the nonces it gave, and for each the count it wants next. */
export interface Gate {
  /** Value of a `WWW-Authenticate` header, with a nonce nobody has had before. */
  challenge(isStale: boolean): string;
  /** Judges the `Authorization` header of a request whose target was `target`, path and query as sent. */
  admit(authorization: string | undefined, method: string, target: string): Admission;
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** The fields of a Digest header; undefined for any other scheme, or when one field comes twice. */
function fieldsOf(authorization: string | undefined): Map<string, string> | undefined {
  const list = /^digest\s+(.*)$/is.exec(authorization ?? '')?.[1];
  if (list === undefined) return undefined;
  const found = [...list.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)];
  const fields = new Map(found.map(([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? '']));
  return fields.size === found.length ? fields : undefined;
}

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A gate for one key pair: MD5 and `qop=auth` only, without `opaque`, `domain` and `algorithm`, as RFC 2617 allows; or just as the real service. */
export function gateFor(publicKey: string, privateKey: string, nonceLifetimeMs: number, isReal = false): Gate {
  const realm = isReal ? 'MMS Public API' : ownRealm;
  const nonces = new Map<string, { readonly born: number; next: number }>();
  const secret = md5(`${publicKey}:${realm}:${privateKey}`);

  function challenge(isStale: boolean): string {
    const now = Date.now();
    for (const [nonce, { born }] of nonces) {
      // Kept a while after their end, so that an old one is called stale and not invented.
      if (now - born > 10 * nonceLifetimeMs) nonces.delete(nonce);
    }
    const nonce = randomBytes(18).toString('base64');
    nonces.set(nonce, { born: now, next: 1 });
    if (isReal) return `Digest realm="${realm}", domain="", nonce="${nonce}", algorithm=MD5, qop="auth", stale=${isStale}`;
    return `Digest nonce="${nonce}", qop="auth", realm="${realm}"${isStale ? ', stale=true' : ''}`;
  }

  function admit(authorization: string | undefined, method: string, target: string): Admission {
    const fields = fieldsOf(authorization);
    const field = (name: string): string => fields?.get(name) ?? '';
    const known = nonces.get(field('nonce'));
    if (known === undefined || !/^[0-9a-f]{8}$/i.test(field('nc')) || field('cnonce') === '') return 'refused';
    if (field('username') !== publicKey || field('realm') !== realm || field('uri') !== target) return 'refused';
    if (field('qop') !== 'auth' || !/^(md5)?$/i.test(field('algorithm'))) return 'refused';
    const words = [secret, field('nonce'), field('nc'), field('cnonce'), 'auth', md5(`${method}:${target}`)];
    if (!equal(md5(words.join(':')), field('response'))) return 'refused';
    const isNext = Number.parseInt(field('nc'), 16) === known.next;
    if (!isNext || Date.now() - known.born > nonceLifetimeMs) return 'stale';
    known.next += 1;
    return 'admitted';
  }

  return { challenge, admit };
}
