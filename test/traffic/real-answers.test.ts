import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { brokenIn, judgedAnswers } from './judged-answers.ts';

const project = '5c1d2e3f4a5b6c7d8e9f0a1b';
const other = '5c1d2e3f4a5b6c7d8e9f0a1c';
const org = '5c1d2e3f4a5b6c7d8e9f0a1d';
const href = (path: string) => `https://ops.example.org:8443/api/public/v1.0${path}`;
const self = (path: string) => ({ rel: 'self', href: href(path) });
const list = (path: string, results: readonly unknown[]) => ({
  results, totalCount: results.length, links: [self(`${path}?includeCount=true&pageNum=1&itemsPerPage=100`)],
});
const challenge = 'Digest realm="MMS Public API", domain="", nonce="5f3kQw==", algorithm=MD5, qop="auth", stale=false';
const job = {
  id: other, groupId: project, userId: org, creationDate: '2025-01-02T03:04:05Z', expirationDate: '2025-03-02T03:04:05Z',
  status: 'SUCCESS', resourceType: 'REPLICASET', resourceName: 'orders', rootResourceType: 'REPLICASET', rootResourceName: 'orders',
  redacted: true, logTypes: ['MONGODB'], sizeRequestedPerFileBytes: 500, uncompressedSizeTotalBytes: 1200,
};
const jobPath = `/groups/${project}/logCollectionJobs/${other}`;
const alertConfig = {
  id: other, groupId: project, created: '2019-01-02T03:04:05Z', updated: '2019-01-02T03:04:05Z', enabled: true, matchers: [],
  notifications: [{ typeName: 'GROUP', delayMin: 0, intervalMin: 15, emailEnabled: true, smsEnabled: false, notifierId: org }],
  links: [self(`/groups/${project}/alertConfigs/${other}`)],
};

interface Case {
  /** What a real server does. */
  readonly does: string;
  readonly answers: readonly unknown[];
  /** Requirements that are broken by it; all others are not. */
  readonly breaks?: readonly string[];
}

const cases: readonly Case[] = [
  {
    does: 'refuses a login with four fields, laid out',
    answers: [{
      path: '/groups', kind: 'challenge', caller: 'nobody', status: 401, headers: { 'Content-Type': 'application/json', 'WWW-Authenticate': challenge },
      body: '{\n  "error" : 401,\n  "reason" : "Unauthorized",\n  "detail" : "You are not authorized for this resource.",\n  "errorCode" : "UNEXPECTED_ERROR"\n}',
    }],
  },
  {
    does: 'refuses a login with three fields, in ISO-8859-1',
    answers: [{
      path: '/groups', status: 401, headers: { 'Content-Type': 'application/json;charset=ISO-8859-1', 'WWW-Authenticate': challenge },
      body: { error: 401, reason: 'Unauthorized', detail: 'You are not authorized for this resource.' },
    }],
  },
  {
    does: 'shows the type of a log job in either case',
    answers: [{ path: jobPath, body: job }, { path: jobPath, body: { ...job, resourceType: 'replicaset', rootResourceType: 'replicaset' } }],
  },
  {
    does: 'has null for the error of a finished child of a log job',
    answers: [{ path: `${jobPath}?verbose=true`, body: { ...job, childJobs: [{ errorMessage: null, status: 'SUCCESS' }] } }],
    breaks: ['response.no-null'],
  },
  {
    does: 'has an interval of 0 in the schedule of a replica set',
    answers: [{
      path: `/groups/${project}/backupConfigs/${other}/snapshotSchedule`,
      body: {
        groupId: project, clusterId: other, clusterCheckpointIntervalMin: 0, dailySnapshotRetentionDays: 0, snapshotIntervalHours: 8,
        snapshotRetentionDays: 3, pointInTimeWindowHours: 0, links: [self(`/groups/${project}/backupConfigs/${other}/snapshotSchedule`)],
      },
    }],
  },
  {
    does: 'lists an old alert configuration without an event type',
    answers: [{ path: `/groups/${project}/alertConfigs`, body: list(`/groups/${project}/alertConfigs`, [{ ...alertConfig, eventTypeName: 'HOST_DOWN' }, alertConfig]) }],
    breaks: ['resource.alert-config'],
  },
  {
    does: 'refuses with parameters that are null',
    answers: [{ path: `/orgs/${org}/something`, status: 404, body: { detail: 'Nothing is there.', error: 404, errorCode: 'UNEXPECTED_ERROR', parameters: null, reason: 'Not Found' } }],
    breaks: ['error.five-fields'],
  },
  {
    does: 'fails with four fields',
    answers: [{ path: `/groups/${project}/automationConfig`, method: 'PUT', status: 500, body: { detail: 'Unexpected error.', error: 500, errorCode: 'UNEXPECTED_ERROR', reason: 'Internal Server Error' } }],
    breaks: ['status.no-server-error'],
  },
  {
    does: 'serves other resources under paths that end like known ones',
    answers: [
      { path: `/usage/groups/${project}/hosts`, body: list(`/usage/groups/${project}/hosts`, [{ hostname: 'a.example.org', processes: [] }]) },
      { path: `/admin/backup/groups/${project}`, body: { id: project, labelFilter: [], links: [self(`/admin/backup/groups/${project}`)] } },
      { path: '/groups/availablePolicies', body: list('/groups/availablePolicies', [{ policy: 'EXTERNALLY_MANAGED_LOCK' }]) },
    ],
  },
  {
    does: 'demands an access list, and names the address in the parameters alone',
    answers: ['RESOURCE_REQUIRES_ACCESS_LIST', 'RESOURCE_REQUIRES_WHITELIST'].map((errorCode) => ({
      path: `/groups/${project}`, status: 403,
      body: { detail: 'This resource requires access through a list of ip ranges.', error: 403, errorCode, parameters: ['192.0.2.9'], reason: 'Forbidden' },
    })),
  },
  {
    does: 'keeps entries of access lists that have an id and no block',
    answers: [{
      path: `/users/${other}/whitelist`,
      body: list(`/users/${other}/whitelist`, [{ id: org, ipAddress: '203.0.113.80', created: '2014-05-06T07:08:09Z', count: 3, links: [self(`/users/${other}/whitelist/203.0.113.80`)] }]),
    }],
  },
  {
    does: 'answers a change of a team in a project with a list',
    answers: [{
      method: 'PATCH', path: `/groups/${project}/teams/${other}`,
      body: list(`/groups/${project}/teams/${other}`, [{ teamId: other, roleNames: ['GROUP_OWNER'], links: [self(`/groups/${project}/teams/${other}`)] }]),
    }],
  },
  {
    does: 'lists agent API keys without a list, with times in milliseconds',
    answers: [{ path: `/groups/${project}/agentapikeys`, body: [{ _id: other, createdBy: 'PUBLIC_API', createdTime: 1700000000000, createdUserId: org, desc: 'for agents', key: 'k' }] }],
  },
  {
    does: 'answers removals with 204 and a content type, or with 202 and {}',
    answers: [
      { method: 'DELETE', path: `/orgs/${org}/teams/${other}`, status: 204, headers: { 'Content-Type': 'application/json' }, body: '' },
      { method: 'DELETE', path: `/groups/${project}`, status: 202, headers: { 'Content-Type': 'application/json' }, body: '{}' },
    ],
  },
  {
    does: 'sends limits, codes and dates of retirement in headers',
    answers: [{
      path: `/orgs/${org}`, body: { id: org, name: 'Acme', isDeleted: false, links: [self(`/orgs/${org}`)] },
      headers: { 'content-type': 'application/json;charset=utf-8', 'RateLimit-Limit': '500', 'RateLimit-Remaining': '499', Deprecation: 'true', Sunset: 'Wed, 01 Jan 2031 00:00:00 GMT' },
    }],
  },
  {
    does: 'answers a create with 200, also with a whole list',
    answers: [
      { method: 'POST', path: `/groups/${project}/apiKeys`, body: { id: other, desc: 'key', publicKey: 'abcdefgh', privateKey: '[removed]', roles: [{ groupId: project, roleName: 'GROUP_OWNER' }], links: [self(`/orgs/${org}/apiKeys/${other}`)] } },
      { method: 'POST', path: `/orgs/${org}/apiKeys/${other}/accessList`, body: list(`/orgs/${org}/apiKeys/${other}/accessList`, [{ cidrBlock: '192.0.2.9/32', ipAddress: '192.0.2.9', count: 0, created: '2025-01-02T03:04:05Z', links: [self(`/orgs/${org}/apiKeys/${other}/accessList/192.0.2.9`)] }]) },
    ],
  },
  {
    does: 'answers 405 with the container\'s page',
    answers: [{ method: 'DELETE', path: '/', status: 405, headers: { 'Content-Type': 'text/html' }, body: '<html><body>HTTP ERROR 405</body></html>' }],
  },
  {
    does: 'leaves totalCount out when it is asked to',
    answers: [{ path: '/groups?includeCount=false', body: { results: [], links: [self('/groups?includeCount=false&pageNum=1&itemsPerPage=100')] } }],
  },
  {
    does: 'times out on a page that is too deep',
    answers: [{ path: '/groups?pageNum=9000', status: 500, body: { detail: 'Too deep.', error: 500, errorCode: 'TIMEOUT_WHILE_PAGING', parameters: [], reason: 'Internal Server Error' } }],
  },
  {
    does: 'has fields that no page has yet',
    answers: [{ path: '/orgs', body: list('/orgs', [{ id: org, name: 'Acme', createdAt: '2025-01-02T03:04:05Z', skipDefaultAlertsSettings: false, links: [self(`/orgs/${org}`)] }]) }],
  },
  {
    does: 'names relations by its own address',
    answers: [{ path: `/groups/${project}/agents`, body: { links: [self(`/groups/${project}/agents`), { rel: 'https://ops.example.org:8443/backupAgents', href: href(`/groups/${project}/agents/BACKUP`) }] } }],
  },
  {
    does: 'leaves out of a host that never pinged what it does not know',
    answers: [{ path: `/groups/${project}/hosts`, body: list(`/groups/${project}/hosts`, [{ id: 'ab'.repeat(16), groupId: project, hostname: 'a.example.org', port: 27018, created: '2025-01-02T03:04:05Z', typeName: 'NO_DATA', links: [self(`/groups/${project}/hosts/${'ab'.repeat(16)}`)] }]) }],
  },
  {
    does: 'links events that belong to no project through null',
    answers: [{ path: `/orgs/${org}/events`, body: list(`/orgs/${org}/events`, [{ id: other, orgId: org, created: '2025-01-02T03:04:05Z', eventTypeName: 'ORG_CREATED', isGlobalAdmin: false, links: [self(`/groups/null/events/${other}`)] }]) }],
  },
  {
    does: 'has no backup configuration for a cluster',
    answers: [{ path: `/groups/${project}/backupConfigs/${other}`, status: 404, body: { detail: `No backup configuration exists for cluster ${other} in group ${project}.`, error: 404, errorCode: 'BACKUP_CONFIG_NOT_FOUND', parameters: [other, project], reason: 'Not Found' } }],
  },
  {
    does: 'tags projects with pairs',
    answers: [{ path: `/groups/${project}`, body: { id: project, name: 'p', orgId: org, tags: [{ key: 'env', value: 'prod' }], links: [self(`/groups/${project}`)] } }],
  },
];

describe('a real server', () => {
  for (const { does, answers, breaks = [] } of cases) {
    test(does, () => {
      const records = judgedAnswers(answers);
      assert.deepEqual(brokenIn(records), [...breaks], JSON.stringify(records.filter(({ violations }) => violations.length > 0), null, 1));
    });
  }

  test('with one old entity among many is told with its id and how many have it', () => {
    const records = judgedAnswers(cases.find(({ does }) => does.includes('old alert'))!.answers);
    const [violation] = records.find(({ requirement }) => requirement === 'resource.alert-config')!.violations;
    assert.equal(violation?.message, `is missing (1 of 2 entities, first: ${other})`);
  });

  test('with new fields brings one finding a field', () => {
    const team = (id: string) => ({ id, name: id, createdAt: 'x', links: [self(`/orgs/${org}/teams/${id}`)] });
    const records = judgedAnswers([{ path: `/orgs/${org}/teams`, body: list(`/orgs/${org}/teams`, [team(project), team(other)]) }]);
    assert.deepEqual(records.find(({ requirement }) => requirement === 'resource.team')!.findings.map(({ message }) => message),
      [`is not documented: "x" (2 of 2 entities, first: ${project})`]);
  });
});
