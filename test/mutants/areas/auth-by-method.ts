import type { MockOptions, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { asMain, challenging, digestOf, isComputedByMain, isLoginRefusal, lettingIn, mainKeys } from '../credentials.ts';
import { answering, onlyFor } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

const isBare = ({ headers }: MockRequest): boolean => headers['authorization'] === undefined;
const isBasic = ({ headers }: MockRequest): boolean => headers['authorization']?.startsWith('Basic ') === true;
const isOfMain = (request: MockRequest): boolean => digestOf(request)['username'] === mainKeys.publicKey;
const isOfNobody = (request: MockRequest): boolean => digestOf(request)['username']?.includes('-') === true;
const hasWrongKey = (request: MockRequest): boolean => isOfMain(request) && !isComputedByMain(request);
const isStale = ({ headers }: ServerResponse): boolean => String(headers['WWW-Authenticate']).includes('stale=true');

/** Who was refused by the login is let in to what matches, where `fooled` says so. */
const opening = (method: string, path: RegExp, fooled: Parameters<typeof lettingIn>[0]): MockOptions => ({
  wire: onlyFor(method, path, lettingIn(fooled)),
});

/** What matches is done, and refused all the same. */
const doneAllTheSame = (method: string, path: RegExp, fooled: (request: MockRequest) => boolean): MockOptions => ({
  wire: onlyFor(method, path, (next) => async (request) => {
    const answer = await next(request);
    if (isLoginRefusal(answer) && fooled(request)) await asMain(next, request);
    return answer;
  }),
});

const forbidden: ServerResponse = {
  status: 403,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    detail: 'Nobody may.',
    error: 403,
    errorCode: 'LOGIN_FORBIDDEN',
    parameters: [],
    reason: 'Forbidden',
  }),
};

/** Lies that are told to some methods or some families alone. */
export const mutants: readonly Mutant[] = [
  {
    name: 'auth-anybody-creates-teams',
    breaks: 'auth.challenge-without-credentials',
    mock: opening('POST', /\/teams$/, isBare),
  },
  {
    name: 'auth-anybody-lists-users',
    breaks: 'auth.challenge-without-credentials',
    mock: opening('GET', /^\/groups\/[^/]+\/users$/, isBare),
  },
  {
    name: 'auth-anybody-removes-keys',
    breaks: 'auth.challenge-without-credentials',
    also: ['access.role-refused-changes-nothing'],
    mock: opening('DELETE', /\/apiKeys\/[^/]+$/, isBare),
  },
  {
    name: 'auth-heads-need-no-login',
    breaks: 'auth.challenge-without-credentials',
    mock: opening('HEAD', /./, isBare),
  },
  {
    name: 'auth-patch-is-forbidden-and-not-challenged',
    breaks: 'auth.challenge-without-credentials',
    mock: {
      wire: onlyFor(
        'PATCH',
        /./,
        answering((response, request) =>
          isLoginRefusal(response) && isBare(request) ? { ...response, ...forbidden } : response,
        ),
      ),
    },
  },
  {
    name: 'auth-delete-offers-basic-too',
    breaks: 'auth.never-basic',
    mock: {
      wire: onlyFor(
        'DELETE',
        /./,
        answering((response) => challenging(response, (offered) => [...offered, 'Basic realm="MMS Public API"'])),
      ),
    },
  },
  {
    name: 'auth-challenge-to-put-has-no-realm',
    breaks: 'auth.challenge-well-formed',
    mock: {
      wire: onlyFor(
        'PUT',
        /./,
        answering((response) => challenging(response, (offered) => offered.map((one) => one.replace(/realm="[^"]*", /, '')))),
      ),
    },
  },
  {
    name: 'auth-a-wrong-key-renames-teams',
    breaks: 'auth.wrong-key-refused',
    mock: opening('PATCH', /\/teams\/[^/]+$/, hasWrongKey),
  },
  {
    name: 'auth-a-wrong-key-lists-clusters',
    breaks: 'auth.wrong-key-refused',
    mock: opening('GET', /\/clusters$/, hasWrongKey),
  },
  {
    name: 'auth-an-unknown-key-opens-windows',
    breaks: 'auth.unknown-user-refused',
    mock: opening('POST', /\/maintenanceWindows$/, isOfNobody),
  },
  {
    name: 'auth-a-digest-for-get-does-for-put',
    breaks: 'auth.wrong-response-refused',
    mock: opening('PUT', /./, (request) => isComputedByMain({ ...request, method: 'GET' })),
  },
  {
    name: 'auth-a-digest-without-the-query-does',
    breaks: 'auth.tampered-uri-refused',
    mock: opening(
      'GET',
      /./,
      (request) => request.target.includes('?') && isComputedByMain({ ...request, target: request.target.split('?')[0]! }),
    ),
  },
  {
    name: 'auth-any-nonce-does-for-post',
    breaks: 'auth.invented-nonce-refused',
    mock: opening('POST', /./, async (request, next) => isComputedByMain(request) && !isStale(await next(request))),
  },
  {
    name: 'auth-an-old-nonce-does-for-patch',
    breaks: 'auth.nonce-is-short-lived',
    mock: opening('PATCH', /./, async (request, next) => isComputedByMain(request) && isStale(await next(request))),
  },
  { name: 'auth-basic-does-for-delete', breaks: 'auth.basic-refused', mock: opening('DELETE', /./, isBasic) },
  {
    name: 'auth-refused-removal-of-a-key-is-done',
    breaks: 'auth.refused-changes-nothing',
    mock: doneAllTheSame('DELETE', /^\/orgs\/[^/]+\/apiKeys\/[^/]+$/, hasWrongKey),
  },
  {
    name: 'auth-refused-host-is-created',
    breaks: 'auth.refused-changes-nothing',
    mock: doneAllTheSame('POST', /\/hosts$/, isOfNobody),
  },
  {
    name: 'auth-refused-replacement-is-done',
    breaks: 'auth.refused-changes-nothing',
    mock: doneAllTheSame('PUT', /\/alertConfigs\/[^/]+$/, isBasic),
  },
  {
    name: 'auth-anonymous-renaming-of-a-team-is-done',
    breaks: 'auth.refused-changes-nothing',
    mock: doneAllTheSame('PATCH', /\/teams\/[^/]+$/, (request) => isBare(request) && request.body !== ''),
  },
];
