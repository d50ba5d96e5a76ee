import type { Outcome, Violation } from '../../contract/outcomes.ts';
import type { RequirementVerdict } from '../verdict.ts';

/**
 * What became of a requirement between two runs. `changed`: broken in both, and not in the same way. `listed`: what is
 * broken has come onto the list of known deviations.
 */
export const changes = ['newly-broken', 'changed', 'newly-unseen', 'mended', 'newly-seen', 'listed', 'added', 'dropped'] as const;
export type Change = (typeof changes)[number];

/** A requirement as one run has it; undefined where it is not in scope. */
export type Row = RequirementVerdict | undefined;

export const isBroken = ({ outcome }: RequirementVerdict): boolean => outcome === 'broken' || outcome === 'stale';

const unseenOutcomes: readonly Outcome[] = [
  'unverified',
  'setup-failed',
  'not-offered',
  'not-provoked',
  'not-applicable',
  'untested',
];
export const isUnseen = ({ outcome }: RequirementVerdict): boolean => unseenOutcomes.includes(outcome);

/** What became of a requirement; undefined where it is as it was. */
export function changeOf(before: Row, after: Row): Change | undefined {
  if (before === undefined) return after && 'added';
  if (after === undefined) return 'dropped';
  if (after.outcome === 'known') return before.outcome === 'known' ? undefined : 'listed';
  if (isBroken(after)) {
    if (!isBroken(before)) return 'newly-broken';
    return before.fingerprint === after.fingerprint && before.outcome === after.outcome ? undefined : 'changed';
  }
  if (isUnseen(after)) return isUnseen(before) ? undefined : 'newly-unseen';
  if (isUnseen(before)) return 'newly-seen';
  return before.outcome === 'kept' ? undefined : 'mended';
}

const violationsOf = ({ checks }: RequirementVerdict): readonly Violation[] => checks.flatMap(({ violations }) => violations);

/** What is wrong, in words: the first violation, and how many there are beside it. */
export function faultOf(row: RequirementVerdict): string | null {
  const [first, ...rest] = violationsOf(row);
  if (first === undefined) return row.reason;
  return `${first.path} ${first.message}${rest.length > 0 ? ` (and ${rest.length} more)` : ''}`.trim();
}
