import type { Exchange } from '../../../src/wire/exchange.ts';
import {
  base,
  error,
  exchange,
  id,
  json,
  list,
  refused,
  self,
  team,
  teamAnswer,
  type Made,
} from '../../support/made-exchanges.ts';
import type { Examples } from './examples.ts';

const other = 'f'.repeat(24);
const host = 'a'.repeat(32);
const cluster = 'c'.repeat(24);
const project = `/groups/${id}`;
const to = (relation: string, path: string) => ({ rel: `http://mms.mongodb.com/${relation}`, href: base + path });
const hostPath = `${project}/hosts/${host}`;
const hostAnswer = (more: Record<string, unknown> = {}, made: Made = {}): Exchange =>
  exchange({
    path: hostPath,
    body: { id: host, groupId: id, links: [self(hostPath), to('group', project)], ...more },
    ...made,
  });
const hosts = (...results: readonly unknown[]): Exchange =>
  exchange({ path: `${project}/hosts`, body: { totalCount: results.length, results, links: [self(`${project}/hosts`)] } });
const snapshots = `${project}/clusters/${cluster}/snapshots`;
const jobs = (clusterId: string): Exchange =>
  exchange({
    path: `${project}/clusters/${cluster}/restoreJobs`,
    body: { totalCount: 1, results: [{ id, groupId: id, clusterId, links: [] }], links: [] },
  });

const configs = `${project}/alertConfigs`;
/** An alert configuration, as it was asked for and as it is shown. */
const sent = (method: string, asked: unknown, shown: Record<string, unknown>, status = 200): Exchange => {
  const path = method === 'POST' ? configs : `${configs}/${other}`;
  const made = exchange({ method, status, path, body: { id: other, ...shown } });
  return { ...made, request: { ...made.request, body: JSON.stringify(asked) } };
};
const asSent = (method: string): Examples[string] => ({
  keep: [
    sent(method, { description: 'x', n: 1, isOn: false }, { description: 'x', n: 1.0, isOn: false }),
    sent(method, { startDate: '2018-09-27T16:00-04:00' }, { startDate: '2018-09-27T20:00:00Z' }),
    sent(method, { startDate: '2018-09-27' }, { startDate: '2018-09-27T00:00:00Z' }),
    sent(method, { startDate: '2018-09-27T16:00:00.9Z' }, { startDate: '2018-09-27T16:00:00Z' }),
    sent(method, { resourceType: 'REPLICASET' }, { resourceType: 'replicaset' }),
    sent(method, { emailAddress: 'Jane@Example.com', hostname: 'DB' }, { emailAddress: 'jane@example.com', hostname: 'db' }),
    sent(method, { apiKey: '[removed]', secret: 'x' }, { apiKey: '****1', secret: '[removed]' }),
    sent(method, { at: { date: '2018-09-27T16:00-04:00', increment: 3 } }, { at: { date: 1538078400, increment: 3 } }),
    sent(method, { description: ' x ' }, { description: 'x' }),
  ],
  break: [
    sent(method, { description: 'x' }, { description: 'y' }),
    sent(method, { description: 'Nightly' }, { description: 'nightly' }),
    sent(method, { n: 1 }, { n: 2 }),
    sent(method, { isOn: true }, { isOn: false }),
    sent(method, { startDate: '2018-09-27T16:00-04:00' }, { startDate: '2018-09-27T16:00:00Z' }),
    sent(method, { startDate: '2018-09-27T10:20:30Z' }, { startDate: '2018-09-27T00:00:00Z' }),
    sent(method, { at: { date: '2018-09-27T16:00Z', increment: 3 } }, { at: { date: '2018-09-27T16:00Z', increment: 1 } }),
    sent(method, { a: { b: { c: 'x' } } }, { a: { b: { c: 'y' } } }),
  ],
  silent: [
    sent(method, { description: 'x' }, {}),
    sent(method, { statusName: 'STARTED' }, { statusName: 'PROVISIONING' }),
    sent(method, { created: 'x' }, { created: 'y' }),
    sent(method, { threshold: { units: 'HOURS', threshold: 1 } }, { threshold: { units: 'MINUTES', threshold: 60 } }),
    sent(method, { names: [{ a: 1 }] }, { names: [] }),
    sent(method, [{ description: 'x' }], { description: 'y' }),
    sent(method, { description: 'x' }, { description: 'y' }, 202),
    sent('GET', { description: 'x' }, { description: 'y' }),
  ],
});

const clock = ['Date', 'Thu, 27 Sep 2018 16:00:00 GMT'] as const;
const now = { headers: [json, clock] };
const made: Made = { ...now, method: 'POST', path: '/orgs/x/teams', status: 201 };

/** Of dates that agree, or do not, with each other and with the clock of who sends them. */
export const dateExamples = {
  keep: [
    teamAnswer({ created: '2018-09-27T16:00:00Z', updated: '2018-09-27T16:00:00Z' }),
    teamAnswer({ created: '2018-09-27T16:00:30Z', updated: '2018-09-27T16:00:00Z' }),
    teamAnswer({ startDate: '2018-09-27T16:00:00Z', endDate: '2018-09-28T16:00:00+00:00' }),
    teamAnswer({ created: '2010-01-01T00:00:00Z' }, now),
    teamAnswer({ created: '2018-09-27T16:04:00Z' }, made),
    teamAnswer({ created: '2018-09-27T15:56:00Z' }, made),
    // What was changed may be old, and what is to come is later.
    teamAnswer({ created: '2010-01-01T00:00:00Z', expires: '2030-01-01T00:00:00Z' }, { ...now, method: 'PATCH' }),
    teamAnswer({ created: '2030-01-01T00:00:00Z' }),
    teamAnswer({ created: '2030-01-01T00:00:00Z' }, { headers: [['Date', 'soon']] }),
    teamAnswer({ updated: '2018-09-27T16:00:00Z' }),
  ],
  break: [
    teamAnswer({ created: '2018-09-27T16:00:00Z', updated: '2018-09-27T15:00:00Z' }),
    list({ results: [team({ started: '2018-09-27T16:00:00Z', completed: '2018-09-27T15:00:00Z' })] }),
    teamAnswer({ startDate: '2018-09-27T16:00:00Z', endDate: '2018-09-26T16:00:00Z' }),
    teamAnswer({ created: '2018-09-27T18:00:00Z' }, made),
    teamAnswer({ created: '2018-09-27T14:00:00Z' }, made),
    teamAnswer({ created: '2017-09-27T16:00:00Z' }, made),
    list({ results: [team({ updated: '2018-09-27T18:00:00Z' })] }, now),
  ],
};

/** Of what is claimed of how an answer agrees with itself, with what was asked, and with the time. */
export const agreementExamples: Examples = {
  'link.related-resource-linked': {
    keep: [
      hostAnswer(),
      hostAnswer({ clusterId: cluster, links: [to('project', project), to('replicaSet', `${project}/clusters/${cluster}`)] }),
      hostAnswer({ links: [to('group', `/groups/${id.toUpperCase()}`)] }),
      exchange({
        path: project,
        body: { id, orgId: other, links: [to('org', `/orgs/${other}`), to('hosts', `${project}/hosts`)] },
      }),
      hosts({ id: host, groupId: id, links: [self(hostPath), to('group', project)] }),
    ],
    break: [
      hostAnswer({ links: [self(hostPath)] }),
      hostAnswer({ links: [to('databases', `${hostPath}/databases`)] }),
      hostAnswer({ clusterId: cluster }),
      hostAnswer({ links: [to('group', `/groups/${other}`)] }),
      exchange({ path: project, body: { id, links: [self(project)] } }),
      exchange({ path: project, body: { id, orgId: id, links: [to('org', `/orgs/${other}`)] } }),
      hosts({ id: host, groupId: id, links: [to('databases', `/groups/${other}/hosts/${host}/databases`)] }),
      exchange({
        path: `${project}/alerts/${other}`,
        body: { id: other, hostId: host, links: [to('host', `${project}/hosts/${'b'.repeat(32)}`)] },
      }),
    ],
    silent: [
      // What real servers show with nothing but self.
      teamAnswer(),
      exchange({ path: `/globalAlerts/${id}`, body: { id, links: [self(`/globalAlerts/${id}`)] } }),
      hosts({ id: host, groupId: id, links: [self(hostPath)] }),
      hostAnswer({ links: [self(hostPath)] }, { method: 'PATCH' }),
      exchange({ path: `/users/${id}`, body: { id, links: [to('group', `/groups/${other}`)] } }),
      refused(),
    ],
  },
  'response.entity-is-of-its-path': {
    keep: [
      hostAnswer(),
      hosts({ groupId: id }, { groupId: id.toUpperCase() }),
      exchange({ path: snapshots, body: { totalCount: 1, results: [{ id, groupId: id, clusterId: cluster }], links: [] } }),
      jobs(other),
      exchange({ method: 'POST', path: `${project}/hosts`, status: 201, body: { id: host, groupId: id } }),
    ],
    break: [
      hostAnswer({ groupId: other }),
      hostAnswer({ id: 'b'.repeat(32) }),
      hosts({ groupId: id }, { groupId: other }),
      exchange({ path: snapshots, body: { totalCount: 1, results: [{ id, clusterId: other }], links: [] } }),
      exchange({ path: `/orgs/${id}/groups`, body: { totalCount: 1, results: [{ id, orgId: other }], links: [] } }),
      exchange({ method: 'POST', path: `${project}/hosts`, status: 201, body: { id: host, groupId: other } }),
    ],
    silent: [
      hosts({ id: host }),
      exchange({ path: '/groups/byName/x', body: { id, groupId: other } }),
      exchange({ path: `${project}/teams`, body: { totalCount: 1, results: [{ teamId: other }], links: [] } }),
      exchange({ path: '/nothing/known', body: { id, groupId: other } }),
      refused(),
    ],
  },
  'response.keys-once': {
    keep: [
      teamAnswer(),
      refused(),
      exchange({ text: '[{"a":1},{"a":1}]' }),
      exchange({ text: '{"a":{"a":{"b":1}},"b":"\\"a\\":1,\\"a\\":2","c":["a","a"]}' }),
    ],
    break: [
      exchange({ text: '{"a":1,"a":1}' }),
      exchange({ text: '{"results":[{"links":[{"rel":"up","href":"x","rel":"self"}]}]}' }),
      exchange({ text: '{"a":{},"b":[],"\\u0061":2}' }),
      exchange({ status: 404, text: JSON.stringify(error()).replace('{', '{"error":500,') }),
    ],
    silent: [
      exchange({ status: 204 }),
      exchange({ text: '{"a":1,"a":' }),
      exchange({ text: '"a"' }),
      exchange({ method: 'HEAD' }),
    ],
  },
  'method.post-creates': asSent('POST'),
  'method.put-replaces': asSent('PUT'),
  'method.patch-updates-named-fields': asSent('PATCH'),
};
