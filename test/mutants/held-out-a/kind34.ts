import { createMock } from '../../../src/mock/server/mock.ts';
import type { Layer, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { asMain, digestOf, isComputedByMain, isLoginRefusal, lettingIn, mainKeys } from '../credentials.ts';
import { answering, jsonOf, pathOf, withJson } from '../lies.ts';
import { at, type HeldOut, type Json } from './tools.ts';

const { callers } = createMock().identity;
const three = { kind: 3 } as const;
const four = { kind: 4 } as const;
const needed = 'Response Codes: 401, authentication is required and was not present or is incorrect';
const digest = 'Digest authentication: API requests are authenticated using HTTP Digest Authentication';

const isBare = (request: MockRequest): boolean => request.headers['authorization'] === undefined;
const isMain = (request: MockRequest): boolean => digestOf(request)['username'] === mainKeys.publicKey;
const is = (request: MockRequest, methods: string, pattern: string): boolean =>
  methods.split(' ').includes(request.method) && at(pattern).test(pathOf(request));

/** Who was refused by the login gets in where this holds. */
const open = (methods: string, pattern: string, when: (request: MockRequest) => boolean | Promise<boolean>): HeldOut['mock'] => ({
  wire: lettingIn((request) => is(request, methods, pattern) && when(request)),
});

const isStale = async (
  request: MockRequest,
  next: (request: MockRequest) => ServerResponse | Promise<ServerResponse>,
): Promise<boolean> => String((await next(request)).headers['WWW-Authenticate']).includes('stale=true');

/** The refusal of a login, written otherwise. */
const unlogged = (change: (response: ServerResponse, request: MockRequest) => ServerResponse): Layer =>
  answering((response, request) => (isLoginRefusal(response) ? change(response, request) : response));

const without = ({ headers: { 'WWW-Authenticate': _offer, ...headers }, ...response }: ServerResponse): ServerResponse => ({
  ...response,
  headers,
});
const offering = (response: ServerResponse, ...offers: string[]): ServerResponse => ({
  ...response,
  headers: { ...response.headers, 'WWW-Authenticate': offers },
});

/** It is done, and refused all the same. */
const doneAnyway = (methods: string, pattern: string, when: (request: MockRequest) => boolean): HeldOut['mock'] => ({
  wire: (next) => async (request) => {
    const response = await next(request);
    if (isLoginRefusal(response) && is(request, methods, pattern) && when(request)) await asMain(next, request);
    return response;
  },
});

const wrongKey = (request: MockRequest): boolean => isMain(request) && !isComputedByMain(request);

/** Keys that are known, or once were; a wrong key of theirs is another lie. */
const known = {
  has: (username: string): boolean => Object.values(callers).some(({ publicKey }) => publicKey === username),
};

export const lies: readonly HeldOut[] = [
  {
    ...three,
    name: 'anybody-opens-a-window',
    family: 'POST maintenance windows, no credentials',
    breaks: 'auth.challenge-without-credentials',
    sentence: needed,
    mock: open('POST', '/groups/{G}/maintenanceWindows', isBare),
  },
  {
    ...three,
    name: 'anybody-removes-a-team',
    family: 'DELETE teams, no credentials',
    breaks: 'auth.challenge-without-credentials',
    sentence: needed,
    mock: open('DELETE', '/orgs/{O}/teams/{T}', isBare),
  },
  {
    ...three,
    name: 'anybody-replaces-the-automation-configuration',
    family: 'PUT automation config, no credentials',
    breaks: 'auth.challenge-without-credentials',
    sentence: needed,
    mock: open('PUT', '/groups/{G}/automationConfig', isBare),
  },
  {
    ...three,
    name: 'anybody-asks-for-heads',
    family: 'HEAD on anything, no credentials',
    breaks: 'auth.challenge-without-credentials',
    sentence: needed,
    mock: open('HEAD', '/.*', isBare),
  },
  {
    ...three,
    name: 'anybody-reads-snapshots',
    family: 'GET snapshots, no credentials',
    breaks: 'auth.challenge-without-credentials',
    sentence: needed,
    mock: open('GET', '/groups/{G}/clusters/{C}/snapshots', isBare),
  },
  {
    ...three,
    name: 'anybody-reads-one-alert-configuration',
    family: 'GET alert configuration, no credentials',
    breaks: 'auth.challenge-without-credentials',
    sentence: needed,
    mock: open('GET', '/groups/{G}/alertConfigs/{A}', isBare),
  },
  {
    ...three,
    name: 'a-wrong-key-changes-a-host',
    family: 'PATCH hosts, wrong key',
    breaks: 'auth.wrong-key-refused',
    sentence: needed,
    mock: open('PATCH', '/groups/{G}/hosts/{H}', wrongKey),
  },
  {
    ...three,
    name: 'a-wrong-key-removes-anything',
    family: 'DELETE on anything, wrong key',
    breaks: 'auth.wrong-key-refused',
    sentence: needed,
    mock: open('DELETE', '/.*', wrongKey),
  },
  {
    ...three,
    name: 'an-unknown-key-makes-anything',
    family: 'POST on anything, unknown public key',
    breaks: 'auth.unknown-user-refused',
    sentence: needed,
    mock: {
      // A key that a test made is no unknown one: it is refused here for a nonce that ran out, or because it was removed.
      wire: lettingIn(
        async (request, next) =>
          request.method === 'POST' &&
          digestOf(request)['username'] !== undefined &&
          !isMain(request) &&
          !known.has(digestOf(request)['username']!) &&
          !(await isStale(request, next)),
      ),
    },
  },
  {
    ...three,
    name: 'an-unknown-key-reads-a-list',
    family: 'GET lists of clusters, unknown public key',
    breaks: 'auth.unknown-user-refused',
    sentence: needed,
    mock: open(
      'GET',
      '/groups/{G}/clusters',
      (request) => !isBare(request) && digestOf(request)['username'] !== undefined && !isMain(request),
    ),
  },
  {
    ...three,
    name: 'a-patch-takes-an-invented-nonce',
    family: 'PATCH on anything, invented nonce',
    breaks: 'auth.invented-nonce-refused',
    sentence: 'Authentication: the nonce is generated by the server',
    mock: {
      wire: (next) => async (request) => {
        const answer = await next(request);
        return isLoginRefusal(answer) &&
          request.method === 'PATCH' &&
          isComputedByMain(request) &&
          !String(answer.headers['WWW-Authenticate']).includes('stale=true')
          ? asMain(next, request)
          : answer;
      },
    },
  },
  {
    ...three,
    name: 'a-post-takes-an-old-nonce',
    family: 'POST on anything, nonce that ran out',
    breaks: 'auth.nonce-is-short-lived',
    sentence: 'Authentication: a nonce is only valid for a short time',
    mock: {
      wire: lettingIn(
        async (request, next) => request.method === 'POST' && isComputedByMain(request) && (await isStale(request, next)),
      ),
    },
  },
  {
    ...three,
    name: 'a-delete-takes-a-nonce-count-twice',
    family: 'DELETE on anything, nonce count used again',
    breaks: 'auth.nonce-count-not-reused',
    sentence: 'Authentication: nonces are to prevent replay attacks',
    mock: {
      wire: lettingIn(
        async (request, next) => request.method === 'DELETE' && isComputedByMain(request) && !(await isStale(request, next)),
      ),
    },
  },
  {
    ...three,
    name: 'a-digest-for-get-does-for-delete',
    family: 'DELETE on anything, digest made for GET',
    breaks: 'auth.wrong-response-refused',
    sentence: needed,
    mock: open('DELETE', '/.*', (request) => isComputedByMain({ ...request, method: 'GET' })),
  },
  {
    ...three,
    name: 'a-digest-for-get-does-for-post',
    family: 'POST hosts, digest made for GET',
    breaks: 'auth.wrong-response-refused',
    sentence: needed,
    mock: open('POST', '/groups/{G}/hosts', (request) => isComputedByMain({ ...request, method: 'GET' })),
  },
  {
    ...three,
    name: 'basic-does-for-put',
    family: 'PUT and POST, Basic',
    breaks: 'auth.basic-refused',
    sentence: digest,
    mock: open(
      'PUT POST',
      '/.*',
      (request) =>
        request.headers['authorization'] ===
        `Basic ${Buffer.from(`${mainKeys.publicKey}:${mainKeys.privateKey}`).toString('base64')}`,
    ),
  },
  {
    ...three,
    name: 'a-digest-for-the-path-does-for-any-query',
    family: 'GET lists, digest made without the query',
    breaks: 'auth.uri-is-the-one-asked-for',
    sentence: digest,
    mock: {
      wire: lettingIn(
        (request) =>
          request.method === 'GET' &&
          request.target.includes('?') &&
          isComputedByMain({ ...request, target: request.target.split('?')[0]! }),
      ),
    },
  },
  {
    ...three,
    name: 'a-delete-without-credentials-is-403',
    family: 'DELETE on anything, no credentials',
    breaks: 'auth.challenge-without-credentials',
    sentence: needed,
    mock: {
      wire: (next) => async (request) => {
        const response = await next(request);
        return isLoginRefusal(response) && isBare(request) && request.method === 'DELETE'
          ? { ...without(withJson(response, { ...(jsonOf(response) as Json), error: 403, reason: 'Forbidden' })), status: 403 }
          : response;
      },
    },
  },
  {
    ...three,
    name: 'a-put-without-credentials-has-no-challenge',
    family: 'PUT on anything, no credentials',
    breaks: 'auth.challenge-without-credentials',
    sentence: digest,
    mock: { wire: unlogged((response, request) => (isBare(request) && request.method === 'PUT' ? without(response) : response)) },
  },
  {
    ...three,
    name: 'a-challenge-to-patch-has-no-nonce',
    family: 'PATCH on anything, challenge',
    breaks: 'auth.challenge-well-formed',
    sentence: 'Authentication: a server-generated nonce is part of the digest',
    mock: {
      wire: unlogged((response, request) =>
        request.method === 'PATCH'
          ? offering(response, String(response.headers['WWW-Authenticate']).replace(/nonce="[^"]*", /, ''))
          : response,
      ),
    },
  },
  {
    ...three,
    name: 'a-refused-delete-of-a-window-is-done',
    family: 'DELETE maintenance windows, no credentials',
    breaks: 'auth.refused-changes-nothing',
    sentence: needed,
    mock: doneAnyway('DELETE', '/groups/{G}/maintenanceWindows/{W}', isBare),
  },
  {
    ...three,
    name: 'a-refused-change-of-a-team-is-done',
    family: 'PATCH teams, wrong key',
    breaks: 'auth.refused-changes-nothing',
    sentence: needed,
    mock: doneAnyway('PATCH', '/orgs/{O}/teams/{T}', wrongKey),
  },
  {
    ...three,
    name: 'a-refused-create-is-done',
    family: 'POST alert configurations, wrong key',
    breaks: 'auth.refused-changes-nothing',
    sentence: needed,
    mock: doneAnyway('POST', '/groups/{G}/alertConfigs', wrongKey),
  },
  {
    ...four,
    name: 'a-redirect-to-a-login-page',
    family: 'login',
    breaks: 'auth.challenge-without-credentials',
    sentence: digest,
    mock: {
      wire: unlogged((response) => ({
        ...without(response),
        status: 302,
        headers: { 'Content-Type': 'text/html', Location: '/user/login' },
        body: '',
      })),
    },
  },
  {
    ...four,
    name: 'basic-alone',
    family: 'login',
    breaks: 'auth.challenge-without-credentials',
    sentence: digest,
    mock: { wire: unlogged((response) => offering(response, 'Basic realm="MMS Public API"')) },
  },
  {
    ...four,
    name: 'a-401-without-any-challenge',
    family: 'login',
    breaks: 'auth.challenge-without-credentials',
    sentence: digest,
    mock: { wire: unlogged(without) },
  },
  {
    ...four,
    name: 'a-login-page-with-200',
    family: 'login',
    breaks: 'auth.challenge-without-credentials',
    sentence: digest,
    mock: {
      wire: unlogged((response) => ({
        ...without(response),
        status: 200,
        headers: { 'Content-Type': 'text/html' },
        body: '<!doctype html><title>Log in</title><form>…</form>',
      })),
    },
  },
  {
    ...four,
    name: 'a-403-for-everybody-without-login',
    family: 'login',
    breaks: 'auth.challenge-without-credentials',
    sentence: digest,
    mock: {
      wire: unlogged((response) => ({
        ...without(
          withJson(response, {
            detail: 'Forbidden.',
            error: 403,
            errorCode: 'ACCESS_FORBIDDEN',
            parameters: [],
            reason: 'Forbidden',
          }),
        ),
        status: 403,
      })),
    },
  },
  {
    ...four,
    name: 'bearer-alone',
    family: 'login',
    breaks: 'auth.challenge-without-credentials',
    sentence: digest,
    mock: { wire: unlogged((response) => offering(response, 'Bearer realm="MMS Public API"')) },
  },
  {
    ...four,
    name: 'an-empty-nonce',
    family: 'login',
    breaks: 'auth.challenge-well-formed',
    sentence: 'Authentication: a unique server-generated value called a nonce',
    mock: {
      wire: unlogged((response) =>
        offering(response, String(response.headers['WWW-Authenticate']).replace(/nonce="[^"]*"/, 'nonce=""')),
      ),
    },
  },
  {
    ...four,
    name: 'a-digest-without-a-nonce',
    family: 'login',
    breaks: 'auth.challenge-well-formed',
    sentence: 'Authentication: a unique server-generated value called a nonce',
    mock: { wire: unlogged((response) => offering(response, 'Digest realm="MMS Public API", qop="auth"')) },
  },
  {
    ...four,
    name: 'no-login-at-all',
    family: 'login',
    breaks: 'auth.challenge-without-credentials',
    sentence: digest,
    mock: { wire: lettingIn(() => true) },
  },
  {
    ...four,
    name: 'a-plain-404-without-login',
    family: 'login',
    breaks: 'auth.challenge-without-credentials',
    sentence: digest,
    mock: {
      wire: unlogged((response) => ({
        ...without(response),
        status: 404,
        headers: { 'Content-Type': 'text/html' },
        body: '<h1>Not Found</h1>',
      })),
    },
  },
  {
    ...four,
    name: 'a-challenge-in-another-header',
    family: 'login',
    breaks: 'auth.challenge-without-credentials',
    sentence: digest,
    mock: {
      wire: unlogged((response) => ({
        ...without(response),
        headers: { ...without(response).headers, 'Proxy-Authenticate': response.headers['WWW-Authenticate']! },
      })),
    },
  },
];
