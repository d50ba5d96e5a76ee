import { dirname } from 'node:path';
import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import type { Requirement } from '../../contract/requirement.ts';
import { isWorthTrying } from '../causes.ts';
import { collectEvidence, type RunContext } from '../collect.ts';
import { asTyped } from '../reports/as-typed.ts';
import { isColoured } from '../reports/colour.ts';
import { renderConsole } from '../reports/console.ts';
import { deriveVerdict, type VerdictInput } from '../derive.ts';
import { narrowing } from '../narrowing.ts';
import { progressTo, type Progress, type ProgressOutput } from './progress.ts';
import type { Evidence } from '../recorded-run.ts';
import type { ReporterOptions } from './reporter-options.ts';
import { writeResults } from './results.ts';
import { chosenBy, speaksOf } from '../speaks-of.ts';
import { suiteIdentity } from '../suite-identity.ts';
import {
  emptyRecord,
  evidenceOf,
  failedAfterAll,
  firstLine,
  neverRan,
  ownRequirementsOf,
  requirementsOf,
} from '../test-result.ts';
import { exitCode, type Verdict } from '../verdict.ts';
import { messageOf } from '../../wire/message-of.ts';

/**
 * The Playwright reporter: gathers the record of every test, shows progress, and at the end derives, writes and prints
 * the verdict, which then decides Playwright's status: a broken recommendation turns a test red, but not the run.
 */
export default class VerdictReporter implements Reporter {
  readonly #options: ReporterOptions;
  readonly #output: ProgressOutput;
  readonly #args: readonly string[];
  readonly #collection = collectEvidence();
  /** How many records each ended test left, by the test's id. */
  readonly #ended = new Map<string, number>();
  #startedAt = new Date();
  #root = process.cwd();
  #shard: FullConfig['shard'] = null;
  #planned: TestCase[] = [];
  #progress: Progress | undefined;
  #faulty = false;
  /** A blob report is what another run makes its verdict of. */
  #isCarriedOn = false;

  constructor(options: ReporterOptions) {
    this.#options = options;
    this.#output = options.output ?? process.stdout;
    this.#args = options.args ?? process.argv.slice(2);
  }

  /** A listing is printed by Playwright's own reporter, which it adds only where no other one prints. */
  printsToStdio(): boolean {
    return !this.#args.includes('--list');
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#startedAt = new Date();
    this.#root = this.#options.root ?? (config.configFile === undefined ? process.cwd() : dirname(config.configFile));
    this.#shard = config.shard;
    this.#isCarriedOn = config.reporter.some(([name]) => name === 'blob');
    this.#planned = suite.allTests();
    if (!this.#isInteractive()) this.#progress = progressTo(this.#output, this.#planned.length);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    failedAfterAll(test);
    try {
      const evidence = evidenceOf(test, result, this.#root);
      if (!this.#isCarriedOn) emptyRecord(result);
      this.#ended.set(test.id, evidence.length);
      this.#collection.add(test.id, evidence);
      const [area = ''] = (evidence[0]?.record.requirement ?? '').split('.', 1);
      this.#progress?.advance(
        area,
        evidence.map(({ record }) => record.outcome),
      );
    } catch (error) {
      this.#fault(`the record of "${test.title}" cannot be read: ${messageOf(error)}`);
    }
  }

  onError(error: TestError): void {
    // How Playwright begins the message of any error, and our set-up that of an obstacle it met.
    this.#fault(firstLine(error)?.replace(/^(?:Error: )?(?:Setup: )?/, '') ?? 'an error without a message');
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    this.#progress?.end();
    if (result.status === 'interrupted') this.#fault('the run was interrupted');
    if (result.status === 'timedout') this.#fault('the run reached its global time-out');
    if (this.#isInteractive() || this.#isListing()) return undefined;
    this.#accountForAll();
    try {
      const passed = await this.#conclude();
      // An interrupted run keeps its own status, and with it the exit code that shells expect.
      return result.status === 'interrupted' ? undefined : { status: passed ? 'passed' : 'failed' };
    } catch (error) {
      this.#output.write(`no verdict: ${messageOf(error)}\n`);
      return { status: 'failed' };
    }
  }

  #accountForAll(): void {
    for (const test of this.#planned) {
      const records = this.#ended.get(test.id);
      if (records === undefined) this.#collection.add(test.id, neverRan(test, this.#root));
      if (records === 0 && !test.ok()) this.#fault(`"${test.title}" failed, and belongs to no requirement`);
    }
  }

  async #conclude(): Promise<boolean> {
    const {
      settings: { run },
    } = this.#options;
    const input = this.#collection.input(this.#context());
    const settings = this.#options.settingsToRecord?.() ?? {};
    const recorded = {
      suite: input.suite,
      target: input.target,
      run: input.run,
      settings,
      only: run.only,
      chosen: this.#chosen(),
      ...(Object.keys(this.#own()).length > 0 && { requirements: this.#own() }),
      faults: input.faults,
      ...(input.cleanup && { cleanup: input.cleanup }),
    };
    const evidence = { runs: [recorded], tests: input.tests };
    const verdict = await this.#withCauses(input, evidence);
    const { written, notWritten } = await writeResults(run.out, verdict, evidence);
    this.#output.write(
      renderConsole(verdict, {
        colour: isColoured(this.#output),
        reports: written.map(asTyped),
      }),
    );
    if (notWritten !== undefined) this.#tellNotWritten(notWritten);
    return exitCode(verdict, run) === 0 && notWritten === undefined;
  }

  async #withCauses(input: VerdictInput, evidence: Evidence): Promise<Verdict> {
    const verdict = deriveVerdict(input);
    const whatIf = isWorthTrying(verdict) ? await this.#options.whatIf?.(evidence) : undefined;
    return whatIf === undefined ? verdict : deriveVerdict({ ...input, whatIf });
  }

  #tellNotWritten(why: string): void {
    const { onNotWritten } = this.#options;
    if (onNotWritten === undefined) this.#output.write(`${why}\n`);
    else onNotWritten(why);
  }

  #context(): RunContext {
    const {
      settings: { target, run },
      requirements,
      command,
      cleanup,
    } = this.#options;
    const startedAt = this.#startedAt.toISOString();
    return {
      requirements: { ...requirements, ...this.#own() },
      target: { url: target.url, product: target.product, dialect: target.dialect },
      run: {
        id: `${startedAt.replace(/[:.]/g, '-')}-${run.seed}`,
        seed: run.seed,
        startedAt,
        durationMs: Date.now() - this.#startedAt.getTime(),
        risk: run.risk,
        command: command ?? ['npx playwright', ...this.#args].join(' '),
        ...(target.insecureTls && { insecureTls: true }),
        ...(this.#shard && { shard: { current: this.#shard.current, total: this.#shard.total } }),
      },
      suite: suiteIdentity(requirements),
      known: target.known,
      cleanup: cleanup?.report,
      ...speaksOf(
        run.only,
        chosenBy(this.#chosen(), this.#shard ?? undefined),
        this.#planned.flatMap(requirementsOf),
        this.#collection.tests(),
      ),
    };
  }

  /** What the specs of the user added to the catalogue. */
  #own(): Readonly<Record<string, Requirement>> {
    return ownRequirementsOf(this.#planned);
  }

  #chosen(): string | null {
    const behindTest = this.#args.indexOf('test') + 1;
    return behindTest > 0 ? narrowing(this.#args.slice(behindTest)) : null;
  }

  /** In UI mode and in an editor's test panel a run is a few tests that somebody is working on: no verdict. */
  #isInteractive(): boolean {
    return this.#args.some((arg) => arg === 'test-server' || /^--ui(-host|-port)?(=|$)/.test(arg));
  }

  /** Tests were found, none ran, and nothing went wrong. */
  #isListing(): boolean {
    return this.#args.includes('--list') || (this.#planned.length > 0 && this.#ended.size === 0 && !this.#faulty);
  }

  #fault(message: string): void {
    this.#faulty = true;
    this.#collection.fault(message);
  }
}
