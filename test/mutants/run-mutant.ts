import type { Outcome } from '../../src/contract/outcomes.ts';
import { areaOf, requirementOf, type RequirementId } from '../../src/contract/requirements/index.ts';
import { resourceLives } from '../../src/contract/requirements/resources/lives.ts';
import type { RequirementVerdict, Verdict } from '../../src/verdict/verdict.ts';
import type { MockTargetOptions } from '../../src/engine/mock-target.ts';
import type { DeclaredTest } from '../../src/engine/registry.ts';
import type { MockOptions } from '../../src/mock/forms/types.ts';
import { judged, withOutcome } from './judged.ts';
import type { Mutant } from './mutant.ts';
import { recordTraffic, testsThatMeet, type Passing } from './recorded-traffic.ts';

const lives: Readonly<Record<string, unknown>> = resourceLives;
const isLife = ({ details }: DeclaredTest): boolean =>
  details.annotation.some(({ type, description }) => type === 'allure.label.requirement' && description in lives);

/** Whether a test is a scenario of an error code. */
export const isScenario = ({ file }: DeclaredTest): boolean => file.includes('/specs/error-codes/');

type Form = Required<Pick<MockOptions, 'product' | 'dialect'>>;

/** What passes the true mock in each of its forms: while the scenarios of the codes run, and while all other specs do. */
const traffic = new Map<string, Promise<readonly Passing[]>>();

function trafficOf(form: Form, scenarios: boolean, tests: readonly DeclaredTest[]): Promise<readonly Passing[]> {
  const key = `${form.product} ${form.dialect} ${scenarios}`;
  if (!traffic.has(key))
    traffic.set(
      key,
      recordTraffic(
        tests.filter((test) => isScenario(test) === scenarios),
        form,
      ),
    );
  return traffic.get(key)!;
}

/** Those of all tests that meet what is other in a mock of that form; undefined where that is no layer of it, but an option. */
export async function meeting(
  { wire, inner, product: _product, dialect: _dialect, ...options }: MockOptions,
  form: Form,
  all: readonly DeclaredTest[],
  ...groups: readonly boolean[]
): Promise<ReadonlySet<DeclaredTest> | undefined> {
  if (Object.keys(options).length > 0) return undefined;
  const met = new Set<DeclaredTest>();
  for (const scenarios of groups) {
    const passed = await trafficOf(form, scenarios, all);
    for (const test of await testsThatMeet({ ...(wire && { wire }), ...(inner && { inner }) }, passed)) met.add(test);
  }
  return met;
}

/**
 * The tests by which a lie is judged. One about a code: the scenarios of the codes. One about the life of a resource: all
 * others. One about a principle: those too, but the lives, which like journeys walk through many areas, so that any lie
 * may meet them. Of these, those that meet the lie; unless it is no layer of the mock but an option of it.
 */
async function testsFor(
  { breaks, mock, reached }: Mutant,
  form: Form,
  tests: readonly DeclaredTest[],
): Promise<readonly DeclaredTest[]> {
  const aboutCode = areaOf(breaks) === 'code';
  const concerned = tests.filter((test) => isScenario(test) === aboutCode && (!isLife(test) || breaks in lives));
  const met = reached === undefined ? await meeting(mock, form, tests, aboutCode) : undefined;
  return concerned.filter((test) => met === undefined || met.has(test));
}

/** What came of a mutant, in words: what is wrong with the outcome, and what was seen of the lie. */
export interface MutantSeen {
  /** Empty when the lie was seen and nothing unrelated turned red. */
  readonly faults: readonly string[];
  /** How many tests met the lie, and what they made of it. */
  readonly seen: readonly string[];
}

const formOf = ({ breaks, mock }: Mutant): Form => ({
  product: mock.product ?? requirementOf(breaks).products?.[0] ?? 'ops-manager',
  dialect: mock.dialect ?? 'access-list',
});

/** What has to be recorded before a mutant is run, so that one worker can run all that need the same. */
export function trafficFor(mutant: Mutant): string {
  const { product, dialect } = formOf(mutant);
  return `${product} ${dialect} ${areaOf(mutant.breaks) === 'code'}`;
}

/** Runs the suite against a mutant. */
export async function runMutant(mutant: Mutant, tests: readonly DeclaredTest[]): Promise<MutantSeen> {
  const form = formOf(mutant);
  const options = { ...mutant.mock, ...form, ...mutant.reached };
  const chosen = await testsFor(mutant, form, tests);
  if (chosen.length === 0)
    return { faults: ['no test meets the lie: nothing that a run asks for is answered otherwise'], seen: [] };
  const verdict = await judged(chosen, options);
  const becomes: Outcome = mutant.becomes ?? 'broken';
  const red = withOutcome(verdict, 'broken');
  const failedSetUp = withOutcome(verdict, 'setup-failed');
  const outcome = verdict.requirements.find(({ id }) => id === mutant.breaks);
  const unrelated = red.filter((id) => id !== mutant.breaks && !isRelated(mutant, id));
  const faults = [
    ...(outcome?.outcome === becomes
      ? []
      : [`survived: ${mutant.breaks} is ${outcome?.outcome} ${outcome?.reason ?? ''}`.trim()]),
    ...unrelated.map((id) => `turned the unrelated ${id} red: ${violationOf(verdict, id)}`),
    ...failedSetUp.map((id) => `${id} ended as setup-failed: ${reasonOf(verdict, id)}`),
    ...(await missedAlone(mutant, chosen, options)),
  ];
  const turned = verdict.requirements.filter(({ outcome: became }) => became === 'broken' || became === 'not-provoked');
  return { faults, seen: [`${chosen.length} tests meet it`, ...turned.flatMap(seenBy)] };
}

/** A requirement that the lie turned, and the checks that saw it. */
const seenBy = ({ id, outcome, checks }: RequirementVerdict): string[] => [
  `${id} is ${outcome}`,
  ...checks
    .filter((check) => check.outcome === outcome)
    .map(({ file, line, title, reason }) => `  ${file}:${line} ${title}: ${reason}`),
];

/** Whoever asks for one requirement must see the lie too: its checks may not lean on what others did before them. */
async function missedAlone(
  { breaks, becomes = 'broken' }: Omit<Mutant, 'becomes'> & { readonly becomes?: Outcome },
  chosen: readonly DeclaredTest[],
  options: MockTargetOptions,
): Promise<string[]> {
  const own = chosen.filter(({ details }) => details.tag.includes(`@${breaks}`));
  // What is seen in every exchange may be a lie about requests that only other checks make.
  if (requirementOf(breaks).standing) return [];
  // Those that ran first had nobody before them.
  if (own.every((test, index) => test === chosen[index])) return [];
  const { requirements } = await judged(own, options);
  const outcome = requirements.find(({ id }) => id === breaks)?.outcome;
  return outcome === becomes ? [] : [`survived where the checks of ${breaks} run alone: it is ${outcome}`];
}

// A journey walks through many areas, so that any lie may meet it. Each code is an area of its own.
const isRelated = (mutant: Mutant, id: string): boolean =>
  (areaOf(id) === areaOf(mutant.breaks) && areaOf(id) !== 'code') ||
  areaOf(id) === 'journey' ||
  (mutant.also ?? []).includes(id as RequirementId);

const reasonOf = ({ requirements }: Verdict, id: string): string =>
  requirements.find((requirement) => requirement.id === id)?.reason ?? '';

function violationOf(verdict: Verdict, id: string): string {
  const checks = verdict.requirements.find((requirement) => requirement.id === id)?.checks ?? [];
  const violation = checks.flatMap((check) => check.violations)[0];
  return violation === undefined ? '' : `${violation.path} ${violation.message}`;
}
