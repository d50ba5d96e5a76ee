import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullConfig, FullResult, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { evidenceAttachment } from '../../src/contract/outcomes.ts';
import type { TestEvidence } from '../../src/verdict/evidence.ts';
import VerdictReporter from '../../src/verdict/reporter/reporter.ts';
import type { ReporterOptions } from '../../src/verdict/reporter/reporter-options.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { evidence, exchange, requirement, standing, verdictInput } from './verdict-sample.ts';

const { target } = verdictInput();
const requirements = {
  'list.size': requirement('size'),
  'list.order': requirement('order', { level: 'SHOULD' }),
  'error.shape': requirement('shape', { level: 'SHOULD', standing: true }),
};

/** A test of the plan, which proves these requirements. */
export function plannedTest(id: string, requirementIds: string[] = ['list.size'], ok = true): TestCase {
  return {
    id,
    title: `test ${id}`,
    location: { file: '/project/specs/list.spec.ts', line: 7, column: 1 },
    ok: () => ok,
    annotations: requirementIds.map((description) => ({ type: 'allure.label.requirement', description })),
  } as unknown as TestCase;
}

/** How it ended, with what it left behind, or with what was thrown. */
export function ended(status: TestResult['status'], left?: TestEvidence, message?: string): TestResult {
  const attachments =
    left === undefined
      ? []
      : [{ name: evidenceAttachment, contentType: 'application/json', body: Buffer.from(JSON.stringify(left)) }];
  const error = message === undefined ? undefined : { message };
  return { status, attachments, duration: 9, error } as unknown as TestResult;
}

/** What the reporter is told by Playwright. */
export interface FakeRun {
  readonly planned: TestCase[];
  readonly results?: [TestCase, TestResult][];
  readonly status?: FullResult['status'];
  readonly args?: string[];
  readonly errors?: string[];
  readonly settings?: Partial<ReporterOptions['settings']['run']>;
  readonly shard?: FullConfig['shard'];
  readonly isTTY?: boolean;
  readonly others?: readonly string[];
}

/** Plays a run to a reporter of its own, and gives what it wrote, printed and returned; its folder is gone by then. */
export async function play(run: FakeRun) {
  const out = mkdtempSync(join(tmpdir(), 'reporter-'));
  let printed = '';
  const reporter = new VerdictReporter({
    settings: { target, run: { risk: 'read-only', seed: 's', out, only: [], allowIncomplete: false, ...run.settings } },
    requirements,
    args: run.args ?? ['test'],
    output: { write: (text) => void (printed += text), isTTY: run.isTTY ?? false, columns: 40 },
  });
  reporter.onBegin(
    {
      configFile: '/project/playwright.config.ts',
      shard: run.shard ?? null,
      reporter: (run.others ?? []).map((name) => [name]),
    } as unknown as FullConfig,
    { allTests: () => run.planned } as unknown as Suite,
  );
  for (const message of run.errors ?? []) reporter.onError({ message });
  // The reporter changes what it is shown, and the samples serve several runs.
  const shown = (run.results ?? []).map(([planned, result]) => ({
    planned,
    result: { ...result, attachments: result.attachments.map((attachment) => ({ ...attachment })) },
  }));
  for (const { planned, result } of shown) reporter.onTestEnd(planned, result);
  const returned = await reporter.onEnd({ status: run.status ?? 'passed' } as FullResult);
  const file = join(out, 'verdict.json');
  const verdict = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Verdict) : undefined;
  rmSync(out, { recursive: true });
  return { out, printed, status: returned?.status, verdict, reporter, left: shown.map(({ result }) => result) };
}

export const one = plannedTest('1');
export const two = plannedTest('2', ['list.order']);
export const kept = ended('passed', evidence({}, [standing()], [exchange('1#1', '/')]));
