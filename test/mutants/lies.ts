import { limits } from '../../src/contract/limits.ts';
import type { Layer, MockRequest } from '../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../src/wire/http.ts';
import { isObject, parsedJson } from '../../src/wire/json.ts';

type Json = Record<string, unknown>;

/** Path of a request below the base path, without its query. */
export function pathOf({ target }: MockRequest): string {
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  return path.startsWith(limits.basePath) ? path.slice(limits.basePath.length) : path;
}

/** The query of a request. */
export const queryOf = (request: MockRequest): URLSearchParams => new URLSearchParams(request.target.split('?')[1] ?? '');

/** A request with its query changed. */
export function withQuery(request: MockRequest, change: (query: URLSearchParams) => void): MockRequest {
  const query = queryOf(request);
  change(query);
  const text = query.toString();
  return { ...request, target: request.target.split('?')[0] + (text ? `?${text}` : '') };
}

/** An answer with another JSON document, laid out as the first one was. */
export function withJson(response: ServerResponse, document: unknown): ServerResponse {
  const pretty = /^[[{]\s*\n/.test(response.body);
  return { ...response, body: JSON.stringify(document, null, pretty ? 2 : undefined) };
}

/** The answer of a server that failed, in the form of the API. */
export const withServerError = (response: ServerResponse): ServerResponse => ({
  ...withJson(response, {
    detail: 'Unexpected error.',
    error: 500,
    errorCode: 'UNEXPECTED_ERROR',
    parameters: [],
    reason: 'Internal Server Error',
  }),
  status: 500,
});

/** What an answer shows, alone or in an envelope, changed. */
export function withShown(response: ServerResponse, change: (shown: Json) => unknown): ServerResponse {
  const document = jsonOf(response);
  if (!isObject(document)) return response;
  const { content } = document;
  return withJson(response, isObject(content) ? { ...document, content: change(content) } : change(document));
}

/** Documents that many lies look at, by their text; frozen, because none may change what the next one sees. */
const read = new Map<string, unknown>();

/** Reads the document of an answer once for all lies that will look at it. */
export function readOnce({ body }: ServerResponse): void {
  if (!read.has(body)) read.set(body, frozen(parsedJson(body)));
}

function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) for (const one of Object.values(Object.freeze(value))) frozen(one);
  return value;
}

/** The document of an answer; undefined when there is none. */
export const jsonOf = ({ body }: ServerResponse): unknown => (read.has(body) ? read.get(body) : parsedJson(body));

/** Changes answers. */
export const answering =
  (change: (response: ServerResponse, request: MockRequest) => ServerResponse): Layer =>
  (next) =>
  async (request) =>
    change(await next(request), request);

/** Changes the JSON objects of answers; a change that returns undefined leaves the answer alone. */
export const rewriting = (change: (document: Json, request: MockRequest, response: ServerResponse) => unknown): Layer =>
  answering((response, request) => {
    const document = jsonOf(response);
    const changed = isObject(document) ? change(document, request, response) : undefined;
    return changed === undefined ? response : withJson(response, changed);
  });

/** The same for lists only. */
export const rewritingLists = (
  change: (list: Json & { results: Json[]; links: Json[] }, request: MockRequest) => unknown,
): Layer =>
  rewriting((document, request) =>
    Array.isArray(document['results']) && Array.isArray(document['links'])
      ? change(document as Json & { results: Json[]; links: Json[] }, request)
      : undefined,
  );

/** The same for error documents only. */
export const rewritingErrors = (change: (error: Json, request: MockRequest) => unknown): Layer =>
  rewriting((document, request, response) =>
    response.status >= 400 && 'error' in document ? change(document, request) : undefined,
  );

/** The same for successful answers that carry one entity, alone or in an envelope. */
export const rewritingEntities = (change: (entity: Json, request: MockRequest) => unknown): Layer =>
  answering((response, request) =>
    response.status < 300
      ? withShown(response, (shown) => ('results' in shown ? shown : (change(shown, request) ?? shown)))
      : response,
  );

/** Changes requests before they are served. */
export const hearing =
  (change: (request: MockRequest) => MockRequest): Layer =>
  (next) =>
  (request) =>
    next(change(request));

/** The JSON object that a request brings; undefined where it brings none. */
export function bodyOf(request: MockRequest): Json | undefined {
  try {
    const document: unknown = JSON.parse(request.body);
    return isObject(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

/** A request with another document. */
export const withBody = (request: MockRequest, document: unknown): MockRequest => ({
  ...request,
  body: JSON.stringify(document),
});

/** A lie told only to requests of this method (of any, when it is undefined) on paths that match. */
export const onlyFor =
  (method: string | undefined, path: RegExp, lie: Layer): Layer =>
  (next) => {
    const lying = lie(next);
    return (request) =>
      (method ?? request.method) === request.method && path.test(pathOf(request)) ? lying(request) : next(request);
  };
