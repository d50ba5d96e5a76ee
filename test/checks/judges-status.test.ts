import { describe, test } from 'node:test';

import { judgeEnvelopeStatus } from '../../src/checks/lists/envelope.ts';
import { judgeCreated } from '../../src/checks/errors/status.ts';
import { error, exchange, fails, passes, passesWithFinding } from '../support/made-exchanges.ts';

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
