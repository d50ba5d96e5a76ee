import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EvidenceOfTest } from '../contract/outcomes.ts';
import { mustBeSeen } from '../contract/requirement.ts';
import { requirementOf, type RequirementId } from '../contract/requirements/index.ts';
import { hasBudget } from '../run/guards/budget.ts';
import { countsInMemory } from '../run/guards/run-counts.ts';
import { fixtures } from '../../fixtures/fixtures.ts';
import type { Settings } from '../target/settings/types.ts';
import type { Exchange } from '../wire/exchange.ts';
import { automatic, neededBy, openScope, type Scope } from './fixture-loop.ts';
import { takeDeclared, type DeclaredTest } from './registry.ts';

const specsFolder = path.resolve(import.meta.dirname, '../../specs');

let loaded: Promise<DeclaredTest[]> | undefined;

/** Imports every spec file once and gives its tests, in the order of files and lines. Needs `--conditions=engine`. */
export function loadSpecs(): Promise<DeclaredTest[]> {
  loaded ??= importSpecs();
  return loaded;
}

async function importSpecs(): Promise<DeclaredTest[]> {
  const entries = await readdir(specsFolder, { recursive: true });
  const files = entries.filter((entry) => /\.spec\.[jt]s$/.test(entry)).toSorted();
  for (const file of files) await import(pathToFileURL(path.join(specsFolder, file)).href);
  return takeDeclared();
}

class Skipped extends Error {}

/**
 * Runs tests one after the other in this process, as one worker, which goes on after a test that failed, as those of
 * `omconform run` do.
 * `given` are worker fixtures that are not made but handed in: the settings, and the transport that reaches the target.
 */
export async function runTests(
  tests: readonly DeclaredTest[],
  given: Readonly<Record<string, unknown>>,
): Promise<EvidenceOfTest<Exchange>[]> {
  const evidence = new Map<DeclaredTest, EvidenceOfTest<Exchange>>();
  const shared = { counts: countsInMemory(), ...given };
  const worker = openWorker(shared);
  for (const test of inOrder(tests, given['settings'] as Settings))
    evidence.set(test, await runTest(test, worker, { workerIndex: 0 }));
  await worker.end();
  return tests.map((test) => evidence.get(test)!);
}

/** As they come; with a budget, what decides the verdict before the rest: documented MUSTs. */
function inOrder(tests: readonly DeclaredTest[], settings: Settings): readonly DeclaredTest[] {
  if (!hasBudget(settings)) return tests;
  const decides = ({ details }: DeclaredTest): boolean => mustBeSeen(requirementOf(details.tag[0]!.slice(1) as RequirementId));
  return [...tests.filter(decides), ...tests.filter((test) => !decides(test))];
}

/**
 * A worker with these fixtures handed in; its tests have to run one after the other. Nobody watches the target's health
 * unless that is handed in too.
 */
export function openWorker(given: Readonly<Record<string, unknown>>): Scope {
  const worker = openScope(fixtures);
  for (const [name, value] of Object.entries({ health: undefined, ...given })) worker.values.set(name, value);
  return worker;
}

/** Runs one test in a worker, which has that index in that part of a split run. */
export async function runTest(
  test: DeclaredTest,
  worker: Scope,
  { workerIndex, shard = null }: { readonly workerIndex: number; readonly shard?: { current: number; total: number } | null },
): Promise<EvidenceOfTest<Exchange>> {
  let recorded: EvidenceOfTest<Exchange> | undefined;
  const info = {
    title: test.title,
    file: test.file,
    line: test.line,
    annotations: test.details.annotation,
    parallelIndex: 0,
    workerIndex,
    config: { shard },
    status: 'passed' as 'passed' | 'failed' | 'skipped',
    errors: [] as { message: string }[],
    duration: 0,
    skip(condition: boolean, reason: string) {
      if (condition) throw new Skipped(reason);
    },
    attachments: [],
    keep: (evidence: EvidenceOfTest<Exchange>) => {
      recorded = evidence;
    },
  };
  const scope = openScope(fixtures, worker);
  const started = performance.now();
  try {
    await scope.provide(automatic(fixtures), info);
    await test.body(await scope.provide(neededBy(test.body), info), info);
  } catch (error) {
    if (error instanceof Skipped) info.status = 'skipped';
    else {
      info.status = 'failed';
      info.errors.push({ message: String(error) });
    }
  }
  info.duration = performance.now() - started;
  await scope.end();
  if (recorded === undefined) throw new Error(`the test "${test.title}" left no record: ${info.errors[0]?.message}`);
  return recorded;
}
