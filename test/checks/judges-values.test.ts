import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { judgeNoIdleUsername, judgeNoStatisticsYet } from '../../src/checks/values/defaults.ts';
import { instant, instantOf } from '../../src/checks/values/instants.ts';
import { judgeJson } from '../../src/checks/values/json-claims.ts';
import { judgeListed } from '../../src/checks/lists/listed.ts';
import { judgeNamesField } from '../../src/checks/errors/named-field.ts';
import { error, exchange, fails, id, list, passes, refused, seesNothing, team } from '../support/made-exchanges.ts';

const about = (detail: unknown, parameters: unknown) =>
  exchange({ status: 400, body: error({ error: 400, detail, parameters }) });
const host = (more: Record<string, unknown>) => exchange({ path: `/groups/x/hosts/${id}`, body: team(more) });

describe('instants', () => {
  test('are the same however they are written', () => {
    const noon = Date.UTC(2018, 8, 27, 12);
    for (const text of [
      '2018-09-27T12:00:00Z',
      '2018-09-27T12:00Z',
      '2018-09-27T12:00:00',
      '2018-09-27T12',
      '2018-09-27T12:00:00.000Z',
      '2018-09-27T08:00-04:00',
      '2018-09-27T17:30:00+0530',
      '20180927T120000Z',
      '2018-09-27T14:00:00+02',
    ])
      assert.equal(instantOf(text), noon, text);
    assert.equal(instantOf('2018-09-27'), Date.UTC(2018, 8, 27));
    assert.equal(instantOf('2018-09-27T12:00:00.5Z'), noon + 500);
    for (const text of ['', 'tomorrow', '2018-13-27', '2018-09-27 12:00', '1538049600'])
      assert.equal(instantOf(text), undefined, text);
  });
  test('are claimed of fields', () => {
    const window = exchange({ body: { startDate: '2018-09-27T20:00:00Z', end: 1538049600 } });
    passes(judgeJson(window, { '/startDate': instant('2018-09-27T16:00-04:00') }));
    fails(judgeJson(window, { '/startDate': instant('2018-09-27T16:00:00Z') }), '/startDate');
    fails(judgeJson(window, { '/end': instant('2018-09-27') }), '/end');
    fails(judgeJson(window, { '/endDate': instant('2018-09-27') }), '/endDate');
  });
});

describe('the field of a refusal', () => {
  test('stands in the detail or in the parameters', () => {
    passes(judgeNamesField(about('Invalid attribute hostnmae specified.', []), 'hostnmae'));
    passes(judgeNamesField(about('Invalid attribute specified.', ['hostnmae']), 'hostnmae'));
  });
  test('is missed anywhere else', () => {
    fails(judgeNamesField(about('Invalid attribute specified.', ['port']), 'hostnmae'), '');
    fails(judgeNamesField(about(7, 'hostnmae'), 'hostnmae'), '');
    fails(judgeNamesField(exchange({ status: 400, text: 'hostnmae' }), 'hostnmae'), '');
    fails(judgeNamesField(exchange({ status: 200, body: { hostnmae: 1 } }), 'hostnmae'), '');
    seesNothing(judgeNamesField({ ...exchange(), response: null }, 'hostnmae'));
  });
});

describe('a host without', () => {
  test('statistics has zeros, or nothing to see', () => {
    passes(judgeNoStatisticsYet(host({ uptimeMsec: 0, lastDataSizeBytes: 0 })));
    assert.equal(judgeNoStatisticsYet(host({ uptimeMsec: 0, lastDataSizeBytes: 0 })).examined, 2);
    fails(judgeNoStatisticsYet(host({ uptimeMsec: -1, lastIndexSizeBytes: 0 })), '/uptimeMsec');
    fails(judgeNoStatisticsYet(host({ lastIndexSizeBytes: null })), '/lastIndexSizeBytes');
    seesNothing(judgeNoStatisticsYet(host({})));
    seesNothing(judgeNoStatisticsYet(refused()));
  });
  test('authentication has no username', () => {
    passes(judgeNoIdleUsername(host({ authMechanismName: 'NONE' })));
    fails(judgeNoIdleUsername(host({ authMechanismName: 'NONE', username: '' })), '/username');
    fails(judgeNoIdleUsername(list({ results: [team({ authMechanismName: 'NONE', username: null })] })), '/results/0/username');
    seesNothing(judgeNoIdleUsername(host({ authMechanismName: 'PLAIN', username: 'monitor' })));
    seesNothing(judgeNoIdleUsername(host({})));
  });
});

describe('the pages of a list', () => {
  const other = list({ results: [team({ id: 'another' })] });

  test('hold an entity or leave it out', () => {
    passes(judgeListed([other, list()], id, 'listed'));
    passes(judgeListed([other, list({ results: [] })], id, 'not listed'));
    fails(judgeListed([other], id, 'listed'), '/results');
    fails(judgeListed([other, list()], id, 'not listed'), '/results');
  });
  test('are arrays where clients know them so', () => {
    const arrays = (path: string, body: unknown) => exchange({ path, body });
    passes(judgeListed([arrays('/groups/x/invites', [{ id }])], id, 'listed'));
    fails(judgeListed([arrays('/groups/x/invites', [{ id: 'another' }])], id, 'listed'), '/results');
    fails(judgeListed([arrays('/groups/x/invites', [{ id }])], id, 'not listed'), '/results');
    fails(judgeListed([arrays('/groups', [{ id }])], id, 'listed'), '');
  });
  test('are lists', () => {
    fails(judgeListed([refused()], id, 'not listed'), '');
    fails(judgeListed([exchange({ status: 204 })], id, 'listed'), '');
    seesNothing(judgeListed([{ ...exchange(), response: null }], id, 'listed'));
  });
});
