import { limits } from '../../../src/contract/limits.ts';
import type { Handler, Layer, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { mainKeys } from '../credentials.ts';
import { answering, bodyOf, jsonOf, pathOf, rewriting, withBody, withJson } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

export type Json = Record<string, unknown>;

/** A lie whose authors' checks were not read: one documented sentence, broken in one family, method or caller. */
export interface HeldOut extends Mutant {
  /** Of the kinds of blindness: 1 any and every, 2 upper bounds, 3 login by method, 4 no Digest, 5 absence, 6 old truth. */
  readonly kind: 1 | 2 | 3 | 4 | 5 | 6;
  /** What it is told about. */
  readonly family: string;
  /** The sentence that it breaks, in our own words, with its section. */
  readonly sentence: string;
}

/** A pattern of paths below the base path: `{G}` and the like stand for one segment. */
export const at = (pattern: string): RegExp => new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}/?$`);

/** A lie told to requests with one of these methods on such paths. */
export const to =
  (methods: string, pattern: string, lie: Layer): Layer =>
  (next) => {
    const lying = lie(next);
    const path = at(pattern);
    const wanted = methods.split(' ');
    return (request) => (wanted.includes(request.method) && path.test(pathOf(request)) ? lying(request) : next(request));
  };

/** The same at the place of the inner layer. */
export const inner = (methods: string, pattern: string, lie: Layer): HeldOut['mock'] => ({ inner: to(methods, pattern, lie) });

export const errorCodeOf = (response: ServerResponse): unknown => (jsonOf(response) as Json | undefined)?.['errorCode'];

export const targetOf = (path: string): string => limits.basePath + path;

export const getting = async (next: Handler, request: MockRequest, path: string): Promise<ServerResponse> =>
  next({ ...request, method: 'GET', target: targetOf(path), body: '' });

/** What is refused with one of these codes is done as if the main caller had asked. */
export const admitting =
  (...codes: string[]): Layer =>
  (next) =>
  async (request) => {
    const response = await next(request);
    return codes.includes(String(errorCodeOf(response))) ? next({ ...request, caller: mainKeys.publicKey }) : response;
  };

/** Roles are not asked for. */
export const anyRole: Layer = admitting('USER_UNAUTHORIZED', 'NOT_GROUP_USER_ADMIN', 'NOT_ORG_ADMIN');

/** Membership is not asked for. */
export const anyMember: Layer = admitting('NOT_IN_GROUP', 'USER_CANNOT_ACCESS_GROUP');

const withoutKey = (value: unknown, name: string): unknown => {
  if (Array.isArray(value)) return value.map((one) => withoutKey(one, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== name)
      .map(([key, one]) => [key, withoutKey(one, name)]),
  );
};

/** A field that is refused with that code is left out and passed over in silence. */
export const passingOver =
  (code: string, where: 'anywhere' | 'nested' = 'anywhere'): Layer =>
  (next) =>
  async (request) => {
    let now = request;
    for (let tries = 0; tries < 20; tries += 1) {
      const response = await next(now);
      const name = String(((jsonOf(response) as Json | undefined)?.['parameters'] as unknown[] | undefined)?.[0]);
      if (errorCodeOf(response) !== code) return response;
      const document: unknown = JSON.parse(now.body);
      const tops = Array.isArray(document) ? document.flatMap((one) => Object.keys(one as Json)) : Object.keys(document as Json);
      if (where === 'nested' && tops.includes(name)) return response;
      now = withBody(now, withoutKey(document, name));
    }
    return next(now);
  };

/** A value that is refused with that code is taken after all: another is kept, and the answer shows the one that was sent. */
export const acceptingBeyond =
  (code: string, change: (body: Json) => Json): Layer =>
  (next) =>
  async (request) => {
    const response = await next(request);
    const body = bodyOf(request);
    if (errorCodeOf(response) !== code || body === undefined) return response;
    const taken = await next(withBody(request, change(body)));
    const document = jsonOf(taken) as Json | undefined;
    if (taken.status >= 300 || document === undefined) return taken;
    const shown = Object.fromEntries(
      Object.keys(body)
        .filter((name) => name in document)
        .map((name) => [name, body[name]]),
    );
    return withJson(taken, { ...document, ...shown });
  };

/** Successful answers with one entity, in an envelope or not, have it changed. */
export const entity = (change: (entity: Json, request: MockRequest) => Json): Layer =>
  rewriting((document, request, { status }) => {
    if (status >= 300 || 'results' in document) return undefined;
    const { content } = document;
    const isWrapped = typeof content === 'object' && content !== null && 'status' in document;
    return isWrapped ? { ...document, content: change(content as Json, request) } : change(document, request);
  });

/** Each entity of a list is changed. */
export const listed = (change: (entity: Json) => Json): Layer =>
  rewriting((document) =>
    Array.isArray(document['results']) ? { ...document, results: (document['results'] as Json[]).map(change) } : undefined,
  );

/** Each entity, alone or in a list. */
export const everywhere =
  (change: (entity: Json) => Json): Layer =>
  (next) =>
    listed(change)(entity(change)(next));

/** Lists are changed as a whole. */
export const list = (
  change: (list: Json & { results: Json[]; links: Json[]; totalCount: number }, request: MockRequest) => unknown,
): Layer =>
  rewriting((document, request) =>
    Array.isArray(document['results'])
      ? change(document as Json & { results: Json[]; links: Json[]; totalCount: number }, request)
      : undefined,
  );

export const without = (document: Json, ...names: string[]): Json =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name)));

export const status = (wrong: number): Layer =>
  answering((response) => (response.status < 300 ? { ...response, status: wrong } : response));

/** A refusal as the API writes it. */
export const refusal = (response: ServerResponse, code: number, errorCode: string, reason: string): ServerResponse => ({
  ...withJson(response, { detail: `${reason}.`, error: code, errorCode, parameters: [], reason }),
  status: code,
});

type Reader = (request: MockRequest) => boolean;

/** What was at `where` before a successful write is served there afterwards, so many times. */
export const oldAnswer =
  (write: { methods: string; path: string }, where: (path: string) => string, times = Infinity): Layer =>
  (next) => {
    const old = new Map<string, { answer: ServerResponse; left: number }>();
    const isWrite: Reader = (request) =>
      write.methods.split(' ').includes(request.method) && at(write.path).test(pathOf(request));
    return async (request) => {
      if (isWrite(request)) {
        const place = where(pathOf(request));
        const answer = await getting(next, request, place);
        const response = await next(request);
        if (answer.status === 200 && response.status < 300) old.set(place, { answer, left: times });
        return response;
      }
      const kept = request.method === 'GET' ? old.get(pathOf(request)) : undefined;
      if (kept === undefined || kept.left <= 0 || /[?&](pretty|envelope)=/.test(request.target)) return next(request);
      kept.left -= 1;
      return kept.answer;
    };
  };

/** Lists at `lists` go on showing what was changed at `items` as it was before. */
export const listShowsOld =
  (items: string, lists: string): Layer =>
  (next) => {
    const old = new Map<unknown, Json>();
    return async (request) => {
      const path = pathOf(request);
      if (['PATCH', 'PUT'].includes(request.method) && at(items).test(path)) {
        const before = await getting(next, request, path);
        const response = await next(request);
        const document = jsonOf(before) as Json | undefined;
        if (before.status === 200 && response.status < 300 && document) old.set(document['id'], document);
        return response;
      }
      const response = await next(request);
      const document = jsonOf(response) as Json | undefined;
      if (request.method !== 'GET' || !at(lists).test(path) || !Array.isArray(document?.['results'])) return response;
      const results = (document['results'] as Json[]).map((one) =>
        old.has(one['id']) ? { ...old.get(one['id']), links: one['links'] } : one,
      );
      return withJson(response, { ...document, results });
    };
  };

/** What was removed at `items` is still told at `lists`: as an entity there, or in the count alone. */
export const listKeepsRemoved =
  (items: string, lists: string, told: 'entity' | 'count', when: Reader = () => true): Layer =>
  (next) => {
    const gone = new Map<string, { list: string; entity: Json }>();
    return async (request) => {
      const path = pathOf(request);
      if (request.method === 'DELETE' && at(items).test(path)) {
        const before = jsonOf(await getting(next, request, path)) as Json | undefined;
        const response = await next(request);
        if (response.status < 300) gone.set(path, { list: path.replace(/\/[^/]+$/, ''), entity: before ?? {} });
        return response;
      }
      const response = await next(request);
      const document = jsonOf(response) as Json | undefined;
      if (request.method !== 'GET' || !at(lists).test(path) || !Array.isArray(document?.['results']) || !when(request))
        return response;
      const removed = [...gone.values()].filter((one) => one.list === path || path.startsWith('/orgs/')).map((one) => one.entity);
      if (removed.length === 0) return response;
      const total = Number(document['totalCount']) + removed.length;
      return withJson(response, {
        ...document,
        ...(told === 'entity' && { results: [...(document['results'] as Json[]), ...removed] }),
        totalCount: total,
      });
    };
  };

/** Lists at that path leave out what was made there since the mock began; the count agrees with it. */
export const listForgetsNew =
  (lists: string): Layer =>
  (next) => {
    const made = new Set<unknown>();
    return async (request) => {
      const response = await next(request);
      if (response.status >= 300 || !at(lists).test(pathOf(request))) return response;
      const document = jsonOf(response) as Json | undefined;
      if (request.method === 'POST') made.add(document?.['id']);
      if (request.method !== 'GET' || !Array.isArray(document?.['results'])) return response;
      const all = document['results'] as Json[];
      const results = all.filter((one) => !made.has(one['id']));
      return withJson(response, {
        ...document,
        results,
        totalCount: Number(document['totalCount']) - (all.length - results.length),
      });
    };
  };
