import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs, orRisk, type Reason } from '../../src/contract/reasons.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { openersOf } from '../../src/verdict/openers.ts';
import { verdictSentence } from '../../src/verdict/reports/sentence.ts';
import { evidence, requirement, verdictInput } from '../support/verdict-sample.ts';

const reasons: readonly Reason[] = [
  needs.place('organization'),
  needs.place('organization'),
  needs.risk('own-resources', 'to make a host'),
  needs.risk('destructive', 'to change what is there'),
  needs.risk('irreversible', 'to remove a project'),
  needs.risk('irreversible', 'to end a backup'),
  needs.setting(['TARGET_RATE_LIMITED_PATH']),
  orRisk(needs.state('an alert'), 'own-resources', 'make one'),
  needs.state('a backup that nobody can give'),
];

test('what opens the most comes first, and what nothing takes back comes last', () => {
  const ids = reasons.map((_reason, index) => `list.claim-${index}`);
  const verdict = deriveVerdict(
    verdictInput({
      requirements: Object.fromEntries([...ids, 'list.seen', 'list.broken'].map((id) => [id, requirement(id)])),
      tests: [
        evidence({ requirement: 'list.seen' }),
        evidence({ requirement: 'list.broken', outcome: 'broken', violations: [{ path: '/a', message: 'is missing' }] }),
        ...ids.map((id, index) => {
          const { kind, says, needs: needed } = reasons[index]!;
          return evidence({
            requirement: id,
            outcome: 'unverified',
            examined: 0,
            reason: says,
            reasonKind: kind,
            ...(needed && { needs: needed }),
          });
        }),
      ],
    }),
  );
  assert.deepEqual(
    openersOf(verdict).map(({ give, opens }) => `${give}: ${opens}`),
    [
      '--risk destructive: 3',
      '--org <id>: 2',
      '--risk own-resources: 2',
      'TARGET_RATE_LIMITED_PATH: 1',
      '--risk irreversible: 5',
    ],
  );
  assert.equal(
    verdictSentence(verdict),
    'NON-CONFORMANT: 1 cause breaks 1 of the 2 documented MUSTs that were seen; 9 of 11 were not seen: ' +
      'give --risk destructive, which opens 3.',
  );
});
