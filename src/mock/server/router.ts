import type { Dialect, Product } from '../../contract/products.ts';
import type { Method, Route } from '../rules/route.ts';
import { parameterIn } from '../../contract/path-templates.ts';

/** A path that is served: its methods, and what stands in the places of its parameters, decoded. */
export interface Match {
  readonly methods: ReadonlyMap<Method, Route>;
  readonly values: readonly (readonly [parameter: string, value: string])[];
  /** Where the path ends with the slash before an id: what would be served with the id, which is empty. */
  readonly withoutId?: Match | undefined;
}

export type Router = (path: string) => Match | undefined;

interface Branch {
  readonly fixed: Map<string, Branch>;
  parameter?: Branch;
  readonly methods: Map<Method, Route>;
  /** Names of the parameters on the way here. */
  names: readonly string[];
}

function branch(): Branch {
  return { fixed: new Map(), methods: new Map(), names: [] };
}

function plant(root: Branch, route: Route, path: string): void {
  let at = root;
  const names: string[] = [];
  for (const segment of path.split('/').filter(Boolean)) {
    const name = parameterIn(segment);
    if (name === undefined) {
      const next = at.fixed.get(segment) ?? branch();
      at.fixed.set(segment, next);
      at = next;
    } else {
      names.push(name);
      at.parameter ??= branch();
      at = at.parameter;
    }
  }
  at.names = names;
  at.methods.set(route.method, route);
}

function decoded(segment: string): string | undefined {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** A block in a path has a slash of its own, which clients send as it is: the last one before a length. */
const blockInPath = /(\/(?:accessList|whitelist)\/[^/]+)\/(\d{1,3}\/?)$/;

function matchOf({ methods, names }: Branch, found: readonly string[]): Match {
  return { methods, values: names.map((name, index) => [name, found[index] ?? '']) };
}

/**
 * Finds what is served under a path below the base path, `/groups/…`; undefined when nothing is.
 * A fixed segment goes before a parameter; one trailing slash is allowed.
 */
export function createRouter(routes: readonly Route[], product: Product, dialect: Dialect): Router {
  const root = branch();
  for (const route of routes) {
    if (route.product && route.product !== product) continue;
    plant(root, route, dialect === 'whitelist' ? route.path.replaceAll('/accessList', '/whitelist') : route.path);
  }
  const find = (path: string): Match | undefined => {
    const segments = path.replace(blockInPath, '$1%2F$2').split('/');
    const end = segments.at(-1) === '' ? segments.length - 1 : segments.length;
    const found: string[] = [];
    let at = root;
    for (let index = 1; index < end; index += 1) {
      const segment = segments[index] ?? '';
      const fixed = at.fixed.get(segment);
      if (fixed) {
        at = fixed;
        continue;
      }
      const value = decoded(segment);
      if (!at.parameter || !value) return undefined;
      found.push(value);
      at = at.parameter;
    }
    if (at.methods.size === 0) return undefined;
    const withoutId = end < segments.length && at.parameter ? matchOf(at.parameter, found) : undefined;
    return { ...matchOf(at, found), withoutId };
  };
  // Each layer of the mock asks for the path of the one request that is being answered.
  let latest: { readonly path: string; readonly match: Match | undefined } | undefined;
  return (path) => {
    if (latest?.path !== path) latest = { path, match: find(path) };
    return latest.match;
  };
}
