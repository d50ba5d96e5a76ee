import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NetworkFault } from '../../src/client/types.ts';
import { beginTest, endTest, reconsider, type RunnerInfo } from '../../src/run/test/current-test.ts';
import { leaveRecord } from '../../src/run/test/record-test.ts';
import type { EvidenceOfTest } from '../../src/contract/outcomes.ts';
import type { Reason } from '../../src/contract/reasons.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { exchange } from '../support/made-exchanges.ts';

const failed: RunnerInfo = {
  title: 'a check',
  file: 'specs/x.spec.ts',
  line: 1,
  status: 'failed',
  errors: [{ message: 'a claim did not hold' }],
  annotations: [{ type: 'allure.label.requirement', description: 'list.shape' }],
  skip: () => {},
  attachments: { push: () => {} },
};

/** The outcome of a failed test with these violations and exchanges, and such a doubt. */
async function outcomeOf(
  exchanges: Exchange[],
  blamed: Exchange[],
  doubt: () => Promise<Reason | undefined> = async () => undefined,
) {
  let left: EvidenceOfTest<Exchange> | undefined;
  const running = beginTest(
    {
      ...failed,
      keep: (evidence) => {
        left = evidence;
      },
    },
    (text) => text,
  );
  running.exchanges.push(...exchanges);
  running.violations.push(...blamed.map(({ id }) => ({ path: 'status', message: 'is wrong', exchange: id })));
  running.doubts.push(doubt);
  await reconsider(running);
  leaveRecord(running);
  endTest();
  return [left?.record.outcome, left?.record.reason, left?.record.reasonKind] as const;
}

const own: Exchange = { ...exchange({ status: 500, body: { error: 500 } }), id: 'own' };
const ofGateway: Exchange = { ...exchange({ status: 503, text: '<h1>later</h1>', headers: [] }), id: 'gateway' };
const ownLater: Exchange = { ...exchange({ status: 503, body: { error: 503 } }), id: 'later' };

test('a doubt that cannot be settled, because the target went down, leaves a record', async () => {
  const doubt = async () => {
    throw new NetworkFault('given-up', 'nobody is there');
  };
  assert.deepEqual(await outcomeOf([own], [own], doubt), ['setup-failed', 'nobody is there', 'set-up']);
});

test("what a gateway said in the target's place is no breach of the target", async () => {
  const [outcome, reason, kind] = await outcomeOf([own, ofGateway], [ofGateway]);
  assert.deepEqual([outcome, kind], ['setup-failed', 'unanswered']);
  assert.match(reason ?? '', /^what stands before the target answered GET \S+ in its place: 503$/);
});

test('what the target said itself is, whoever else spoke', async () => {
  assert.equal((await outcomeOf([own, ofGateway], [own, ofGateway]))[0], 'broken');
  assert.equal((await outcomeOf([ownLater], [ownLater]))[0], 'broken');
});
