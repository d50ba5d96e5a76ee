import type { EvidenceOfTest } from '../../src/contract/outcomes.ts';
import { requirements } from '../../src/contract/requirements/index.ts';
import { mockTarget, type MockTargetOptions } from '../../src/engine/mock-target.ts';
import type { DeclaredTest } from '../../src/engine/registry.ts';
import { runTests } from '../../src/engine/run.ts';
import { collectEvidence } from '../../src/verdict/collect.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { suiteIdentity } from '../../src/verdict/suite-identity.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { Exchange } from '../../src/wire/exchange.ts';

const suite = suiteIdentity(requirements);

/** What the engine sees on a mock with these options; `known` is what is known already of tests that need not run. */
export async function judged(
  tests: readonly DeclaredTest[],
  options: MockTargetOptions,
  known: readonly EvidenceOfTest<Exchange>[] = [],
): Promise<Verdict> {
  const target = mockTarget(options);
  return verdictOf(target.settings, [...(await runTests(tests, { ...target })), ...known]);
}

export function verdictOf(
  { target, run }: ReturnType<typeof mockTarget>['settings'],
  evidence: readonly EvidenceOfTest<Exchange>[],
  only: readonly string[] = [],
): Verdict {
  const collection = collectEvidence();
  for (const test of evidence) collection.add(`${test.record.file}:${test.record.line} ${test.record.title}`, [test]);
  const { url, product, dialect } = target;
  return deriveVerdict(
    collection.input({
      requirements,
      suite,
      only,
      target: { url, product, dialect },
      run: { id: 'engine', seed: run.seed, startedAt: '2026-03-04T05:06:07Z', durationMs: 0, risk: run.risk, command: 'engine' },
    }),
  );
}

/** Ids of the requirements with that outcome. */
export const withOutcome = (verdict: Verdict, ...outcomes: readonly string[]): string[] =>
  verdict.requirements.filter(({ outcome }) => outcomes.includes(outcome)).map(({ id }) => id);
