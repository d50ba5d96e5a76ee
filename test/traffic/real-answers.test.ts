import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { brokenIn, judgedAnswers } from './judged-answers.ts';
import { project, other, org, self, list } from './real-servers/entities.ts';
import { loginsAndLists } from './real-servers/logins-and-lists.ts';
import { writesAndHeaders } from './real-servers/writes-and-headers.ts';

const cases = [...loginsAndLists, ...writesAndHeaders];

describe('a real server', () => {
  for (const { does, answers, breaks = [] } of cases) {
    test(does, () => {
      const records = judgedAnswers(answers);
      assert.deepEqual(
        brokenIn(records),
        [...breaks],
        JSON.stringify(
          records.filter(({ violations }) => violations.length > 0),
          null,
          1,
        ),
      );
    });
  }

  test('with one old entity among many is told with its id and how many have it', () => {
    const records = judgedAnswers(cases.find(({ does }) => does.includes('old alert'))!.answers);
    const [violation] = records.find(({ requirement }) => requirement === 'resource.alert-config')!.violations;
    assert.equal(violation?.message, `is missing (1 of 2 entities, first: ${other})`);
  });

  test('with new fields brings one finding a field', () => {
    const team = (id: string) => ({ id, name: id, createdAt: 'x', links: [self(`/orgs/${org}/teams/${id}`)] });
    const records = judgedAnswers([
      { path: `/orgs/${org}/teams`, body: list(`/orgs/${org}/teams`, [team(project), team(other)]) },
    ]);
    assert.deepEqual(
      records.find(({ requirement }) => requirement === 'resource.team')!.findings.map(({ message }) => message),
      [`is not documented: "x" (2 of 2 entities, first: ${project})`],
    );
  });
});
