import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { trafficJudges } from '../../src/checks/from-traffic.ts';
import { judgeStanding } from '../../src/checks/judge-standing.ts';
import { mended } from '../../src/checks/mended.ts';
import type { Violation } from '../../src/contract/outcomes.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { exchange, id, json, refused, self, team, teamAnswer } from '../support/made-exchanges.ts';

/** What all judges that need no act say of one requirement. */
function violationsOf(one: Exchange, requirement: string): readonly Violation[] {
  const traffic = trafficJudges.filter((judge) => judge.requirement === requirement).map(({ judge }) => judge(one));
  const standing = judgeStanding(one).filter((said) => said.requirement === requirement);
  return [...traffic, ...standing.map(({ judgement }) => judgement)].flatMap(({ violations }) => violations);
}

const path = `/orgs/x/teams/${id}`;
const enveloped = (status: unknown) => exchange({ path: `${path}?envelope=true`, body: { status, content: team() } });
const list = (totalCount: unknown, links: unknown) =>
  exchange({
    path: '/groups?itemsPerPage=1&pageNum=2',
    body: { totalCount, links, results: [{ id, links: [self(`/groups/${id}`)] }] },
  });
const link = (rel: string, page: number) => ({ ...self(`/groups?itemsPerPage=1&pageNum=${page}`), rel });

const cases: readonly (readonly [requirement: string, wrong: Exchange])[] = [
  ['envelope.wraps-entity', enveloped('200')],
  ['envelope.status-is-http-status', enveloped(201)],
  ['error.error-is-http-status', refused({ error: 400 })],
  ['error.reason-phrase', refused({ reason: 'Nope' })],
  ['response.content-type-json', teamAnswer({}, { headers: [['Content-Type', 'text/plain']] })],
  ['response.no-null', teamAnswer({ description: null })],
  ['pretty.compact-by-default', exchange({ path, text: JSON.stringify(team(), null, 2), headers: [json] })],
  ['pretty.entity-formatted', exchange({ path: `${path}?pretty=true`, body: team() })],
  [
    'status.ok-on-get',
    exchange({ path: '/groups', status: 203, body: { totalCount: 0, links: [self('/groups')], results: [] } }),
  ],
  ['link.href-absolute', teamAnswer({ links: [{ rel: 'self', href: `/api/public/v1.0${path}` }] })],
  ['list.self-link-always', list(2, [link('previous', 1)])],
  ['list.previous-present-after-first', list(2, [link('self', 2)])],
  ['list.previous-leads-back', list(2, [link('self', 2), link('previous', 2)])],
  ['list.next-absent-on-last', list(2, [link('self', 2), link('previous', 1), link('next', 3)])],
  ['list.total-count-is-whole-set', list(1, [link('self', 2), link('previous', 1)])],
  ['envelope.off-by-default', exchange({ path, body: { status: 200, content: team() } })],
];

describe('an answer is mended as the judges expected it', () => {
  for (const [requirement, wrong] of cases) {
    test(requirement, () => {
      const violations = violationsOf(wrong, requirement);
      assert.ok(violations.length > 0, 'it is wrong');
      assert.deepEqual(violationsOf(mended(wrong, violations), requirement), []);
    });
  }

  test('what the words do not tell is left as it is', () => {
    const wrong = refused({ detail: undefined });
    const violations = violationsOf(wrong, 'error.five-fields');
    assert.ok(violations.length > 0);
    assert.equal(mended(wrong, violations), wrong);
    assert.equal(mended(wrong, []), wrong);
  });

  test('what was cut in a message is no value', () => {
    const wrong = teamAnswer();
    const cut = { path: '/name', message: 'is "x", expected {"a":"bbbb…' };
    assert.equal(mended(wrong, [cut]), wrong);
  });
});
