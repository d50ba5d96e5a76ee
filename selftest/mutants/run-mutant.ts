import { areaOf, requirementOf, type RequirementId } from '../../contract/requirements/index.ts';
import { mockTarget } from '../../engine/mock-target.ts';
import type { DeclaredTest } from '../../engine/registry.ts';
import { runTests } from '../../engine/run.ts';
import type { MockOptions } from '../../mock/types.ts';
import { judged, withOutcome } from './judged.ts';
import type { Mutant } from './mutant.ts';

const isScenario = ({ file }: DeclaredTest): boolean => file.includes('/specs/error-codes/');

/** The scenarios in which the true mock answers with each code, by the mock's options. */
const showing = new Map<string, Promise<ReadonlyMap<string, ReadonlySet<DeclaredTest>>>>();

async function scenariosByCode(
  tests: readonly DeclaredTest[], options: Pick<MockOptions, 'product' | 'dialect'>,
): Promise<ReadonlyMap<string, ReadonlySet<DeclaredTest>>> {
  const scenarios = tests.filter(isScenario);
  const evidence = await runTests(scenarios, { ...mockTarget(options) });
  const byCode = new Map<string, Set<DeclaredTest>>();
  for (const [index, { exchanges }] of evidence.entries()) {
    for (const { response } of exchanges) {
      const code = /"errorCode"\s*:\s*"([A-Z0-9_]+)"/.exec(response?.body ?? '')?.[1];
      if (code === undefined) continue;
      if (!byCode.has(code)) byCode.set(code, new Set());
      byCode.get(code)!.add(scenarios[index]!);
    }
  }
  return byCode;
}

/**
 * A lie about a principle is judged by all specs but the scenarios of the codes. A lie about a code changes nothing but
 * the refusals that carry it, so that the scenarios in which the true mock gives that code are all it can reach.
 */
async function testsFor({ breaks, mock }: Mutant, tests: readonly DeclaredTest[]): Promise<DeclaredTest[]> {
  if (areaOf(breaks) !== 'code') return tests.filter((test) => !isScenario(test));
  const { product, dialect } = mock;
  const key = `${product} ${dialect}`;
  if (!showing.has(key)) showing.set(key, scenariosByCode(tests, { product, ...(dialect && { dialect }) }));
  const reached = (await showing.get(key))?.get(breaks.slice('code.'.length));
  return tests.filter((test) => reached?.has(test));
}

/**
 * Runs the suite against a mutant. Gives what is wrong with the outcome, in words; nothing when the lie was seen
 * and nothing unrelated turned red.
 */
export async function runMutant(mutant: Mutant, tests: readonly DeclaredTest[]): Promise<string[]> {
  const [product] = requirementOf(mutant.breaks).products ?? ['ops-manager' as const];
  const verdict = await judged(await testsFor(mutant, tests), { product, ...mutant.mock, ...mutant.reached });
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
