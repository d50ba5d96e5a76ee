import { test } from 'node:test';
import assert from 'node:assert/strict';
import { single, sum, summary, tallyOf } from './tally.ts';

test('counts of a program are taken from its last line', () => {
  assert.deepEqual(tallyOf('lies told: 12\n12 passed, 0 failed\n', 0), { passed: 12, failed: 0, report: '' });
  const survived = 'one survived\n11 passed, 1 failed\n';
  assert.deepEqual(tallyOf(survived, 1), { passed: 11, failed: 1, report: survived });
});

test('a program without counts is one test', () => {
  assert.deepEqual(tallyOf('done', 0), { passed: 1, failed: 0, report: '' });
  assert.deepEqual(tallyOf('crashed', 7), { passed: 0, failed: 1, report: 'crashed' });
});

test('neither a bad exit nor a run of nothing is green', () => {
  assert.equal(tallyOf('3 passed, 0 failed', 1).failed, 1);
  assert.equal(tallyOf('0 passed, 0 failed', 0).failed, 1);
});

test('the sum keeps what there is to read', () => {
  const total = sum([single(true, 'a'), single(false, 'b'), { passed: 5, failed: 0, report: '' }]);
  assert.deepEqual(total, { passed: 6, failed: 1, report: 'b' });
  assert.equal(summary(total), '6 passed, 1 failed');
});
