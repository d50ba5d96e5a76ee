import { pathOf, queryOf, rewritingErrors, rewritingLists } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

export const mutants: readonly Mutant[] = [
  {
    name: 'a-removed-host-has-another-code',
    breaks: 'journey.stop-monitoring-a-process',
    mock: {
      wire: rewritingErrors((error, request) =>
        pathOf(request).includes('/hosts/byName/') && error['error'] === 404
          ? { ...error, errorCode: 'HOST_NOT_FOUND' }
          : undefined,
      ),
    },
  },
  {
    name: 'a-removed-host-is-told-of-without-its-port',
    breaks: 'journey.stop-monitoring-a-process',
    mock: {
      wire: rewritingErrors((error, request) =>
        pathOf(request).includes('/hosts/byName/')
          ? { ...error, detail: 'No host with that name exists in this project.', parameters: [] }
          : undefined,
      ),
    },
  },
  {
    name: 'the-sixth-page-of-ten-has-a-next',
    breaks: 'journey.fifty-seven-hosts',
    also: ['list.next-absent-on-last'],
    mock: {
      wire: rewritingLists((list, request) => {
        const query = queryOf(request);
        if (query.get('pageNum') !== '6' || query.get('itemsPerPage') !== '10' || list['totalCount'] !== 57) return undefined;
        return { ...list, links: [...list.links, { rel: 'next', href: list.links[0]?.['href'] }] };
      }),
    },
  },
  {
    name: 'user-b-is-refused-in-project-y',
    breaks: 'journey.two-users-two-projects',
    also: ['rate.counter-per-project', 'code.RATE_LIMITED'],
    mock: {
      inner: (next) => {
        // B is the caller who is refused first.
        const firstRefused = new Map<string, Parameters<typeof next>[0]>();
        return async (request) => {
          const path = pathOf(request);
          if (!/^\/groups\/[^/]+\/events$/.test(path)) return next(request);
          const response = await next(request);
          if (response.status === 429 && !firstRefused.has(path)) firstRefused.set(path, request);
          const spent = [...firstRefused.values()].find(({ caller }) => caller === request.caller);
          if (spent === undefined || pathOf(spent) === path) return response;
          const again = await next(spent);
          // In the words of a refusal in project Y.
          return { ...again, body: again.body.replaceAll(pathOf(spent), path) };
        };
      },
    },
  },
];
