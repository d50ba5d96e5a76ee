import { getFips, getHashes } from 'node:crypto';
import { DigestClient } from 'digest-fetch';
import { hashed, parseChallenges, type Challenge } from '../wire/digest.ts';
import { header, headerValues } from '../wire/http.ts';
import type { Caller, IncomingResponse, OutgoingRequest } from './types.ts';

/** Jetty refuses a nonce count of 1024 and more by default, so a new nonce is asked for well before. */
const callsPerNonce = 1000;

/** The algorithms that digest-fetch computes, under the names it knows them by. */
const algorithms = ['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess', 'SHA-512-256', 'SHA-512-256-sess'];
const algorithmOf = (challenge: Challenge): string | undefined => {
  const offered = (challenge.parameters['algorithm'] ?? 'MD5').toLowerCase();
  return algorithms.find((name) => name.toLowerCase() === offered);
};

const nodes = { MD5: 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' } as const;

/** Node's own hash is several times as fast as digest-fetch's; where OpenSSL may not do MD5 (FIPS) only the other works. */
function hashOf(algorithm: string): (text: string) => string {
  const name = nodes[algorithm.replace(/-sess$/, '') as keyof typeof nodes];
  if (getFips() === 1 || !getHashes().includes(name)) return new DigestClient('', '', { algorithm }).hashFunc;
  return (text) => hashed(name, text);
}

/** `auth` where it is offered, null where nothing is (RFC 2069), undefined where something else is wanted. */
const qopOf = (challenge: Challenge): 'auth' | null | undefined => {
  const offered = challenge.parameters['qop'];
  if (offered === undefined) return null;
  return offered
    .toLowerCase()
    .split(/[\s,]+/)
    .includes('auth')
    ? 'auth'
    : undefined;
};

/** The first Digest challenge of an answer that can be met; other schemes are passed over. Source: RFC 7616, 3.7. */
function usableChallenge(response: IncomingResponse): Challenge | undefined {
  if (response.status !== 401) return undefined;
  return parseChallenges(headerValues(response.headers, 'www-authenticate')).find(
    (challenge) =>
      challenge.scheme.toLowerCase() === 'digest' &&
      challenge.parameters['nonce'] !== undefined &&
      algorithmOf(challenge) !== undefined &&
      qopOf(challenge) !== undefined,
  );
}

const escapeQuotes = (text: string): string => text.replace(/["\\]/g, '\\$&');

/** How a session reaches the network; `T` is whatever the caller wants to keep of a round trip. */
export interface RoundTrips<T extends IncomingResponse> {
  /**
   * One round trip. `probe` is true for the request without credentials that asks for a challenge. The request is made
   * anew for each time that it leaves: a count of the nonce is good for one.
   */
  readonly trip: (make: () => OutgoingRequest, probe: boolean) => Promise<T>;
  /** Told of each 401 that the session answers by itself. */
  readonly onChallenge: (answer: T) => void;
  /** False when the answer to a probe may never stand for the answer to the call. */
  readonly probeMayAnswer: boolean;
}

/**
 * One key pair's digest session with one target. digest-fetch computes the responses and writes the header; the rest
 * of its behaviour fails on real servers and is replaced here: the count is hexadecimal, restarts with each nonce and
 * is taken before the send; the challenge's algorithm, `stale` and scheme are honoured; a 401 that is no challenge
 * keeps the nonce.
 *
 * Calls go out one after the other. A strict server wants each count to be one more than the last it saw, and on
 * several connections the order of arrival is nobody's to decide.
 */
export class DigestSession extends DigestClient {
  readonly #username: string;
  #turn: Promise<void> = Promise.resolve();
  #challenge: Challenge | undefined;
  #nonce = '';
  /** Of user, realm and password; undefined while the challenge has met none of them. */
  #secret: string | undefined;
  #count = 0;

  constructor(caller: Caller) {
    super(escapeQuotes(caller.publicKey), caller.privateKey);
    this.#username = caller.publicKey;
  }

  /** Whether the next call begins without credentials, to be given a challenge. */
  get isCold(): boolean {
    return this.#challenge === undefined || (this.#count > 0 && this.#count % callsPerNonce === 0);
  }

  /**
   * Sends one request with credentials and gives the answer to it, in the order of the calls.
   * Costs one round trip, two more for each new nonce at worst. A refusal that brings no new challenge is the answer;
   * a new challenge is answered once.
   */
  async send<T extends IncomingResponse>(request: OutgoingRequest, trips: RoundTrips<T>): Promise<T> {
    const before = this.#turn;
    let end = (): void => {};
    this.#turn = new Promise((done) => {
      end = done;
    });
    await before;
    try {
      return await this.#send(request, trips);
    } finally {
      end();
    }
  }

  async #send<T extends IncomingResponse>(request: OutgoingRequest, trips: RoundTrips<T>): Promise<T> {
    const cold = this.isCold;
    if (cold) {
      // Without the body, as other clients of this API do: a server has to challenge before it looks at one.
      const bare = request.headers.filter(([name]) => name.toLowerCase() !== 'content-type');
      const probe = await trips.trip(() => ({ ...request, headers: bare, body: null }), true);
      const challenge = usableChallenge(probe);
      if (challenge) {
        this.#adopt(challenge);
        trips.onChallenge(probe);
      } else {
        this.#challenge = undefined;
        if (trips.probeMayAnswer && request.body === null) return probe;
        return trips.trip(() => request, false);
      }
    }

    const first = await trips.trip(() => this.#authorized(request), false);
    // A count that was lost on the way makes a nonce as good as old: a strict server takes none behind it.
    const renewed = this.#renewedBy(first, cold && this.#count === 1);
    if (!renewed) return this.#settled(first);
    trips.onChallenge(first);
    return this.#settled(await trips.trip(() => this.#authorized(request), false));
  }

  /** True when the answer is a new challenge worth answering; it is adopted in any case. */
  #renewedBy(answer: IncomingResponse, nonceIsFresh: boolean): boolean {
    const challenge = usableChallenge(answer);
    if (!challenge || challenge.parameters['nonce'] === this.#nonce) return false;
    this.#adopt(challenge);
    // A nonce that came a moment ago and is refused without `stale`: the credentials are wrong, not the nonce.
    return !nonceIsFresh || challenge.parameters['stale']?.toLowerCase() === 'true';
  }

  /** Takes up what the last answer of a call says about the next nonce. */
  #settled<T extends IncomingResponse>(answer: T): T {
    const challenge = usableChallenge(answer);
    if (challenge && challenge.parameters['nonce'] !== this.#nonce) this.#adopt(challenge);
    const info = header(answer.headers, 'authentication-info');
    if (info !== undefined && this.#challenge) {
      const next = parseChallenges([`Digest ${info}`])[0]?.parameters['nextnonce'];
      if (next) this.#adopt({ ...this.#challenge, parameters: { ...this.#challenge.parameters, nonce: next } });
    }
    return answer;
  }

  #adopt(challenge: Challenge): void {
    this.#challenge = challenge;
    this.#secret = undefined;
    const { nonce = '', realm = '', opaque } = challenge.parameters;
    // A server that hands out the same nonce again still counts on from where it was.
    if (nonce !== this.#nonce) this.#count = 0;
    this.#nonce = nonce;
    const algorithm = algorithmOf(challenge) ?? 'MD5';
    this.hashFunc = hashOf(algorithm);
    this.hasAuth = true;
    Object.assign(this.digest, {
      scheme: 'Digest',
      algorithm,
      nonce,
      realm: escapeQuotes(realm),
      qop: qopOf(challenge),
      opaque: opaque === undefined ? null : escapeQuotes(opaque),
      cnonce: this.makeNonce(),
    });
  }

  /** The quoted form of user and realm belongs in the header, the plain one in the hash. */
  override computeHash(_user: string, _realm: string, password: string): string {
    return (this.#secret ??= this.hashWithAlgorithm(
      `${this.#username}:${this.#challenge?.parameters['realm'] ?? ''}:${password}`,
    ));
  }

  /** The request with an Authorization header, and one count of the nonce used up. */
  #authorized(request: OutgoingRequest): OutgoingRequest {
    this.#count += 1;
    Object.assign(this.digest, { nc: this.#count.toString(16) });
    const answered: unknown = this.addAuth(request.url, { method: request.method });
    const { headers } = answered as { headers: { Authorization: string } };
    const withoutQop = this.#challenge?.parameters['qop'] === undefined;
    // RFC 2617, 3.2.2: neither nc nor cnonce may be sent where the server offered no qop.
    const value = withoutQop ? headers.Authorization.replace(/,nc=[^,]*,cnonce=.*$/, '') : headers.Authorization;
    return { ...request, headers: [...request.headers, ['Authorization', value]] };
  }

  /** Not to be used: it would go around everything that this class mends. */
  override fetch(): Promise<never> {
    return Promise.reject(new Error('a DigestSession sends through send()'));
  }
}
