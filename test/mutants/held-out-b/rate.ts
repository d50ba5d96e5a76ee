import type { MockOptions, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { pathOf } from '../lies.ts';
import { refusal, timeOf, tracker, usernameOf, pp, type HeldOut } from './lie.ts';

const limited = /^\/groups\/(\w+)\/events(?:\/\w+)?$/;
const projectOf = (request: MockRequest): string => limited.exec(pathOf(request))?.[1] ?? '';
const minute = 60_000;

interface Log {
  /** When requests were let through. */
  passed: number[];
  /** When they were refused. */
  refused: number[];
}

const tooMany = (request: MockRequest): ServerResponse => {
  const answer = refusal('RATE_LIMITED', [request.target.split('?')[0]!, '100', '1'], 429, request);
  return { ...answer, headers: { ...answer.headers, 'Retry-After': '60' } };
};

/** A limiter of the lie's own in the place of the mock's. */
const limiter = (
  admits: (time: number, log: Log) => boolean,
  keyOf: (request: MockRequest) => string | undefined = projectOf,
): MockOptions => ({
  rateLimit: 1_000_000,
  wire: (next) => {
    const logs = new Map<string, Log>();
    return async (request) => {
      const response = await next(request);
      if (projectOf(request) === '' || response.status === 401 || response.status === 403) return response;
      const key = keyOf(request);
      if (key === undefined) return response;
      const log = logs.get(key) ?? { passed: [], refused: [] };
      logs.set(key, log);
      const time = await timeOf(next, request);
      const isAdmitted = admits(time, log);
      (isAdmitted ? log.passed : log.refused).push(time);
      return isAdmitted ? response : tooMany(request);
    };
  },
});

const inMinute = (time: number, times: readonly number[], length = minute): number =>
  times.filter((one) => Math.floor(one / length) === Math.floor(time / length)).length;

const aligned = (time: number, { passed }: Log): boolean => inMinute(time, passed) < 100;

const resets =
  'At 1:01pm, requests to project X may proceed, because the request counter used for rate limiting reset each minute.';
const upTo = 'For resources that are rate limited, Cloud Manager allows up to 100 requests per minute per project.';

const readersAreFree = (): MockOptions => {
  const keys = tracker();
  const limits = limiter(aligned, (request) =>
    keys.made.get(usernameOf(request))?.roles.every((role) => /READ_ONLY|MEMBER/.test(role)) ? undefined : projectOf(request),
  );
  return {
    ...limits,
    wire: (next) => {
      const limit = limits.wire!(next);
      return async (request) => {
        const response = await limit(request);
        keys.learn(request, response);
        return response;
      };
    },
  };
};

const lie = (name: string, family: string, sentence: string, mock: MockOptions): HeldOut => ({
  name,
  kind: '7 rate limit',
  family,
  sentence: `${sentence} (${pp})`,
  mock,
});

export const rate: readonly HeldOut[] = [
  lie(
    'rate-window-rolls',
    'events',
    resets,
    limiter((time, { passed }) => passed.filter((one) => one > time - minute).length < 100),
  ),
  lie(
    'rate-window-begins-with-the-first-request',
    'events',
    resets,
    limiter((time, { passed }) => {
      let start = -Infinity;
      let count = 0;
      for (const one of [...passed, time]) {
        if (one >= start + minute) [start, count] = [one, 0];
        count += 1;
      }
      return count <= 100;
    }),
  ),
  lie(
    'rate-refusal-closes-for-a-minute',
    'events',
    resets,
    limiter((time, log) => aligned(time, log) && time >= (log.refused.at(-1) ?? -Infinity) + minute),
  ),
  lie(
    'rate-refused-count-in-the-next-minute',
    'events',
    resets,
    limiter((time, { passed, refused }) => inMinute(time, passed) + inMinute(time - minute, refused) < 100),
  ),
  lie(
    'rate-window-of-two-minutes',
    'events',
    resets,
    limiter((time, { passed }) => inMinute(time, passed, 2 * minute) < 100),
  ),
  lie(
    'rate-counts-each-query-apart',
    'events',
    upTo,
    limiter(aligned, (request) => `${projectOf(request)}?${request.target.split('?')[1] ?? ''}`),
  ),
  lie(
    'rate-readers-are-not-counted',
    'events, a read-only key',
    'Since User A has already used up 50 requests within the 1:00pm minute for project X, the last 10 requests User B attempts to make are rejected.',
    readersAreFree(),
  ),
  lie(
    'rate-counts-by-address',
    'events',
    'User B can make requests to a rate limited resource in project Y, since each project maintains a separate request counter.',
    limiter(aligned, (request) => request.remoteAddress),
  ),
  lie('rate-lets-101-through', 'events', upTo, { rateLimit: 101 }),
  lie('rate-refusal-is-plain-text', 'events', 'When a request results in an error, the response body contains a JSON document', {
    wire: (next) => async (request) => {
      const response = await next(request);
      return response.status === 429
        ? {
            ...response,
            headers: { ...response.headers, 'Content-Type': 'text/plain' },
            body: request.method === 'HEAD' ? '' : 'Too Many Requests',
          }
        : response;
    },
  }),
];
