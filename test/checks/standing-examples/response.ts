import { error, exchange, good, id, json, list, login, refused, team, teamAnswer } from '../../support/made-exchanges.ts';
import { dateExamples } from './agreement.ts';
import type { Examples } from './examples.ts';

/** Of what is claimed of how answers are written. */
export const responseExamples: Examples = {
  'request.bson-timestamps': {
    keep: [
      teamAnswer({ created: { date: '2018-09-27T16:00-04:00', increment: 3 } }),
      teamAnswer({ parts: [{ tokenTimestamp: { date: 1538064000, increment: 0 } }] }),
    ],
    break: [
      teamAnswer({ created: { date: 'now', increment: 3 } }),
      teamAnswer({ created: { date: 5, increment: '3' } }),
      teamAnswer({ lastOplogAppliedTimestamp: { date: 5 } }),
    ],
    silent: [teamAnswer(), teamAnswer({ date: '2018' })],
  },
  'response.content-type-json': {
    keep: [
      exchange({ text: '{"id":"caf\uFFFD"}' }),
      teamAnswer(),
      teamAnswer({}, { headers: [['content-type', 'Application/JSON;charset=ISO-8859-1']] }),
      refused(),
      exchange({ status: 405, body: error({ error: 405 }) }),
    ],
    break: [
      teamAnswer({}, { headers: [['Content-Type', 'text/plain']] }),
      teamAnswer({}, { headers: [] }),
      exchange({ status: 404, text: '<html>', headers: [['Content-Type', 'text/html']] }),
      exchange({ text: '{"id":"1"' }),
      exchange({ text: '{"id":"1"}\n--' }),
      exchange({ text: '\uFEFF{"id":"1"}' }),
      exchange({ text: '{"id":"caf\uFFFD"}', notUtf8: true }),
    ],
    silent: [
      exchange({ status: 204 }),
      exchange({ status: 200, text: '' }),
      exchange({ method: 'HEAD', headers: [] }),
      exchange({ status: 405, text: '<html>', headers: [['Content-Type', 'text/html']] }),
      exchange({ status: 502, text: 'Bad Gateway', headers: [['Content-Type', 'text/html']] }),
      exchange({ status: 302, text: 'moved', headers: [['Content-Type', 'text/html']] }),
      exchange({ path: '/groups/x/logCollectionJobs/y/download', text: 'gz', headers: [['Content-Type', 'application/gzip']] }),
    ],
  },
  'response.dates-in-utc': {
    keep: [
      teamAnswer({ created: '2018-09-27T16:00:00Z' }),
      teamAnswer({ updated: '2018-09-27T16:00:00.5+00:00' }),
      teamAnswer({ startDate: '2018-09-27' }),
      list({ results: [team({ seenOn: '2018-09-27T16:00:00Z' })] }),
      ...dateExamples.keep,
    ],
    break: [
      teamAnswer({ created: '2018-09-27T16:00:00-04:00' }),
      teamAnswer({ created: '2018-09-27T16:00:00' }),
      teamAnswer({ lastPing: 1538064000 }),
      teamAnswer({ updated: 'Thu Sep 27 2018' }),
      teamAnswer({ anything: '2018-09-27T16:00:00+02:00' }),
      list({ results: [team({ created: 1538064000000 })] }),
      teamAnswer({}, { path: `/orgs/x/teams/${id}?envelope=true`, body: { status: 200, content: team({ created: 7 }) } }),
      ...dateExamples.break,
    ],
    silent: [
      teamAnswer(),
      teamAnswer({ name: '2018-09-27T16:00:00-04:00' }),
      teamAnswer({ created: { date: 5, increment: 1 } }),
      exchange({ path: '/groups/x/agentapikeys', body: [{ _id: 'a', createdTime: 1538064000000, created: 1 }] }),
      exchange({ path: '/groups/x/logCollectionJobs/y', body: { expirationDate: 1538064000 } }),
      exchange({ path: '/groups/x/automationConfig', body: { created: 5 } }),
      refused({ created: 5 }),
    ],
  },
  'response.no-null': {
    keep: [
      teamAnswer(),
      list(),
      exchange({ path: '/groups/x/hosts/y/measurements', body: { measurements: [{ dataPoints: [{ value: null }] }] } }),
    ],
    break: [
      teamAnswer({ name: null }),
      list({ results: [null] }),
      teamAnswer({ deep: [{ a: { b: null } }] }),
      list({ links: null }),
      exchange({ path: '/groups/x/hosts/y/measurements', body: { measurements: [{ dataPoints: [{ timestamp: null }] }] } }),
    ],
    silent: [
      exchange({ path: '/groups/x/automationConfig', body: { a: null } }),
      refused({ detail: null }),
      exchange({ text: '{}' }),
      list({ totalCount: 0, results: [] }),
    ],
  },
  'response.units-in-names': {
    keep: [teamAnswer({ uptimeMsec: 5 }), teamAnswer({ systemInfo: { memSizeMB: 5 } }), teamAnswer({ snapshotRetentionDays: 2 })],
    break: [
      teamAnswer({ uptime: 5 }),
      teamAnswer({ systemInfo: { memSize: 5 } }),
      teamAnswer({ lastDataSize: 0 }),
      list({ results: [team({ snapshotInterval: 6 })] }),
    ],
    silent: [teamAnswer({ port: 27017, numCores: 2 }), teamAnswer({ uptime: 'long' })],
  },
  'envelope.off-by-default': {
    keep: [teamAnswer(), list(), refused(), teamAnswer({ status: 'OPEN' }), teamAnswer({}, { path: '/groups/x?envelope=false' })],
    break: [exchange({ body: { status: 200, content: team() } }), list({ status: 200 })],
    silent: [exchange({ path: '/groups/x?envelope=true', body: { status: 200, content: team() } }), exchange()],
  },
  'pretty.compact-by-default': {
    keep: [
      teamAnswer({ name: 'with  blanks\n' }),
      refused(),
      exchange({ text: '{"a":1}\n' }),
      exchange({ path: '/x?pretty=false', text: '{}' }),
    ],
    break: [
      exchange({ text: '{ "a":1}' }),
      exchange({ text: '{"a": 1}' }),
      exchange({ text: JSON.stringify(error(), null, 2), status: 404 }),
    ],
    silent: [
      exchange({ path: '/groups?pretty=true', text: '{ }' }),
      exchange({ text: '' }),
      exchange({ text: 'no json' }),
      exchange({ status: 401, text: JSON.stringify(login, null, 2), headers: [json, good] }),
      exchange({ status: 401, text: JSON.stringify({ ...login, errorCode: 'UNEXPECTED_ERROR' }, null, 2), caller: 'nobody' }),
    ],
  },
  'status.no-server-error': {
    keep: [
      list(),
      exchange({ path: '/groups', status: 501 }),
      exchange({ path: '/groups', status: 404 }),
      exchange({ path: '/groups?pageNum=20000', status: 500, body: error({ error: 500, errorCode: 'TIMEOUT_WHILE_PAGING' }) }),
    ],
    break: [
      exchange({ path: '/groups', status: 500 }),
      exchange({ path: '/groups?itemsPerPage=500', status: 503, body: error({ error: 503 }) }),
    ],
    silent: [
      exchange({ path: '/nothing', status: 500 }),
      exchange({ path: '/groups?itemsPerPage=0', status: 500 }),
      exchange({ path: '/groups', status: 503, text: '<html>' }),
    ],
  },
  'status.accepted-only-for-writes': {
    keep: [exchange({ method: 'POST', status: 202 }), teamAnswer(), exchange({ method: 'DELETE', status: 202 })],
    break: [teamAnswer({}, { status: 202 }), exchange({ method: 'HEAD', status: 202 })],
    silent: [refused()],
  },
};
