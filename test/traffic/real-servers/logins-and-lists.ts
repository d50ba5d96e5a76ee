import { project, other, org, self, list, challenge, job, jobPath, alertConfig, type Case } from './entities.ts';

/** What real servers do: refused logins, and what lists and entities have or leave out. */
export const loginsAndLists: readonly Case[] = [
  {
    does: 'refuses a login with four fields, laid out',
    answers: [
      {
        path: '/groups',
        kind: 'challenge',
        caller: 'nobody',
        status: 401,
        headers: { 'Content-Type': 'application/json', 'WWW-Authenticate': challenge },
        body: '{\n  "error" : 401,\n  "reason" : "Unauthorized",\n  "detail" : "You are not authorized for this resource.",\n  "errorCode" : "UNEXPECTED_ERROR"\n}',
      },
    ],
  },
  {
    does: 'refuses a login with three fields, in ISO-8859-1',
    answers: [
      {
        path: '/groups',
        status: 401,
        headers: { 'Content-Type': 'application/json;charset=ISO-8859-1', 'WWW-Authenticate': challenge },
        body: { error: 401, reason: 'Unauthorized', detail: 'You are not authorized for this resource.' },
      },
    ],
  },
  {
    does: 'shows the type of a log job in either case',
    answers: [
      { path: jobPath, body: job },
      { path: jobPath, body: { ...job, resourceType: 'replicaset', rootResourceType: 'replicaset' } },
    ],
  },
  {
    does: 'has null for the error of a finished child of a log job',
    answers: [{ path: `${jobPath}?verbose=true`, body: { ...job, childJobs: [{ errorMessage: null, status: 'SUCCESS' }] } }],
    breaks: ['response.no-null'],
  },
  {
    does: 'has an interval of 0 in the schedule of a replica set',
    answers: [
      {
        path: `/groups/${project}/backupConfigs/${other}/snapshotSchedule`,
        body: {
          groupId: project,
          clusterId: other,
          clusterCheckpointIntervalMin: 0,
          dailySnapshotRetentionDays: 0,
          snapshotIntervalHours: 8,
          snapshotRetentionDays: 3,
          pointInTimeWindowHours: 0,
          links: [self(`/groups/${project}/backupConfigs/${other}/snapshotSchedule`)],
        },
      },
    ],
  },
  {
    does: 'lists an old alert configuration without an event type',
    answers: [
      {
        path: `/groups/${project}/alertConfigs`,
        body: list(`/groups/${project}/alertConfigs`, [
          { ...alertConfig, id: org, eventTypeName: 'HOST_DOWN', links: [self(`/groups/${project}/alertConfigs/${org}`)] },
          alertConfig,
        ]),
      },
    ],
    breaks: ['resource.alert-config'],
  },
  {
    does: 'refuses with parameters that are null',
    answers: [
      {
        path: `/orgs/${org}/something`,
        status: 404,
        body: { detail: 'Nothing is there.', error: 404, errorCode: 'UNEXPECTED_ERROR', parameters: null, reason: 'Not Found' },
      },
    ],
    breaks: ['error.five-fields'],
  },
  {
    does: 'fails with four fields',
    answers: [
      {
        path: `/groups/${project}/automationConfig`,
        method: 'PUT',
        status: 500,
        body: { detail: 'Unexpected error.', error: 500, errorCode: 'UNEXPECTED_ERROR', reason: 'Internal Server Error' },
      },
    ],
    breaks: ['status.no-server-error'],
  },
  {
    does: 'serves other resources under paths that end like known ones',
    answers: [
      {
        path: `/usage/groups/${project}/hosts`,
        body: list(`/usage/groups/${project}/hosts`, [{ hostname: 'a.example.org', processes: [] }]),
      },
      {
        path: `/admin/backup/groups/${project}`,
        body: { id: project, labelFilter: [], links: [self(`/admin/backup/groups/${project}`)] },
      },
      { path: '/groups/availablePolicies', body: list('/groups/availablePolicies', [{ policy: 'EXTERNALLY_MANAGED_LOCK' }]) },
    ],
  },
  {
    does: 'demands an access list, and names the address in the parameters alone',
    answers: ['RESOURCE_REQUIRES_ACCESS_LIST', 'RESOURCE_REQUIRES_WHITELIST'].map((errorCode) => ({
      path: `/groups/${project}`,
      status: 403,
      body: {
        detail: 'This resource requires access through a list of ip ranges.',
        error: 403,
        errorCode,
        parameters: ['192.0.2.9'],
        reason: 'Forbidden',
      },
    })),
  },
  {
    does: 'keeps entries of access lists that have an id and no block',
    answers: [
      {
        path: `/users/${other}/whitelist`,
        body: list(`/users/${other}/whitelist`, [
          {
            id: org,
            ipAddress: '203.0.113.80',
            created: '2014-05-06T07:08:09Z',
            count: 3,
            links: [self(`/users/${other}/whitelist/203.0.113.80`)],
          },
        ]),
      },
    ],
  },
];
