import type { Layer, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { pathOf, rewritingErrors } from '../lies.ts';
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
    mock: {
      inner: onceSpent((request, response, spent, next) =>
        isLimited(request) && request.target !== spent.target ? next(spent) : response,
      ),
    },
  },
  {
    name: 'rate-limits-every-resource',
    breaks: 'rate.other-resources-unaffected',
    mock: {
      inner: (next) => {
        const spent = new Map<string, MockRequest>();
        return async (request) => {
          const response = await next(request);
          if (response.status === 429) spent.set(pathOf(request).replace(/\/events$/, ''), request);
          const counted = request.method === 'GET' ? spent.get(pathOf(request)) : undefined;
          return counted === undefined ? response : next(counted);
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
];
