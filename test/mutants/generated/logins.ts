import type { Handler, MockRequest } from '../../../src/mock/forms/types.ts';
import { operations } from '../../../src/contract/operations/index.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { asMain, digestOf, isComputedByMain, isLoginRefusal, lettingIn, mainKeys } from '../credentials.ts';
import { pathOf } from '../lies.ts';
import { there, whole, type Kind, type KindEverywhere, type Told } from './lie.ts';

type Fooled = (request: MockRequest, next: Handler) => boolean | Promise<boolean>;

const isBare = ({ headers }: MockRequest): boolean => headers['authorization'] === undefined;
const isBasic = ({ headers }: MockRequest): boolean => headers['authorization']?.startsWith('Basic ') === true;
const isOfMain = (request: MockRequest): boolean => digestOf(request)['username'] === mainKeys.publicKey;
const isStale = ({ headers }: ServerResponse): boolean => String(headers['WWW-Authenticate']).includes('stale=true');
const isStranger = (request: MockRequest): boolean => digestOf(request)['username']?.includes('-') === true;

/** How a login can be fooled. */
const ways: Readonly<Record<string, Fooled>> = {
  'a-wrong-key': (request) => isOfMain(request) && !isComputedByMain(request),
  'an-unknown-key': isStranger,
  'a-digest-of-another-method': (request) =>
    ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'].some(
      (method) => method !== request.method && isComputedByMain({ ...request, method }),
    ),
  'a-digest-of-another-place': (request) => {
    const uri = digestOf(request)['uri'];
    return uri !== undefined && uri !== request.target && isComputedByMain({ ...request, target: uri });
  },
  'an-invented-nonce': async (request, next) => isComputedByMain(request) && !isStale(await next(request)),
  'an-old-nonce': async (request, next) => isComputedByMain(request) && isStale(await next(request)),
  basic: isBasic,
};

/** A login stands before all operations: a fault in it goes by the method, or by the credentials, and rarely by a region of the API. */
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;
const regions: Readonly<Record<string, RegExp>> = {
  root: /^\/?$/,
  projects: /^\/groups/,
  organizations: /^\/orgs/,
};

const byMethod = Object.keys(ways).flatMap((way) => methods.map((method) => `${way} ${method}`));
const byRegion = ['a-wrong-key', 'an-unknown-key', 'basic'].flatMap((way) =>
  Object.keys(regions).map((region) => `${way} ${region}`),
);

function isIn(where: string, request: MockRequest): boolean {
  const region = regions[where];
  return region === undefined ? request.method === where : region.test(pathOf(request));
}

const partsOf = ({ part }: Told): [way: string, where: string] => part.split(' ') as [string, string];

export const loginKinds: readonly Kind[] = [
  {
    name: 'login.not-needed',
    parts: ({ operation }) => (operation === 'users.create-first' ? [] : whole),
    mock: (told) => ({ wire: there(told, lettingIn(isBare)) }),
  },
  {
    name: 'login.missing-and-done-all-the-same',
    parts: ({ operation }) => (operations[operation].method === 'GET' || operation === 'users.create-first' ? [] : whole),
    mock: (told) => ({
      wire: there(told, (next) => async (request) => {
        const answer = await next(request);
        if (isLoginRefusal(answer) && isBare(request)) await asMain(next, request);
        return answer;
      }),
    }),
  },
  {
    name: 'login.missing-is-forbidden',
    parts: ({ operation }) => (operation === 'users.create-first' ? [] : whole),
    mock: (told) => ({
      wire: there(told, (next) => async (request) => {
        const answer = await next(request);
        if (!isLoginRefusal(answer) || !isBare(request)) return answer;
        const { 'WWW-Authenticate': _challenge, ...headers } = answer.headers;
        return {
          status: 403,
          headers,
          body: JSON.stringify({ detail: 'No.', error: 403, errorCode: 'NO_CURRENT_USER', parameters: [], reason: 'Forbidden' }),
        };
      }),
    }),
  },
];

export const loginKindsEverywhere: readonly KindEverywhere[] = [
  {
    name: 'login.admits',
    everywhere: [...byMethod, ...byRegion],
    mock: (told) => {
      const [way, where] = partsOf(told);
      const admits = lettingIn(ways[way]!);
      return {
        wire: (next) => {
          const fooled = admits(next);
          return (request) => (isIn(where, request) ? fooled(request) : next(request));
        },
      };
    },
  },
  {
    name: 'login.refuses-and-does',
    everywhere: byMethod.filter((part) => !/ (?:GET|HEAD)$/.test(part)),
    mock: (told) => {
      const [way, where] = partsOf(told);
      return {
        wire: (next) => async (request) => {
          const answer = await next(request);
          const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
          if (isWrite && isIn(where, request) && isLoginRefusal(answer) && (await ways[way]!(request, next))) {
            await asMain(next, request);
          }
          return answer;
        },
      };
    },
  },
];
