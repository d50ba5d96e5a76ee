import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeEntities, judgeEntity } from '../../src/checks/schemas/entity.ts';
import {
  exchange,
  fails,
  id,
  list,
  passes,
  passesWithFinding,
  seesNothing,
  team,
  teamAnswer,
} from '../support/made-exchanges.ts';

describe('entities', () => {
  test('conform to their schema; what it does not name is a finding', () => {
    passes(judgeEntity(teamAnswer(), 'team'));
    passesWithFinding(judgeEntity(teamAnswer({ extra: 1 }), 'team'));
    fails(judgeEntity(teamAnswer({ id: 'x' }), 'team'), '/id');
    fails(
      judgeEntity(exchange({ path: '/x?envelope=true', body: { status: 200, content: team({ id: 'x' }) } }), 'team'),
      '/content/id',
    );
    fails(judgeEntity(exchange({ text: '' }), 'team'), '');
    seesNothing(judgeEntity({ ...exchange(), response: null }, 'team'));
  });
  test('leave links, dates and nulls to the general rules', () => {
    passes(judgeEntity(teamAnswer({ links: undefined }), 'team'));
    passes(judgeEntity(teamAnswer({ name: null }), 'team'));
    const window = { id, groupId: id, created: 5, updated: 'x', startDate: '', endDate: '', alertTypeNames: [], links: [] };
    passes(judgeEntity(exchange({ body: window }), 'maintenance-window'));
    fails(judgeEntity(exchange({ body: { ...window, created: true } }), 'maintenance-window'), '/created');
    fails(judgeEntity(exchange({ body: { ...window, created: undefined } }), 'maintenance-window'), '/created');
  });
  test('of a list are each looked at', () => {
    assert.equal(judgeEntities(list({ results: [team(), team()] }), 'team').examined, 2);
    fails(judgeEntities(list({ results: [team(), team({ id: 5 })] }), 'team'), '/results/1/id');
    fails(judgeEntities(list({ results: ['x'] }), 'team'), '/results/0');
    fails(judgeEntities(teamAnswer(), 'team'), '');
    passes(
      judgeEntities(exchange({ path: '/groups/x/agentapikeys', body: [{ _id: 'a', key: 'k', desc: '' }] }), 'agent-api-key'),
    );
    seesNothing(judgeEntities(list({ results: [] }), 'team'));
  });
});
