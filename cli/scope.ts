import { requirementOf, requirements, type RequirementId } from '../contract/requirements/index.ts';
import { nearestName } from '../targets/nearest-name.ts';
import { UsageError } from '../targets/usage-error.ts';
import { inScope } from '../contract/scope.ts';

const all = Object.keys(requirements) as RequirementId[];

/** Throws UsageError, with the nearest id, for an id or glob that names no requirement. */
export function refuseUnknownScope(only: readonly string[]): void {
  const unknown = only.find((pattern) => !all.some((id) => inScope(id, [pattern])));
  if (unknown === undefined) return;
  throw new UsageError(`--only ${unknown} names no requirement; did you mean ${nearestName(unknown, all)}?`);
}

/**
 * What Playwright's `grep` must be to run the tests of a scope: `proves` puts the tag `@<id>` on each test.
 * Undefined means every test; so it is too when the scope has a requirement that is judged in every exchange of the
 * run. Throws UsageError.
 */
export function grepForScope(only: readonly string[]): RegExp | undefined {
  refuseUnknownScope(only);
  const ids = all.filter((id) => inScope(id, only));
  if (only.length === 0 || ids.some((id) => requirementOf(id).standing)) return undefined;
  return new RegExp(`@(?:${ids.map((id) => id.replaceAll('.', String.raw`\.`)).join('|')})(?![\\w.-])`);
}
