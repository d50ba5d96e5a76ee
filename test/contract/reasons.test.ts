import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { needInShort, needs, notOfferedReason, orRisk, reason, reasonKinds, type Reason } from '../../src/contract/reasons.ts';

test('no kind is there twice', () => assert.equal(new Set(reasonKinds).size, reasonKinds.length));

describe('a reason says to people what it says to programs', () => {
  const list = needs.state('a list with 3 entities in it');
  const rows: readonly (readonly [made: Reason, due: Reason])[] = [
    [
      needs.risk('own-resources', 'creates a host'),
      { kind: 'needs-risk', needs: { risk: 'own-resources' }, says: 'needs --risk own-resources: creates a host' },
    ],
    [
      needs.risk('destructive', 'PATCH /groups/x', "a project of the run's own"),
      {
        kind: 'needs-risk',
        needs: { risk: 'destructive', own: "a project of the run's own" },
        says: "needs --risk destructive, or a project of the run's own: PATCH /groups/x",
      },
    ],
    [
      needs.setting(['TARGET_BLOCKED_USERNAME'], 'which are blocked is nowhere documented'),
      {
        kind: 'needs-setting',
        needs: { settings: ['TARGET_BLOCKED_USERNAME'] },
        says: 'needs TARGET_BLOCKED_USERNAME: which are blocked is nowhere documented',
      },
    ],
    [
      needs.setting(['A_PUBLIC_KEY', 'A_PRIVATE_KEY']),
      {
        kind: 'needs-setting',
        needs: { settings: ['A_PUBLIC_KEY', 'A_PRIVATE_KEY'] },
        says: 'needs A_PUBLIC_KEY and A_PRIVATE_KEY',
      },
    ],
    [
      needs.place('organization'),
      {
        kind: 'needs-place',
        needs: { place: 'organization' },
        says: 'no organization is known: name one with --org (TARGET_ORG_ID)',
      },
    ],
    [
      needs.place('project'),
      {
        kind: 'needs-place',
        needs: { place: 'project' },
        says: 'no project is known: name one with --project (TARGET_PROJECT_ID)',
      },
    ],
    [needs.state('a VPC'), { kind: 'needs-state', needs: { state: 'a VPC' }, says: 'needs a VPC' }],
    [needs.own('a project'), { kind: 'needs-own', needs: { own: 'a project' }, says: 'needs a project' }],
    [
      needs.own('a project', 'own-resources'),
      { kind: 'needs-own', needs: { own: 'a project', risk: 'own-resources' }, says: 'needs a project' },
    ],
    [needs.caller('an owner'), { kind: 'needs-caller', needs: { caller: 'an owner' }, says: 'needs an owner' }],
    [
      needs.right('GET /x', 'this key may not GET /x'),
      { kind: 'needs-right', needs: { right: 'GET /x' }, says: 'this key may not GET /x' },
    ],
    [needs.answer('an id'), { kind: 'unusable-answer', needs: { answer: 'an id' }, says: 'needs an id' }],
    [needs.act('nothing shows it'), { kind: 'needs-act', says: 'needs an act: nothing shows it' }],
    [
      orRisk(list, 'own-resources', 'create hosts'),
      {
        kind: 'needs-state',
        needs: { state: 'a list with 3 entities in it', risk: 'own-resources' },
        says: 'needs a list with 3 entities in it, or --risk own-resources to create hosts',
      },
    ],
    [notOfferedReason('hosts'), { kind: 'not-offered', says: 'the target does not offer hosts' }],
    [reason('budget', 'budget: used up'), { kind: 'budget', says: 'budget: used up' }],
  ];
  for (const [made, due] of rows) test(due.says, () => assert.deepEqual(made, due));

  test('for every kind that is a need', () => {
    const seen = new Set(rows.map(([{ kind }]) => kind));
    assert.deepEqual(
      reasonKinds.filter((kind) => kind.startsWith('needs-') && !seen.has(kind)),
      [],
    );
  });
});

test('in short, a need of risk leaves out what for; any other reason is what it says', () => {
  assert.equal(needInShort(needs.risk('own-resources', 'creates a host')), 'needs --risk own-resources');
  assert.equal(
    needInShort(needs.risk('destructive', 'PATCH /x', "a project of the run's own")),
    "needs --risk destructive, or a project of the run's own",
  );
  const list = orRisk(needs.state('a list'), 'own-resources', 'create hosts');
  assert.equal(needInShort(list), list.says);
});
