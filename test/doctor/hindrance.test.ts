import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CheckRecord, Outcome } from '../../src/contract/outcomes.ts';
import { needs, notOfferedReason, orRisk, reason, type Reason } from '../../src/contract/reasons.ts';
import { hindranceOf } from '../../src/doctor/look.ts';
import { evidence } from '../support/verdict-sample.ts';

/** The record of a scenario that ended so before its act. */
const endedWith = ({ kind, needs: needed, says }: Reason, outcome: Outcome = 'unverified'): CheckRecord =>
  evidence({ outcome, examined: 0, reason: says, reasonKind: kind, ...(needed && { needs: needed }) }).record;

describe('a look hinders no scenario', () => {
  const rows: readonly Reason[] = [
    reason('would-write', 'would write now: POST /groups'),
    needs.risk('destructive', 'creates a host'),
    needs.setting(['TARGET_BLOCKED_USERNAME']),
    needs.own('a project'),
    orRisk(needs.state('a list'), 'own-resources', 'create hosts'),
  ];
  for (const row of rows) {
    test(`that ends because ${row.says}`, () => assert.equal(hindranceOf(endedWith(row)), undefined));
  }
  test('that was played', () => assert.equal(hindranceOf(evidence().record), undefined));
});

describe('a look hinders a scenario', () => {
  const rows: readonly (readonly [Reason, Outcome])[] = [
    [notOfferedReason('hosts'), 'not-offered'],
    [needs.state('a VPC'), 'unverified'],
    [needs.caller('an owner'), 'unverified'],
    [needs.place('project'), 'unverified'],
    [needs.right('GET /x', 'this key may not GET /x'), 'unverified'],
    [reason('refused-preparation', 'could not list: GET /x was answered 403'), 'unverified'],
  ];
  for (const [row, outcome] of rows) {
    test(`that ends because ${row.says}`, () =>
      assert.deepEqual(hindranceOf(endedWith(row, outcome)), {
        outcome,
        reason: row.says,
        reasonKind: row.kind,
        needs: row.needs,
      }));
  }
});
