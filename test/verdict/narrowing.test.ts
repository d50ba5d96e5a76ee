import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { narrowing } from '../../src/verdict/narrowing.ts';
import { kept, one, play } from '../support/played-reporter.ts';

describe('a run of some tests only', () => {
  test('chosen by title: its verdict speaks of what they prove and what was seen in their exchanges', async () => {
    const { verdict } = await play({ planned: [one], results: [[one, kept]], args: ['test', '-g', 'size'] });
    assert.deepEqual(
      verdict?.requirements.map(({ id }) => id),
      ['list.size', 'error.shape'],
    );
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
      planned: [one],
      results: [[one, kept]],
      args: ['test', 'list.spec.ts:7'],
      settings: { only: ['list.*'] },
    });
    assert.deepEqual(
      verdict?.requirements.map(({ id }) => id),
      ['list.size'],
    );
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
