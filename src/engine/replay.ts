import { replayClient, replayTransport, type Replay, type Tape } from '../client/replay.ts';
import type { ClientOptions } from '../client/client.ts';
import { NetworkFault } from '../client/types.ts';
import type { EvidenceOfTest } from '../contract/outcomes.ts';
import { reason } from '../contract/reasons.ts';
import { fromProjectRoot, isJudging, runningTest } from '../run/test/current-test.ts';
import { sentAgain } from '../run/guards/retry-policy.ts';
import { standingRecords } from '../run/test/record-test.ts';
import { countsInMemory } from '../run/guards/run-counts.ts';
import type { Session } from '../run/session.ts';
import { unverified } from '../run/test/unmet.ts';
import type { Settings } from '../target/settings/types.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { DeclaredTest } from './registry.ts';
import { loadSpecs, openWorker, runTest } from './run.ts';

/** What one test left behind; what the standing judges saw then is of no interest, they look again. */
export type RecordedTest = Omit<EvidenceOfTest<Exchange>, 'standing'>;

/** A recorded run, or one part of a run that was split. */
export interface RecordedPart {
  readonly settings: Settings;
  readonly shard: { readonly current: number; readonly total: number } | null;
  readonly tests: readonly RecordedTest[];
}

export interface ReplayOptions {
  /** Whether a test that was not recorded at all would have belonged to the run; asked with its tags. */
  readonly belongs: (tags: readonly string[]) => boolean;
  /** Told of each test when it has been judged. */
  readonly onTest: (evidence: EvidenceOfTest<Exchange>) => void;
}

const nameOf = ({ file, title }: { readonly file: string; readonly title: string }): string => `${file} › ${title}`;

/** The exchanges of a test in the order in which they left; they were noted in the order in which they were complete. */
const inOrder = (exchanges: readonly Exchange[]): Exchange[] => {
  const place = ({ id }: Exchange): number => Number(/#(\d+)$/.exec(id)?.[1]);
  return exchanges.toSorted((a, b) => place(a) - place(b));
};

function tapeOf({ exchanges, provenance }: RecordedTest): Tape {
  const coming = inOrder(exchanges);
  const readings = [provenance?.startedAt ?? 0, ...(provenance?.clock ?? [])];
  return {
    peek: () => coming[0],
    take: () => void coming.shift(),
    now: () => (readings.length > 1 ? readings.shift() : readings[0]) ?? 0,
  };
}

/**
 * Judges recorded tests again, by the specs as they are now and without a target: one worker for each that was
 * recorded, with the same tests in the same order. A test that asks for what was not recorded is unverified and says
 * what that is; one that the runner ended, or that was not
 * tried, is told from its record. Tests that are no longer in the specs are left out,
 * unless they were the user's own, which are told from their records;
 * those that are new are played without any record. Needs `--conditions=engine`.
 */
export async function replayTests(parts: readonly RecordedPart[], options: ReplayOptions): Promise<EvidenceOfTest<Exchange>[]> {
  const declared = new Map(
    (await loadSpecs()).map((test) => [nameOf({ file: fromProjectRoot(test.file), title: test.title }), test]),
  );
  const judged: EvidenceOfTest<Exchange>[] = [];
  const note = (evidence: EvidenceOfTest<Exchange>): void => {
    judged.push(evidence);
    options.onTest(evidence);
  };
  for (const part of parts) {
    for (const tests of byWorker(part.tests)) await replayWorker(part, tests, declared, note);
  }
  const recorded = new Set(parts.flatMap(({ tests }) => tests.map(({ record }) => nameOf(record))));
  const added = [...declared].filter(([name, { details }]) => !recorded.has(name) && options.belongs(details.tag));
  const [first] = parts;
  if (first !== undefined && added.length > 0)
    await replayWorker(
      first,
      added.map(([, test]) => unrecorded(test)),
      declared,
      note,
    );
  return judged;
}

/** The tests of each worker, in the order in which it ran them. Those that never ran stand by themselves. */
function byWorker(tests: readonly RecordedTest[]): RecordedTest[][] {
  const workers = new Map<number, RecordedTest[]>();
  for (const test of tests) {
    const index = test.provenance?.worker ?? -1;
    workers.set(index, [...(workers.get(index) ?? []), test]);
  }
  return [...workers.values()].map((own) => own.toSorted((a, b) => (a.provenance?.turn ?? 0) - (b.provenance?.turn ?? 0)));
}

function unrecorded(test: DeclaredTest): RecordedTest {
  return {
    record: {
      requirement: '',
      title: test.title,
      file: fromProjectRoot(test.file),
      line: test.line,
      outcome: 'unverified',
      examined: 0,
      violations: [],
      findings: [],
      durationMs: 0,
      exchanges: [],
    },
    provenance: { worker: Number.MAX_SAFE_INTEGER, turn: 1, named: 0, startedAt: 0, clock: [] },
    exchanges: [],
  };
}

async function replayWorker(
  { settings, shard }: RecordedPart,
  tests: readonly RecordedTest[],
  declared: ReadonlyMap<string, DeclaredTest>,
  note: (evidence: EvidenceOfTest<Exchange>) => void,
): Promise<void> {
  let tape: Tape | undefined;
  const replay: Replay = {
    tape: () => tape!,
    sentAgain: ({ id, request, response, fault }) => {
      if (response?.status === 429 || !isJudging()) return;
      const came = response ?? new NetworkFault('reset', fault ?? '');
      runningTest()?.findings.push(sentAgain({ id, request, came }));
    },
    missing: ({ method, url }) =>
      unverified(
        reason('not-recorded', `needs traffic that was not recorded: ${method} ${new URL(url).pathname}${new URL(url).search}`),
      ),
  };
  // It is never ended: whatever it made was removed when it was recorded.
  const worker = openWorker({
    settings,
    counts: countsInMemory(),
    transport: replayTransport(replay),
    connect: (parts: ClientOptions) => replayClient(parts, replay),
  });
  for (const recorded of tests) {
    const test = declared.get(nameOf(recorded.record));
    if (test === undefined) {
      // Specs of whoever ran it are not at hand: their tests are told from the record, and the judges look again.
      if (recorded.record.requirement.startsWith('own.')) note(asTold(recorded));
      continue;
    }
    if (recorded.endedByRunner || recorded.provenance === undefined || wasNotTried(recorded)) {
      note(asTold(recorded));
      continue;
    }
    tape = tapeOf(recorded);
    const place = { workerIndex: recorded.provenance.worker, shard };
    const { session } = (await worker.provide(['session'], { ...place, config: { shard } })) as { session: Session };
    session.names.given = recorded.provenance.named;
    const evidence = await runTest(test, worker, place);
    note(
      gaveUpAsRecorded(evidence, recorded, tape)
        ? asTold(recorded)
        : {
            ...evidence,
            provenance: recorded.provenance,
            record: { ...evidence.record, durationMs: recorded.record.durationMs },
          },
    );
  }
}

/** What ended it before it began is known from the record alone. */
const wasNotTried = ({ record: { reasonKind } }: RecordedTest): boolean =>
  reasonKind === 'stopped-early' || reasonKind === 'no-login';

const asTold = (recorded: RecordedTest): EvidenceOfTest<Exchange> => ({
  ...recorded,
  standing: standingRecords(recorded.exchanges, recorded.record),
});

/**
 * Whether a test that asks for more than was recorded had got no further then: a bound of the run, or the network, had
 * stopped it between two requests. Its reason is known from the record alone.
 */
function gaveUpAsRecorded({ record }: EvidenceOfTest<Exchange>, { record: before }: RecordedTest, tape: Tape): boolean {
  return (
    record.reasonKind === 'not-recorded' &&
    tape.peek() === undefined &&
    (before.outcome === 'setup-failed' || before.reasonKind === 'budget' || before.reasonKind === 'not-in-plan')
  );
}
