import { isScenario } from '../run-mutant.ts';
import { usualDialect, type Product } from '../../../src/contract/products.ts';
import { requirements } from '../../../src/contract/requirements/index.ts';
import { resourceLives } from '../../../src/contract/requirements/resources/lives.ts';
import type { EvidenceOfTest } from '../../../src/contract/outcomes.ts';
import { mockTarget } from '../../../src/engine/mock-target.ts';
import type { DeclaredTest } from '../../../src/engine/registry.ts';
import { openWorker, runTest } from '../../../src/engine/run.ts';
import type { MockOptions } from '../../../src/mock/forms/types.ts';
import { countsInMemory } from '../../../src/run/guards/run-counts.ts';
import type { Exchange } from '../../../src/wire/exchange.ts';
import { verdictOf, withOutcome } from '../judged.ts';
import { testsThatMeet, type Passing } from '../recorded-traffic.ts';
import { kindOf, lyingMock } from './kinds.ts';
import type { Told } from './lie.ts';
import type { Traffic } from './traffic.ts';
import type { Vocabularies } from './vocabulary.ts';

/** What came of a lie. */
export interface Fate {
  /** `unmet`: no test meets it. `unseen`: it was met, and nothing broke. */
  readonly fate: 'noticed' | 'unmet' | 'unseen';
  /** The first requirement that it turned. */
  readonly by?: string;
  /** How many tests meet it, and how many of them ran. */
  readonly met: number;
  readonly ran: number;
}

const lives: Readonly<Record<string, unknown>> = resourceLives;

/** Tests that look at every side of an answer come first, then lives of resources, then scenarios of codes. */
function rank(test: DeclaredTest): number {
  if (isScenario(test)) return 2;
  return test.details.tag.some((tag) => tag.slice(1) in lives) ? 1 : 0;
}

/** Judges lies by the tests that meet them in the traffic of the true mock. */
export function judging(
  tests: readonly DeclaredTest[],
  traffic: Readonly<Record<Product, Traffic>>,
  vocabularies: Vocabularies,
): (told: Told) => Promise<Fate> {
  const ordered = tests.toSorted((one, other) => rank(one) - rank(other));
  return async (told) => {
    const mock = lyingMock(told, vocabularies[told.product]);
    const met = await meeting(told, mock, traffic[told.product]);
    const chosen = met === 'all' ? ordered : ordered.filter((test) => met.has(test));
    if (chosen.length === 0) return { fate: 'unmet', met: 0, ran: 0 };
    return { ...(await firstBroken(chosen, told, mock)), met: chosen.length };
  };
}

/** The tests that meet a lie; all, where it is an option of the mock. */
export async function meeting(
  told: Told,
  { wire, inner, ...options }: MockOptions,
  traffic: Traffic,
): Promise<ReadonlySet<DeclaredTest> | 'all'> {
  if (Object.keys(options).length > 0) return 'all';
  return testsThatMeet({ ...(wire && { wire }), ...(inner && { inner }) }, about(told, traffic));
}

/** What of the traffic can be told otherwise: all of it where the lie hears more than the requests that it is about. */
function about({ at, kind }: Told, { all, to }: Traffic): readonly Passing[] {
  return at === 'everywhere' || kindOf({ kind })?.hearsAll === true ? all : (to.get(at) ?? []);
}

/** Runs tests one after the other, up to the first that shows a broken requirement. */
async function firstBroken(
  tests: readonly DeclaredTest[],
  told: Told,
  mock: MockOptions,
): Promise<Pick<Fate, 'fate' | 'by' | 'ran'>> {
  const target = mockTarget({ product: told.product, dialect: usualDialect[told.product], ...mock });
  const worker = openWorker({ counts: countsInMemory(), ...target });
  const evidence: EvidenceOfTest<Exchange>[] = [];
  try {
    for (const test of tests) {
      const one = await runTest(test, worker, { workerIndex: 0 });
      evidence.push(one);
      const by = isSuspect(one) ? brokenIn(target.settings, evidence) : undefined;
      if (by !== undefined) return { fate: 'noticed', by, ran: evidence.length };
    }
  } finally {
    await worker.end();
  }
  const by = notProvoked(told, evidence);
  return { fate: by === undefined ? 'unseen' : 'noticed', ...(by !== undefined && { by }), ran: evidence.length };
}

const isSuspect = ({ record, standing }: EvidenceOfTest<Exchange>): boolean =>
  record.outcome === 'broken' || standing.some(({ violations }) => violations.length > 0);

/** Of the requirements, all of which the true mock keeps, the first that is broken. */
const brokenIn = (settings: ReturnType<typeof mockTarget>['settings'], evidence: readonly EvidenceOfTest<Exchange>[]) =>
  withOutcome(verdictOf(settings, evidence), 'broken')[0];

/** A code whose circumstance is a guess, and which did not come. */
function notProvoked(told: Told, evidence: readonly EvidenceOfTest<Exchange>[]): string | undefined {
  if (kindOf(told)?.mayBeInferred !== true) return undefined;
  const code = told.part.split(' ').find((word) => `code.${word}` in requirements);
  return evidence.find(({ record }) => record.outcome === 'not-provoked' && record.requirement === `code.${code}`)?.record
    .requirement;
}
