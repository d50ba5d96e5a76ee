import { areaOf, requirementOf, type RequirementId } from '../../contract/requirements/index.ts';
import type { DeclaredTest } from '../../engine/registry.ts';
import { judged, withOutcome } from './judged.ts';
import type { Mutant } from './mutant.ts';

/** A lie about a code is judged by the scenarios of the codes, one about a principle by all other specs. */
const testsFor = ({ breaks }: Mutant, tests: readonly DeclaredTest[]): DeclaredTest[] =>
  tests.filter(({ file }) => file.includes('/specs/error-codes/') === (areaOf(breaks) === 'code'));

/**
 * Runs the suite against a mutant. Gives what is wrong with the outcome, in words; nothing when the lie was seen
 * and nothing unrelated turned red.
 */
export async function runMutant(mutant: Mutant, tests: readonly DeclaredTest[]): Promise<string[]> {
  const [product] = requirementOf(mutant.breaks).products ?? ['ops-manager' as const];
  const verdict = await judged(testsFor(mutant, tests), { product, ...mutant.mock, ...mutant.reached });
  const red = withOutcome(verdict, 'broken');
  const failedSetUp = withOutcome(verdict, 'setup-failed');
  const outcome = verdict.requirements.find(({ id }) => id === mutant.breaks);
  const unrelated = red.filter((id) => id !== mutant.breaks && !isRelated(mutant, id));
  return [
    ...(red.includes(mutant.breaks) ? [] : [`survived: ${mutant.breaks} is ${outcome?.outcome} ${outcome?.reason ?? ''}`.trim()]),
    ...unrelated.map((id) => `turned the unrelated ${id} red: ${violationOf(verdict, id)}`),
    ...failedSetUp.map((id) => `${id} ended as setup-failed`),
  ];
}

// A journey walks through many areas, so that any lie may meet it. Each code is an area of its own.
const isRelated = (mutant: Mutant, id: string): boolean =>
  (areaOf(id) === areaOf(mutant.breaks) && areaOf(id) !== 'code') || areaOf(id) === 'journey' || (mutant.also ?? []).includes(id as RequirementId);

function violationOf(verdict: Awaited<ReturnType<typeof judged>>, id: string): string {
  const checks = verdict.requirements.find((requirement) => requirement.id === id)?.checks ?? [];
  const violation = checks.flatMap((check) => check.violations)[0];
  return violation === undefined ? '' : `${violation.path} ${violation.message}`;
}
