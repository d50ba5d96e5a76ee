import type { Handler, Layer, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { isObject } from '../../../src/wire/json.ts';
import { timeOf } from '../credentials.ts';
import { jsonOf, pathOf, queryOf, withJson } from '../lies.ts';
import { withStatus } from './statuses.ts';
import { isOther, type KindEverywhere } from './lie.ts';

const isLimited = (request: MockRequest): boolean => /^\/groups\/[^/]+\/events$/.test(pathOf(request));

/** Another limit, and another window, by options of the mock itself. */
const limits = ['50', '90', '98', '99', '101', '102', '110', '200', '100000'];
const windows = ['1', '10', '30', '59', '61', '90', '120', '600'];

const minute = 60_000;

/** What one counter counts apart, or together. */
const counters: Readonly<Record<string, (request: MockRequest) => string>> = {
  'each query': (request) => `${pathOf(request)}?${queryOf(request).toString()}`,
  'each page': (request) => `${pathOf(request)} ${queryOf(request).get('pageNum')}`,
  'each method': (request) => `${request.method} ${pathOf(request)}`,
  'each address': ({ remoteAddress }) => remoteAddress,
  'each caller': (request) => `${pathOf(request)} ${isOther(request)}`,
  'all projects': () => 'all',
  'each envelope': (request) => `${pathOf(request)} ${queryOf(request).has('envelope')}`,
};

const tooMany = ({ method, target }: MockRequest): ServerResponse => {
  const path = target.split('?')[0]!;
  const detail = `Resource ${path} is limited to 100 requests every 1 minutes.`;
  const document = { detail, error: 429, errorCode: 'RATE_LIMITED', parameters: [path, '100', '1'], reason: 'Too Many Requests' };
  return {
    status: 429,
    headers: { 'Content-Type': 'application/json' },
    body: method === 'HEAD' ? '' : JSON.stringify(document),
  };
};

/** A counter of the lie's own in place of the mock's. */
const counting =
  (counterOf: (request: MockRequest) => string, length = minute): Layer =>
  (next) => {
    const counts = new Map<string, number>();
    const served = new Map<string, ServerResponse>();
    return async (request) => {
      const response = await next(request);
      if (!isLimited(request) || (response.status !== 200 && response.status !== 429)) return response;
      if (response.status === 200) served.set(request.target, response);
      const window = Math.floor((await timeOf(next, request)) / length);
      const counter = `${window} ${counterOf(request)}`;
      const count = (counts.get(counter) ?? 0) + 1;
      counts.set(counter, count);
      return count <= 100 ? (served.get(request.target) ?? response) : tooMany(request);
    };
  };

/** What is answered beyond the limit. */
const refusals: Readonly<Record<string, (response: ServerResponse) => ServerResponse>> = {
  'as unavailable': (response) => withStatus(response, 503),
  'as forbidden': (response) => withStatus(response, 403),
  'as bad': (response) => withStatus(response, 400),
  'without a document': (response) => ({ ...response, body: '' }),
  'with another code': (response) => withError(response, { errorCode: 'RATE_LIMITED_IP' }),
  'with another number': (response) => withError(response, { error: 400 }),
  'with another limit': (response) =>
    withError(response, { detail: 'Resource /groups is limited to 1000 requests every 1 minutes.' }),
  'as served': (response) => ({ ...response, status: 200 }),
};

const withError = (response: ServerResponse, fields: object): ServerResponse => {
  const document = jsonOf(response);
  return isObject(document) ? withJson(response, { ...document, ...fields }) : response;
};

/** What else is refused while a project has no requests left. Which resources have a limit no page says; these are the suite's examples. */
const spilling: Readonly<Record<string, RegExp>> = {
  project: /^\/groups\/[^/]+$/,
  root: /^\/?$/,
};

const spill =
  (path: RegExp): Layer =>
  (next: Handler) => {
    let spent = -1;
    return async (request) => {
      const response = await next(request);
      if (response.status === 429) spent = Math.floor((await timeOf(next, request)) / minute);
      if (spent < 0 || !path.test(pathOf(request)) || response.status !== 200) return response;
      return Math.floor((await timeOf(next, request)) / minute) === spent ? tooMany(request) : response;
    };
  };

export const rateKinds: readonly KindEverywhere[] = [
  { name: 'rate.limit', everywhere: limits, mock: ({ part }) => ({ rateLimit: Number(part) }) },
  {
    name: 'rate.window',
    everywhere: windows,
    mock: ({ part }) => ({ wire: counting(pathOf, Number(part) * 1000) }),
  },
  { name: 'rate.counts-apart', everywhere: Object.keys(counters), mock: ({ part }) => ({ wire: counting(counters[part]!) }) },
  {
    name: 'rate.refuses',
    everywhere: Object.keys(refusals),
    mock: ({ part }) => ({
      wire: (next) => async (request) => {
        const response = await next(request);
        return response.status === 429 ? refusals[part]!(response) : response;
      },
    }),
  },
  { name: 'rate.closes', everywhere: Object.keys(spilling), mock: ({ part }) => ({ wire: spill(spilling[part]!) }) },
];
