import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { standingJudges } from '../../src/checks/standing.ts';
import { exchange, fails, passes, passesWithFinding, refused, seesNothing, teamAnswer } from '../support/made-exchanges.ts';
import { agreementExamples } from './standing-examples/agreement.ts';
import { authExamples } from './standing-examples/auth.ts';
import { errorExamples } from './standing-examples/error.ts';
import type { Examples } from './standing-examples/examples.ts';
import { linkExamples } from './standing-examples/link.ts';
import { listExamples } from './standing-examples/list.ts';
import { responseExamples } from './standing-examples/response.ts';
import { statusExamples } from './standing-examples/status.ts';

const standing: Examples = {
  ...agreementExamples,
  ...authExamples,
  ...responseExamples,
  ...linkExamples,
  ...listExamples,
  ...errorExamples,
  ...statusExamples,
};

function judgeOf(wanted: string) {
  return standingJudges.find(({ requirement }) => requirement === wanted)?.judge ?? assert.fail(wanted);
}

describe('standing judges', () => {
  test('each has its examples', () => {
    assert.deepEqual(Object.keys(standing).toSorted(), standingJudges.map(({ requirement }) => requirement).toSorted());
  });
  for (const { requirement, judge } of standingJudges) {
    const { keep = [], break: broken = [], silent = [] } = standing[requirement] ?? {};
    keep.forEach((one, n) => test(`${requirement}: keeps ${n}`, () => passes(judge(one))));
    broken.forEach((one, n) => test(`${requirement}: breaks ${n}`, () => fails(judge(one))));
    silent.forEach((one, n) => test(`${requirement}: silent ${n}`, () => seesNothing(judge(one))));
    test(`${requirement}: an exchange without an answer says nothing`, () => {
      seesNothing(judge({ ...exchange(), response: null, fault: 'connection refused' }));
    });
  }
  test('what is not documented is told, not faulted', () => {
    passesWithFinding(judgeOf('error.code-is-upper-snake')(refused({ errorCode: 'SOMETHING_NEW' })));
    passesWithFinding(judgeOf('error.parameters-are-strings')(refused({ parameters: ['/y'] })));
    passesWithFinding(judgeOf('response.units-in-names')(teamAnswer({ replicationLag: 5, memberCount: 2, lagSeconds: 5 })));
    passesWithFinding(judgeOf('error.five-fields')(exchange({ status: 405, text: '<html>' })));
  });
});
