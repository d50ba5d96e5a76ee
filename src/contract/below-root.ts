/**
 * What a URL names below the root of the API: its path without query, fragment and trailing slashes, `''` for the root
 * itself; undefined where it lies elsewhere. `…/v1.0beta/groups` is not below `…/v1.0`. Escapes stay as they are.
 * Takes the root as a URL or as a path, and the place as an absolute URL.
 */
export function pathBelow(root: string, url: string): string | undefined {
  const base = (URL.canParse(root) ? new URL(root).pathname : root).replace(/\/+$/, '');
  const { pathname } = new URL(url);
  if (pathname !== base && !pathname.startsWith(`${base}/`)) return undefined;
  return pathname.slice(base.length).replace(/\/+$/, '');
}
