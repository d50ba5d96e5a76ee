import { relative, resolve, sep } from 'node:path';
import { createRecorder } from '../../client/record.ts';
import type { Recorder } from '../../client/types.ts';
import { reason, type Reason } from '../../contract/reasons.ts';
import type { Provenance, EvidenceOfTest, Judgement, Outcome, StandingRecord, Violation } from '../../contract/outcomes.ts';
import type { Settings } from '../../target/settings/types.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { ClaimSeen } from '../../cleanup/creating.ts';
import { messageOf } from '../../wire/message-of.ts';

/** What the runner knows of the test that is running; Playwright's TestInfo is one, the engine makes the other. */
export interface RunnerInfo {
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly annotations: readonly { readonly type: string; readonly description?: string }[];
  readonly status?: 'passed' | 'failed' | 'timedOut' | 'skipped' | 'interrupted';
  readonly errors: readonly { readonly message?: string }[];
  /** Ends the test here, by throwing. */
  skip(condition: boolean, reason: string): void;
  /** Milliseconds that the test may take, 0 for as long as it likes; the engine has no such limit. */
  readonly timeout?: number;
  setTimeout?(milliseconds: number): void;
  /** Pushing to it, other than calling `attach`, makes no step in Playwright's reports, and so costs no stack. */
  readonly attachments: { push(attachment: { name: string; contentType: string; body: Buffer }): unknown };
  /** Takes what the test leaves behind as it is, where nothing lies between the test and who asks. */
  readonly keep?: (evidence: EvidenceOfTest<Exchange>) => void;
}

/** What a test ended with that could judge nothing. */
export interface Unmet {
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly untold?: true;
}

/** Everything that is noted about a test while it runs. */
export interface CurrentTest {
  readonly info: RunnerInfo;
  /** On the clock of performance.now(). */
  readonly startedAt: number;
  readonly exchanges: Exchange[];
  /** Exchanges that it judged, by id; what tests share may have been sent while another one ran. */
  readonly judged: Map<string, Exchange>;
  readonly recorder: Recorder;
  readonly violations: Violation[];
  readonly findings: Violation[];
  /** What was seen of the ids by which answers called what it made. */
  readonly claimedIds: ClaimSeen[];
  /** What was seen of other requirements than its own, and takes more than one exchange to see. */
  readonly alsoSeen: StandingRecord[];
  /** How it came to run; the clock's readings are added as they are taken. */
  readonly provenance: Provenance & { readonly clock: number[] };
  examined: number;
  /** The settings of its run; undefined where a part is tested by itself. */
  readonly settings?: Settings;
  /** Takes secrets out of a text that may quote the target. */
  readonly clean: (text: string) => string;
  /** Asked when the test fails: why the failure may not be the target's, or undefined. */
  readonly doubts: (() => Promise<Reason | undefined>)[];
  /** Set when the test ends before it could judge anything. */
  unmet?: Unmet;
  /** True once its body is over: what is sent then decides nothing that a limit of the run should stop. */
  over?: true;
}

const projectRoot = resolve(import.meta.dirname, '../../..');

/** A file's path from the project's root, or where it lies outside, from the working directory; with slashes. */
export function fromProjectRoot(file: string): string {
  const inside = relative(projectRoot, file);
  return (inside.startsWith('..') ? relative(process.cwd(), file) : inside).replaceAll(sep, '/');
}

/** Takes what is sent between tests, while a worker cleans up. */
const unrecorded: Recorder = { nextId: () => 'between tests', record: () => {} };

/** Where a call that is made now is recorded. */
export const currentRecorder = (): Recorder => current?.recorder ?? unrecorded;

// One worker, in either runner, runs one test at a time; matchers have no other way to learn which.
let current: CurrentTest | undefined;

/** Where a part is tested by itself. */
const noProvenance: Omit<Provenance, 'clock'> = { worker: 0, turn: 1, named: 0, startedAt: 0 };

/** Notes from now on what happens belongs to this test; `clean` takes secrets out of what is said of it. */
export function beginTest(
  info: RunnerInfo,
  clean: (text: string) => string,
  { settings, provenance = noProvenance }: { readonly settings?: Settings; readonly provenance?: Omit<Provenance, 'clock'> } = {},
): CurrentTest {
  const exchanges: Exchange[] = [];
  const recorder = createRecorder({
    test: `${fromProjectRoot(info.file).replace(/^specs\/|\.spec\.[jt]s$/g, '')} › ${info.title} `,
    onExchange: (exchange) => exchanges.push(exchange),
  });
  current = {
    info,
    settings,
    exchanges,
    judged: new Map(),
    recorder,
    clean,
    startedAt: performance.now(),
    provenance: { ...provenance, clock: [] },
    violations: [],
    findings: [],
    claimedIds: [],
    alsoSeen: [],
    examined: 0,
    doubts: [],
  };
  return current;
}

/** Takes a failure back where there is a reason to doubt it: the check could not see what it claims. */
export async function reconsider(test: CurrentTest): Promise<void> {
  test.over = true;
  if (test.unmet !== undefined || test.info.errors.length === 0) return;
  try {
    for (const askedFor of test.doubts) {
      const why = await askedFor();
      if (why !== undefined) test.unmet = { outcome: 'unverified', reason: why };
    }
  } catch (error) {
    // Without this the record of the test would be lost: nobody can tell any more whose failure it was.
    const { unmet } = test as { unmet?: CurrentTest['unmet'] };
    test.unmet = unmet ?? { outcome: 'setup-failed', reason: reason('set-up', messageOf(error)) };
  }
}

export function endTest(): void {
  current = undefined;
}

/** The test that is running. Throws outside of one. */
export function currentTest(): CurrentTest {
  if (current === undefined) throw new Error('no test is running');
  return current;
}

/** The same, or undefined between tests (while a worker cleans up). */
export const runningTest = (): CurrentTest | undefined => current;

/** Whether what is sent now is for a check to look at; between and after tests it is to find out, and to clean up. */
export const isJudging = (): boolean => current !== undefined && current.over !== true;

/** Time that the run waits on purpose is not the test's: it gets as much more. In milliseconds. */
export function grantTime(milliseconds: number): void {
  const { timeout = 0, setTimeout } = current?.info ?? {};
  if (timeout > 0) setTimeout?.call(current?.info, timeout + milliseconds);
}

/** Notes why a failure of the running test would not be the target's. */
export function doubt(why: Reason): void {
  currentTest().doubts.push(async () => why);
}

/** The requirement that a test proves. Throws where it names none. */
export function requirementOf(info: RunnerInfo): string {
  const id = info.annotations.find((annotation) => annotation.type === 'allure.label.requirement')?.description;
  if (id === undefined) throw new Error(`Setup: the test "${info.title}" does not say what it proves`);
  return id;
}

/** Notes what a judge saw, and in which exchange. */
export function noteJudgement(judgement: Judgement, exchange: Exchange): void {
  const test = currentTest();
  test.judged.set(exchange.id, exchange);
  test.examined += judgement.examined;
  // One by one: a hostile list breaks more than a call can take arguments.
  for (const violation of judgement.violations) test.violations.push(violation);
  for (const finding of judgement.findings ?? []) test.findings.push(finding);
}

/** The exchange that shows a violation, whichever test sent it; undefined where none does. */
export const shownIn = ({ exchanges, judged }: CurrentTest, { exchange: id }: Violation): Exchange | undefined =>
  id === undefined ? undefined : (exchanges.find((one) => one.id === id) ?? judged.get(id));

/** Notes something worth telling that is no fault; `exchange` is the id of the one that shows it. */
export function noteFinding(path: string, message: string, exchange?: string): void {
  currentTest().findings.push({ path, message, ...(exchange !== undefined && { exchange }) });
}

/** Counts items that plain `expect` is about to look at, and hands them on. A check that examines nothing is never kept. */
export function examined<T>(items: readonly T[]): readonly T[] {
  currentTest().examined += items.length;
  return items;
}
