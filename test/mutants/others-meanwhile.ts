import type { Handler, Layer, MockRequest } from '../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../src/wire/http.ts';
import { jsonOf, pathOf, withJson } from './lies.ts';
import type { Equivalent } from './equivalent.ts';
import { errorCodeOf } from '../../src/wire/json.ts';

type Meanwhile = (request: MockRequest, next: Handler) => Promise<unknown>;
type When = (request: MockRequest, response: ServerResponse) => boolean;

/** Another run does something once, behind that many answers for which `when` holds; with `again`, the request is then served anew. */
const meanwhile =
  (when: When, others: Meanwhile, { after = 1, again = false } = {}): Layer =>
  (next) => {
    let count = 0;
    return async (request) => {
      const response = await next(request);
      if (!when(request, response)) return response;
      count += 1;
      if (count !== after) return response;
      await others(request, next);
      return again ? next(request) : response;
    };
  };

const isRefused =
  (code: string): When =>
  (_request, response) =>
    errorCodeOf(jsonOf(response)) === code;

interface Listed {
  readonly results: readonly { readonly id: string; readonly username?: string }[];
  readonly totalCount: number;
}
const ask = async (next: Handler, request: MockRequest, method: string, target: string, body: unknown = ''): Promise<Listed> =>
  jsonOf(await next({ ...request, method, target, body: body === '' ? '' : JSON.stringify(body) })) as Listed;

const teamsOf = (request: MockRequest): string => /^.*\/teams(?=\/|$)/.exec(request.target)![0];

/** Counts what somebody adds right then, once for each list and page of it. */
const countedTooEarly =
  (path: RegExp, most: number): Layer =>
  (next) => {
    const asked = new Set<string>();
    return async (request) => {
      const response = await next(request);
      if (request.method !== 'GET' || !path.test(pathOf(request)) || response.status !== 200) return response;
      const document = jsonOf(response) as Listed;
      if (asked.has(request.target) || document.totalCount > most) return response;
      asked.add(request.target);
      return withJson(response, { ...document, totalCount: document.totalCount + 1 });
    };
  };

/** What a run on the same target may do while this one is under way. */
export const othersMeanwhile: readonly Equivalent[] = [
  {
    name: 'teams-and-users-are-counted-while-one-comes',
    mock: { inner: countedTooEarly(/^\/orgs\/[^/]+\/(?:teams|users)$/, 50) },
  },
  {
    name: 'others-acknowledge-the-alert-meanwhile',
    // The first such answer tells how long a comment may be.
    mock: {
      inner: meanwhile(
        isRefused('ACKNOWLEDGEMENT_COMMENT_TOO_LONG'),
        (request, next) => ask(next, request, 'PATCH', request.target, { acknowledgedUntil: '2031-01-01T00:00:00Z' }),
        { after: 2 },
      ),
    },
  },
  {
    name: 'others-make-room-for-a-team-meanwhile',
    mock: {
      inner: meanwhile(
        isRefused('MAX_TEAMS_PER_ORG_EXCEEDED'),
        async (request, next) => {
          const {
            results: [first],
          } = await ask(next, request, 'GET', request.target);
          await ask(next, request, 'DELETE', `${teamsOf(request)}/${first!.id}`);
        },
        { again: true },
      ),
    },
  },
  {
    name: 'others-take-the-place-of-a-team-meanwhile',
    mock: {
      inner: (next) => {
        let taken = false;
        return async (request) => {
          const response = await next(request);
          if (
            taken ||
            request.method !== 'DELETE' ||
            !/^\/orgs\/\w+\/teams\/\w+$/.test(pathOf(request)) ||
            response.status >= 300
          )
            return response;
          const { totalCount } = await ask(next, request, 'GET', teamsOf(request));
          if (totalCount < 249) return response;
          taken = true;
          const {
            results: [somebody],
          } = await ask(next, request, 'GET', teamsOf(request).replace(/teams$/, 'users'));
          await ask(next, request, 'POST', teamsOf(request), { name: 'omc-0f0f0f-team-1', usernames: [somebody!.username] });
          return response;
        };
      },
    },
  },
];
