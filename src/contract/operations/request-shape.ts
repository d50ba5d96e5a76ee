import { pathBelow } from '../below-root.ts';
import { inferredPaths } from '../inferred-paths.ts';
import { resourceAt } from './index.ts';

/** A request without what is particular about it: its ids, names and query. */
export interface RequestShape {
  readonly method: string;
  /** Below the base path, parameters in braces; the whole path where it lies elsewhere. */
  readonly path: string;
  /** As src/contract/operations/index names it; `other` for paths that no document knows. */
  readonly family: string;
}

const segments = (path: string): string[] => path.split('/').filter(Boolean);

/** What made-up names begin with; see src/cleanup/names.ts. */
const madeUp = /^omc-[0-9a-f]{6}|[0-9a-f]{24}/i;

function inferredAt(path: string): string | undefined {
  const given = segments(path);
  return Object.values(inferredPaths).find((template) => {
    const wanted = segments(template);
    return wanted.length === given.length && wanted.every((word, index) => word.startsWith('{') || word === given[index]);
  });
}

/** The shape of a request to a URL, for a target whose root is `baseUrl`. */
export function requestShape(method: string, url: string, baseUrl: string): RequestShape {
  const inside = pathBelow(baseUrl, url);
  const path = (inside ?? new URL(url).pathname) || '/';
  const resource = inside === undefined ? undefined : resourceAt(method, path);
  if (resource !== undefined) return { method, ...resource };
  const inferred = inside === undefined ? undefined : inferredAt(path);
  if (inferred !== undefined) return { method, path: inferred, family: 'provisioning' };
  const known = segments(path).map((word) => (madeUp.test(word) ? '{MADE-UP}' : word));
  return { method, path: `/${known.join('/')}`, family: 'other' };
}
