import { timingSafeEqual } from 'node:crypto';
import { digestResponseFromSecret, digestSecret, parseAuthorization } from '../../wire/digest.ts';
import { reasonPhrase } from '../../wire/reasons.ts';
import type { ServerResponse } from '../../wire/http.ts';
import type { Product } from '../../contract/products.ts';
import type { Nonces } from './nonces.ts';
import { flag } from '../rules/query.ts';
import type { Layer, LoginRefusal, MockRequest } from '../forms/types.ts';
import type { ApiKey } from '../world/world.ts';

export const realm = 'MMS Public API';

type Algorithm = 'MD5' | 'SHA-256';

export const usualLoginRefusal: Readonly<Record<Product, LoginRefusal>> = {
  'ops-manager': 'three-fields',
  'cloud-manager': 'four-fields',
};

export interface AuthenticationOptions {
  readonly keys: ReadonlyMap<string, ApiKey>;
  readonly nonces: Nonces;
  readonly algorithms: readonly Algorithm[];
  readonly loginRefusal: LoginRefusal;
  /** Whether a digest may be made for the path without its query. Source: observed containers and clients. */
  readonly pathSuffices: boolean;
  /** Headers of every answer. */
  readonly headers: ServerResponse['headers'];
  /** What needs no login. */
  readonly isOpen: (request: MockRequest) => boolean;
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const refused = { error: 401, reason: reasonPhrase(401), detail: 'You are not authorized for this resource.' };

/** This is the login's answer, not the API's: it lacks fields of a refusal, and has a layout of its own. Source: observed servers. */
const bodies: Readonly<Record<LoginRefusal, (request: MockRequest) => string>> = {
  'three-fields': ({ target }) => {
    const { detail, error, reason } = refused;
    const pretty = flag(new URLSearchParams(target.split('?')[1]), 'pretty');
    return JSON.stringify({ detail, error, reason }, null, pretty ? 2 : 0);
  },
  // Laid out whatever is asked for, with a blank before each colon.
  'four-fields': () => JSON.stringify({ ...refused, errorCode: 'UNEXPECTED_ERROR' }, null, 2).replace(/^( *"\w+"):/gm, '$1 :'),
};

/**
 * HTTP Digest in front of everything: passes requests whose digest proves a known key, with `caller` set to its public
 * key, and answers all others with 401 and challenges. Sources: RFC 7616; RFC 2617.
 * Lenient where known clients are loose: an unpadded nonce count and a quoted algorithm are read as what they mean.
 */
export function authentication({
  keys,
  nonces,
  algorithms,
  loginRefusal,
  pathSuffices,
  headers,
  isOpen,
}: AuthenticationOptions): Layer {
  const secrets = new WeakMap<ApiKey, Partial<Record<Algorithm, string>>>();

  const secretOf = (key: ApiKey, algorithm: Algorithm): string => {
    const known = secrets.get(key) ?? {};
    secrets.set(key, known);
    return (known[algorithm] ??= digestSecret(algorithm, key.publicKey, realm, key.privateKey));
  };

  const challenge = (request: MockRequest, stale: boolean): ServerResponse => {
    const nonce = nonces.issue();
    const offers = algorithms.map(
      (algorithm) => `Digest realm="${realm}", domain="", nonce="${nonce}", algorithm=${algorithm}, qop="auth", stale=${stale}`,
    );
    return { status: 401, headers: { ...headers, 'WWW-Authenticate': offers }, body: bodies[loginRefusal](request) };
  };

  const isFor = (uri: string, { target }: MockRequest): boolean =>
    uri === target || (pathSuffices && uri === target.replace(/\?.*$/s, ''));

  /** The public key that the request proves to hold the private key of, or why it does not. */
  const prove = (request: MockRequest): { caller: string } | 'refused' | 'stale' => {
    const fields = parseAuthorization(request.headers['authorization'] ?? '');
    if (!fields) return 'refused';
    const { username = '', nonce = '', nc = '', cnonce, uri = '', response = '', qop } = fields;
    const algorithm = algorithms.find((offered) => offered === (fields['algorithm'] ?? 'MD5').toUpperCase());
    const key = keys.get(username);
    if (!algorithm || !key || fields['realm'] !== realm || qop !== 'auth' || cnonce === undefined) return 'refused';
    if (!isFor(uri, request) || !/^0*[1-9a-f][0-9a-f]*$/i.test(nc) || nc.length > 8) return 'refused';
    const state = nonces.judge(nonce);
    if (state === 'foreign') return 'refused';
    const secret = secretOf(key, algorithm);
    const expected = digestResponseFromSecret(secret, { algorithm, method: request.method, uri, nonce, nc, cnonce, qop });
    if (!sameText(expected, response.toLowerCase())) return 'refused';
    if (state === 'expired') return 'stale';
    const count = nonces.take(nonce, Number.parseInt(nc, 16));
    if (count === 'stale') return 'stale';
    return count === 'used' ? 'refused' : { caller: username };
  };

  return (next) => (request) => {
    const proof = prove(request);
    const { method, target, headers: received, body, remoteAddress, origin } = request;
    if (typeof proof !== 'string') {
      return next({ method, target, headers: received, body, remoteAddress, origin, caller: proof.caller });
    }
    if (isOpen(request)) return next({ method, target, headers: received, body, remoteAddress, origin });
    return challenge(request, proof === 'stale');
  };
}
