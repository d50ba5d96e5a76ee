import type { Layer, MockOptions, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { mainKeys, timeOf } from '../credentials.ts';
import { pathOf, queryOf, rewritingErrors } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

const isLimited = (request: MockRequest): boolean => /^\/groups\/[^/]+\/events$/.test(pathOf(request));

/** A layer that may answer otherwise once some project has used up its requests; `spent` is that project's request. */
const onceSpent =
  (
    lie: (
      request: MockRequest,
      response: ServerResponse,
      spent: MockRequest,
      next: Parameters<Layer>[0],
    ) => ServerResponse | Promise<ServerResponse>,
  ): Layer =>
  (next) => {
    let spent: MockRequest | undefined;
    return async (request) => {
      const response = await next(request);
      if (response.status === 429) spent ??= request;
      return spent === undefined ? response : lie(request, response, spent, next);
    };
  };

/** The answer to a request of a project that has used up its requests, as if it had been this one. */
const refusedLike = async (spent: MockRequest, request: MockRequest, next: Parameters<Layer>[0]): Promise<ServerResponse> => {
  const answer = await next(spent);
  return { ...answer, body: answer.body.replaceAll(pathOf(spent), pathOf(request)) };
};

/** What became of the requests that one counter counts: when they were served, and when refused, in milliseconds. */
interface Counted {
  readonly served: number[];
  readonly refused: number[];
}

const minute = 60_000;
const limit = 100;

/** Those of the window of the clock that lies so many before the present one. */
const inWindow = (times: readonly number[], now: number, before = 0, length = minute): number =>
  times.filter((time) => Math.floor(time / length) === Math.floor(now / length) - before).length;

const ofMinute = ({ served }: Counted, now: number): number => inWindow(served, now);

/** A limit of the lie's own in place of the mock's: `used` gives what of the limit is used up, `counterOf` whose it is. */
const limiting = (
  used: (counted: Counted, now: number) => number,
  counterOf: (request: MockRequest) => string = pathOf,
): MockOptions => ({
  wire: (next) => {
    const counters = new Map<string, Counted>();
    const answers = new Map<string, ServerResponse>();
    return async (request) => {
      const response = await next(request);
      if (!isLimited(request) || (response.status !== 200 && response.status !== 429)) return response;
      const same = `${request.method} ${request.target}`;
      if (response.status === 200) answers.set(same, response);
      const counted = counters.get(counterOf(request)) ?? { served: [], refused: [] };
      counters.set(counterOf(request), counted);
      const now = await timeOf(next, request);
      const isServed = used(counted, now) < limit;
      counted[isServed ? 'served' : 'refused'].push(now);
      return isServed ? (answers.get(same) ?? response) : tooMany(request);
    };
  },
});

const tooMany = ({ method, target }: MockRequest): ServerResponse => {
  const path = target.split('?')[0]!;
  const detail = `Resource ${path} is limited to 100 requests every 1 minutes.`;
  const document = { detail, error: 429, errorCode: 'RATE_LIMITED', parameters: [path, '100', '1'], reason: 'Too Many Requests' };
  const body = method === 'HEAD' ? '' : JSON.stringify(document);
  return { status: 429, headers: { 'Content-Type': 'application/json' }, body };
};

/** Of a window that opens with the first request after the one before has closed. */
function sinceFirst({ served }: Counted, now: number): number {
  let [opened, count] = [-Infinity, 0];
  for (const time of [...served, now]) {
    if (time >= opened + minute) [opened, count] = [time, 0];
    count += 1;
  }
  return count - 1;
}

/** Windows other than those of the clock. */
const windows: readonly (readonly [name: string, used: (counted: Counted, now: number) => number])[] = [
  ['rate-window-is-the-last-minute', ({ served }, now) => served.filter((time) => time > now - minute).length],
  ['rate-window-opens-with-the-first-request', sinceFirst],
  ['rate-window-is-two-minutes', ({ served }, now) => inWindow(served, now, 0, 2 * minute)],
  [
    'rate-window-is-two-minutes-and-odd',
    ({ served }, now) =>
      inWindow(
        served.map((time) => time + minute),
        now + minute,
        0,
        2 * minute,
      ),
  ],
  [
    'rate-refusal-closes-for-a-minute',
    (counted, now) => (now < (counted.refused.at(-1) ?? -Infinity) + minute ? limit : ofMinute(counted, now)),
  ],
  ['rate-refused-count-in-the-next-minute', (counted, now) => ofMinute(counted, now) + inWindow(counted.refused, now, 1)],
];

/** Counters that are not those of a project. */
const counters: readonly (readonly [name: string, counterOf: (request: MockRequest) => string])[] = [
  ['rate-counts-each-query-apart', (request) => `${pathOf(request)}?${queryOf(request).toString()}`],
  ['rate-counts-each-page-apart', (request) => `${pathOf(request)} ${queryOf(request).get('pageNum')}`],
  ['rate-counts-each-method-apart', (request) => `${request.method} ${pathOf(request)}`],
];

export const mutants: readonly Mutant[] = [
  { name: 'rate-allows-half-the-limit', breaks: 'rate.allows-the-limit', mock: { rateLimit: 50 } },
  { name: 'rate-never-refuses', breaks: 'rate.refuses-beyond', mock: { rateLimit: 100_000 } },
  {
    name: 'rate-refuses-with-another-code',
    breaks: 'rate.refusal-document',
    mock: {
      wire: rewritingErrors((error) => (error['error'] === 429 ? { ...error, errorCode: 'UNEXPECTED_ERROR' } : undefined)),
    },
  },
  {
    name: 'rate-refusal-tells-another-limit',
    breaks: 'rate.refusal-document',
    mock: {
      wire: rewritingErrors((error) =>
        error['error'] === 429
          ? { ...error, detail: String(error['detail']).replace(' 100 ', ' 1000 '), parameters: [] }
          : undefined,
      ),
    },
  },
  {
    name: 'rate-counts-each-caller-apart',
    breaks: 'rate.counter-shared-by-callers',
    mock: {
      inner: (next) => {
        let first: string | undefined;
        let served: ServerResponse | undefined;
        return async (request) => {
          if (isLimited(request)) first ??= request.caller;
          const response = await next(request);
          if (isLimited(request) && response.status === 200) served = response;
          if (response.status !== 429 || request.caller === first) return response;
          return served ?? response;
        };
      },
    },
  },
  {
    name: 'rate-counts-all-projects-together',
    breaks: 'rate.counter-per-project',
    also: ['code.RATE_LIMITED', 'list.self-link-always'],
    mock: {
      inner: onceSpent((request, response, spent, next) =>
        isLimited(request) && request.target !== spent.target ? refusedLike(spent, request, next) : response,
      ),
    },
  },
  {
    name: 'rate-limits-every-resource',
    breaks: 'rate.other-resources-unaffected',
    also: ['code.RATE_LIMITED'],
    mock: {
      inner: (next) => {
        const spent = new Map<string, MockRequest>();
        return async (request) => {
          const response = await next(request);
          if (response.status === 429) spent.set(pathOf(request).replace(/\/events$/, ''), request);
          const counted = request.method === 'GET' ? spent.get(pathOf(request)) : undefined;
          return counted === undefined ? response : refusedLike(counted, request, next);
        };
      },
    },
  },
  {
    name: 'rate-never-opens-again',
    breaks: 'rate.opens-again',
    mock: {
      inner: (next) => {
        const refused = new Map<string, ServerResponse>();
        return async (request) => {
          const response = refused.get(request.target) ?? (await next(request));
          if (response.status === 429) refused.set(request.target, response);
          return response;
        };
      },
    },
  },
  {
    name: 'rate-refused-caller-is-refused-the-root',
    breaks: 'rate.other-resources-unaffected',
    mock: {
      inner: (next) => {
        const refused = new Set<string | undefined>();
        return async (request) => {
          const response = await next(request);
          if (response.status === 429 && request.caller !== mainKeys.publicKey) refused.add(request.caller);
          return ['', '/'].includes(pathOf(request)) && refused.has(request.caller) ? tooMany(request) : response;
        };
      },
    },
  },
  ...windows.map(([name, used]): Mutant => ({ name, breaks: 'rate.opens-again', mock: limiting(used) })),
  ...counters.map(([name, counterOf]): Mutant => ({ name, breaks: 'rate.refuses-beyond', mock: limiting(ofMinute, counterOf) })),
  {
    name: 'rate-counts-each-address',
    breaks: 'rate.counter-per-project',
    mock: limiting(ofMinute, ({ remoteAddress }) => remoteAddress),
  },
];
