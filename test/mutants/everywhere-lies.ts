import type { RequirementId } from '../../src/contract/requirements/index.ts';
import { eachEntity, isList, withEntities, type Life } from './life-lies.ts';
import type { MockRequest } from '../../src/mock/forms/types.ts';
import { answering, bodyOf, jsonOf, onlyFor, pathOf, queryOf, withJson } from './lies.ts';
import type { Mutant } from './mutant.ts';

type Json = Record<string, unknown>;
const nobody = '0'.repeat(24);

/** What a change sets is shown under the id of the thing, and what was there before elsewhere. */
export const staysElsewhere = (
  name: string,
  id: Life,
  item: RegExp,
  view: RegExp,
  field: string,
  { method = 'PATCH', idField = 'id' }: { readonly method?: string; readonly idField?: string } = {},
): Mutant => ({
  name,
  breaks: id,
  mock: {
    inner: (next) => {
      const before = new Map<unknown, unknown>();
      const asBefore = (entity: Json): Json =>
        before.has(entity[idField]) ? { ...entity, [field]: before.get(entity[idField]) } : entity;
      return async (request) => {
        if (request.method === method && item.test(pathOf(request)) && field in (bodyOf(request) ?? {})) {
          const there = jsonOf(await next({ ...request, method: 'GET', body: '' })) as Json | undefined;
          if (there?.[idField] !== undefined && !before.has(there[idField])) before.set(there[idField], there[field]);
        }
        const answer = await next(request);
        const document = jsonOf(answer) as Json | undefined;
        return request.method === 'GET' && answer.status === 200 && document && view.test(pathOf(request))
          ? withJson(answer, eachEntity(document, asBefore))
          : answer;
      };
    },
  },
});

/** By the name that it had before a change, or before its removal, a thing is still found. */
export const foundByItsOldName = (
  name: string,
  id: Life,
  method: string,
  item: RegExp,
  byName: RegExp,
  field: string,
): Mutant => ({
  name,
  breaks: id,
  mock: {
    inner: (next) => {
      const former = new Map<string, Json>();
      return async (request) => {
        const path = pathOf(request);
        if (request.method === method && item.test(path) && (method === 'DELETE' || field in (bodyOf(request) ?? {}))) {
          const there = jsonOf(await next({ ...request, method: 'GET', body: '' })) as Json | undefined;
          if (typeof there?.[field] === 'string') former.set(there[field], there);
        }
        const called = byName.exec(path)?.[1];
        const old = called === undefined ? undefined : former.get(decodeURIComponent(called).replace(/:\d+$/, ''));
        const answer = await next(request);
        return request.method === 'GET' && old && answer.status === 404 ? { ...withJson(answer, old), status: 200 } : answer;
      };
    },
  },
});

/** A list still counts what was removed, and shows it no more. */
export const countsTheRemoved = (name: string, id: Life, item: RegExp, list: RegExp): Mutant => ({
  name,
  breaks: id,
  also: ['list.total-count-is-whole-set'],
  mock: {
    inner: (next) => {
      let removed = 0;
      return async (request) => {
        const answer = await next(request);
        if (request.method === 'DELETE' && item.test(pathOf(request)) && answer.status < 300) removed += 1;
        const document = jsonOf(answer);
        return request.method === 'GET' && removed > 0 && list.test(pathOf(request)) && isList(document)
          ? withJson(answer, { ...document, totalCount: (document.totalCount ?? 0) + removed })
          : answer;
      };
    },
  },
});

/** After a removal, requests to what depended on it are answered as before. `as` makes the request that is answered in place. */
export const outlives = (
  name: string,
  id: Life,
  item: RegExp,
  of: (path: string) => string | undefined,
  shown: (id: string, request: MockRequest) => unknown,
): Mutant => ({
  name,
  breaks: id,
  mock: {
    inner: (next) => {
      const removed = new Set<string>();
      return async (request) => {
        const answer = await next(request);
        const path = pathOf(request);
        if (request.method === 'DELETE' && item.test(path) && answer.status < 300) removed.add(path.split('/').at(-1)!);
        const below = of(path);
        return request.method === 'GET' && answer.status >= 400 && below !== undefined && removed.has(below)
          ? { ...withJson(answer, shown(below, request)), status: 200 }
          : answer;
      };
    },
  },
});

/** The answer to a create brings another document: none of its fields, no body, or no id. */
export const showsInVain = (
  name: string,
  breaks: RequirementId,
  path: RegExp,
  shown: (document: Json) => Json | undefined,
  also: readonly RequirementId[] = [],
): Mutant => ({
  name,
  breaks,
  also,
  mock: {
    inner: onlyFor(
      'POST',
      path,
      answering((response) => {
        if (response.status >= 300) return response;
        const changed = shown(jsonOf(response) as Json);
        return changed === undefined ? { ...response, body: '' } : withJson(response, changed);
      }),
    ),
  },
});

/** What was removed is out of sight, in lists and under its id, and yet is there. */
export const staysOutOfSight = (
  name: string,
  id: Life,
  item: RegExp,
  list: RegExp,
  also: readonly RequirementId[] = [],
): Mutant => ({
  name,
  breaks: id,
  also,
  mock: {
    inner: (next) => {
      const removed = new Set<unknown>();
      return async (request) => {
        const path = pathOf(request);
        const last = path.split('/').at(-1)!;
        if (request.method === 'DELETE' && item.test(path) && !removed.has(last)) {
          removed.add(last);
          return { ...withJson(await next({ ...request, method: 'GET', target: '/api/public/v1.0/' }), {}), status: 200 };
        }
        if (item.test(path) && removed.has(last)) {
          const unknown = await next({ ...request, target: request.target.replace(last, nobody) });
          return { ...unknown, body: unknown.body.replaceAll(nobody, last) };
        }
        const answer = await next(request);
        return request.method === 'GET' && removed.size > 0 && list.test(path)
          ? withJson(
              answer,
              withEntities(jsonOf(answer), (all) => all.filter((one) => !removed.has(one['id']))),
            )
          : answer;
      };
    },
  },
});

/** Pages but the first leave out what was made since the mock began. */
export const forgetsOnLaterPages = (name: string, id: Life, path: RegExp, posted = path): Mutant => ({
  name,
  breaks: id,
  also: ['list.total-count-is-whole-set', 'list.page-size-honoured'],
  mock: {
    inner: (next) => {
      const made = new Set<unknown>();
      return async (request) => {
        const answer = await next(request);
        if (answer.status >= 300) return answer;
        const document = jsonOf(answer) as Json | undefined;
        if (request.method === 'POST' && posted.test(pathOf(request))) made.add(document?.['id']);
        const isLater = Number(queryOf(request).get('pageNum') ?? 1) > 1;
        return request.method === 'GET' && isLater && path.test(pathOf(request)) && isList(document)
          ? withJson(answer, { ...document, results: document.results.filter((one) => !made.has(one['id'])) })
          : answer;
      };
    },
  },
});
