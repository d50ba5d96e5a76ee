import type { EvidenceOfTest } from '../../src/contract/outcomes.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import type { DeclaredTest } from '../../src/engine/registry.ts';
import { runTests } from '../../src/engine/run.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import type { Equivalent } from './equivalent.ts';
import { judged, verdictOf } from './judged.ts';
import { isScenario, meeting } from './run-mutant.ts';

/** What is seen of the true mock: by each test, and by all of them. */
export interface Truth {
  readonly evidence: ReadonlyMap<DeclaredTest, EvidenceOfTest<Exchange>>;
  readonly verdict: Verdict;
}

/** Runs the whole suite against the true mock. */
export async function seeTruth(tests: readonly DeclaredTest[]): Promise<Truth> {
  const target = mockTarget();
  const evidence = await runTests(tests, { ...target });
  return {
    evidence: new Map(tests.map((test, index) => [test, evidence[index]!])),
    verdict: verdictOf(target.settings, evidence),
  };
}

/**
 * The tests that meet an equivalent: the others see the true mock. Where none does, it is other in nothing that a request
 * or an answer shows, such as the time it takes, and all run.
 */
async function testsFor({ mock }: Equivalent, tests: readonly DeclaredTest[]): Promise<readonly DeclaredTest[]> {
  const form = { product: 'ops-manager', dialect: 'access-list' } as const;
  const met = await meeting(mock, form, tests, ...(tests.some(isScenario) ? [false, true] : [false]));
  return met === undefined || met.size === 0 ? tests : tests.filter((test) => met.has(test));
}

/**
 * Runs the suite against an equivalent, as far as its tests meet it. Gives where the verdict is not that of the true mock,
 * in words.
 */
export async function runEquivalent(equivalent: Equivalent, tests: readonly DeclaredTest[], truth: Truth): Promise<string[]> {
  const chosen = await testsFor(equivalent, tests);
  const others = tests.filter((test) => !chosen.includes(test)).map((test) => truth.evidence.get(test)!);
  const verdict = await judged(chosen, equivalent.mock, others);
  return verdict.requirements.flatMap(({ id, outcome, reason, checks }, index) => {
    const expected = truth.verdict.requirements[index]?.outcome;
    if (outcome === expected) return [];
    const violation = checks.flatMap(({ violations }) => violations)[0];
    return [
      `${id} is ${outcome}, on the true mock ${expected}: ${violation ? `${violation.path} ${violation.message}` : reason}`,
    ];
  });
}
