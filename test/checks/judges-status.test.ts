import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeChallenge, judgeNoBasic } from '../../src/checks/errors/challenge.ts';
import { judgeDetail } from '../../src/checks/errors/error-document.ts';
import { judgeRefusal } from '../../src/checks/errors/refusal.ts';
import { judgeCreated, judgeStatus } from '../../src/checks/errors/status.ts';
import { judgeEnvelopeStatus } from '../../src/checks/lists/envelope.ts';
import {
  error,
  exchange,
  fails,
  good,
  login,
  passes,
  passesWithFinding,
  refused,
  seesNothing,
  teamAnswer,
} from '../support/made-exchanges.ts';

const post = (path: string, status: number) => judgeCreated(exchange({ method: 'POST', path, status }));

describe('a create', () => {
  test('is answered 201, or as its page shows', () => {
    passes(post('/groups', 201));
    passes(post('/orgs/x/apiKeys', 200));
    passes(post('/orgs/x/apiKeys', 201));
    // No page shows what a new alert configuration is answered with.
    passes(post('/groups/x/alertConfigs', 200));
    passes(post('/groups/x/logCollectionJobs', 202));
    passes(post('/unknown', 200));
  });

  test('is answered otherwise', () => {
    fails(post('/groups', 200), 'status');
    fails(post('/groups', 204), 'status');
    fails(post('/orgs/x/apiKeys', 202), 'status');
    fails(post('/groups/x/alertConfigs', 409), 'status');
  });
});

test('an error that was asked for in an envelope may come without one', () => {
  passesWithFinding(judgeEnvelopeStatus(exchange({ path: '/x?envelope=true', status: 404, body: error() })));
});

describe('status and refusals', () => {
  test('a status is one of those expected', () => {
    passes(judgeStatus(exchange({ status: 201 }), [200, 201]));
    fails(judgeStatus(exchange({ status: 404 }), 200), 'status');
    seesNothing(judgeStatus({ ...exchange(), response: null }, 200));
  });
  test('a refusal has its status and one of its codes', () => {
    passes(judgeRefusal(refused(), { status: 404, code: 'RESOURCE_NOT_FOUND' }));
    passes(judgeRefusal(refused(), { status: [401, 404], codes: ['NOT_IN_GROUP', 'RESOURCE_NOT_FOUND'] }));
    passes(judgeRefusal(exchange({ status: 401, body: login }), { status: 401 }));
    fails(judgeRefusal(refused(), { status: 404, code: 'GROUP_NOT_FOUND' }), '/errorCode');
    fails(judgeRefusal(teamAnswer(), { status: 404, code: 'GROUP_NOT_FOUND' }), 'status', '');
    fails(judgeRefusal(exchange({ status: 404, text: '<html>' }), { status: 404, code: 'GROUP_NOT_FOUND' }), '');
  });
  test('other fills and another wording are findings', () => {
    const { findings } = judgeRefusal(refused(), { status: 404, code: 'RESOURCE_NOT_FOUND', fills: ['/x'] });
    assert.equal(findings, undefined);
    passesWithFinding(judgeRefusal(refused(), { status: 404, code: 'RESOURCE_NOT_FOUND', fills: ['/y'] }));
    passesWithFinding(judgeRefusal(refused({ detail: 'Gone.' }), { status: 404, code: 'RESOURCE_NOT_FOUND' }));
    passesWithFinding(judgeDetail(refused(), 'No {thing} there.'));
    assert.equal(
      judgeDetail(refused({ detail: 'cannot-find resource "/x"' }), 'Cannot find resource {resource}.').findings,
      undefined,
    );
  });
  test('a challenge is demanded when asked for one, and Basic is never offered', () => {
    passes(judgeChallenge(exchange({ status: 401, headers: [good] })));
    fails(judgeChallenge(exchange({ status: 401 })), 'header WWW-Authenticate');
    seesNothing(judgeNoBasic(exchange()));
  });
});
