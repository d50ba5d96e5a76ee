import type { Handler, Layer, MockRequest } from '../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../src/wire/http.ts';
import type { Equivalent } from './equivalent.ts';
import { jsonOf, pathOf } from './lies.ts';

const collections =
  /^(\/(?:groups|orgs)\/[0-9a-f]{24}\/(hosts|clusters|alerts|alertConfigs|maintenanceWindows|events|logCollectionJobs|teams))\/([0-9a-f]{24,32})(?=\/|$)/;
const nobody = 'f'.repeat(32);

interface Place {
  readonly collection: string;
  readonly kind: string;
  readonly id: string;
}

const placeOf = (request: MockRequest): Place | undefined => {
  const [, collection, kind, id] = collections.exec(pathOf(request)) ?? [];
  return collection === undefined ? undefined : { collection, kind: kind!, id: id! };
};

/** What the list at that path began with when it was asked for first. */
function firstOf(): (next: Handler, request: MockRequest, collection: string) => Promise<string | undefined> {
  const known = new Map<string, string | undefined>();
  return async (next, request, collection) => {
    if (!known.has(collection)) {
      const target = request.target.slice(0, request.target.indexOf(collection)) + collection;
      const { results } = (jsonOf(await next({ ...request, method: 'GET', target: `${target}?itemsPerPage=1`, body: '' })) ??
        {}) as { results?: { id?: string }[] };
      known.set(collection, results?.[0]?.id);
    }
    return known.get(collection);
  };
}

/** Meets who reads what is listed first, or anything below it, in a place that was there before the run. */
const reading =
  (meet: (next: Handler, request: MockRequest, place: Place) => Promise<ServerResponse>): Layer =>
  (next) => {
    const first = firstOf();
    const made = new Set<unknown>();
    return async (request) => {
      const place = request.method === 'GET' ? placeOf(request) : undefined;
      const isMet =
        place !== undefined &&
        !made.has(place.collection.split('/')[2]) &&
        (await first(next, request, place.collection)) === place.id;
      if (isMet) return meet(next, request, place);
      const response = await next(request);
      if (request.method === 'POST') made.add((jsonOf(response) as { id?: unknown } | undefined)?.id);
      return response;
    };
  };

/** It is not there, ever. */
export const firstIsGone: Layer = reading(async (next, request, { id }) => {
  const unknown = nobody.slice(0, id.length);
  const response = await next({ ...request, target: request.target.replace(id, unknown) });
  return { ...response, body: response.body.replaceAll(unknown, id) };
});

/** Somebody removes it at that moment. */
const firstIsRemoved = (kind: string): Layer =>
  reading(async (next, request, place) => {
    if (place.kind === kind) await next({ ...request, method: 'DELETE', target: request.target.replace(/\?.*$/, ''), body: '' });
    return next(request);
  });

/** Of what another run or person may remove at any time. */
export const othersRemove: readonly Equivalent[] = ['hosts', 'alertConfigs', 'maintenanceWindows', 'teams'].map((kind) => ({
  name: `others-remove-the-first-of-the-${kind}`,
  mock: { inner: firstIsRemoved(kind) },
}));
