import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { evidenceAttachment } from '../../src/contract/outcomes.ts';
import { ended, kept, one, plannedTest, play, two, type FakeRun } from '../support/played-reporter.ts';
import { evidence } from '../support/verdict-sample.ts';

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
    const { out, verdict, status, printed } = await play({ planned: [one], results: [[one, kept]] });
    assert.deepEqual([verdict?.verdict, status], ['conformant', 'passed']);
    assert.deepEqual([verdict?.run.requests, verdict?.run.seed, verdict?.run.command], [1, 's', 'npx playwright test']);
    assert.equal(verdict?.requirements[2]?.examined, 3);
    assert.match(printed, /CONFORMANT: /);
    assert.ok(printed.includes(`${out}/ verdict.json evidence.ndjson`), printed);
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
    const { status } = await play({
      planned: [one, two],
      results: [
        [one, kept],
        [two, broken],
      ],
      status: 'failed',
    });
    assert.equal(status, 'passed');
  });

  test('incomplete is red unless allowed', async () => {
    const results: FakeRun['results'] = [[one, ended('skipped', evidence({ outcome: 'unverified', reason: 'no team' }))]];
    assert.equal((await play({ planned: [one], results })).status, 'failed');
    assert.equal((await play({ planned: [one], results, settings: { allowIncomplete: true } })).status, 'passed');
  });

  test('a test that crashed before its record failed for the set-up, with the first line of its error', async () => {
    const crash = ended('timedOut', undefined, '\u001B[31mTest timeout of 30000ms exceeded.\u001B[39m\n  at x');
    const { verdict } = await play({
      planned: [one, two],
      results: [
        [one, crash],
        [two, kept],
      ],
      status: 'failed',
    });
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
    assert.deepEqual(
      [verdict?.requirements[0]?.outcome, verdict?.requirements[0]?.reason],
      ['setup-failed', 'Error: the fixture could not clean up'],
    );
  });

  test('a record that cannot be read makes the run red', async () => {
    const attachments = kept.attachments.map((attachment) => ({ ...attachment, body: Buffer.from('{}') }));
    const garbled = { ...kept, attachments };
    const { verdict, status } = await play({
      planned: [one, two],
      results: [
        [one, kept],
        [two, garbled],
      ],
    });
    assert.deepEqual([verdict?.verdict, status], ['error', 'failed']);
    assert.match(verdict?.faults[0] ?? '', /test 2.*lacks record/);
  });

  test('of several attempts the last one counts', async () => {
    const { verdict } = await play({
      planned: [one],
      results: [
        [one, ended('failed', undefined, 'x')],
        [one, kept],
      ],
    });
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
    const results: FakeRun['results'] = [
      [one, kept],
      [stray, ended('failed', undefined, 'x')],
    ];
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
