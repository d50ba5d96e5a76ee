import { base, exchange, id, list, refused, self, team, teamAnswer } from '../../support/made-exchanges.ts';
import type { Examples } from './examples.ts';

/** Of what is claimed of links and lists. */
export const linkExamples: Examples = {
  'link.array-of-rel-and-href': {
    keep: [teamAnswer(), list(), list({ totalCount: 0, results: [] })],
    break: [
      teamAnswer({ links: { self: base } }),
      teamAnswer({ links: [{ rel: 'self' }] }),
      teamAnswer({ links: [base] }),
      list({ results: [team({ links: [{ href: base }] })] }),
      list({ links: [{ rel: 1, href: base }] }),
    ],
    silent: [refused(), exchange({ path: '/groups/x/automationStatus', body: { goalVersion: 1 } }), exchange({ text: '{}' })],
  },
  'link.every-entity-has-self': {
    keep: [teamAnswer(), exchange({ path: '', body: { links: [self('')] } }), teamAnswer({}, { method: 'POST', status: 201 })],
    break: [
      teamAnswer({ links: [] }),
      teamAnswer({ links: undefined }),
      exchange({ path: '/groups/x?envelope=true', body: { status: 200, content: team({ links: [] }) } }),
    ],
    silent: [
      list(),
      exchange({ method: 'DELETE', text: '{}' }),
      exchange({ method: 'DELETE', status: 204 }),
      exchange({ path: '/groups/x/automationConfig', body: { version: 1 } }),
      exchange({ path: '/groups/x/automationStatus', body: { goalVersion: 1 } }),
      exchange({ path: '/alertConfigs/matchers/fieldNames', body: ['HOSTNAME'] }),
      exchange({ method: 'POST', path: '/groups/x/logCollectionJobs', status: 201, body: { id } }),
      refused(),
    ],
  },
  'link.list-entity-has-only-self': {
    keep: [list()],
    break: [
      list({
        results: [team({ links: [self(`/orgs/x/teams/${id}`), { rel: 'http://mms.mongodb.com/org', href: `${base}/orgs/x` }] })],
      }),
    ],
    silent: [teamAnswer(), refused(), list({ totalCount: 0, results: [] })],
  },
  'link.self-is-own-url': {
    keep: [
      teamAnswer(),
      list(),
      teamAnswer({}, { method: 'POST', path: '/orgs/x/teams', status: 201 }),
      // Resources that hang under several parents, or are asked for by another name.
      exchange({
        path: `/groups/y/users`,
        body: { totalCount: 1, results: [{ id, username: 'a', links: [self(`/users/${id}`)] }], links: [] },
      }),
      exchange({ path: `/groups/y/hosts/byName/db:1`, body: { id: 'h1', links: [self('/groups/y/hosts/h1')] } }),
      exchange({ path: '/orgs/x/invoices/pending', body: { id, links: [self(`/orgs/x/invoices/${id}`)] } }),
      exchange({
        path: '/users/x/accessList',
        body: {
          totalCount: 1,
          results: [{ cidrBlock: '10.0.0.0/8', links: [self('/users/x/accessList/10.0.0.0%2F8')] }],
          links: [],
        },
      }),
      exchange({
        path: '/groups/y/teams',
        body: { totalCount: 1, results: [{ teamId: id, roleNames: [], links: [self(`/groups/y/teams/${id}`)] }], links: [] },
      }),
      // The same entry, its address written otherwise.
      exchange({
        path: '/users/x/accessList/10.0.0.1',
        body: { ipAddress: '10.0.0.1', links: [self('/users/x/accessList/10.0.0.1%2F32')] },
      }),
      // A list does not tell where its entities are; only following the link would.
      list({ results: [team({ links: [self(`/orgs/x/team/${id}`)] })] }),
    ],
    break: [
      teamAnswer({ links: [self(`/orgs/x/team/${id}`)] }),
      teamAnswer({ links: [self('/orgs/x/teams')] }),
      teamAnswer({ links: [self(`/orgs/x/teams/${id}`), self('/orgs/x/teams')] }),
      exchange({
        path: '/users/x/accessList/10.0.0.1',
        body: { ipAddress: '10.0.0.1', links: [self('/users/y/accessList/10.0.0.1')] },
      }),
      exchange({
        path: '/users/x/accessList',
        body: { totalCount: 1, results: [{ ipAddress: '10.0.0.1', links: [self('/users/y/accessList/10.0.0.1')] }], links: [] },
      }),
      teamAnswer({}, { method: 'PATCH', path: '/orgs/x/teams/other', body: team({ id: 'other' }) }),
      list({ results: [team(), team({ id: 'f'.repeat(24) })] }),
      teamAnswer({ links: [self('/orgs/x/teams')] }, { method: 'POST', path: '/orgs/x/teams', status: 201 }),
    ],
    silent: [teamAnswer({ links: [] }), refused(), exchange({ path: '/nothing/known', body: { id, links: [self('/x')] } })],
  },
  'link.href-absolute': {
    keep: [teamAnswer(), teamAnswer({ links: [{ rel: 'self', href: 'http://other.example.com/x' }] })],
    break: [teamAnswer({ links: [{ rel: 'self', href: '/groups' }] }), list({ links: [{ rel: 'self', href: '//host/x' }] })],
    silent: [teamAnswer({ links: [] }), refused()],
  },
  'link.list-entity-has-self': {
    keep: [list()],
    break: [list({ results: [team(), team({ links: [] })] }), list({ results: [{ id }] })],
    silent: [
      teamAnswer({ links: [] }),
      list({ results: [] }),
      exchange({ path: '/groups/x/agentapikeys', body: [{ _id: 'a' }] }),
      exchange({
        path: '/groups/x/agents/MONITORING',
        body: { results: [{ typeName: 'MONITORING' }], totalCount: 1, links: [] },
      }),
    ],
  },
  'list.shape': {
    keep: [
      list(),
      list({ totalCount: 0, results: [] }),
      list({ status: 200 }, { path: '/orgs/x/teams?envelope=true' }),
      list({ totalCount: undefined }, { path: '/orgs/x/teams?includeCount=false' }),
    ],
    break: [
      list({ totalCount: undefined }),
      list({ totalCount: '1' }),
      list({ results: {} }),
      list({ links: undefined }),
      exchange({ path: '/orgs/x/teams', text: '' }),
      list({ results: undefined }),
      exchange({ path: '/groups', body: [team()] }),
      list({ links: [self('/orgs/x/teams'), { rel: 'first', href: `${base}/orgs/x/teams` }] }),
    ],
    silent: [
      teamAnswer(),
      refused(),
      exchange({ path: '/alertConfigs/matchers/fieldNames', body: ['HOSTNAME'] }),
      exchange({ path: '/groups/x/agentapikeys', body: [] }),
    ],
  },
};
