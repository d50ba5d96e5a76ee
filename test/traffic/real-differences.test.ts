import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { StandingRecord } from '../../src/contract/outcomes.ts';
import { brokenIn, judgedAnswers } from './judged-answers.ts';

// In what versions of real servers differ from each other, or from the page; as real-answers.test.ts.

const project = '5c1d2e3f4a5b6c7d8e9f0a1b';
const other = '5c1d2e3f4a5b6c7d8e9f0a1c';
const org = '5c1d2e3f4a5b6c7d8e9f0a1d';
const href = (path: string) => `https://ops.example.org:8443/api/public/v1.0${path}`;
const self = (path: string) => ({ rel: 'self', href: href(path) });
const clusters = `/groups/${project}/clusters/${other}`;
const refusal = (
  status: number,
  reason: string,
  errorCode: string,
  parameters: readonly string[] = [],
  detail = 'It is not possible.',
) => ({ status, body: { detail, error: status, errorCode, parameters, reason } });
const team = (number: number) => {
  const id = number.toString(16).padStart(24, '0');
  return { id, name: `team ${number}`, links: [self(`/orgs/${org}/teams/${id}`)] };
};
/** The page of that number, of 250 teams in pages of 100, though 500 were asked for. */
const pageOf100 = (pageNum: number) => ({
  path: `/orgs/${org}/teams?itemsPerPage=500&pageNum=${pageNum}`,
  body: {
    results: Array.from({ length: pageNum < 3 ? 100 : 50 }, (_, index) => team(pageNum * 100 + index)),
    totalCount: 250,
    links: [
      self(`/orgs/${org}/teams?includeCount=true&pageNum=${pageNum}&itemsPerPage=100`),
      ...(pageNum > 1 ? [{ rel: 'previous', href: href(`/orgs/${org}/teams?itemsPerPage=100&pageNum=${pageNum - 1}`) }] : []),
      ...(pageNum < 3 ? [{ rel: 'next', href: href(`/orgs/${org}/teams?itemsPerPage=100&pageNum=${pageNum + 1}`) }] : []),
    ],
  },
});
const key = {
  id: other,
  desc: 'a first key',
  publicKey: 'abcdefgh',
  privateKey: '[removed]',
  roles: [{ roleName: 'GLOBAL_OWNER' }],
  links: [self(`/admin/apiKeys/${other}`)],
};
const user = {
  id: org,
  username: 'ann@example.org',
  firstName: 'Ann',
  lastName: 'Bee',
  roles: [{ roleName: 'GLOBAL_OWNER' }],
  links: [self(`/users/${org}`)],
};
const snapshot = (id: string, complete: boolean) => ({
  id,
  groupId: project,
  clusterId: other,
  complete,
  doNotDelete: false,
  expires: '2025-04-05T06:07:08Z',
  created: { date: '2025-01-02T03:04:05Z', increment: 1 },
  parts: [],
  links: [self(`${clusters}/snapshots/${id}`)],
});
const listed = (path: string, results: readonly unknown[]) => ({
  path,
  body: {
    results,
    totalCount: results.length,
    links: [self(`${path}${path.includes('?') ? '&' : '?'}pageNum=1&itemsPerPage=100`)],
  },
});
const schedule = (referenceTimeZoneOffset: string, referenceHourOfDay: number) => ({
  path: `/groups/${project}/backupConfigs/${other}/snapshotSchedule`,
  body: {
    groupId: project,
    clusterId: other,
    snapshotIntervalHours: 24,
    snapshotRetentionDays: 3,
    referenceHourOfDay,
    referenceMinuteOfHour: 15,
    referenceTimeZoneOffset,
    links: [self(`/groups/${project}/backupConfigs/${other}/snapshotSchedule`)],
  },
});

interface Case {
  readonly does: string;
  readonly answers: readonly unknown[];
  readonly breaks?: readonly string[];
  /** Requirements with a finding, and words of it. */
  readonly finds?: Readonly<Record<string, RegExp>>;
  readonly maxItemsPerPage?: number;
}

const cases: readonly Case[] = [
  {
    does: 'offers one challenge, of MD5, with an empty domain',
    answers: [
      {
        path: '/groups',
        kind: 'challenge',
        caller: 'nobody',
        status: 401,
        body: { error: 401, reason: 'Unauthorized', detail: 'You are not authorized for this resource.' },
        headers: {
          'Content-Type': 'application/json',
          'WWW-Authenticate':
            'Digest realm="MMS Public API", domain="", nonce="2b1hXw==", algorithm=MD5, qop="auth", stale=false',
        },
      },
    ],
  },
  ...['http://mms.mongodb.com/', 'https://cloud.mongodb.com/', 'https://ops.example.org:8443/'].map((base) => ({
    does: `names relations from ${base}`,
    answers: [
      {
        path: `/groups/${project}`,
        body: {
          id: project,
          name: 'p',
          orgId: org,
          links: [self(`/groups/${project}`), { rel: `${base}hosts`, href: href(`/groups/${project}/hosts`) }],
        },
      },
    ],
  })),
  {
    does: 'has null for a number that somebody never gave',
    answers: [
      listed(`/orgs/${org}/users`, [
        { ...user, mobileNumber: null, country: 'IE', emailAddress: 'ann@example.org', teamIds: [] },
      ]),
    ],
    breaks: ['response.no-null'],
  },
  {
    does: 'keeps entries of its first versions, which have an id and no block',
    answers: [
      listed(`/users/${other}/whitelist`, [
        {
          id: org,
          ipAddress: '203.0.113.80',
          created: '2014-05-06T07:08:09Z',
          count: 3,
          links: [self(`/users/${other}/whitelist/203.0.113.80`)],
        },
      ]),
    ],
    finds: { 'resource.access-list-entry': /^is not documented: / },
  },
  {
    does: 'answers the first user with a key, by whichever name',
    answers: ['apiKey', 'programmaticApiKey'].map((name) => ({
      method: 'POST',
      path: '/unauth/users?accessList=192.0.2.0/24',
      kind: 'anonymous',
      status: 201,
      body: { [name]: name === 'apiKey' ? '[removed]' : key, user },
    })),
  },
  {
    does: 'tells the paging of a list though nobody asked, in another order for the next page',
    answers: [
      {
        path: `/orgs/${org}/teams`,
        body: {
          results: Array.from({ length: 100 }, (_, index) => team(index)),
          totalCount: 101,
          links: [
            self(`/orgs/${org}/teams?includeCount=true&pageNum=1&itemsPerPage=100`),
            { rel: 'next', href: href(`/orgs/${org}/teams?includeCount=true&itemsPerPage=100&pageNum=2`) },
          ],
        },
      },
    ],
  },
  {
    does: 'has pages of 100 where 500 are documented',
    answers: [pageOf100(1), pageOf100(2), pageOf100(3)],
    maxItemsPerPage: 100,
  },
  {
    does: 'finds projects by the beginning of a name, and no organization with or without a refusal',
    answers: [
      listed('/groups?name=Acm', [{ id: project, name: 'Acme', orgId: org, links: [self(`/groups/${project}`)] }]),
      {
        path: '/orgs?name=Nobody',
        ...refusal(404, 'Not Found', 'ORG_NAME_NOT_FOUND', ['Nobody'], 'There is none by that name.'),
      },
      listed('/orgs?name=Nobody', []),
    ],
  },
  {
    does: 'shows the hour of a schedule in UTC, whatever offset was sent',
    answers: [schedule('+0300', 1), schedule('+0000', 22)],
  },
  {
    does: 'lists what is not complete only where it is asked for',
    answers: [
      listed(`${clusters}/snapshots`, [snapshot(org, true)]),
      ...['false', 'all'].map((asked) => listed(`${clusters}/snapshots?completed=${asked}`, [snapshot(project, false)])),
    ],
  },
  {
    does: 'restores nothing right after a snapshot',
    answers: [
      { method: 'POST', path: `${clusters}/restoreJobs`, ...refusal(409, 'Conflict', 'CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT') },
    ],
  },
  {
    does: 'refuses an automation configuration with what is wrong in it',
    answers: [
      {
        method: 'PUT',
        path: `/groups/${project}/automationConfig`,
        ...refusal(400, 'Bad Request', 'VALIDATION_ERROR', ['a process without a name'], 'A process has no name.'),
      },
    ],
  },
];

const findings = (records: readonly StandingRecord[], requirement: string): readonly string[] =>
  records.find((one) => one.requirement === requirement)?.findings?.map(({ message }) => message) ?? [];

describe('a real server', () => {
  for (const { does, answers, breaks = [], finds = {}, maxItemsPerPage } of cases) {
    test(does, () => {
      const records = judgedAnswers(answers, { ...(maxItemsPerPage !== undefined && { maxItemsPerPage }) });
      assert.deepEqual(
        brokenIn(records),
        [...breaks],
        JSON.stringify(
          records.filter(({ violations }) => violations.length > 0),
          null,
          1,
        ),
      );
      for (const [requirement, words] of Object.entries(finds))
        assert.ok(
          findings(records, requirement).some((message) => words.test(message)),
          requirement,
        );
    });
  }

  test('has pages as large as documented where nothing else is said', () => {
    assert.deepEqual(brokenIn(judgedAnswers([pageOf100(1)])), ['list.page-size-maximum']);
  });
});
