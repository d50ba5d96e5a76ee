import type { MockOptions } from '../../../src/mock/forms/types.ts';
import { pathOf, rewritingLists } from '../lies.ts';

/** How servers may differ about access lists; equivalents. */
export const accessListForms: readonly { readonly name: string; readonly mock: MockOptions }[] = [
  {
    name: 'access-list-entries-without-a-block',
    mock: {
      inner: rewritingLists((list, request) =>
        pathOf(request).endsWith('/accessList')
          ? {
              ...list,
              results: list.results.map(({ cidrBlock, ...entry }) =>
                entry['ipAddress'] === undefined ? { ...entry, cidrBlock } : entry,
              ),
            }
          : undefined,
      ),
    },
  },
  {
    // From any list, not only from that of the key that calls.
    name: 'the-address-of-a-call-is-removed-from-no-list',
    mock: {
      inner: (next) => (request) => {
        const [, own] = /\/accessList\/([^/]+)$/.exec(pathOf(request)) ?? [];
        if (request.method !== 'DELETE' || own !== request.remoteAddress) return next(request);
        const detail = `Cannot remove caller's IP address ${own} from access list.`;
        const error = { error: 400, reason: 'Bad Request', errorCode: 'CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST' };
        const body = JSON.stringify({ ...error, detail, parameters: [own] });
        return { status: 400, headers: { 'Content-Type': 'application/json' }, body };
      },
    },
  },
];
