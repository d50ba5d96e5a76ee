import { mustBeSeen } from '../contract/requirement.ts';
import { requirementOf, requirements, type RequirementId } from '../contract/requirements/index.ts';
import { nearestName } from '../target/input/nearest-name.ts';
import { UsageError } from '../target/input/usage-error.ts';
import { inScope } from '../contract/scope.ts';

const all = Object.keys(requirements) as RequirementId[];

/** Throws UsageError, with the nearest id, for an id or glob that names no requirement. */
export function refuseUnknownScope(only: readonly string[]): void {
  // Which requirements the user's own specs add is known once these are read.
  const unknown = only.find((pattern) => !isOwn(pattern) && !all.some((id) => inScope(id, [pattern])));
  if (unknown === undefined) return;
  throw new UsageError(`--only ${unknown} names no requirement; did you mean ${nearestName(unknown, all)}?`);
}

const isOwn = (pattern: string): boolean => pattern.startsWith('own.');

/** The requirements whose tests a scope runs: all, when it has one that is judged in every exchange of the run. */
function idsToRun(only: readonly string[]): RequirementId[] {
  refuseUnknownScope(only);
  const ids = all.filter((id) => inScope(id, only));
  return ids.some((id) => requirementOf(id).standing) ? all : ids;
}

/** Matches the tests of these requirements: `proves` puts the tag `@<id>` on each test. */
function grepFor(ids: readonly RequirementId[], own: readonly string[] = []): RegExp {
  const named = [
    ...ids.map((id) => id.replaceAll('.', String.raw`\.`)),
    ...own.map((glob) => glob.replaceAll('.', String.raw`\.`).replaceAll('*', '[a-z0-9-]*')),
  ];
  if (named.length === 0) return /(?!)/;
  return new RegExp(`@(?:${named.join('|')})(?![\\w.-])`);
}

/**
 * What Playwright's `grep` must be to run the tests of a scope. Undefined means every test; so it is too when the scope
 * has a requirement that is judged in every exchange of the run. Throws UsageError.
 */
export function grepForScope(only: readonly string[]): RegExp | undefined {
  const ids = idsToRun(only);
  return ids.length === all.length ? undefined : grepFor(ids, only.filter(isOwn));
}

/**
 * The tests of a scope in two parts, for a run that may not come to its end: first what decides the verdict, the
 * documented MUSTs, then the rest. Throws UsageError.
 */
export function grepsByWorth(only: readonly string[]): { readonly musts: RegExp; readonly others: RegExp } {
  const ids = idsToRun(only);
  const musts = ids.filter((id) => mustBeSeen(requirementOf(id)));
  return {
    musts: grepFor(musts),
    others: grepFor(
      ids.filter((id) => !musts.includes(id)),
      only.length === 0 ? ['own.*'] : only.filter(isOwn),
    ),
  };
}
