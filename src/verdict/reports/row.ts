import { foldedLines } from '../../contract/violation-shape.ts';
import { standingTitle } from '../check-verdict.ts';
import type { RequirementVerdict, Verdict } from '../verdict.ts';
import { isBinding } from '../verdict.ts';
import { causeOf, foldedList, proofLines, sentenceLine } from './causes.ts';

/**
 * What a requirement is where only four words are known: failed makes the target non-conformant, or the list of known
 * deviations wrong; a warning and a known deviation passed, with a word on it; what could not be judged was skipped.
 */
export type RowResult = 'passed' | 'failed' | 'error' | 'skipped';

export function resultOf(row: RequirementVerdict): RowResult {
  switch (row.outcome) {
    case 'kept':
    case 'known':
      return 'passed';
    case 'broken':
      return isBinding(row) ? 'failed' : 'passed';
    case 'stale':
      return 'failed';
    case 'setup-failed':
      return 'error';
    case 'not-provoked':
    case 'unverified':
    case 'not-offered':
    case 'not-applicable':
    case 'untested':
      return 'skipped';
  }
}

/** The outcome and why, on one line. */
export const outcomeLine = ({ outcome, reason, says }: RequirementVerdict): string => `${outcome}: ${reason ?? says}`;

/** The check that tells of a requirement what became of it, or else its first. A standing judge has no line of a spec. */
export function checkOf({ checks, outcome }: RequirementVerdict): { readonly file: string; readonly line?: number } | undefined {
  const check = checks.find((one) => one.outcome === outcome) ?? checks[0];
  return check && (check.title === standingTitle ? { file: check.file } : { file: check.file, line: check.line });
}

const inShort = (lines: readonly string[]): string[] => {
  const { shown, more } = foldedList(lines);
  return more === undefined ? [...shown] : [...shown, more];
};

/** What was found that is no fault. */
export const findingLines = ({ checks }: RequirementVerdict): string[] =>
  inShort(foldedLines(checks.flatMap(({ findings }) => findings)).map((line) => `finding: ${line}`));

/** All that is needed to act on what is wrong with a requirement, a line each; none where nothing is. */
export function actionLines(verdict: Verdict, row: RequirementVerdict): string[] {
  const wrong = inShort(
    foldedLines(row.checks.filter(({ outcome }) => outcome === row.outcome).flatMap(({ violations }) => violations)),
  );
  const cause = causeOf(verdict, row.id);
  if (cause === undefined) return [sentenceLine(row), ...wrong];
  if (cause.requirement !== row.id) {
    return [sentenceLine(row), ...wrong, `It follows from ${cause.requirement}: ${cause.says}`, `More: omconform show ${row.id}`];
  }
  const follows = inShort(cause.follows.map(({ requirement }) => requirement));
  return [
    sentenceLine(row),
    ...wrong,
    ...(cause.proof === null ? [] : ['', ...proofLines(cause.proof)]),
    ...(follows.length === 0 ? [] : ['', `From it follow: ${follows.join(' ')}`]),
  ];
}
