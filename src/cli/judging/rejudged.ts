import { requirements } from '../../contract/requirements/index.ts';
import { replayTests, type RecordedPart } from '../../engine/replay.ts';
import { settingsAsRecorded, type RecordedSettings } from '../../target/settings/recorded-settings.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import type { WhatIf } from '../../verdict/causes.ts';
import { deriveVerdict, type VerdictInput } from '../../verdict/derive.ts';
import type { TestEvidence } from '../../verdict/evidence.ts';
import { progressTo } from '../../verdict/reporter/progress.ts';
import type { Evidence, RecordedRun, RecordedTest } from '../../verdict/recorded-run.ts';
import { chosenBy, speaksOf } from '../../verdict/speaks-of.ts';
import { suiteIdentity } from '../../verdict/suite-identity.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { mergedCleanup, mergedIdentity } from './merged-identity.ts';
import { grepForScope } from '../scope.ts';

/** A verdict, and the tests that it rests on. */
export interface Judged {
  readonly verdict: Verdict;
  readonly tests: readonly TestEvidence[];
}

/** The verdict over what the tests of one run, or of the parts of one, left behind, by the catalogue as it is now. */
export function verdictOver({ runs, tests: recorded }: Evidence, tests: readonly TestEvidence[], whatIf?: WhatIf): Verdict {
  const [run] = runs as readonly [RecordedRun, ...RecordedRun[]];
  const identity = runs.length === 1 ? { target: run.target, run: run.run } : mergedIdentity(runs);
  const all = { ...requirements, ...Object.assign({}, ...runs.map((one) => one.requirements)) } as typeof requirements;
  const input: VerdictInput = {
    requirements: all,
    suite: suiteIdentity(requirements),
    ...identity,
    // What no longer exists cannot be judged; what is new is not counted where only some of the tests were chosen.
    ...speaksOf(
      run.only,
      chosenBy(run.chosen, identity.run.shard),
      recorded.map(({ record }) => record.requirement).filter((id) => id in all),
      tests,
    ),
    tests,
    known: (run.settings as Partial<RecordedSettings>).target?.known,
    faults: runs.flatMap(({ faults }) => faults),
    cleanup: mergedCleanup(runs),
    whatIf,
  };
  return deriveVerdict(input);
}

/** Judges a recorded run, or the merged parts of one, again. Shows progress on a terminal. Throws UsageError. */
export async function rejudged(evidence: Evidence): Promise<Judged> {
  const { runs, tests } = evidence;
  const narrowed = runs.some(({ chosen }) => chosen !== null) || (runs.length === 1 && runs[0]?.run.shard !== undefined);
  const inScope = grepForScope(runs[0]?.only ?? []);
  const progress = process.stderr.isTTY ? progressTo(process.stderr, tests.length) : undefined;
  const judged = await replayTests(partsOf(runs, tests), {
    belongs: (tags) => !narrowed && (inScope === undefined || tags.some((tag) => inScope.test(tag))),
    onTest: ({ record }) => progress?.advance(record.requirement.split('.', 1)[0] ?? '', [record.outcome]),
  });
  progress?.end();
  return { verdict: verdictOver(evidence, judged), tests: judged };
}

/** Some of the recorded tests judged again, those of whole workers, and no others. Throws UsageError. */
export const replayedAgain = ({ runs }: Evidence, tests: readonly RecordedTest[]): Promise<TestEvidence[]> =>
  replayTests(partsOf(runs, tests), { belongs: () => false, onTest: () => {} });

const partsOf = (runs: readonly RecordedRun[], tests: readonly RecordedTest[]): RecordedPart[] =>
  runs.map((run) => ({
    settings: settingsOf(run),
    shard: run.run.shard ?? null,
    tests: runs.length === 1 ? tests : tests.filter((test) => belongsTo(run, test)),
  }));

/** Of merged parts. A test that never began does not say to which one it belongs, and nothing depends on it. */
const belongsTo = ({ run: { shard } }: RecordedRun, { provenance }: RecordedTest): boolean =>
  (provenance?.shard ?? 1) === shard?.current;

function settingsOf({ settings }: RecordedRun): ReturnType<typeof settingsAsRecorded> {
  const { target, run } = settings as Partial<RecordedSettings>;
  if (target?.url === undefined || run?.seed === undefined || !Array.isArray(target.callers)) {
    throw new UsageError('the evidence does not hold the settings of its run: it cannot be judged again');
  }
  return settingsAsRecorded({ target, run });
}
