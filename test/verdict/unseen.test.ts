import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs, notOfferedReason, type Reason } from '../../src/contract/reasons.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { unseenByReason } from '../../src/verdict/reports/tally.ts';
import { evidence, requirement, verdictInput } from '../support/verdict-sample.ts';

const left = (id: string, { kind, needs: needed, says }: Reason, title = id) =>
  evidence({
    requirement: id,
    title,
    outcome: kind === 'not-offered' ? 'not-offered' : 'unverified',
    examined: 0,
    reason: says,
    reasonKind: kind,
    ...(needed && { needs: needed }),
  });

const ids = ['list.size', 'list.order', 'list.next', 'resource.team'];
const verdict = deriveVerdict(
  verdictInput({
    requirements: Object.fromEntries(ids.map((id) => [id, requirement('It holds.')])),
    tests: [
      left('list.size', needs.risk('own-resources', 'creates a host'), 'a'),
      left('list.size', needs.risk('own-resources', 'makes a project; removes it: at once'), 'b'),
      left('list.order', needs.risk('own-resources', 'creates a host')),
      left('list.next', needs.state('a list; with more: entities')),
      left('resource.team', notOfferedReason('teams')),
    ],
  }),
);

test('what nobody could see is gathered under what is needed, whatever would have been done with it', () => {
  assert.deepEqual(
    unseenByReason(verdict).map(({ says, requirements }) => [says, ...requirements.map(({ id }) => id)]),
    [
      ['unverified: needs --risk own-resources', 'list.size', 'list.order'],
      ['unverified: needs a list; with more: entities', 'list.next'],
      ['not-offered: the target does not offer teams', 'resource.team'],
    ],
  );
});

test('the verdict tells each reason by itself, and all in one sentence', () => {
  const [size] = verdict.requirements;
  assert.deepEqual(size?.reasons, [
    needs.risk('own-resources', 'creates a host'),
    needs.risk('own-resources', 'makes a project; removes it: at once'),
  ]);
  assert.equal(
    size.reason,
    'needs --risk own-resources: creates a host; needs --risk own-resources: makes a project; removes it: at once',
  );
  assert.deepEqual(
    size.checks.map(({ reasonKind, needs: needed }) => [reasonKind, needed]),
    [
      ['needs-risk', { risk: 'own-resources' }],
      ['needs-risk', { risk: 'own-resources' }],
    ],
  );
});
