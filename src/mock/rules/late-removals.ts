import type { Handler, Layer, MockRequest } from '../forms/types.ts';
import type { ServerResponse } from '../../wire/http.ts';

type Document = Readonly<Record<string, unknown>>;

/** What was removed, as it still shows. */
interface Leaving {
  looks: number;
  readonly alone: ServerResponse | undefined;
  readonly listed: Document | undefined;
}

/** So many looks at what was removed, or at its list, still find it. */
const looks = 3;

const pathOf = ({ target }: MockRequest): string => target.replace(/\?.*$/, '');
const listOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const keyOf = (path: string): string => decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));

/** The entities of an answer, which are a list or a bare array. */
function entitiesOf({ status, body }: ServerResponse): readonly Document[] {
  if (status !== 200 || !/^[[{]/.test(body)) return [];
  const document = JSON.parse(body) as { results?: readonly Document[] } | readonly Document[];
  return 'results' in document ? (document.results ?? []) : Array.isArray(document) ? document : [];
}

const isNamed =
  (key: string) =>
  (entity: Document): boolean =>
    Object.values(entity).includes(key);

async function asItIs(next: Handler, request: MockRequest): Promise<Leaving> {
  const path = pathOf(request);
  const read = async (target: string): Promise<ServerResponse> => next({ ...request, method: 'GET', target, body: '' });
  const [alone, list] = [await read(path), await read(`${listOf(path)}?itemsPerPage=500`)];
  return { looks, alone: alone.status === 200 ? alone : undefined, listed: entitiesOf(list).find(isNamed(keyOf(path))) };
}

/** A list with the entity at its end, where the page has room for it. */
function withEntity(response: ServerResponse, entity: Document, key: string): ServerResponse {
  const document = JSON.parse(response.body) as Document | readonly Document[];
  if (entitiesOf(response).some(isNamed(key)) || /"rel": ?"next"/.test(response.body)) return response;
  if (Array.isArray(document)) return { ...response, body: JSON.stringify([...document, entity]) };
  const { results, totalCount } = document as { results?: readonly Document[]; totalCount?: number };
  if (results === undefined) return response;
  return {
    ...response,
    body: JSON.stringify({
      ...document,
      results: [...results, entity],
      ...(totalCount !== undefined && { totalCount: totalCount + 1 }),
    }),
  };
}

/** Removals are accepted with 202 at once, and show a while later: by the looks that are taken, not by the clock. */
export const lateRemovals: Layer = (next) => {
  const leaving = new Map<string, Leaving>();
  const look = (path: string, one: Leaving): void => {
    one.looks -= 1;
    if (one.looks === 0) leaving.delete(path);
  };
  return async (request) => {
    const path = pathOf(request);
    if (request.method === 'DELETE') {
      const before = await asItIs(next, request);
      const response = await next(request);
      if (response.status !== 200) return response;
      leaving.set(path, before);
      return { ...response, status: 202, body: '{}' };
    }
    if (request.method !== 'GET') return next(request);
    const itself = leaving.get(path);
    if (itself?.alone !== undefined && path === request.target) {
      look(path, itself);
      return itself.alone;
    }
    let response = await next(request);
    for (const [of, one] of leaving) {
      if (listOf(of) !== path || one.listed === undefined || entitiesOf(response).length === 0) continue;
      look(of, one);
      response = withEntity(response, one.listed, keyOf(of));
    }
    return response;
  };
};
