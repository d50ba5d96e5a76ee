import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { inTheVersionOf, withKind } from '../../src/verdict/older-versions.ts';
import { notProvokedSentence } from '../../src/verdict/reports/not-provoked.ts';
import { evidence, fullVerdict, verdictInput } from '../support/verdict-sample.ts';

const recordWith = (reason?: string) => evidence({ outcome: 'unverified', examined: 0, ...(reason && { reason }) }).record;

describe('a record of a version that kept no kinds', () => {
  const rows = [
    ['stopped early: --max-failures 3', 'stopped-early'],
    ['budget: the 75 requests of --max-requests are used up', 'budget'],
    ['not in the plan: POST /groups', 'not-in-plan'],
    ['accepted: 200 for GET /x', 'accepted'],
    ['answered with a sibling code: 404 X for GET /x', 'sibling'],
    ['answered without a documented code: 409 for GET /x', 'codeless'],
    ['refused like the valid request beside it: 404 X for GET /x', 'neighbour'],
    ['needs a cluster with snapshots', 'unclassified'],
    ['budgets are no kind', 'unclassified'],
  ] as const;
  for (const [says, kind] of rows) {
    test(`is given the kind ${kind}: ${says}`, () => assert.equal(withKind(recordWith(says)).reasonKind, kind));
  }

  test('is left alone where it has a kind, or no reason', () => {
    assert.equal(withKind({ ...recordWith('budget: used up'), reasonKind: 'set-up' }).reasonKind, 'set-up');
    assert.equal(withKind(recordWith()).reasonKind, undefined);
  });

  test('makes a verdict that tells the same, of a run that was stopped too', () => {
    const record = withKind(recordWith('stopped early: --max-failures 3'));
    const verdict = deriveVerdict(verdictInput({ tests: [{ record, standing: [], exchanges: [] }] }));
    assert.deepEqual(verdict.stopped, { broken: 0, notTried: 1 });
    const unread = deriveVerdict(verdictInput({ tests: [{ record: recordWith('x'), standing: [], exchanges: [] }] }));
    assert.deepEqual(unread.requirements[0]?.reasons, [{ kind: 'unclassified', says: 'x' }]);
  });
});

describe('a verdict of a version that kept no kinds', () => {
  const { verdict } = fullVerdict();
  const older = inTheVersionOf({ ...verdict, causes: undefined, requirements: [] }, verdict);

  test('is what is left without them', () => {
    assert.doesNotMatch(JSON.stringify(older), /"(?:reasons|reasonKind|needs|causes)"/);
    assert.deepEqual(
      older.requirements.map(({ id, outcome, reason }) => [id, outcome, reason]),
      verdict.requirements.map(({ id, outcome, reason }) => [id, outcome, reason]),
    );
  });

  test('is compared with none, and one of this version with all', () => {
    assert.deepEqual(inTheVersionOf(older, verdict), older);
    assert.equal(inTheVersionOf(verdict, verdict), verdict);
  });

  test('is still told, of each code that it came otherwise', () => {
    assert.match(notProvokedSentence(older) ?? '', /^1 code could not be provoked: otherwise \(HOST_NOT_FOUND\)\.$/);
    assert.match(notProvokedSentence(verdict) ?? '', /^1 code could not be provoked: accepted \(HOST_NOT_FOUND\)\.$/);
  });
});
