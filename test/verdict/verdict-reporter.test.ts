import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { FullConfig, FullResult, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { evidenceAttachment } from '../../src/contract/outcomes.ts';
import type { TestEvidence } from '../../src/verdict/evidence.ts';
import { narrowing } from '../../src/verdict/narrowing.ts';
import VerdictReporter, { type ReporterOptions } from '../../src/verdict/reports/reporter.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { evidence, exchange, requirement, standing, verdictInput } from '../support/verdict-sample.ts';

const { target } = verdictInput();
const requirements = {
  'list.size': requirement('size'),
  'list.order': requirement('order', { level: 'SHOULD' }),
  'error.shape': requirement('shape', { level: 'SHOULD', standing: true }),
};
let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'reporter-'));
});
afterEach(() => rmSync(out, { recursive: true }));

function plannedTest(id: string, requirementIds: string[] = ['list.size'], ok = true): TestCase {
  return {
    id, title: `test ${id}`, location: { file: '/project/specs/list.spec.ts', line: 7, column: 1 }, ok: () => ok,
    annotations: requirementIds.map((description) => ({ type: 'allure.label.requirement', description })),
  } as unknown as TestCase;
}

function ended(status: TestResult['status'], left?: TestEvidence, message?: string): TestResult {
  const attachments = left === undefined ? [] : [
    { name: evidenceAttachment, contentType: 'application/json', body: Buffer.from(JSON.stringify(left)) },
  ];
  const error = message === undefined ? undefined : { message };
  return { status, attachments, duration: 9, error } as unknown as TestResult;
}

interface FakeRun {
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

async function play(run: FakeRun) {
  let printed = '';
  const reporter = new VerdictReporter({
    settings: { target, run: { risk: 'read-only', seed: 's', out, only: [], allowIncomplete: false, ...run.settings } },
    requirements,
    args: run.args ?? ['test'],
    output: { write: (text) => void (printed += text), isTTY: run.isTTY ?? false, columns: 40 },
  });
  reporter.onBegin(
    {
      configFile: '/project/playwright.config.ts', shard: run.shard ?? null, reporter: (run.others ?? []).map((name) => [name]),
    } as unknown as FullConfig,
    { allTests: () => run.planned } as unknown as Suite,
  );
  for (const message of run.errors ?? []) reporter.onError({ message });
  // The reporter changes what it is shown, and the samples serve several runs.
  const shown = (run.results ?? []).map(([planned, result]) => (
    { planned, result: { ...result, attachments: result.attachments.map((attachment) => ({ ...attachment })) } }));
  for (const { planned, result } of shown) reporter.onTestEnd(planned, result);
  const returned = await reporter.onEnd({ status: run.status ?? 'passed' } as FullResult);
  const file = join(out, 'verdict.json');
  const verdict = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Verdict : undefined;
  return { printed, status: returned?.status, verdict, reporter, left: shown.map(({ result }) => result) };
}

const one = plannedTest('1');
const two = plannedTest('2', ['list.order']);
const kept = ended('passed', evidence({}, [standing()], [exchange('1#1', '/')]));

describe('the record of a test, for the reporters that come after', () => {
  const record = { name: evidenceAttachment, contentType: 'application/json' };
  const leftOf = async (result: TestResult, others: readonly string[] = []) => {
    const { left } = await play({ planned: [one], results: [[one, result]], others });
    return left[0]?.attachments;
  };
  test('is empty once a passed test was read, and still an attachment', async () => {
    const log = { name: 'log', contentType: 'text/plain', body: Buffer.from('x') };
    const attachments = [...kept.attachments, log];
    assert.deepEqual(await leftOf({ ...kept, attachments }), [record, log]);
  });
  test('is empty where a test was skipped', async () => {
    assert.deepEqual(await leftOf(ended('skipped', evidence({ outcome: 'unverified' }))), [record]);
  });
  test('stays where a test failed', async () => {
    const failed = ended('failed', evidence(), 'no');
    assert.deepEqual(await leftOf(failed), failed.attachments);
  });
  test('stays where a blob report carries it to another run', async () => {
    assert.deepEqual(await leftOf(kept, ['html', 'blob']), kept.attachments);
  });
});

describe('the Playwright reporter', () => {
  test('kept checks make a green run with its reports', async () => {
    const { verdict, status, printed } = await play({ planned: [one], results: [[one, kept]] });
    assert.deepEqual([verdict?.verdict, status], ['conformant', 'passed']);
    assert.deepEqual([verdict?.run.requests, verdict?.run.seed, verdict?.run.command], [1, 's', 'npx playwright test']);
    assert.equal(verdict?.requirements[2]?.examined, 3);
    assert.match(printed, /CONFORMANT: /);
    assert.ok(printed.includes(join(out, 'evidence.ndjson')));
  });

  test('a broken documented MUST makes it red', async () => {
    const broken = ended('failed', evidence({ outcome: 'broken', violations: [{ path: '', message: 'is wrong' }] }));
    const { verdict, status } = await play({ planned: [one], results: [[one, broken]], status: 'failed' });
    assert.deepEqual([verdict?.verdict, status], ['non-conformant', 'failed']);
  });

  test('a test that was expected to fail, so that its worker goes on, is one that should have passed for all who come after', async () => {
    const failed = { ...plannedTest('1'), expectedStatus: 'failed' } as TestCase;
    await play({ planned: [failed], results: [[failed, ended('failed', evidence({ outcome: 'broken' }))]] });
    assert.equal(failed.expectedStatus, 'passed');
  });

  test('a broken recommendation turns its test red, but not the run', async () => {
    const broken = ended('failed', evidence({ requirement: 'list.order', outcome: 'broken' }));
    const { status } = await play({ planned: [one, two], results: [[one, kept], [two, broken]], status: 'failed' });
    assert.equal(status, 'passed');
  });

  test('incomplete is red unless allowed', async () => {
    const results: FakeRun['results'] = [[one, ended('skipped', evidence({ outcome: 'unverified', reason: 'no team' }))]];
    assert.equal((await play({ planned: [one], results })).status, 'failed');
    assert.equal((await play({ planned: [one], results, settings: { allowIncomplete: true } })).status, 'passed');
  });

  test('a test that crashed before its record failed for the set-up, with the first line of its error', async () => {
    const crash = ended('timedOut', undefined, '\u001B[31mTest timeout of 30000ms exceeded.\u001B[39m\n  at x');
    const { verdict } = await play({ planned: [one, two], results: [[one, crash], [two, kept]], status: 'failed' });
    const first = verdict?.requirements[0];
    assert.equal(first?.outcome, 'setup-failed');
    assert.equal(first?.reason, 'Test timeout of 30000ms exceeded.');
    const check = first?.checks.find(({ outcome }) => outcome === 'setup-failed');
    assert.deepEqual([check?.file, check?.line, check?.durationMs], ['specs/list.spec.ts', 7, 9]);
  });

  test('a skip without a record is unverified with its reason', async () => {
    const skipped = plannedTest('1');
    skipped.annotations.push({ type: 'skip', description: 'not today' });
    const { verdict } = await play({ planned: [skipped], results: [[skipped, ended('skipped')]] });
    assert.deepEqual([verdict?.requirements[0]?.outcome, verdict?.requirements[0]?.reason], ['unverified', 'not today']);
  });

  test('a record that says kept is not believed when something failed behind it', async () => {
    const torn = ended('failed', evidence(), 'Error: the fixture could not clean up\nat y');
    const { verdict } = await play({ planned: [one], results: [[one, torn]], status: 'failed' });
    assert.deepEqual([verdict?.requirements[0]?.outcome, verdict?.requirements[0]?.reason],
      ['setup-failed', 'Error: the fixture could not clean up']);
  });

  test('a record that cannot be read makes the run red', async () => {
    const attachments = kept.attachments.map((attachment) => ({ ...attachment, body: Buffer.from('{}') }));
    const garbled = { ...kept, attachments };
    const { verdict, status } = await play({ planned: [one, two], results: [[one, kept], [two, garbled]] });
    assert.deepEqual([verdict?.verdict, status], ['error', 'failed']);
    assert.match(verdict?.faults[0] ?? '', /test 2.*lacks record/);
  });

  test('of several attempts the last one counts', async () => {
    const { verdict } = await play({ planned: [one], results: [[one, ended('failed', undefined, 'x')], [one, kept]] });
    assert.equal(verdict?.verdict, 'conformant');
  });

  test('a planned test that never ran leaves its requirement unverified, though another one kept it', async () => {
    const planned = [one, plannedTest('3')];
    const { verdict, status } = await play({ planned, results: [[one, kept]], status: 'interrupted' });
    assert.deepEqual([verdict?.requirements[0]?.outcome, verdict?.requirements[0]?.reason], ['unverified', 'did not run']);
    assert.deepEqual([verdict?.verdict, status], ['error', undefined]);
  });

  test('a failing test of no requirement makes the run red', async () => {
    const stray = plannedTest('9', [], false);
    const results: FakeRun['results'] = [[one, kept], [stray, ended('failed', undefined, 'x')]];
    const { status } = await play({ planned: [one, stray], results });
    assert.equal(status, 'failed');
  });

  test('an error outside any test makes the run red, and stands in the verdict', async () => {
    const { verdict, status } = await play({ planned: [], errors: ['Setup: nobody answers\nat z'], status: 'failed' });
    assert.deepEqual([verdict?.faults, verdict?.noChecks, status], [['nobody answers'], true, 'failed']);
  });

  test('no test at all is red', async () => {
    const { verdict, status } = await play({ planned: [] });
    assert.deepEqual([verdict?.noChecks, status], [true, 'failed']);
  });

  test('a verdict that cannot be derived is red and says why', async () => {
    const unknown = ended('passed', evidence({ requirement: 'list.unknown' }));
    const { status, printed } = await play({ planned: [one], results: [[one, unknown]] });
    assert.equal(status, 'failed');
    assert.match(printed, /no verdict: a test names list\.unknown/);
  });

  for (const [what, args, results] of [
    ['a listing', ['test', '--list'], []],
    ['a run in which nothing began', ['test'], []],
    ['UI mode', ['test', '--ui'], [[one, kept]]],
    ["an editor's test panel", ['test-server'], [[one, kept]]],
  ] as [string, string[], [TestCase, TestResult][]][]) {
    test(`${what} leaves no verdict and prints nothing`, async () => {
      const { verdict, status, printed } = await play({ planned: [one], args, results });
      assert.deepEqual([verdict, status, printed.replaceAll(/^ {2}1\/1.*\n/gm, '')], [undefined, undefined, '']);
    });
  }

  test('leaves the terminal to Playwright for a listing only', async () => {
    assert.equal((await play({ planned: [one], args: ['test', '--list'] })).reporter.printsToStdio(), false);
    assert.equal((await play({ planned: [one] })).reporter.printsToStdio(), true);
  });
});

describe('a run of some tests only', () => {
  test('chosen by title: its verdict speaks of what they prove and what was seen in their exchanges', async () => {
    const { verdict } = await play({ planned: [one], results: [[one, kept]], args: ['test', '-g', 'size'] });
    assert.deepEqual(verdict?.requirements.map(({ id }) => id), ['list.size', 'error.shape']);
    assert.deepEqual([verdict?.verdict, verdict?.partial, verdict?.scope], ['conformant', true, 'tests chosen by -g size']);
  });

  test('a shard', async () => {
    const { verdict } = await play({ planned: [one], results: [[one, kept]], shard: { current: 1, total: 3 } });
    assert.deepEqual([verdict?.partial, verdict?.scope], [true, 'tests chosen by shard 1/3']);
  });

  test('a shard for which there was no file left is not red, and says that it judged nothing', async () => {
    const { verdict, status, printed } = await play({ planned: [], shard: { current: 3, total: 3 } });
    assert.deepEqual([verdict?.verdict, verdict?.noChecks, status], ['incomplete', true, 'passed']);
    assert.deepEqual(verdict?.run.shard, { current: 3, total: 3 });
    assert.match(printed.replaceAll(/\s+/g, ' '), /INCOMPLETE: this part of the run holds no check; merge it with the others\./);
  });

  test('a shard in which something went wrong before its first check is red', async () => {
    const { verdict, status } = await play({ planned: [], shard: { current: 3, total: 3 }, errors: ['Setup: nobody answers'] });
    assert.deepEqual([verdict?.verdict, status], ['error', 'failed']);
  });

  test('within a scope that the user named', async () => {
    const { verdict } = await play({
      planned: [one], results: [[one, kept]], args: ['test', 'list.spec.ts:7'], settings: { only: ['list.*'] },
    });
    assert.deepEqual(verdict?.requirements.map(({ id }) => id), ['list.size']);
    assert.equal(verdict?.scope, 'list.*, tests chosen by list.spec.ts:7');
  });

  for (const [line, expected] of [
    ['', null],
    ['--config playwright.config.ts --workers 2 --reporter list -x --headed', null],
    ['--workers=2 specs/a.spec.ts:3', 'specs/a.spec.ts:3'],
    ['-x list', 'list'],
    ['--grep size --workers 1', '--grep size'],
    ['--grep=size', '--grep=size'],
    ['--last-failed', '--last-failed'],
    ['--shard 1/2', null],
    ['--shard=1/2 --grep size', '--grep size'],
  ] as const) {
    test(`seen on the command line: ${line || 'nothing'}`, () => {
      assert.equal(narrowing(line.split(' ').filter(Boolean)), expected);
    });
  }
});

describe('progress', () => {
  const many = Array.from({ length: 25 }, (_, n) => plannedTest(String(n)));
  const results = many.map((each): [TestCase, TestResult] => [each, kept]);

  test('is a line at about every tenth part where nobody watches', async () => {
    const { printed } = await play({ planned: many, results });
    const lines = printed.split('\n').filter((line) => line.includes(' checks · '));
    assert.equal(lines.length, 10);
    assert.equal(lines.at(-1), '  25/25 checks · 0 broken · 0 unverified · list');
  });

  test('is one line that overwrites itself on a terminal, and never wraps', async () => {
    const { printed } = await play({ planned: many, results, isTTY: true });
    const updates = printed.split('\r\u001B[K').slice(1, -1);
    assert.equal(updates.length, 25);
    assert.ok(updates.every((line) => line.length < 40 && !line.includes('\n')));
  });
});
