import type { DeclaredTest } from '../../src/engine/registry.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { Equivalent } from './equivalent.ts';
import { judged } from './judged.ts';

/** Runs the whole suite against an equivalent. Gives where its verdict is not that of the true mock, in words. */
export async function runEquivalent(equivalent: Equivalent, tests: readonly DeclaredTest[], truth: Verdict): Promise<string[]> {
  const verdict = await judged(tests, equivalent.mock);
  return verdict.requirements.flatMap(({ id, outcome, reason, checks }, index) => {
    const expected = truth.requirements[index]?.outcome;
    if (outcome === expected) return [];
    const violation = checks.flatMap(({ violations }) => violations)[0];
    return [
      `${id} is ${outcome}, on the true mock ${expected}: ${violation ? `${violation.path} ${violation.message}` : reason}`,
    ];
  });
}
