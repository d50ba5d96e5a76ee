import { pathOf, queryOf, rewritingErrors, rewritingLists } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

export const mutants: readonly Mutant[] = [
  {
    name: 'a-removed-host-has-another-code',
    breaks: 'journey.stop-monitoring-a-process',
    mock: {
      wire: rewritingErrors((error, request) =>
        pathOf(request).includes('/hosts/byName/') ? { ...error, errorCode: 'HOST_NOT_FOUND' } : undefined,
      ),
    },
  },
  {
    name: 'the-sixth-page-of-ten-has-a-next',
    breaks: 'journey.fifty-seven-hosts',
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
    mock: {
      inner: (next) => {
        const askers = new Map<string, string | undefined>();
        let spent: Parameters<typeof next>[0] | undefined;
        return async (request) => {
          if (!/^\/groups\/[^/]+\/events$/.test(pathOf(request))) return next(request);
          const response = await next(request);
          if (response.status === 429) spent = request;
          const first = askers.get(request.target) ?? request.caller;
          askers.set(request.target, first);
          // B is the caller who was refused; a project that B alone has asked is the other one.
          return spent !== undefined &&
            request.caller === spent.caller &&
            first === spent.caller &&
            request.target !== spent.target
            ? next(spent)
            : response;
        };
      },
    },
  },
];
