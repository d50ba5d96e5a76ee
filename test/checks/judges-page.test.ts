import { describe, test } from 'node:test';
import { judgeLinkIs, judgeLinksToItself } from '../../src/checks/lists/link-presence.ts';
import { judgeLinkTarget, judgeListShape, judgePageSize } from '../../src/checks/lists/page.ts';
import { fails, page, passes, passesWithFinding, seesNothing, teamAnswer } from '../support/made-exchanges.ts';

function nextTo(to: string) {
  return judgeLinkTarget(page('?pageNum=2&itemsPerPage=10&name=a', 57, 10, [['next', to]]), 'next');
}

describe('pages', () => {
  const first = page('?itemsPerPage=10', 57, 10, [
    ['self', '?pageNum=1&itemsPerPage=10&pretty=false'],
    ['next', '?itemsPerPage=10&pageNum=2'],
  ]);
  const middle = page('?pageNum=2&itemsPerPage=10', 57, 10, [
    ['self', '?itemsPerPage=10&pageNum=2'],
    ['previous', '?itemsPerPage=10&pageNum=1'],
    ['next', '?itemsPerPage=10&pageNum=3'],
  ]);
  const last = page('?pageNum=6&itemsPerPage=10', 57, 7, [
    ['self', '?pageNum=6&itemsPerPage=10'],
    ['previous', '?pageNum=5&itemsPerPage=10'],
  ]);
  const only = page('', 0, 0, [['self', '']]);
  const exact = page('?itemsPerPage=10&pageNum=2', 20, 10, [
    ['self', '?itemsPerPage=10&pageNum=2'],
    ['previous', '?itemsPerPage=10&pageNum=1'],
  ]);

  test('as documented are kept', () => {
    for (const [one, size] of [
      [first, 10],
      [middle, 10],
      [last, 7],
      [only, 0],
      [exact, 10],
    ] as const) {
      passes(judgeListShape(one));
      passes(judgePageSize(one, size));
      passes(judgeLinksToItself(one));
    }
    for (const rel of ['previous', 'next'] as const) passes(judgeLinkTarget(middle, rel));
  });
  test('have the links that are claimed, and no others', () => {
    passes(judgeLinkIs(middle, 'next', 'present'));
    passes(judgeLinkIs(last, 'next', 'absent'));
    fails(judgeLinkIs(last, 'next', 'present'), '/links');
    fails(judgeLinkIs(middle, 'previous', 'absent'), '/links');
    fails(judgeLinksToItself(page('', 3, 3, [])), '/links');
  });
  test('asked for with numbers that are not allowed are free', () => {
    seesNothing(judgePageSize(page('?itemsPerPage=0', 9, 9, [])));
  });
  test('lead to the right page of the same list', () => {
    passes(nextTo('?itemsPerPage=10&name=a&pageNum=3'));
    passesWithFinding(nextTo('?itemsPerPage=10&pageNum=3'));
    fails(nextTo('?itemsPerPage=10&name=a&pageNum=4'));
    fails(nextTo('?name=a&pageNum=3'));
    fails(nextTo('/other?itemsPerPage=10&name=a&pageNum=3'));
    passes(judgeLinkTarget(page('', 300, 100, [['next', '?pageNum=2']]), 'next'));
    passes(judgeLinkTarget(page('', 300, 100, [['next', '?pageNum=2&itemsPerPage=100']]), 'next'));
  });
  test('have the size and the count that are expected', () => {
    fails(judgePageSize(first, 9), '/results');
    fails(judgePageSize(page('', 101, 101, [])), '/results');
    passes(judgePageSize(last));
    passesWithFinding(judgePageSize(page('', 57, 5, [])));
    fails(judgePageSize(teamAnswer(), 1), '');
  });
});
