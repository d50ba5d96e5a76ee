import type { RequirementId } from '../../src/contract/requirements/index.ts';
import type { resourceLives } from '../../src/contract/requirements/resources/lives.ts';
import type { Handler, Layer, MockRequest } from '../../src/mock/forms/types.ts';
import { isObject } from '../../src/wire/json.ts';
import { answering, bodyOf, jsonOf, onlyFor, pathOf, rewriting, withBody, withJson, withServerError, withShown } from './lies.ts';
import type { Mutant } from './mutant.ts';

type Json = Record<string, unknown>;
export type Life = keyof typeof resourceLives;
type Step<S extends string> = Extract<Life, `resource.${string}-${S}`> extends `resource.${infer K}-${S}` ? K : never;
interface Listing {
  readonly results: readonly Json[];
  readonly totalCount?: number;
}

export const isList = (document: unknown): document is Json & Listing =>
  Array.isArray((document as Partial<Listing> | undefined)?.results);

/** A list, wrapped or bare, without some of its entities, or with more. */
export function withEntities(document: unknown, change: (entities: readonly Json[]) => readonly Json[]): unknown {
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
export const eachEntity = (document: Json, change: (entity: Json) => Json): unknown =>
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
  answers(`a-new-${kind}-is-answered-with-another-${field}`, `resource.${kind}-created` as Life, 'POST', path, field, lie, [
    'method.post-creates',
  ]),
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
    return answer.status < 300 ? withShown(answer, (shown) => (field in shown ? { ...shown, [field]: sent } : shown)) : answer;
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

/** What is at a path, as who asks sees it: read there, or found in the list that it belongs to. */
export async function entityAt(next: Handler, request: MockRequest): Promise<Json | undefined> {
  const read = async (target: string): Promise<unknown> => {
    const answer = await next({ ...request, method: 'GET', body: '', target });
    return answer.status === 200 ? jsonOf(answer) : undefined;
  };
  const target = request.target.replace(/\?.*$/, '');
  const [, list = '', last = ''] = /^(.*)\/([^/]+)$/.exec(target) ?? [];
  const there = await read(target);
  if (isObject(there)) return there;
  const listed = await read(list);
  const entities = Array.isArray(listed) ? (listed as Json[]) : isList(listed) ? listed.results : [];
  return entities.find((one) => Object.values(one).includes(decodeURIComponent(last)));
}

/** A change is made and shown, and then taken back: by the field as it was, or, of what is replaced, by the whole. */
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
      if (!(field in (bodyOf(request) ?? {}))) return next(request);
      const { links: _, ...before } = (await entityAt(next, request)) ?? {};
      const answer = await next(request);
      if (answer.status < 300) await next(withBody(request, method === 'PUT' ? before : { [field]: before[field] }));
      return answer;
    },
    also,
  );

/** A change of one field changes another one as well. */
export const changesMore = (name: string, id: Life, path: RegExp, field: string, more: Json): Mutant =>
  lying(name, id, 'PATCH', path, (next) => async (request) => {
    const body = bodyOf(request);
    return next(body !== undefined && field in body ? withBody(request, { ...body, ...more }) : request);
  });

/** What was removed can still be read. */
export const stays = (name: string, id: Life, path: RegExp, also: readonly RequirementId[] = []): Mutant => ({
  name,
  breaks: id,
  also,
  mock: {
    inner: (next) => {
      const removed = new Map<string, Json>();
      return async (request) => {
        const isRemoval = request.method === 'DELETE' && path.test(pathOf(request));
        const before = isRemoval ? await entityAt(next, request) : undefined;
        const answer = await next(request);
        if (before !== undefined && answer.status < 300) removed.set(pathOf(request), before);
        const shown = request.method === 'GET' && answer.status >= 400 ? removed.get(pathOf(request)) : undefined;
        return shown === undefined ? answer : { ...withJson(answer, shown), status: 200 };
      };
    },
  },
});

/** Who is taken out of a list is put back at once, by a request of that method. */
export const putBack = (
  name: string,
  id: Life,
  item: RegExp,
  how: (was: Json, request: MockRequest) => Pick<MockRequest, 'method' | 'target'> & { readonly document: unknown },
): Mutant =>
  lying(name, id, 'DELETE', item, (next) => async (request) => {
    const was = await entityAt(next, request);
    const answer = await next(request);
    if (was === undefined || answer.status >= 300) return answer;
    const { document, ...call } = how(was, request);
    await next({ ...withBody(request, document), ...call });
    return answer;
  });

/** An entity as lists show it: with no link but self. */
const withSelfAlone = (entity: Json): Json =>
  Array.isArray(entity['links']) ? { ...entity, links: (entity['links'] as Json[]).filter(({ rel }) => rel === 'self') } : entity;

/** What was removed is still listed, once, in the list that it was in; as `seen` shows it, where that is a list of other things. */
export const haunts = (
  name: string,
  id: Life,
  item: RegExp,
  list: RegExp,
  seen: (removed: Json) => Json = (removed) => removed,
): Mutant => ({
  name,
  breaks: id,
  mock: {
    inner: (next) => {
      let ghost: Json | undefined;
      let home: string | undefined;
      return async (request: MockRequest) => {
        const removes = request.method === 'DELETE' && item.test(pathOf(request));
        const before = removes ? await entityAt(next, request) : undefined;
        const answer = await next(request);
        if (before !== undefined && answer.status < 300) {
          ghost = withSelfAlone(before);
          const collection = pathOf(request).replace(/\/[^/]+$/, '');
          home = list.test(collection) ? collection : undefined;
        }
        if (request.method !== 'GET' || ghost === undefined || !list.test(pathOf(request))) return answer;
        if (home !== undefined && home !== pathOf(request)) return answer;
        const shown = seen(ghost);
        ghost = undefined;
        return withJson(
          answer,
          withEntities(jsonOf(answer), (all) => [...all, shown]),
        );
      };
    },
  },
});

/** Both lies about a removal; `also` is what cannot but break where nothing is removed. */
export const removedLies = (kind: Step<'removed'>, item: RegExp, list: RegExp, also: readonly RequirementId[] = []): Mutant[] => [
  stays(`a-removed-${kind}-stays`, `resource.${kind}-removed` as Life, item, also),
  haunts(`a-removed-${kind}-is-still-listed`, `resource.${kind}-removed` as Life, item, list),
];

/** A request is refused as if something went wrong in the server. */
export const fails = (name: string, id: Life, method: string, path: RegExp, also: readonly RequirementId[] = []): Mutant =>
  lying(name, id, method, path, answering(withServerError), [...also, 'status.no-server-error']);
