import type { Handler, Layer, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { bodyOf, pathOf, rewritingEntities, withBody, withJson, withServerError } from '../lies.ts';
import { entityAt } from '../life-lies.ts';
import type { Mutant } from '../mutant.ts';

const isConfig = (path: string): boolean => path.endsWith('/automationConfig');

/** Takes a configuration back that was stored: every one, or only the second from the same version. */
const notStored =
  (which: 'each' | 'second'): Layer =>
  (next) => {
    const submitted = new Set<string>();
    return async (request) => {
      if (request.method !== 'PUT' || !isConfig(pathOf(request))) return next(request);
      const { version } = bodyOf(request) ?? {};
      const key = `${pathOf(request)} ${String(version)}`;
      const lost = which === 'each' || (version !== undefined && submitted.has(key));
      submitted.add(key);
      const { version: _, ...before } = (await entityAt(next, request)) ?? {};
      const answer = await next(request);
      if (lost && answer.status < 300) await next(withBody(request, before));
      return lost && answer.status === 409 ? { ...withJson(answer, {}), status: 200 } : answer;
    };
  };

/** Does something else with a configuration whose processes are no list. */
const onInvalid =
  (instead: (next: Handler, request: MockRequest) => Promise<ServerResponse>): Layer =>
  (next) =>
  async (request) => {
    const invalid = request.method === 'PUT' && isConfig(pathOf(request)) && !Array.isArray(bodyOf(request)?.['processes']);
    return invalid ? instead(next, request) : next(request);
  };

export const mutants: readonly Mutant[] = [
  {
    name: 'automation-config-cannot-be-read',
    breaks: 'automation.config-read',
    also: ['link.crawl-finds-no-dead-end', 'status.no-server-error'],
    mock: {
      inner: (next) => async (request) => {
        const response = await next(request);
        return request.method === 'GET' && isConfig(pathOf(request)) ? withServerError(response) : response;
      },
    },
  },
  { name: 'automation-config-is-not-stored', breaks: 'automation.config-replaced', mock: { inner: notStored('each') } },
  {
    name: 'automation-config-is-not-looked-at',
    breaks: 'automation.invalid-config-refused',
    mock: { inner: onInvalid(async (next, request) => next(withBody(request, { ...bodyOf(request), processes: [] }))) },
  },
  {
    name: 'automation-invalid-config-is-refused-and-kept',
    breaks: 'automation.invalid-config-refused',
    mock: {
      inner: onInvalid(async (next, request) => {
        await next(withBody(request, { ...bodyOf(request), processes: [] }));
        return next(request);
      }),
    },
  },
  { name: 'automation-first-change-wins', breaks: 'automation.later-change-wins', mock: { inner: notStored('second') } },
  {
    name: 'automation-later-change-is-lost',
    breaks: 'automation.concurrent-change-settled',
    mock: { inner: notStored('second') },
  },
  {
    name: 'automation-status-tells-no-goal',
    breaks: 'automation.status-read',
    also: ['resource.automation-status'],
    mock: {
      wire: rewritingEntities(({ goalVersion: _, ...rest }, request) =>
        pathOf(request).endsWith('/automationStatus') ? rest : undefined,
      ),
    },
  },
];
