import { createMock } from '../../src/mock/server/mock.ts';
import type { Handler, KeyPair, Layer, MockRequest } from '../../src/mock/forms/types.ts';
import { digestResponse, formatAuthorization, parseAuthorization, parseChallenges } from '../../src/wire/digest.ts';
import type { ServerResponse } from '../../src/wire/http.ts';

/** The main key pair of every mock that is made with the default seed. */
export const mainKeys: KeyPair = createMock().identity;

/** The fields of a request's digest; none for another scheme or without credentials. */
export const digestOf = ({ headers }: MockRequest): Record<string, string> =>
  parseAuthorization(headers['authorization'] ?? '') ?? {};

/** Whether the answer is that of a failed login: the API itself refuses without a challenge. */
export const isLoginRefusal = ({ status, headers }: ServerResponse): boolean =>
  status === 401 && headers['WWW-Authenticate'] !== undefined;

/** The same answer with other challenges. */
export const challenging = (
  response: ServerResponse,
  change: (challenges: readonly string[]) => readonly string[],
): ServerResponse => {
  if (!isLoginRefusal(response)) return response;
  const { 'WWW-Authenticate': offered, ...headers } = response.headers;
  const challenges = change([offered ?? []].flat());
  return { ...response, headers: challenges.length > 0 ? { ...headers, 'WWW-Authenticate': challenges } : headers };
};

function without(request: MockRequest): MockRequest {
  const { authorization: _credentials, ...headers } = request.headers;
  return { ...request, headers };
}

/** What the main caller would be answered, in front of the login: makes a handshake of its own. */
export async function asMain(next: Handler, request: MockRequest): Promise<ServerResponse> {
  const challenge = await next({ ...without(request), body: '' });
  const offered = [challenge.headers['WWW-Authenticate'] ?? []].flat();
  const { nonce = '', realm = '' } = parseChallenges(offered)[0]?.parameters ?? {};
  const { method, target: uri } = request;
  const counted = { nc: '00000001', cnonce: '0a4f113b', qop: 'auth' };
  const response = digestResponse({
    username: mainKeys.publicKey,
    password: mainKeys.privateKey,
    realm,
    method,
    uri,
    nonce,
    ...counted,
  });
  const authorization = formatAuthorization({ username: mainKeys.publicKey, realm, nonce, uri, response, ...counted });
  return next({ ...request, headers: { ...request.headers, authorization } });
}

/** Milliseconds since the epoch on the mock's clock, seen in front of the login: its nonces begin with that. */
export async function timeOf(next: Handler, request: MockRequest): Promise<number> {
  const challenge = await next({ ...without(request), method: 'GET', target: '/api/public/v1.0', body: '' });
  const offered = [challenge.headers['WWW-Authenticate'] ?? []].flat();
  return Number.parseInt((parseChallenges(offered)[0]?.parameters['nonce'] ?? '').slice(0, 12), 16);
}

/** Whether the digest is right for one of these key pairs and this request, whatever its nonce. */
export function isComputedBy(pairs: readonly KeyPair[], request: MockRequest): boolean {
  const { username, realm = '', nonce = '', nc, cnonce, qop, response } = digestOf(request);
  const pair = pairs.find(({ publicKey }) => publicKey === username);
  if (pair === undefined) return false;
  const { publicKey, privateKey: password } = pair;
  const { method, target: uri } = request;
  return response === digestResponse({ username: publicKey, password, realm, method, uri, nonce, nc, cnonce, qop });
}

/** The same for the main key pair. */
export const isComputedByMain = (request: MockRequest): boolean => isComputedBy([mainKeys], request);

/** Lets callers whom the login refused in as the main caller, where `fooled` says so. */
export const lettingIn =
  (fooled: (request: MockRequest, next: Handler) => boolean | Promise<boolean>): Layer =>
  (next) =>
  async (request) => {
    const answer = await next(request);
    return isLoginRefusal(answer) && (await fooled(request, next)) ? asMain(next, request) : answer;
  };
