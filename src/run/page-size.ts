import type { CallStep } from '../client/call-steps.ts';
import { limits } from '../contract/limits.ts';
import type { Settings } from '../target/settings/types.ts';

/** Most entities that a page of the target holds. */
export const largestPage = ({ target }: Settings): number => target.maxItemsPerPage ?? limits.maxItemsPerPage;

/**
 * Asks a target that has smaller pages for the largest of those where the largest documented are meant. Undefined where
 * its pages are as large.
 */
export function withinPageSize(settings: Settings): CallStep | undefined {
  const most = largestPage(settings);
  if (most >= limits.maxItemsPerPage) return undefined;
  const documented = String(limits.maxItemsPerPage);
  const inPath = new RegExp(`([?&]itemsPerPage=)${documented}(?=&|$)`);
  return {
    before: ({ path, query, ...call }) => ({
      ...call,
      path: path.replace(inPath, `$1${most}`),
      ...(query && { query: String(query['itemsPerPage']) === documented ? { ...query, itemsPerPage: most } : query }),
    }),
  };
}
