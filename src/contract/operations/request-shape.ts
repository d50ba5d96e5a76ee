import { pathBelow, shortened, valuesAt } from '../path-templates.ts';
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

const inferredAt = (path: string): string | undefined =>
  Object.values(inferredPaths).find((template) => valuesAt(template, path) !== undefined);

/** The shape of a request to a URL, for a target whose root is `baseUrl`. */
export function requestShape(method: string, url: string, baseUrl: string): RequestShape {
  const inside = pathBelow(baseUrl, url);
  const path = (inside ?? new URL(url).pathname) || '/';
  const resource = inside === undefined ? undefined : resourceAt(method, path);
  if (resource !== undefined) return { method, ...resource };
  const inferred = inside === undefined ? undefined : inferredAt(path);
  if (inferred !== undefined) return { method, path: inferred, family: 'provisioning' };
  return { method, path: shortened(path), family: 'other' };
}
