import { areaOf, requirementOf, type RequirementId } from '../../contract/requirements/index.ts';
import { limits } from '../../contract/limits.ts';
import { resourceLives } from '../../contract/requirements/resource-lives.ts';
import { mockTarget } from '../../engine/mock-target.ts';
import type { DeclaredTest } from '../../engine/registry.ts';
import { runTests } from '../../engine/run.ts';
import type { MockOptions } from '../../mock/types.ts';
import { judged, withOutcome } from './judged.ts';
import type { Mutant } from './mutant.ts';

const lives: Readonly<Record<string, unknown>> = resourceLives;
const isLife = ({ details }: DeclaredTest): boolean =>
  details.annotation.some(({ type, description }) => type === 'allure.label.requirement' && description in lives);

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

/** What each test sends to the true mock, by the mock's options: `METHOD path`, below the base path. */
const sending = new Map<string, Promise<ReadonlyMap<DeclaredTest, readonly string[]>>>();

async function requestsByTest(
  tests: readonly DeclaredTest[], options: Pick<MockOptions, 'product' | 'dialect'>,
): Promise<ReadonlyMap<DeclaredTest, readonly string[]>> {
  const evidence = await runTests(tests, { ...mockTarget(options) });
  return new Map(evidence.map(({ exchanges }, index) => [tests[index]!, exchanges.map(({ request }) =>
    `${request.method} ${new URL(request.url).pathname.replace(limits.basePath, '')}`)]));
}

/** Of the specs that are no scenarios, those that send what the lie is about. */
async function testsMeeting({ touches, mock: { product, dialect } }: Mutant, tests: readonly DeclaredTest[]): Promise<DeclaredTest[]> {
  const key = `${product} ${dialect}`;
  const told = tests.filter((test) => !isScenario(test));
  if (!sending.has(key)) sending.set(key, requestsByTest(told, { ...(product && { product }), ...(dialect && { dialect }) }));
  const sent = await sending.get(key)!;
  const isMet = (request: string): boolean => {
    const [method = '', path = ''] = request.split(' ');
    return method === touches!.method && touches!.path.test(path);
  };
  return told.filter((test) => sent.get(test)?.some(isMet));
}

/**
 * A lie about a principle is judged by all specs but the scenarios of the codes, and the lives of resources: like
 * journeys these walk through many areas, so that any lie may meet them. A lie about a life that tells which requests it
 * is about is judged by all specs but the scenarios that send such. A lie about a code changes nothing but
 * the refusals that carry it, so that the scenarios in which the true mock gives that code are all it can reach.
 */
async function testsFor(mutant: Mutant, tests: readonly DeclaredTest[]): Promise<DeclaredTest[]> {
  const { breaks, mock, touches } = mutant;
  if (touches !== undefined) return testsMeeting(mutant, tests);
  if (areaOf(breaks) !== 'code') return tests.filter((test) => !isScenario(test) && (!isLife(test) || breaks in lives));
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
  const verdict = await judged(await testsFor({ ...mutant, mock: { product, ...mutant.mock } }, tests), { product, ...mutant.mock, ...mutant.reached });
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
