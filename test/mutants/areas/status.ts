import type { MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { reasonPhrase } from '../../../src/wire/reasons.ts';
import { answering, jsonOf, pathOf, withJson } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

/** The answer with another status; an error document follows it, so that only the status is wrong. */
function withStatus(response: ServerResponse, status: number): ServerResponse {
  const document = jsonOf(response);
  const isError = typeof document === 'object' && document !== null && 'reason' in document;
  return { ...(isError ? withJson(response, { ...document, error: status, reason: reasonPhrase(status) }) : response), status };
}

/** Answers `method path` with another status where it would have been the first. */
const answers = (method: string, place: RegExp, from: number, to: number, when: (request: MockRequest) => boolean = () => true) =>
  answering((response, request) =>
    request.method === method && response.status === from && place.test(pathOf(request)) && when(request)
      ? withStatus(response, to)
      : response,
  );

export const mutants: readonly Mutant[] = [
  {
    name: 'status-203-for-projects',
    breaks: 'status.ok-on-get',
    mock: { wire: answers('GET', /^\/groups$/, 200, 203) },
  },
  {
    name: 'status-202-for-a-new-api-key',
    breaks: 'status.created-on-create',
    also: ['envelope.status-is-http-status'],
    // Other areas make keys as well, and under other names.
    mock: { wire: answers('POST', /^\/orgs\/\w+\/apiKeys$/, 200, 202, ({ body }) => /"omc-\w+-key-/.test(body)) },
  },
  {
    name: 'status-200-for-a-new-project',
    breaks: 'status.created-on-create',
    also: ['envelope.status-is-http-status'],
    mock: { wire: answers('POST', /^\/groups$/, 201, 200) },
  },
  {
    name: 'status-500-for-a-list-of-disks',
    breaks: 'status.no-server-error',
    also: ['link.crawl-finds-no-dead-end'],
    mock: { wire: answers('GET', /\/disks$/, 200, 500) },
  },
  {
    name: 'status-202-for-a-list-of-alerts',
    breaks: 'status.accepted-only-for-writes',
    mock: { wire: answers('GET', /\/alerts$/, 200, 202) },
  },
  {
    name: 'status-204-for-an-ordered-snapshot',
    breaks: 'status.accepted-for-asynchronous',
    mock: {
      wire: answering((response, request) =>
        request.method === 'POST' && pathOf(request).endsWith('/snapshots') ? { ...response, status: 204, body: '' } : response,
      ),
    },
  },
  {
    name: 'status-422-for-a-misspelled-field',
    breaks: 'status.bad-request',
    also: ['code.INVALID_ATTRIBUTE'],
    mock: { wire: answers('POST', /\/hosts$/, 400, 422, ({ body }) => body.includes('"hostnam"')) },
  },
  {
    name: 'status-403-without-credentials',
    breaks: 'status.unauthorized',
    also: ['code.NO_CURRENT_USER', 'auth.challenge-without-credentials'],
    mock: {
      wire: (next) => (request) =>
        pathOf(request) === '/groups' && request.headers['authorization'] === undefined
          ? {
              status: 403,
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify({
                detail: 'Log in first.',
                error: 403,
                errorCode: 'NO_CURRENT_USER',
                parameters: [],
                reason: reasonPhrase(403),
              }),
            }
          : next(request),
    },
  },
  {
    name: 'status-404-for-an-unlisted-address',
    breaks: 'status.forbidden',
    also: ['code.IP_ADDRESS_NOT_ON_ACCESS_LIST', 'access.unlisted-address-refused', 'access.unlisted-refusal-code'],
    mock: { wire: answers('GET', /^\/?$/, 403, 404) },
  },
  {
    name: 'status-410-for-an-unknown-resource',
    breaks: 'status.not-found',
    also: ['code.RESOURCE_NOT_FOUND'],
    mock: { wire: answers('GET', /^\/omc-[^/]+$/, 404, 410) },
  },
  {
    name: 'status-501-for-post-to-an-alert-configuration',
    breaks: 'status.method-not-allowed',
    mock: { wire: answers('POST', /\/alertConfigs\/\w+$/, 405, 501) },
  },
  {
    name: 'status-400-for-a-taken-name',
    breaks: 'status.conflict-on-create',
    also: ['code.GROUP_ALREADY_EXISTS'],
    mock: { wire: answers('POST', /^\/groups$/, 409, 400) },
  },
  {
    name: 'status-400-for-renaming-to-a-taken-name',
    breaks: 'status.conflict-on-update',
    also: ['code.GROUP_ALREADY_EXISTS'],
    mock: { wire: answers('PATCH', /^\/groups\/\w{24}$/, 409, 400) },
  },
];
