import { limits } from '../../../src/contract/limits.ts';
import { asMain, challenging, digestOf, isComputedByMain, isLoginRefusal, lettingIn, mainKeys } from '../credentials.ts';
import { answering, pathOf } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

const day = 86_400_000;

const nonceIn = (challenge: string): string => /nonce="([^"]*)"/.exec(challenge)?.[1] ?? '';

export const mutants: readonly Mutant[] = [
  {
    name: 'auth-wants-a-long-cnonce',
    breaks: 'auth.credentials-accepted',
    mock: {
      wire: (next) => (request) => {
        const { authorization, ...headers } = request.headers;
        const isShort = (digestOf(request)['cnonce']?.length ?? 99) < 16;
        return next({ ...request, headers: isShort || authorization === undefined ? headers : request.headers });
      },
    },
  },
  {
    name: 'auth-root-gives-no-challenge',
    breaks: 'auth.challenge-without-credentials',
    also: ['status.forbidden', 'status.method-not-allowed'],
    mock: {
      wire: answering((response, request) =>
        pathOf(request) === '' && request.headers['authorization'] === undefined ? challenging(response, () => []) : response,
      ),
    },
  },
  {
    name: 'auth-challenge-leaves-nonce-unquoted',
    breaks: 'auth.challenge-well-formed',
    mock: {
      wire: answering((response) =>
        challenging(response, (challenges) => challenges.map((one) => one.replace(/nonce="([^"]*)"/, 'nonce=$1'))),
      ),
    },
  },
  {
    name: 'auth-challenge-offers-basic-too',
    breaks: 'auth.never-basic',
    mock: {
      wire: answering((response) => challenging(response, (challenges) => [...challenges, 'Basic realm="MMS Public API"'])),
    },
  },
  {
    name: 'auth-root-gives-one-nonce-to-all',
    breaks: 'auth.nonces-differ',
    mock: {
      wire: (next) => {
        let first: string | undefined;
        return answering((response, request) => {
          if (pathOf(request) !== '' || request.headers['authorization'] !== undefined) return response;
          return challenging(response, (challenges) =>
            challenges.map((one) => {
              first ??= nonceIn(one);
              return one.replace(nonceIn(one), first);
            }),
          );
        })(next);
      },
    },
  },
  {
    name: 'auth-private-key-is-not-checked',
    breaks: 'auth.wrong-key-refused',
    mock: { wire: lettingIn((request) => digestOf(request)['username'] === mainKeys.publicKey) },
  },
  {
    name: 'auth-whoever-is-unknown-is-the-owner',
    breaks: 'auth.unknown-user-refused',
    // No public key of the mock has a hyphen.
    mock: { wire: lettingIn((request) => digestOf(request)['username']?.includes('-') === true) },
  },
  {
    name: 'auth-response-need-only-look-like-a-hash',
    breaks: 'auth.wrong-response-refused',
    mock: { wire: lettingIn((request) => /^(?:0123456789abcdef)+$/.test(digestOf(request)['response'] ?? '')) },
  },
  {
    name: 'auth-digest-for-the-organizations-opens-all',
    breaks: 'auth.tampered-uri-refused',
    mock: { wire: lettingIn((request) => isComputedByMain({ ...request, target: `${limits.basePath}/orgs` })) },
  },
  {
    name: 'auth-uri-of-the-digest-is-not-compared',
    breaks: 'auth.uri-is-the-one-asked-for',
    mock: {
      wire: lettingIn(async (request, next) => {
        const { uri = request.target } = digestOf(request);
        return uri !== request.target && !isLoginRefusal(await next({ ...request, target: uri }));
      }),
    },
  },
  {
    name: 'auth-any-nonce-will-do',
    breaks: 'auth.invented-nonce-refused',
    mock: { wire: lettingIn(isComputedByMain) },
  },
  { name: 'auth-nonces-live-for-a-day', breaks: 'auth.nonce-is-short-lived', mock: { nonceLifetimeMs: day } },
  {
    name: 'auth-stale-challenge-brings-the-old-nonce',
    breaks: 'auth.stale-challenge-is-usable',
    // Only for a nonce that was stale on its first use: no other check would ever get in again.
    mock: {
      wire: answering((response, request) => {
        const { nonce = '', nc } = digestOf(request);
        if (nc !== '00000001') return response;
        return challenging(response, (challenges) =>
          challenges.map((one) => (one.includes('stale=true') ? one.replace(nonceIn(one), nonce) : one)),
        );
      }),
    },
  },
  {
    name: 'auth-uses-of-a-nonce-are-not-counted',
    breaks: 'auth.nonce-count-not-reused',
    mock: {
      wire: (next) => {
        const issued = new Set<string>();
        return async (request) => {
          const answer = await next(request);
          for (const one of [answer.headers['WWW-Authenticate'] ?? []].flat()) issued.add(nonceIn(one));
          const genuine = issued.has(digestOf(request)['nonce'] ?? '') && isComputedByMain(request);
          return isLoginRefusal(answer) && genuine ? asMain(next, request) : answer;
        };
      },
    },
  },
  {
    name: 'auth-offers-sha-256-but-takes-only-md5',
    breaks: 'auth.offered-algorithms-work',
    mock: {
      algorithms: ['MD5', 'SHA-256'],
      wire: (next) => (request) => {
        const { authorization: _refused, ...headers } = request.headers;
        return next(digestOf(request)['algorithm'] === 'SHA-256' ? { ...request, headers } : request);
      },
    },
  },
  {
    name: 'auth-takes-basic',
    breaks: 'auth.basic-refused',
    mock: {
      wire: lettingIn(
        ({ headers }) =>
          headers['authorization'] === `Basic ${Buffer.from(`${mainKeys.publicKey}:${mainKeys.privateKey}`).toString('base64')}`,
      ),
    },
  },
  {
    name: 'auth-refused-update-is-done-all-the-same',
    breaks: 'auth.refused-changes-nothing',
    also: ['access.role-refused-changes-nothing', 'access.unlisted-address-refused'],
    mock: {
      wire: (next) => async (request) => {
        const answer = await next(request);
        if (request.method === 'PATCH' && isLoginRefusal(answer)) await asMain(next, request);
        return answer;
      },
    },
  },
];
