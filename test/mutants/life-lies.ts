import type { RequirementId } from '../../src/contract/requirements/index.ts';
import type { resourceLives } from '../../src/contract/requirements/resources/lives.ts';
import type { Layer, MockRequest } from '../../src/mock/forms/types.ts';
import { answering, bodyOf, jsonOf, onlyFor, pathOf, rewriting, withBody, withJson, withServerError } from './lies.ts';
import type { Mutant } from './mutant.ts';

type Json = Record<string, unknown>;
type Life = keyof typeof resourceLives;
type Step<S extends string> = Extract<Life, `resource.${string}-${S}`> extends `resource.${infer K}-${S}` ? K : never;
interface Listing {
  readonly results: readonly Json[];
  readonly totalCount?: number;
}

const isList = (document: unknown): document is Json & Listing =>
  Array.isArray((document as Partial<Listing> | undefined)?.results);

/** A list, wrapped or bare, without some of its entities, or with more. */
function withEntities(document: unknown, change: (entities: readonly Json[]) => readonly Json[]): unknown {
  if (Array.isArray(document)) return change(document as Json[]);
  if (!isList(document)) return document;
  const results = change(document.results);
  const { totalCount } = document;
  return {
    ...document,
    results,
    ...(totalCount !== undefined && { totalCount: totalCount + results.length - document.results.length }),
  };
}

/** A document, or each entity of a list, changed. */
const eachEntity = (document: Json, change: (entity: Json) => Json): unknown =>
  isList(document) ? { ...document, results: document.results.map(change) } : change(document);

/** A lie about requests of one method on paths that match, and nothing else. */
export const lying = (
  name: string,
  id: Life,
  method: string,
  path: RegExp,
  inner: Layer,
  also: readonly RequirementId[] = [],
): Mutant => ({
  name,
  breaks: id,
  also,
  mock: { inner: onlyFor(method, path, inner) },
});

/** Successful answers to that method have another value in a field, wherever they have it. */
export const answers = (
  name: string,
  id: Life,
  method: string,
  path: RegExp,
  field: string,
  lie: unknown,
  also: readonly RequirementId[] = [],
): Mutant =>
  lying(
    name,
    id,
    method,
    path,
    rewriting((document, _request, { status }) =>
      status < 300 ? eachEntity(document, (entity) => (field in entity ? { ...entity, [field]: lie } : entity)) : undefined,
    ),
    also,
  );

/** Two lies about a create: the answer shows something else than was sent, and something else is kept than it shows. */
export const createdLies = (kind: Step<'created'>, path: RegExp, field: string, lie: string): Mutant[] => [
  answers(`a-new-${kind}-is-answered-with-another-${field}`, `resource.${kind}-created` as Life, 'POST', path, field, lie),
  keepsAnother(`a-new-${kind}-is-kept-with-another-${field}`, `resource.${kind}-created` as Life, path, field, lie),
];

/** The answer to a create shows what was sent of a field, and something else is kept. */
export const keepsAnother = (name: string, id: Life, path: RegExp, field: string, lie: unknown): Mutant =>
  lying(name, id, 'POST', path, (next) => async (request) => {
    const { [field]: sent, ...rest } = bodyOf(request) ?? {};
    if (sent === undefined) return next(request);
    // Names are often unique.
    const kept = typeof sent === 'string' && field === 'name' ? `${sent} ${String(lie)}` : lie;
    const answer = await next(withBody(request, { ...rest, [field]: kept }));
    const document = jsonOf(answer) as Json | undefined;
    return answer.status < 300 && document && field in document ? withJson(answer, { ...document, [field]: sent }) : answer;
  });

/** A list forgets what was made since the mock began. `seen` tells which of it, where others may be looked for too. */
export const forgets = (
  name: string,
  id: Life,
  path: RegExp,
  {
    idField = 'id',
    posted = path,
    seen = () => true,
  }: { idField?: string; posted?: RegExp; seen?: (entity: Json) => boolean } = {},
): Mutant => ({
  name,
  breaks: id,
  mock: {
    inner: (next) => {
      const made = new Set<unknown>();
      return async (request) => {
        const answer = await next(request);
        if (answer.status >= 300) return answer;
        const document = jsonOf(answer) as Json | undefined;
        if (request.method === 'POST' && posted.test(pathOf(request)) && document) made.add(document[idField]);
        if (request.method !== 'GET' || !path.test(pathOf(request))) return answer;
        return withJson(
          answer,
          withEntities(document, (all) => all.filter((one) => !made.has(one[idField]) || !seen(one))),
        );
      };
    },
  },
});

/** The answer to a change shows it, and nothing is kept. */
export const notKept = (
  name: string,
  id: Life,
  path: RegExp,
  field: string,
  method = 'PATCH',
  also: readonly RequirementId[] = [],
): Mutant =>
  lying(
    name,
    id,
    method,
    path,
    (next) => async (request) => {
      const body = bodyOf(request);
      if (body === undefined || !(field in body)) return next(request);
      const there = await next({ ...request, method: 'GET', body: '' });
      return withJson(there, { ...(jsonOf(there) as Json), ...body });
    },
    also,
  );

/** A change of one field changes another one as well. */
export const changesMore = (name: string, id: Life, path: RegExp, field: string, more: Json): Mutant =>
  lying(name, id, 'PATCH', path, (next) => async (request) => {
    const body = bodyOf(request);
    return next(body !== undefined && field in body ? withBody(request, { ...body, ...more }) : request);
  });

/** A removal is answered as one, and nothing is removed. */
export const stays = (name: string, id: Life, path: RegExp): Mutant =>
  lying(name, id, 'DELETE', path, (next) => async (request) => {
    const there = await next({ ...request, method: 'GET' });
    return there.status >= 400 ? next(request) : { ...withJson(there, {}), status: 200 };
  });

/** What was removed is still listed, once. */
export const haunts = (name: string, id: Life, item: RegExp, list: RegExp): Mutant => ({
  name,
  breaks: id,
  mock: {
    inner: (next) => {
      let ghost: Json | undefined;
      return async (request: MockRequest) => {
        const removes = request.method === 'DELETE' && item.test(pathOf(request));
        const before = removes ? await next({ ...request, method: 'GET' }) : undefined;
        const answer = await next(request);
        if (before?.status === 200 && answer.status < 300) ghost = jsonOf(before) as Json;
        if (request.method !== 'GET' || ghost === undefined || !list.test(pathOf(request))) return answer;
        const shown = ghost;
        ghost = undefined;
        return withJson(
          answer,
          withEntities(jsonOf(answer), (all) => [...all, shown]),
        );
      };
    },
  },
});

/** Both lies about a removal. */
export const removedLies = (kind: Step<'removed'>, item: RegExp, list: RegExp): Mutant[] => [
  stays(`a-removed-${kind}-stays`, `resource.${kind}-removed` as Life, item),
  haunts(`a-removed-${kind}-is-still-listed`, `resource.${kind}-removed` as Life, item, list),
];

/** A request is refused as if something went wrong in the server. */
export const fails = (name: string, id: Life, method: string, path: RegExp, also: readonly RequirementId[] = []): Mutant =>
  lying(name, id, method, path, answering(withServerError), [...also, 'status.no-server-error']);
