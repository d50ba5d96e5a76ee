import { operations } from '../../../src/contract/operations/index.ts';
import type { Handler, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { mainKeys } from '../credentials.ts';
import { errorCodeOf } from '../../../src/wire/json.ts';
import { jsonOf, withJson } from '../lies.ts';
import { there, isOther, whole, type Kind } from './lie.ts';
import { withStatus } from './statuses.ts';
import type { SeenOperation } from './vocabulary.ts';

const membership = /NOT_IN_GROUP|NOT_ORG_MEMBER|NOT_IN_ORG|GROUP_NOT_FOUND|ORG_NOT_FOUND/;
const isOfRole = (code: string): boolean => /UNAUTHORIZED|FORBIDDEN|_ROLE|NOT_.*OWNER|_ONLY/.test(code) && !membership.test(code);
const isOfMembership = (code: string): boolean => membership.test(code);

type Whose = (code: string) => boolean;

const codeOf = (response: ServerResponse): string => String(errorCodeOf(jsonOf(response)) ?? '');
const isWrite = ({ operation }: SeenOperation): boolean => operations[operation].method !== 'GET';

const refusedTo =
  (whose: Whose, fits: (seen: SeenOperation) => boolean = () => true): Kind['parts'] =>
  (seen) =>
    fits(seen) && [...(seen.toOthers?.refusals ?? [])].some((one) => /^40[13] /.test(one) && whose(one.split(' ')[1]!))
      ? whole
      : [];

/** What becomes of a request that the true mock refuses to another caller for that reason. */
const refused = (
  name: string,
  whose: Whose,
  lie: (refusal: ServerResponse, request: MockRequest, next: Handler) => ServerResponse | Promise<ServerResponse>,
  fits?: (seen: SeenOperation) => boolean,
): Kind => ({
  name,
  parts: refusedTo(whose, fits),
  mock: (told) => ({
    inner: there(told, (next) => async (request) => {
      const answer = await next(request);
      const isMeant = isOther(request) && (answer.status === 401 || answer.status === 403) && whose(codeOf(answer));
      return isMeant ? lie(answer, request, next) : answer;
    }),
  }),
});

const asMain = (request: MockRequest): MockRequest => ({ ...request, caller: mainKeys.publicKey });

const served = (_refusal: ServerResponse, request: MockRequest, next: Handler) => next(asMain(request));
const doneAllTheSame = async (refusal: ServerResponse, request: MockRequest, next: Handler): Promise<ServerResponse> => {
  await next(asMain(request));
  return refusal;
};

/** Refuses other callers what they may do. */
const unauthorized = (response: ServerResponse): ServerResponse => ({
  ...withJson(response, {
    detail: 'Current user is not authorized to perform this action.',
    error: 401,
    errorCode: 'USER_UNAUTHORIZED',
    parameters: [],
    reason: 'Unauthorized',
  }),
  status: 401,
});

export const roleKinds: readonly Kind[] = [
  refused('role.does-not-matter', isOfRole, served),
  refused('role.refused-and-done', isOfRole, doneAllTheSame, isWrite),
  refused('role.refused-as-missing', isOfRole, (refusal) => withStatus(refusal, 404)),
  refused('role.refused-as-a-failure', isOfRole, (refusal) => withStatus(refusal, 500)),
  refused('role.refused-as-a-success', isOfRole, (refusal) => ({ ...withJson(refusal, {}), status: 200 })),
  refused('outsider.is-served', isOfMembership, served),
  refused('outsider.refused-and-done', isOfMembership, doneAllTheSame, isWrite),
  refused('outsider.refused-as-forbidden', isOfMembership, (refusal) => withStatus(refusal, 403)),
  refused('outsider.refused-as-a-success', isOfMembership, (refusal) => ({ ...withJson(refusal, {}), status: 200 })),
  {
    name: 'role.allowed-and-refused',
    // Whoever may read a project reads what is in it.
    parts: ({ operation, toOthers }) =>
      operations[operation].method === 'GET' &&
      operations[operation].path.startsWith('/groups/{projectId}') &&
      toOthers &&
      toOthers.statuses.size > 0
        ? whole
        : [],
    mock: (told) => ({
      inner: there(told, (next) => async (request) => {
        const answer = await next(request);
        return isOther(request) && request.caller !== undefined && answer.status < 300 ? unauthorized(answer) : answer;
      }),
    }),
  },
];
