import { describe, test } from 'node:test';
import type { Answer } from '../../src/client/types.ts';
import { codeIn, judgePlayed } from '../../fixtures/scenarios/refused-as.ts';
import { madeByOthers, seededNames } from '../../src/cleanup/names.ts';
import type { Played } from '../../fixtures/scenarios/scenario.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import assert from 'node:assert/strict';
import { error, exchange, fails, list, passes, team } from '../support/made-exchanges.ts';

const answer = (made: Exchange): Answer => {
  const { status, headers, body } = made.response!;
  return { exchange: made, status, headers, body, json: JSON.parse(body) as unknown };
};
const refusal = (more: Record<string, unknown> = {}, status = 404): Answer =>
  answer(
    exchange({
      status,
      body: error({
        error: status,
        errorCode: 'GROUP_NOT_FOUND',
        detail: 'No group with ID x exists.',
        parameters: ['x'],
        ...more,
      }),
    }),
  );
const { mark } = seededNames('a seed', 0);
const other = seededNames('a seed', 1);

const played = (more: Partial<Played> = {}): Played => ({
  dialect: 'access-list',
  mark,
  refused: refusal(),
  newer: [],
  fills: undefined,
  watched: undefined,
  contended: false,
  beside: undefined,
  ...more,
});
const watched = (before: readonly unknown[], after: readonly unknown[]): Played['watched'] => ({
  before: answer(list({ results: before, totalCount: before.length })),
  after: answer(list({ results: after, totalCount: after.length })),
});
const one = team({ id: '1', name: 'one' });

describe('a scenario', () => {
  test('that ends as its code has it passes', () => {
    passes(judgePlayed(played({ watched: watched([one], [one]) }), 'GROUP_NOT_FOUND'));
  });

  test('fails with another status', () => fails(judgePlayed(played({ refused: refusal({}, 400) }), 'GROUP_NOT_FOUND'), 'status'));
  test('fails with another code', () => {
    fails(judgePlayed(played({ refused: refusal({ errorCode: 'HOST_NOT_FOUND' }) }), 'GROUP_NOT_FOUND'), '/errorCode');
  });

  test('fails when the refused request made something', () => {
    const made = team({ id: '2', name: `${mark}-team-1` });
    fails(judgePlayed(played({ watched: watched([one], [one, made]) }), 'GROUP_NOT_FOUND'), '/results');
  });
  test('fails when the refused request changed something', () => {
    fails(judgePlayed(played({ watched: watched([one], [{ ...one, name: 'two' }]) }), 'GROUP_NOT_FOUND'), '/results/0/name');
  });
  test('fails when the refused request removed something', () => {
    fails(judgePlayed(played({ watched: watched([one], []) }), 'GROUP_NOT_FOUND'), '/results');
  });
  test('is not held to what another worker made meanwhile', () => {
    const theirs = team({ id: '3', name: other.name('team') });
    passes(judgePlayed(played({ watched: watched([one], [theirs, one]) }), 'GROUP_NOT_FOUND'));
  });

  describe('that works with what others use too', () => {
    const contended = (before: readonly unknown[], after: readonly unknown[]) =>
      judgePlayed(played({ contended: true, watched: watched(before, after) }), 'GROUP_NOT_FOUND');
    test('is not held to what they changed meanwhile', () => passes(contended([one], [{ ...one, name: 'two' }])));
    test('fails when the refused request made or removed something', () => {
      fails(contended([one], [one, team({ id: '2', name: `${mark}-team-1` })]), '/results');
      fails(contended([one], []), '/results');
    });
  });

  test('fails when the valid request beside it is refused alike', () => {
    fails(judgePlayed(played({ beside: refusal() }), 'GROUP_NOT_FOUND'), 'status');
  });
});

test('a code has the name of the dialect', () => {
  assert.equal(codeIn('whitelist', 'ACCESS_LIST_NOT_FOUND'), 'WHITELIST_NOT_FOUND');
  assert.equal(codeIn('access-list', 'WHITELIST_NOT_FOUND'), 'ACCESS_LIST_NOT_FOUND');
  assert.equal(codeIn('whitelist', 'GROUP_NOT_FOUND'), 'GROUP_NOT_FOUND');
});

test('what carries no mark, or our own, was not made by others', () => {
  assert.equal(madeByOthers({ name: 'production' }, mark), false);
  assert.equal(madeByOthers({ name: `${mark}-host-1` }, mark), false);
  assert.equal(madeByOthers({ name: other.name('host') }, mark), true);
});
