import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createMock } from '../../src/mock/server/mock.ts';
import type { KeyPair, Mock, MockOptions } from '../../src/mock/forms/types.ts';
import { digestResponse, formatAuthorization, parseChallenges } from '../../src/wire/digest.ts';
import type { DigestAlgorithm } from '../../src/wire/digest.ts';
import type { ServerRequest, ServerResponse } from '../../src/wire/http.ts';

export const base = '/api/public/v1.0';

export interface Said {
  readonly status: number;
  readonly headers: ServerResponse['headers'];
  readonly text: string;
  // The tests look into documents of known form; a wrong form fails the assertion that reads it.
  readonly json: Readonly<Record<string, unknown>>;
}

/** A request as a socket on loopback would bring it. */
export function request(method: string, target: string, given: Partial<ServerRequest> = {}): ServerRequest {
  return {
    method,
    target,
    headers: {},
    body: '',
    remoteAddress: '127.0.0.1',
    origin: 'http://127.0.0.1:8080',
    ...given,
  };
}

export interface Credentials extends KeyPair {
  readonly nonce: string;
  readonly nc?: string;
  readonly algorithm?: DigestAlgorithm;
  readonly uri?: string;
}

/** An Authorization header for a request; what is left out is as it should be. */
export function authorize(method: string, target: string, given: Credentials): string {
  const { publicKey, privateKey, nonce, nc = '00000001', algorithm = 'MD5', uri = target } = given;
  const common = { username: publicKey, realm: 'MMS Public API', nonce, uri, algorithm, qop: 'auth', nc, cnonce: 'c0ffee' };
  return formatAuthorization({ ...common, response: digestResponse({ ...common, password: privateKey, method }) });
}

export async function say(mock: Mock, asked: ServerRequest): Promise<Said> {
  const { status, headers, body } = await mock.handle(asked);
  const bodyIsJson = body.startsWith('{') || body.startsWith('[');
  return { status, headers, text: body, json: bodyIsJson ? (JSON.parse(body) as Said['json']) : {} };
}

export async function freshNonce(mock: Mock): Promise<string> {
  const { headers } = await mock.handle(request('GET', base));
  return parseChallenges([headers['WWW-Authenticate'] ?? []].flat())[0]?.parameters['nonce'] ?? '';
}

export type Ask = (method: string, path: string, body?: unknown, given?: Partial<ServerRequest>) => Promise<Said>;

/** Somebody who calls a mock without a socket: one nonce, a count for each call; `path` lies below the base path or is a URL. */
export function callerOf(mock: Mock, keys: KeyPair = mock.identity): Ask {
  let nonce: string | undefined;
  let count = 0;
  return async (method, path, body, given = {}) => {
    nonce ??= await freshNonce(mock);
    count += 1;
    const target = path.startsWith('http') ? path.slice('http://127.0.0.1:8080'.length) : base + path;
    const authorization = authorize(method, target, { ...keys, nonce, nc: count.toString(16).padStart(8, '0') });
    const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
    return say(
      mock,
      request(method, target, {
        headers: { authorization, 'content-type': 'application/json' },
        body: text,
        ...given,
      }),
    );
  };
}

/** What a mock holds that a caller can read, as one hash: equal hashes, nothing changed. */
export async function fingerprint(ask: Ask, ...paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) hash.update((await ask('GET', path)).text);
  return hash.digest('hex');
}

export type Document = Readonly<Record<string, unknown>>;

/** A mock of its own for one test, its main caller, and where its main project and organization are. */
export function setUp(options: MockOptions = {}) {
  const mock = createMock(options);
  const ask = callerOf(mock);
  const group = `/groups/${mock.identity.projectId}`;
  const first = async (path: string, fits: (item: Document) => boolean = () => true): Promise<Document> =>
    ((await ask('GET', path)).json['results'] as Document[]).find(fits) ?? assert.fail(`nothing fits in ${path}`);
  return { mock, ask, group, org: `/orgs/${mock.identity.orgId}`, first };
}

/** Holds an answer to a status and an error code. */
export function refused({ status, json }: Said, expected: number, code: string): void {
  assert.deepEqual([status, json['errorCode']], [expected, code], JSON.stringify(json));
}
