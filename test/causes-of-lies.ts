import type { EvidenceOfTest } from '../src/contract/outcomes.ts';
import { mockTarget } from '../src/engine/mock-target.ts';
import type { DeclaredTest } from '../src/engine/registry.ts';
import { loadSpecs, runTests } from '../src/engine/run.ts';
import { rejudged } from '../src/cli/judging/rejudged.ts';
import { withCauses } from '../src/cli/judging/what-if.ts';
import { recordedSettings } from '../src/target/settings/recorded-settings.ts';
import type { Verdict } from '../src/verdict/verdict.ts';
import type { Exchange } from '../src/wire/exchange.ts';
import { verdictOf } from './mutants/judged.ts';
import { mutants } from './mutants/index.ts';
import { recordTraffic, testsThatMeet } from './mutants/recorded-traffic.ts';
import { stackedLies } from './support/stacked-lies.ts';

/** What the suite makes of a mock that tells some lies. */
export interface CausesOfLies {
  readonly names: readonly string[];
  /** The requirements that the lies break, in the order of their names. */
  readonly breaks: readonly string[];
  /** Each cause with all of its requirements, the leading one first. */
  readonly causes: readonly (readonly string[])[];
  readonly says: readonly string[];
}

/**
 * Judges a mock with each group of lies by the tests that meet one of them, and tells the causes that the verdict names.
 * Reads the groups, names of mutants, as JSON from its arguments.
 */
const groups = JSON.parse(process.argv[2] ?? '[]') as string[][];
const tests = await loadSpecs();
const traffic = await recordTraffic(tests, { product: 'ops-manager', dialect: 'access-list' });

async function meeting(names: readonly string[]): Promise<readonly DeclaredTest[]> {
  const met = new Set<DeclaredTest>();
  for (const name of names) for (const test of await testsThatMeet(stackedLies([name]), traffic)) met.add(test);
  return tests.filter((test) => met.has(test));
}

async function judgedWith(names: readonly string[]): Promise<Verdict> {
  const target = mockTarget({ ...stackedLies(names), product: 'ops-manager', dialect: 'access-list' });
  const left: EvidenceOfTest<Exchange>[] = await runTests(await meeting(names), { ...target });
  const { suite, target: identity, run } = verdictOf(target.settings, left);
  const settings = recordedSettings(target.settings);
  const recorded = {
    suite,
    target: identity,
    run,
    settings: { ...settings },
    only: [],
    chosen: 'the tests that meet a lie',
    faults: [],
  };
  const evidence = { runs: [recorded], tests: left };
  return (await withCauses(evidence, await rejudged(evidence))).verdict;
}

const found: CausesOfLies[] = [];
for (const names of groups) {
  const { causes = [] } = await judgedWith(names);
  found.push({
    names,
    breaks: names.map((name) => mutants.find((one) => one.name === name)!.breaks),
    causes: causes.map(({ requirement, follows }) => [requirement, ...follows.map((one) => one.requirement)]),
    says: causes.map(({ says }) => says),
  });
}
process.stdout.write(JSON.stringify(found));
