import { project, other, org, href, self, list, to, type Case } from './entities.ts';

/** What real servers do: writes, headers, and what they leave to their container. */
export const writesAndHeaders: readonly Case[] = [
  {
    does: 'answers a change of a team in a project with a list',
    answers: [
      {
        method: 'PATCH',
        path: `/groups/${project}/teams/${other}`,
        body: list(`/groups/${project}/teams/${other}`, [
          { teamId: other, roleNames: ['GROUP_OWNER'], links: [self(`/groups/${project}/teams/${other}`)] },
        ]),
      },
    ],
  },
  {
    does: 'lists agent API keys without a list, with times in milliseconds',
    answers: [
      {
        path: `/groups/${project}/agentapikeys`,
        body: [
          { _id: other, createdBy: 'PUBLIC_API', createdTime: 1700000000000, createdUserId: org, desc: 'for agents', key: 'k' },
        ],
      },
    ],
  },
  {
    does: 'answers removals with 204 and a content type, or with 202 and {}',
    answers: [
      {
        method: 'DELETE',
        path: `/orgs/${org}/teams/${other}`,
        status: 204,
        headers: { 'Content-Type': 'application/json' },
        body: '',
      },
      { method: 'DELETE', path: `/groups/${project}`, status: 202, headers: { 'Content-Type': 'application/json' }, body: '{}' },
    ],
  },
  {
    does: 'sends limits, codes and dates of retirement in headers',
    answers: [
      {
        path: `/orgs/${org}`,
        body: { id: org, name: 'Acme', isDeleted: false, links: [self(`/orgs/${org}`), to('groups', `/orgs/${org}/groups`)] },
        headers: {
          'content-type': 'application/json;charset=utf-8',
          'RateLimit-Limit': '500',
          'RateLimit-Remaining': '499',
          Deprecation: 'true',
          Sunset: 'Wed, 01 Jan 2031 00:00:00 GMT',
        },
      },
    ],
  },
  {
    does: 'answers a create with 200, also with a whole list',
    answers: [
      {
        method: 'POST',
        path: `/groups/${project}/apiKeys`,
        body: {
          id: other,
          desc: 'key',
          publicKey: 'abcdefgh',
          privateKey: '[removed]',
          roles: [{ groupId: project, roleName: 'GROUP_OWNER' }],
          links: [self(`/orgs/${org}/apiKeys/${other}`)],
        },
      },
      {
        method: 'POST',
        path: `/orgs/${org}/apiKeys/${other}/accessList`,
        body: list(`/orgs/${org}/apiKeys/${other}/accessList`, [
          {
            cidrBlock: '192.0.2.9/32',
            ipAddress: '192.0.2.9',
            count: 0,
            created: '2025-01-02T03:04:05Z',
            links: [self(`/orgs/${org}/apiKeys/${other}/accessList/192.0.2.9`)],
          },
        ]),
      },
    ],
  },
  {
    does: "answers 405 with the container's page",
    answers: [
      {
        method: 'DELETE',
        path: '/',
        status: 405,
        headers: { 'Content-Type': 'text/html' },
        body: '<html><body>HTTP ERROR 405</body></html>',
      },
    ],
  },
  {
    does: 'leaves totalCount out when it is asked to',
    answers: [
      {
        path: '/groups?includeCount=false',
        body: { results: [], links: [self('/groups?includeCount=false&pageNum=1&itemsPerPage=100')] },
      },
    ],
  },
  {
    does: 'times out on a page that is too deep',
    answers: [
      {
        path: '/groups?pageNum=9000',
        status: 500,
        body: {
          detail: 'Too deep.',
          error: 500,
          errorCode: 'TIMEOUT_WHILE_PAGING',
          parameters: [],
          reason: 'Internal Server Error',
        },
      },
    ],
  },
  {
    does: 'has fields that no page has yet',
    answers: [
      {
        path: '/orgs',
        body: list('/orgs', [
          {
            id: org,
            name: 'Acme',
            createdAt: '2025-01-02T03:04:05Z',
            skipDefaultAlertsSettings: false,
            links: [self(`/orgs/${org}`)],
          },
        ]),
      },
    ],
  },
  {
    does: 'names relations by its own address',
    answers: [
      {
        path: `/groups/${project}/agents`,
        body: {
          links: [
            self(`/groups/${project}/agents`),
            { rel: 'https://ops.example.org:8443/backupAgents', href: href(`/groups/${project}/agents/BACKUP`) },
          ],
        },
      },
    ],
  },
  {
    does: 'leaves out of a host that never pinged what it does not know',
    answers: [
      {
        path: `/groups/${project}/hosts`,
        body: list(`/groups/${project}/hosts`, [
          {
            id: 'ab'.repeat(16),
            groupId: project,
            hostname: 'a.example.org',
            port: 27018,
            created: '2025-01-02T03:04:05Z',
            typeName: 'NO_DATA',
            links: [self(`/groups/${project}/hosts/${'ab'.repeat(16)}`)],
          },
        ]),
      },
    ],
  },
  {
    does: 'links events that belong to no project through null',
    answers: [
      {
        path: `/orgs/${org}/events`,
        body: list(`/orgs/${org}/events`, [
          {
            id: other,
            orgId: org,
            created: '2025-01-02T03:04:05Z',
            eventTypeName: 'ORG_CREATED',
            isGlobalAdmin: false,
            links: [self(`/groups/null/events/${other}`)],
          },
        ]),
      },
    ],
  },
  {
    does: 'has no backup configuration for a cluster',
    answers: [
      {
        path: `/groups/${project}/backupConfigs/${other}`,
        status: 404,
        body: {
          detail: `No backup configuration exists for cluster ${other} in group ${project}.`,
          error: 404,
          errorCode: 'BACKUP_CONFIG_NOT_FOUND',
          parameters: [other, project],
          reason: 'Not Found',
        },
      },
    ],
  },
  {
    does: 'tags projects with pairs',
    answers: [
      {
        path: `/groups/${project}`,
        body: {
          id: project,
          name: 'p',
          orgId: org,
          tags: [{ key: 'env', value: 'prod' }],
          links: [self(`/groups/${project}`), to('hosts', `/groups/${project}/hosts`)],
        },
      },
    ],
  },
];
