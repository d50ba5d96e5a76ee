import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeStanding } from '../../src/checks/judge-standing.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { exchange, list, refused, team, teamAnswer } from '../support/made-exchanges.ts';

/** What is found wrong, and in which exchange. */
const faultsIn = (one: Exchange) =>
  judgeStanding(one).flatMap(({ requirement, judgement }) =>
    judgement.violations.map((violation) => `${requirement} in ${violation.exchange}`),
  );
const again = (one: Exchange, id: string): Exchange => ({ ...one, id, durationMs: one.durationMs + 1 });

const sound = teamAnswer();
const changes: Readonly<Record<string, Exchange>> = {
  'the status of the answer': { ...sound, response: { ...sound.response!, status: 202 } },
  'a header of the answer': { ...sound, response: { ...sound.response!, headers: [['Content-Type', 'text/plain']] } },
  'the body of the answer': {
    ...sound,
    response: { ...sound.response!, body: `${sound.response!.body.slice(0, -1)},"a":null}` },
  },
  'that there is an answer': { ...sound, response: null, fault: 'the connection was closed' },
  'the URL of the request': { ...sound, request: { ...sound.request, url: `${sound.request.url}?envelope=true` } },
  'the method of the request': { ...sound, request: { ...sound.request, method: 'HEAD' } },
};

describe('what the standing judges remember', () => {
  test('the same content is judged alike, and the violation names the exchange at hand', () => {
    const broken = list({ results: [team({ created: 7 })] });
    assert.deepEqual(faultsIn(again(broken, 'first#1')), ['response.dates-in-utc in first#1']);
    assert.deepEqual(faultsIn(again(broken, 'second#2')), ['response.dates-in-utc in second#2']);
    assert.deepEqual(faultsIn(again(broken, 'first#1')), ['response.dates-in-utc in first#1']);
  });

  test('findings name the exchange at hand', () => {
    const finding = refused({ errorCode: 'SOMETHING_NEW' });
    for (const id of ['first#1', 'second#2']) {
      const named = judgeStanding(again(finding, id)).flatMap(({ judgement }) => judgement.findings ?? []);
      assert.ok(named.length > 0);
      assert.deepEqual([...new Set(named.map((one) => one.exchange))], [id]);
    }
  });

  for (const [what, changed] of Object.entries(changes)) {
    test(`${what} makes another exchange`, () => {
      const before = judgeStanding(sound);
      assert.notDeepEqual(judgeStanding(changed), before);
      assert.deepEqual(judgeStanding(sound), before);
    });
  }

  test('the names of leaked secrets make another exchange', () => {
    const clean = refused({}, { path: '/x' });
    assert.deepEqual(faultsIn(clean), []);
    assert.equal(faultsIn({ ...clean, secretsInResponse: ['the private key of main'] }).length, 1);
  });

  test('an exchange that shows nothing to anybody has no judgement', () => {
    const unanswered = { ...exchange(), response: null, fault: 'refused' };
    assert.deepEqual([judgeStanding(unanswered), judgeStanding(again(unanswered, 'again#1'))], [[], []]);
  });
});
