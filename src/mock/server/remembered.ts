import type { Route } from '../rules/route.ts';
import type { Layer, MockRequest } from '../forms/types.ts';
import type { ServerResponse } from '../../wire/http.ts';

/** A clock that counts how often it was looked at. */
export interface WatchedClock {
  readonly now: () => number;
  readonly looks: () => number;
}

export function watched(now: () => number): WatchedClock {
  let count = 0;
  return {
    now: () => {
      count += 1;
      return now();
    },
    looks: () => count,
  };
}

/** How many answers are remembered at once. */
const most = 200;

/**
 * Gives the answer to a reading request again, to the same caller, for as long as nothing can have changed: any other
 * request makes it forget everything. So does a reading one that looked at the clock, because what changes with time is
 * brought up to date by whoever looks at it, and one that is counted, in an access list or by the rate limit.
 */
export function remembering(clock: WatchedClock, routeOf: (request: MockRequest) => Route | undefined): Layer {
  const answers = new Map<string, ServerResponse>();
  return (next) => (request) => {
    const { method, caller = '', remoteAddress, origin, target } = request;
    const reads = method === 'GET' || method === 'HEAD';
    const question = `${caller} ${remoteAddress} ${origin}${target}`;
    const known = reads ? answers.get(question) : undefined;
    if (known) return known;
    const before = clock.looks();
    const answer = next(request);
    const route = routeOf(request);
    const counted = route?.rateLimited || route?.accessListRequired;
    const lasts = reads && !counted && clock.looks() === before && !(answer instanceof Promise);
    if (!lasts || answers.size >= most) answers.clear();
    if (lasts) answers.set(question, answer);
    return answer;
  };
}
