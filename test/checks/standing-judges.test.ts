import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { standingJudges } from '../../src/checks/standing.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import {
  base, error, exchange, fails, good, id, json, list, login, passes, passesWithFinding, refused, seesNothing, self, team, teamAnswer,
} from '../support/made-exchanges.ts';

/** The same, with credentials in its request. */
const signed = (one: Exchange): Exchange => ({ ...one, request: { ...one.request, headers: [['Authorization', 'Digest ‹removed›']] } });

/** For each standing requirement: exchanges that keep it, break it, and say nothing about it. */
const stale = ['WWW-Authenticate', good[1].replace('stale=false', 'stale=true')] as const;
/** What is answered to a digest client that goes on with a nonce. */
const outlived = (challenge: readonly [string, string]): Exchange => {
  const answered = exchange({ status: 401, kind: 'challenge', headers: [challenge] });
  return { ...answered, request: { ...answered.request, headers: [['Authorization', 'Digest (removed)']] } };
};

const standing: Readonly<Record<string, {
  readonly keep: readonly Exchange[]; readonly break: readonly Exchange[]; readonly silent: readonly Exchange[];
}>> = {
  'auth.challenge-well-formed': {
    keep: [
      exchange({ status: 401, headers: [good], kind: 'challenge', caller: 'nobody' }),
      exchange({ status: 401, headers: [['www-authenticate', 'Digest realm="a", nonce="b"']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce="b", algorithm=NEW'], good] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a\\"b", nonce="b", algorithm="SHA-256", qop="auth-int, auth"']] }),
    ],
    break: [
      exchange({ status: 401, headers: [], caller: 'nobody' }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a"']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce=""']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest nonce="a"']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce=b']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a, nonce="b']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce="b", qop="auth-int"']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce="b", algorithm=ROT13']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Basic realm="a"']], caller: 'nobody' }),
    ],
    silent: [refused({ error: 401 }, { status: 401 }), exchange({ body: team() })],
  },
  'auth.never-basic': {
    keep: [exchange({ status: 401, headers: [good] })],
    break: [
      exchange({ status: 401, headers: [good, ['WWW-Authenticate', 'Basic realm="a"']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce="b", BASIC realm="a"']] }),
    ],
    silent: [exchange({ status: 401, headers: [] })],
  },
  'auth.nonce-is-short-lived': {
    keep: [outlived(stale)],
    // That one is taken for ever takes its own check to see.
    break: [],
    silent: [
      outlived(good), { ...outlived(stale), kind: 'call' }, exchange({ status: 401, headers: [stale] }),
    ],
  },
  'request.bson-timestamps': {
    keep: [
      teamAnswer({ created: { date: '2018-09-27T16:00-04:00', increment: 3 } }),
      teamAnswer({ parts: [{ tokenTimestamp: { date: 1538064000, increment: 0 } }] }),
    ],
    break: [
      teamAnswer({ created: { date: 'now', increment: 3 } }), teamAnswer({ created: { date: 5, increment: '3' } }),
      teamAnswer({ lastOplogAppliedTimestamp: { date: 5 } }),
    ],
    silent: [teamAnswer(), teamAnswer({ date: '2018' })],
  },
  'response.content-type-json': {
    keep: [
      exchange({ text: '{"id":"caf\uFFFD"}' }),
      teamAnswer(), teamAnswer({}, { headers: [['content-type', 'Application/JSON;charset=ISO-8859-1']] }), refused(),
      exchange({ status: 405, body: error({ error: 405 }) }),
    ],
    break: [
      teamAnswer({}, { headers: [['Content-Type', 'text/plain']] }), teamAnswer({}, { headers: [] }),
      exchange({ status: 404, text: '<html>', headers: [['Content-Type', 'text/html']] }),
      exchange({ text: '{"id":"1"' }), exchange({ text: '{"id":"1"}\n--' }), exchange({ text: '\uFEFF{"id":"1"}' }),
      exchange({ text: '{"id":"caf\uFFFD"}', notUtf8: true }),
    ],
    silent: [
      exchange({ status: 204 }), exchange({ status: 200, text: '' }), exchange({ method: 'HEAD', headers: [] }),
      exchange({ status: 405, text: '<html>', headers: [['Content-Type', 'text/html']] }),
      exchange({ status: 502, text: 'Bad Gateway', headers: [['Content-Type', 'text/html']] }),
      exchange({ status: 302, text: 'moved', headers: [['Content-Type', 'text/html']] }),
      exchange({ path: '/groups/x/logCollectionJobs/y/download', text: 'gz', headers: [['Content-Type', 'application/gzip']] }),
    ],
  },
  'response.dates-in-utc': {
    keep: [
      teamAnswer({ created: '2018-09-27T16:00:00Z' }), teamAnswer({ updated: '2018-09-27T16:00:00.5+00:00' }),
      teamAnswer({ startDate: '2018-09-27' }), list({ results: [team({ seenOn: '2018-09-27T16:00:00Z' })] }),
    ],
    break: [
      teamAnswer({ created: '2018-09-27T16:00:00-04:00' }), teamAnswer({ created: '2018-09-27T16:00:00' }),
      teamAnswer({ lastPing: 1538064000 }), teamAnswer({ updated: 'Thu Sep 27 2018' }),
      teamAnswer({ anything: '2018-09-27T16:00:00+02:00' }), list({ results: [team({ created: 1538064000000 })] }),
      teamAnswer({}, { path: `/orgs/x/teams/${id}?envelope=true`, body: { status: 200, content: team({ created: 7 }) } }),
    ],
    silent: [
      teamAnswer(), teamAnswer({ name: '2018-09-27T16:00:00-04:00' }), teamAnswer({ created: { date: 5, increment: 1 } }),
      exchange({ path: '/groups/x/agentapikeys', body: [{ _id: 'a', createdTime: 1538064000000, created: 1 }] }),
      exchange({ path: '/groups/x/logCollectionJobs/y', body: { expirationDate: 1538064000 } }),
      exchange({ path: '/groups/x/automationConfig', body: { created: 5 } }), refused({ created: 5 }),
    ],
  },
  'response.no-null': {
    keep: [
      teamAnswer(), list(),
      exchange({ path: '/groups/x/hosts/y/measurements', body: { measurements: [{ dataPoints: [{ value: null }] }] } }),
    ],
    break: [
      teamAnswer({ name: null }), list({ results: [null] }), teamAnswer({ deep: [{ a: { b: null } }] }), list({ links: null }),
      exchange({ path: '/groups/x/hosts/y/measurements', body: { measurements: [{ dataPoints: [{ timestamp: null }] }] } }),
    ],
    silent: [
      exchange({ path: '/groups/x/automationConfig', body: { a: null } }), refused({ detail: null }), exchange({ text: '{}' }),
      list({ totalCount: 0, results: [] }),
    ],
  },
  'response.units-in-names': {
    keep: [teamAnswer({ uptimeMsec: 5 }), teamAnswer({ systemInfo: { memSizeMB: 5 } }), teamAnswer({ snapshotRetentionDays: 2 })],
    break: [
      teamAnswer({ uptime: 5 }), teamAnswer({ systemInfo: { memSize: 5 } }), teamAnswer({ lastDataSize: 0 }),
      list({ results: [team({ snapshotInterval: 6 })] }),
    ],
    silent: [teamAnswer({ port: 27017, numCores: 2 }), teamAnswer({ uptime: 'long' })],
  },
  'link.array-of-rel-and-href': {
    keep: [teamAnswer(), list(), list({ totalCount: 0, results: [] })],
    break: [
      teamAnswer({ links: { self: base } }), teamAnswer({ links: [{ rel: 'self' }] }), teamAnswer({ links: [base] }),
      list({ results: [team({ links: [{ href: base }] })] }), list({ links: [{ rel: 1, href: base }] }),
    ],
    silent: [refused(), exchange({ path: '/groups/x/automationStatus', body: { goalVersion: 1 } }), exchange({ text: '{}' })],
  },
  'link.every-entity-has-self': {
    keep: [teamAnswer(), exchange({ path: '', body: { links: [self('')] } }), teamAnswer({}, { method: 'POST', status: 201 })],
    break: [
      teamAnswer({ links: [] }), teamAnswer({ links: undefined }),
      exchange({ path: '/groups/x?envelope=true', body: { status: 200, content: team({ links: [] }) } }),
    ],
    silent: [
      list(), exchange({ method: 'DELETE', text: '{}' }), exchange({ method: 'DELETE', status: 204 }),
      exchange({ path: '/groups/x/automationConfig', body: { version: 1 } }),
      exchange({ path: '/groups/x/automationStatus', body: { goalVersion: 1 } }),
      exchange({ path: '/alertConfigs/matchers/fieldNames', body: ['HOSTNAME'] }),
      exchange({ method: 'POST', path: '/groups/x/logCollectionJobs', status: 201, body: { id } }), refused(),
    ],
  },
  'link.self-is-own-url': {
    keep: [
      teamAnswer(), list(), teamAnswer({}, { method: 'POST', path: '/orgs/x/teams', status: 201 }),
      // Resources that hang under several parents, or are asked for by another name.
      exchange({ path: `/groups/y/users`, body: { totalCount: 1, results: [{ id, username: 'a', links: [self(`/users/${id}`)] }], links: [] } }),
      exchange({ path: `/groups/y/hosts/byName/db:1`, body: { id: 'h1', links: [self('/groups/y/hosts/h1')] } }),
      exchange({ path: '/orgs/x/invoices/pending', body: { id, links: [self(`/orgs/x/invoices/${id}`)] } }),
      exchange({ path: '/users/x/accessList', body: { totalCount: 1, results: [{ cidrBlock: '10.0.0.0/8', links: [self('/users/x/accessList/10.0.0.0%2F8')] }], links: [] } }),
      exchange({ path: '/groups/y/teams', body: { totalCount: 1, results: [{ teamId: id, roleNames: [], links: [self(`/groups/y/teams/${id}`)] }], links: [] } }),
      // A list does not tell where its entities are; only following the link would.
      list({ results: [team({ links: [self(`/orgs/x/team/${id}`)] })] }),
    ],
    break: [
      teamAnswer({ links: [self(`/orgs/x/team/${id}`)] }), teamAnswer({ links: [self('/orgs/x/teams')] }),
      teamAnswer({}, { method: 'PATCH', path: '/orgs/x/teams/other' , body: team({ id: 'other' }) }),
      list({ results: [team(), team({ id: 'f'.repeat(24) })] }),
      teamAnswer({ links: [self('/orgs/x/teams')] }, { method: 'POST', path: '/orgs/x/teams', status: 201 }),
    ],
    silent: [
      teamAnswer({ links: [] }), refused(), exchange({ path: '/nothing/known', body: { id, links: [self('/x')] } }),
    ],
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
      teamAnswer({ links: [] }), list({ results: [] }),
      exchange({ path: '/groups/x/agentapikeys', body: [{ _id: 'a' }] }),
      exchange({ path: '/groups/x/agents/MONITORING', body: { results: [{ typeName: 'MONITORING' }], totalCount: 1, links: [] } }),
    ],
  },
  'list.shape': {
    keep: [
      list(), list({ totalCount: 0, results: [] }), list({ status: 200 }, { path: '/orgs/x/teams?envelope=true' }),
      list({ totalCount: undefined }, { path: '/orgs/x/teams?includeCount=false' }),
    ],
    break: [
      list({ totalCount: undefined }), list({ totalCount: '1' }), list({ results: {} }), list({ links: undefined }),
      list({ results: undefined }), exchange({ path: '/groups', body: [team()] }),
    ],
    silent: [
      teamAnswer(), refused(), exchange({ path: '/alertConfigs/matchers/fieldNames', body: ['HOSTNAME'] }),
      exchange({ path: '/groups/x/agentapikeys', body: [] }),
    ],
  },
  'envelope.off-by-default': {
    keep: [teamAnswer(), list(), refused(), teamAnswer({ status: 'OPEN' }), teamAnswer({}, { path: '/groups/x?envelope=false' })],
    break: [exchange({ body: { status: 200, content: team() } }), list({ status: 200 })],
    silent: [exchange({ path: '/groups/x?envelope=true', body: { status: 200, content: team() } }), exchange()],
  },
  'pretty.compact-by-default': {
    keep: [teamAnswer({ name: 'with  blanks\n' }), refused(), exchange({ text: '{"a":1}\n' }), exchange({ path: '/x?pretty=false', text: '{}' })],
    break: [exchange({ text: '{ "a":1}' }), exchange({ text: '{"a": 1}' }), exchange({ text: JSON.stringify(error(), null, 2), status: 404 })],
    silent: [
      exchange({ path: '/groups?pretty=true', text: '{ }' }), exchange({ text: '' }), exchange({ text: 'no json' }),
      exchange({ status: 401, text: JSON.stringify(login, null, 2), headers: [json, good] }),
      exchange({ status: 401, text: JSON.stringify({ ...login, errorCode: 'UNEXPECTED_ERROR' }, null, 2), caller: 'nobody' }),
    ],
  },
  'status.no-server-error': {
    keep: [
      list(), exchange({ path: '/groups', status: 501 }), exchange({ path: '/groups', status: 404 }),
      exchange({ path: '/groups?pageNum=20000', status: 500, body: error({ error: 500, errorCode: 'TIMEOUT_WHILE_PAGING' }) }),
    ],
    break: [exchange({ path: '/groups', status: 500 }), exchange({ path: '/groups?itemsPerPage=500', status: 503, body: error({ error: 503 }) })],
    silent: [
      exchange({ path: '/nothing', status: 500 }), exchange({ path: '/groups?itemsPerPage=0', status: 500 }),
      exchange({ path: '/groups', status: 503, text: '<html>' }),
    ],
  },
  'status.accepted-only-for-writes': {
    keep: [exchange({ method: 'POST', status: 202 }), teamAnswer(), exchange({ method: 'DELETE', status: 202 })],
    break: [teamAnswer({}, { status: 202 }), exchange({ method: 'HEAD', status: 202 })],
    silent: [refused()],
  },
  'error.five-fields': {
    keep: [
      refused(), refused({ extra: 1 }), refused({ error: 401, errorCode: 'NOT_IN_GROUP' }, { status: 401 }),
      exchange({ path: '/x?envelope=true', body: { status: 404, content: error() } }),
    ],
    break: [
      refused({ detail: undefined }), refused({ error: '404' }), refused({ errorCode: undefined }), refused({ parameters: null }),
      refused({ parameters: {} }), refused({ reason: 5 }), exchange({ status: 404 }), exchange({ status: 404, text: '<html>' }),
      exchange({ status: 404, body: [error()] }), refused({ error: 401, errorCode: 'NOT_IN_GROUP', parameters: undefined }, { status: 401 }),
      exchange({ path: '/x?envelope=true', body: { status: 404, content: error({ reason: undefined }) } }),
      // No challenge: somebody was let in, and refused something by the API.
      signed(exchange({ status: 401, body: login })), signed(exchange({ status: 401, body: { ...login, errorCode: 'UNEXPECTED_ERROR' } })),
    ],
    silent: [
      teamAnswer(), exchange({ status: 401, kind: 'challenge', headers: [good] }), exchange({ method: 'HEAD', status: 404 }),
      exchange({ status: 405 }), exchange({ status: 405, text: '<html>' }), exchange({ status: 503, text: 'later' }),
      exchange({ status: 405, body: { detail: '', error: 405, reason: 'Method Not Allowed' } }),
      // Refused logins have four fields on the service behind Cloud Manager, and three on old versions of Ops Manager.
      exchange({ status: 401, body: { ...login, errorCode: 'UNEXPECTED_ERROR' }, headers: [json, good] }),
      exchange({ status: 401, body: login, headers: [json, good] }), exchange({ status: 401, text: '<html>' }),
      signed(exchange({ status: 401, body: login, headers: [] })), exchange({ status: 401, body: login }),
      signed(exchange({ status: 401, body: login, headers: [json, good] })), signed(exchange({ status: 401, text: '<html>' })),
      exchange({ status: 500, body: { ...login, error: 500, errorCode: 'UNEXPECTED_ERROR' } }), exchange({ status: 500, text: '' }),
    ],
  },
  'error.error-is-http-status': {
    keep: [refused(), exchange({ path: '/x?envelope=true', body: { status: 404, content: error() } })],
    break: [refused({ error: 400 }), exchange({ path: '/x?envelope=true', body: { status: 400, content: error() } })],
    silent: [
      refused({ error: '404' }), teamAnswer(), refused({ error: 400 }, { status: 500 }),
      exchange({ status: 401, body: { ...login, error: 403 }, headers: [json, good] }),
    ],
  },
  'error.reason-phrase': {
    keep: [
      refused(), refused({ reason: 'not found' }), refused({ reason: 'Payload Too Large' }, { status: 413 }),
      refused({ reason: 'Request Entity Too Large' }, { status: 413 }), refused({ reason: 'Content Too Large' }, { status: 413 }),
    ],
    break: [refused({ reason: 'Bad Request' }), refused({ reason: '' })],
    silent: [refused({ reason: 5 }), refused({}, { status: 499 })],
  },
  'error.code-is-upper-snake': {
    keep: [refused(), refused({ errorCode: 'SOMETHING_NEW_2' })],
    break: [refused({ errorCode: 'ResourceNotFound' }), refused({ errorCode: '' }), refused({ errorCode: 'RESOURCE-NOT-FOUND' })],
    silent: [refused({ errorCode: 5 }), exchange({ status: 401, body: login })],
  },
  'error.parameters-are-strings': {
    keep: [refused(), refused({ parameters: [] })],
    break: [refused({ parameters: [5] }), refused({ parameters: ['/x', null] })],
    silent: [refused({ parameters: 'x' }), exchange({ status: 401, body: login })],
  },
  'error.detail-is-readable': {
    keep: [refused(), exchange({ status: 401, body: login })],
    break: [refused({ detail: 'No host <HOST-ID>.' }), refused({ detail: 'No host %s.' })],
    silent: [refused({ detail: 5 }), exchange({ status: 404, text: '<ID>' }), teamAnswer({ name: '<ID>' })],
  },
  'error.no-secret-or-trace': {
    keep: [refused(), exchange({ status: 502, text: '<html>Bad Gateway</html>' })],
    break: [
      refused({}, { secrets: ['the private key of main'] }),
      refused({ detail: 'Oops\n\tat com.xgen.svc.Api.get(Api.java:17)' }),
      refused({ detail: 'java.lang.NullPointerException' }),
      refused({ detail: 'Traceback (most recent call last):\n  File "a.py", line 1' }),
      exchange({ status: 500, text: 'Error\n    at handler (/srv/app/index.js:1:2)' }),
    ],
    silent: [exchange({ status: 404 }), teamAnswer({}, { secrets: ['the private key of main'] })],
  },
};

function judgeOf(wanted: string) {
  return standingJudges.find(({ requirement }) => requirement === wanted)?.judge ?? assert.fail(wanted);
}

describe('standing judges', () => {
  test('each has its examples', () => {
    assert.deepEqual(Object.keys(standing).toSorted(), standingJudges.map(({ requirement }) => requirement).toSorted());
  });
  for (const { requirement, judge } of standingJudges) {
    const { keep = [], break: broken = [], silent = [] } = standing[requirement] ?? {};
    keep.forEach((one, n) => test(`${requirement}: keeps ${n}`, () => passes(judge(one))));
    broken.forEach((one, n) => test(`${requirement}: breaks ${n}`, () => fails(judge(one))));
    silent.forEach((one, n) => test(`${requirement}: silent ${n}`, () => seesNothing(judge(one))));
    test(`${requirement}: an exchange without an answer says nothing`, () => {
      seesNothing(judge({ ...exchange(), response: null, fault: 'connection refused' }));
    });
  }
  test('what is not documented is told, not faulted', () => {
    passesWithFinding(judgeOf('error.code-is-upper-snake')(refused({ errorCode: 'SOMETHING_NEW' })));
    passesWithFinding(judgeOf('error.parameters-are-strings')(refused({ parameters: ['/y'] })));
    passesWithFinding(judgeOf('error.five-fields')(exchange({ status: 405, text: '<html>' })));
  });
});
