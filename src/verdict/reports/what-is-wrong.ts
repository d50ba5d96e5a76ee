import { foldedLines } from '../../contract/violation-shape.ts';
import type { RequirementVerdict } from '../verdict.ts';

/** Shapes of what is wrong that are shown; the rest is counted, and stands in verdict.json. */
const shapesShown = 3;

/**
 * What is wrong, a line for each shape that it has, with how often; or, where the list of known deviations has
 * something to add, the reason.
 */
export function whatIsWrong({ reason, reasons = [], checks, outcome }: RequirementVerdict): string[] {
  const violations = checks.filter((check) => check.outcome === outcome).flatMap((check) => check.violations);
  const [first] = violations;
  if (first === undefined || reasons.some(({ kind }) => kind === 'listed')) return [reason ?? outcome];
  const lines = foldedLines(violations);
  const rest = lines.length - shapesShown;
  return rest > 0 ? [...lines.slice(0, shapesShown), `and ${rest} ${rest === 1 ? 'fault' : 'faults'} of other kinds`] : lines;
}
