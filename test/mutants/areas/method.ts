import type { Layer, MockRequest } from '../../../src/mock/forms/types.ts';
import type { Mutant } from '../mutant.ts';
import { answering, bodyOf, hearing, jsonOf, onlyFor, pathOf, rewritingEntities, withJson } from '../lies.ts';

const host = /^\/groups\/[^/]+\/hosts\/[0-9a-f]+$/;
const hosts = /^\/groups\/[^/]+\/hosts$/;
const window = /^\/groups\/[^/]+\/maintenanceWindows\/[^/]+$/;
const alertConfig = /^\/groups\/[^/]+\/alertConfigs\/[^/]+$/;

const notFound = {
  detail: 'Cannot find resource.',
  error: 404,
  errorCode: 'RESOURCE_NOT_FOUND',
  parameters: [],
  reason: 'Not Found',
};

/** What the same request would bring with another method. */
const instead = (method: string, request: MockRequest): MockRequest => ({ ...request, method });

/** Answers a method that is not supported with something else than 405, on the paths that match. */
const unsupportedAs = (path: RegExp, status: number, document: unknown): Layer =>
  answering((response, request) =>
    response.status === 405 && path.test(pathOf(request)) ? { ...withJson(response, document), status } : response,
  );

export const mutants: readonly Mutant[] = [
  {
    name: 'get-brings-an-entity-with-another-id',
    breaks: 'method.get-retrieves',
    also: [
      'response.entity-is-of-its-path',
      'envelope.content-is-entity',
      'link.self-answers-with-entity',
      'pretty.with-envelope',
    ],
    mock: {
      inner: onlyFor(
        'GET',
        host,
        rewritingEntities((entity) => ({ ...entity, id: '0'.repeat(32) })),
      ),
    },
  },
  {
    name: 'post-answers-with-another-port',
    breaks: 'method.post-creates',
    mock: {
      inner: onlyFor(
        'POST',
        hosts,
        rewritingEntities((entity) => ('port' in entity ? { ...entity, port: 1 } : undefined)),
      ),
    },
  },
  {
    name: 'post-answers-with-the-id-of-another',
    breaks: 'method.post-names-what-it-made',
    also: ['link.related-resource-linked', 'link.self-is-own-url'],
    mock: {
      inner: onlyFor('POST', /^\/groups$/, (next) => async (request) => {
        const { headers, ...rest } = request;
        const listed = jsonOf(await next({ ...rest, headers, method: 'GET', body: '' })) as { results?: { id: string }[] };
        const answer = await next(request);
        const [there] = listed.results ?? [];
        return answer.status >= 300 || there === undefined
          ? answer
          : withJson(answer, { ...(jsonOf(answer) as object), id: there.id });
      }),
    },
  },
  {
    name: 'put-merges',
    breaks: 'method.put-replaces',
    mock: {
      inner: onlyFor('PUT', alertConfig, (next) => async (request) => {
        const there = jsonOf(await next({ ...instead('GET', request), body: '' })) as { matchers?: unknown } | undefined;
        const document = bodyOf(request);
        if (document === undefined || 'matchers' in document) return next(request);
        return next({ ...request, body: JSON.stringify({ matchers: there?.matchers, ...document }) });
      }),
    },
  },
  {
    name: 'patch-changes-nothing',
    breaks: 'method.patch-updates-named-fields',
    mock: {
      inner: onlyFor(
        'PATCH',
        window,
        hearing((request) => {
          const { description: _, ...rest } = bodyOf(request) ?? {};
          return 'description' in (bodyOf(request) ?? {}) ? { ...request, body: JSON.stringify(rest) } : request;
        }),
      ),
    },
  },
  {
    name: 'patch-resets-the-rest',
    breaks: 'method.patch-leaves-the-rest',
    mock: {
      inner: onlyFor(
        'PATCH',
        window,
        hearing((request) => {
          const document = bodyOf(request);
          if (document === undefined || Object.keys(document).join() !== 'description') return request;
          return { ...request, body: JSON.stringify({ alertTypeNames: ['BACKUP'], ...document }) };
        }),
      ),
    },
  },
  {
    name: 'delete-is-a-no-op',
    breaks: 'method.delete-removes',
    also: ['journey.stop-monitoring-a-process'],
    mock: {
      inner: onlyFor('DELETE', host, (next) => async (request) => {
        // A change of nothing, which wants the same role and the same host.
        const unchanged = await next({ ...instead('PATCH', request), body: '{}' });
        return unchanged.status === 200 ? withJson(unchanged, {}) : unchanged;
      }),
    },
  },
  {
    name: 'delete-leaves-the-entity-in-the-list',
    breaks: 'method.delete-removes',
    also: ['list.total-count-is-whole-set', 'link.list-entity-has-only-self', 'journey.stop-monitoring-a-process'],
    mock: {
      inner: (next) => {
        let ghost: { readonly path: string; readonly entity: unknown } | undefined;
        return async (request) => {
          const removes = request.method === 'DELETE' && host.test(pathOf(request));
          const before = removes ? await next(instead('GET', request)) : undefined;
          const answer = await next(request);
          if (before?.status === 200 && answer.status === 200) ghost = { path: pathOf(request), entity: jsonOf(before) };
          const list = jsonOf(answer) as { results?: unknown[] } | undefined;
          const lists = request.method === 'GET' && hosts.test(pathOf(request));
          if (!lists || ghost?.path.startsWith(`${pathOf(request)}/`) !== true || list?.results === undefined) return answer;
          const results = [...list.results, ghost.entity];
          ghost = undefined;
          return withJson(answer, { ...list, results });
        };
      },
    },
  },
  {
    name: 'head-other-status',
    breaks: 'method.head-status',
    mock: {
      wire: answering((response, request) =>
        request.method === 'HEAD' && response.status === 200 ? { ...response, status: 204 } : response,
      ),
    },
  },
  {
    name: 'head-finds-everything',
    breaks: 'method.head-status',
    mock: {
      wire: answering((response, request) =>
        request.method === 'HEAD' && response.status === 404 ? { ...response, status: 200 } : response,
      ),
    },
  },
  {
    name: 'head-is-plain-text',
    breaks: 'method.head-headers',
    mock: {
      wire: answering((response, request) =>
        request.method === 'HEAD' && response.status === 200
          ? { ...response, headers: { ...response.headers, 'Content-Type': 'text/plain' } }
          : response,
      ),
    },
  },
  {
    name: 'head-sends-body',
    breaks: 'method.head-no-body',
    mock: {
      wire: answering((response, request) =>
        request.method === 'HEAD' && response.status === 200 ? { ...response, body: '{}' } : response,
      ),
    },
  },
  {
    name: '405-as-404',
    breaks: 'method.unsupported-is-405',
    mock: { inner: onlyFor('DELETE', hosts, unsupportedAs(hosts, 404, notFound)) },
  },
  {
    name: '405-as-404-on-clusters',
    breaks: 'method.unsupported-is-405',
    mock: { inner: unsupportedAs(/clusters$/, 404, notFound) },
  },
  {
    name: '405-as-404-on-alerts',
    breaks: 'method.unsupported-is-405',
    mock: { inner: unsupportedAs(/alerts$/, 404, notFound) },
  },
  {
    name: '405-as-404-on-the-projects',
    breaks: 'method.unsupported-is-405',
    mock: { inner: unsupportedAs(/^\/groups$/, 404, notFound) },
  },
  {
    name: '405-as-404-on-a-project',
    breaks: 'method.unsupported-is-405',
    mock: { inner: unsupportedAs(/^\/groups\/[^/]+$/, 404, notFound) },
  },
  {
    name: 'host-takes-every-method',
    breaks: 'method.unsupported-is-405',
    mock: { inner: unsupportedAs(host, 200, {}) },
  },
  {
    name: 'root-takes-posts',
    breaks: 'method.unsupported-is-405',
    also: ['status.method-not-allowed'],
    mock: { inner: onlyFor('POST', /^\/?$/, unsupportedAs(/^\/?$/, 200, {})) },
  },
  {
    name: 'root-can-be-deleted',
    breaks: 'method.root-delete-is-405',
    also: ['status.method-not-allowed'],
    mock: {
      inner: onlyFor(
        'DELETE',
        /^\/?$/,
        answering((response) => ({ ...withJson(response, {}), status: 200 })),
      ),
    },
  },
  {
    name: '405-but-done',
    breaks: 'method.unsupported-changes-nothing',
    mock: {
      inner: onlyFor('POST', host, (next) => async (request) => {
        await next(instead('PATCH', request));
        return next(request);
      }),
    },
  },
  {
    name: '405-names-no-methods',
    breaks: 'method.unsupported-names-allowed',
    mock: {
      wire: answering((response) => {
        const { Allow: _, ...headers } = response.headers;
        return response.status === 405 ? { ...response, headers } : response;
      }),
    },
  },
];
