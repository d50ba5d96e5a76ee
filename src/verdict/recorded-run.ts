import type { CleanupReport } from '../contract/cleanup-report.ts';
import type { CheckRecord, Provenance, EvidenceOfTest } from '../contract/outcomes.ts';
import type { Requirement } from '../contract/requirement.ts';
import type { Exchange } from '../wire/exchange.ts';
import { visibleJson } from '../wire/visible.ts';
import { withKind, withProvenance } from './older-versions.ts';
import type { RunIdentity, SuiteIdentity, TargetIdentity } from './verdict.ts';

/** What a run was, and what it was told: everything but its checks that its verdict depends on. */
export interface RecordedRun {
  readonly suite: SuiteIdentity;
  readonly target: TargetIdentity;
  readonly run: RunIdentity;
  /** The settings, without secrets and without paths of the machine. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Requirement ids or globs that the user named; empty means all. */
  readonly only: readonly string[];
  /** What else chose some of the tests, in words; null when nothing did. */
  readonly chosen: string | null;
  /** Requirements that the user's own specs added to the catalogue; absent where there were none. */
  readonly requirements?: Readonly<Record<string, Requirement>>;
  /** What went wrong in the harness outside any check. */
  readonly faults: readonly string[];
  /** What the run made on the target, and left there; absent where nothing kept account of it. */
  readonly cleanup?: CleanupReport;
}

/** A test as it stands in the evidence: without what the standing judges saw, who can look again. */
export type RecordedTest = Omit<EvidenceOfTest<Exchange>, 'standing'>;

/** What evidence.ndjson holds: one run, or the parts of a split one. */
export interface Evidence {
  readonly runs: readonly RecordedRun[];
  readonly tests: readonly RecordedTest[];
}

interface RunLine extends RecordedRun {
  readonly kind: 'run';
  readonly schemaVersion: 1;
}

interface TestLine {
  readonly kind: 'test';
  readonly record: CheckRecord;
  readonly provenance?: Provenance;
  readonly endedByRunner?: true;
}

type Line = RunLine | TestLine | Exchange;

/**
 * The text of evidence.ndjson, one JSON a line: the runs, and then each test followed by its exchanges. `kind` tells
 * `run` and `test` from the kinds of exchanges; schemas/documents/evidence.json describes all of them.
 */
export function evidenceText({ runs, tests }: Evidence): string {
  // A test that proves several requirements repeats its exchanges in each record.
  const written = new Set<string>();
  const isNew = ({ id }: Exchange): boolean => !written.has(id) && written.add(id) !== undefined;
  const lines: Line[] = [
    ...runs.map((run): RunLine => ({ kind: 'run', schemaVersion: 1, ...run })),
    ...tests.flatMap(({ record, provenance, endedByRunner, exchanges }): Line[] => [
      { kind: 'test', record, ...(provenance && { provenance }), ...(endedByRunner && { endedByRunner }) },
      ...exchanges.filter(isNew),
    ]),
  ];
  return lines.map((line) => `${visibleJson(JSON.stringify(line))}\n`).join('');
}

/** Reads a line of it, the one of that number, as what it should be. Throws where it is none. */
export type ReadLine = (text: string, number: number) => unknown;

/**
 * Reads it back, line by line with `read`. Throws an Error that names the line where the text is no evidence, or refers
 * to what is not in it.
 */
export function readEvidenceText(text: string, read: ReadLine = lineOf): Evidence {
  return evidenceOf(linesIn(text, read));
}

const linesIn = (text: string, read: ReadLine): Line[] =>
  text.split('\n').flatMap((line, index) => (line === '' ? [] : [read(line, index + 1) as Line]));

const isExchange = (line: Line): line is Exchange => 'request' in line;

function evidenceOf(lines: readonly Line[]): Evidence {
  const runs = lines.filter((line): line is RunLine => line.kind === 'run');
  const tests = lines.filter((line): line is TestLine => line.kind === 'test');
  if (runs.length === 0) throw new Error('it has no line of the kind "run"');
  const exchanges = new Map(lines.filter(isExchange).map((line) => [line.id, line]));
  return {
    runs: runs.map(({ kind: _kind, schemaVersion: _version, ...run }) => run),
    tests: tests.map(({ kind: _kind, ...test }) => ({
      ...withProvenance(test),
      record: withKind(test.record),
      exchanges: test.record.exchanges.map((id) => exchanges.get(id) ?? refuse(`it lacks the exchange "${id}"`)),
    })),
  };
}

/** The exchanges of a test, and how it came to run. */
export type ExchangesOfTest = Pick<RecordedTest, 'exchanges' | 'provenance'>;

/**
 * The exchanges that a text of evidence holds, by test; of recorded traffic, which has neither runs nor tests, all together.
 * Throws as readEvidenceText does, but for traffic.
 */
export function exchangesByTest(text: string, read: ReadLine = lineOf): readonly ExchangesOfTest[] {
  const lines = linesIn(text, read);
  return lines.some(({ kind }) => kind === 'run') ? evidenceOf(lines).tests : [{ exchanges: lines.filter(isExchange) }];
}

const lineOf: ReadLine = (text) => JSON.parse(text) as unknown;

function refuse(message: string): never {
  throw new Error(message);
}

/** All exchanges of the tests, each once. */
export function exchangesOf(tests: readonly Pick<RecordedTest, 'exchanges'>[]): Exchange[] {
  return [...new Map(tests.flatMap(({ exchanges }) => exchanges).map((exchange) => [exchange.id, exchange])).values()];
}
