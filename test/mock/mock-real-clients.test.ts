import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorize, base, freshNonce, refused, request, say, setUp } from '../support/mock-caller.ts';
import { metrics as alertMetrics } from '../../src/mock/rules/alert-rules.ts';
import { accessListWord } from '../../src/contract/products.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import type { Document } from '../support/mock-caller.ts';

const now = () => Date.parse('2026-03-04T05:06:07Z');

test('log jobs take their words in any case, and a span of time', async () => {
  const { ask, group, first } = setUp({ now });
  const { clusterName: resourceName } = await first(`${group}/clusters`);
  const job = { redacted: true, sizeRequestedPerFileBytes: 1_000, resourceName, logTypes: ['mongodb', 'Ftdc'] };
  const span = { logCollectionFromDate: 1_700_000_000_000, logCollectionToDate: 1_700_000_100_000 };
  const made = await ask('POST', `${group}/logCollectionJobs`, { ...job, ...span, resourceType: 'cluster' });
  assert.equal(made.status, 201, made.text);
  const { json } = await ask('GET', `${group}/logCollectionJobs/${String(made.json['id'])}`);
  assert.deepEqual([json['resourceType'], json['logTypes']], ['CLUSTER', ['MONGODB', 'FTDC']]);
  assert.deepEqual(
    [json['logCollectionFromDate'], json['logCollectionToDate']],
    [span.logCollectionFromDate, span.logCollectionToDate],
  );
  refused(await ask('POST', `${group}/logCollectionJobs`, { ...job, resourceType: 'x' }), 400, 'MISSING_OR_INVALID_ATTRIBUTE');
  refused(
    await ask('POST', `${group}/logCollectionJobs`, { ...job, resourceType: 'Cluster', logTypes: ['x'] }),
    400,
    'INVALID_ENUM_VALUE',
  );
});

for (const at of ['group', 'org'] as const) {
  test(`invitations to a ${at} are an array, are found by name, and change`, async () => {
    const all = setUp();
    const { ask } = all;
    const path = `${all[at]}/invites`;
    const [reader, admin] = at === 'group' ? ['GROUP_READ_ONLY', 'GROUP_OWNER'] : ['ORG_READ_ONLY', 'ORG_OWNER'];
    const names = ['a@example.com', 'b@example.com'];
    for (const username of names) assert.equal((await ask('POST', path, { username, roles: [reader] })).status, 200);
    const list = (await ask('GET', path)).json as unknown as Document[];
    assert.deepEqual(Array.isArray(list) && list.map(({ username }) => username), names);
    const [only, ...others] = (await ask('GET', `${path}?username=b@example.com`)).json as unknown as Document[];
    assert.deepEqual([only?.['username'], others], ['b@example.com', []]);
    const self = `${path}/${String(only?.['id'])}`;
    assert.deepEqual((await ask('PATCH', self, { roles: [admin] })).json['roles'], [admin]);
    assert.deepEqual((await ask('PATCH', path, { username: 'b@example.com', roles: [reader] })).json['roles'], [reader]);
    assert.deepEqual((await ask('GET', self)).json['roles'], [reader]);
    refused(await ask('PATCH', self, { username: 'c@example.com' }), 400, 'ATTRIBUTE_READ_ONLY');
    refused(await ask('PATCH', self, { roles: ['x'] }), 400, 'INVALID_ENUM_VALUE');
    refused(await ask('PATCH', path, { username: 'c@example.com', roles: [reader] }), 404, 'RESOURCE_NOT_FOUND');
    assert.equal((await ask('DELETE', self)).status, 200);
    refused(await ask('GET', self), 404, 'RESOURCE_NOT_FOUND');
    const inLists = setUp({ forms: ['invitations-in-lists'] });
    assert.equal((await inLists.ask('GET', `${inLists[at]}/invites`)).json['totalCount'], 0);
  });
}

test('an invitation to an organization names teams of it', async () => {
  const { ask, org, first } = setUp();
  const { id } = await first(`${org}/teams`);
  const draft = { username: 'a@example.com', roles: ['ORG_MEMBER'], teamIds: [id] };
  assert.deepEqual((await ask('POST', `${org}/invites`, draft)).json['teamIds'], [id]);
  const unknown = 'f'.repeat(24);
  refused(await ask('POST', `${org}/invites`, { ...draft, teamIds: [unknown] }), 404, 'TEAM_NOT_FOUND');
});

test('a restore goes back to what newer clients name', async () => {
  const { ask, group, first } = setUp({ now });
  const sharded = await first(`${group}/clusters`, ({ typeName }) => typeName === 'SHARDED_REPLICA_SET');
  const checkpoint = await first(`${group}/clusters/${String(sharded['id'])}/checkpoints`);
  const delivery = { methodName: 'HTTP' };
  const restore = async (body: Document) =>
    ask('POST', `${group}/clusters/${String(sharded['id'])}/restoreJobs`, { delivery, ...body });
  const timestampOf = (json: Document): Document => (json['results'] as Document[])[0]?.['timestamp'] as Document;
  const byCheckpoint = await restore({ checkPointId: checkpoint['id'] });
  assert.deepEqual([byCheckpoint.status, timestampOf(byCheckpoint.json)['date']], [200, checkpoint['timestamp']]);
  const at = Date.parse(String(checkpoint['timestamp']));
  const byTime = await restore({ pointInTimeUTCMillis: at + 5 });
  assert.deepEqual([byTime.status, timestampOf(byTime.json)['date']], [200, checkpoint['timestamp']], byTime.text);
  for (const oplogTs of [at / 1000, String(at / 1000)]) {
    const byOplog = await restore({ oplogTs, oplogInc: 7 });
    assert.deepEqual([byOplog.status, timestampOf(byOplog.json)], [200, { date: checkpoint['timestamp'], increment: 7 }]);
  }
  for (const wrong of [{ oplogTs: 'x' }, { pointInTimeUTCMillis: -1 }, { pointInTimeUTCMillis: 9e15 }, { oplogTs: 5e9 }]) {
    refused(await restore(wrong), 400, 'INVALID_JSON_ATTRIBUTE');
  }
});

test('projects and users take what clients send with them', async () => {
  const { ask, mock } = setUp();
  const { orgId } = mock.identity;
  assert.equal((await ask('POST', '/groups', { name: 'quiet', orgId, withDefaultAlertsSettings: false })).status, 201);
  const user = {
    username: 'new@example.com',
    password: 'Pass1234word',
    emailAddress: 'new@example.com',
    firstName: 'N',
    lastName: 'E',
    mobileNumber: '1',
    country: 'IE',
    roles: [{ roleName: 'ORG_MEMBER', orgId }],
  };
  const made = await ask('POST', '/users', user);
  assert.deepEqual([made.status, made.json['country']], [201, 'IE'], made.text);
});

test('a block of addresses is found with its slash as it is', async () => {
  const { ask, org, first, mock } = setUp();
  const { id } = await first(`${org}/apiKeys`);
  const list = `${org}/apiKeys/${String(id)}/${accessListWord(mock.identity.dialect)}`;
  assert.equal((await ask('POST', list, [{ cidrBlock: '10.1.0.0/16' }])).status, 200);
  assert.equal((await ask('GET', `${list}/10.1.0.0/16`)).json['cidrBlock'], '10.1.0.0/16');
  assert.equal((await ask('GET', `${list}/10.1.0.0%2F16`)).status, 200);
  assert.equal((await ask('DELETE', `${list}/10.1.0.0/16`)).status, 200);
  refused(await ask('GET', `${list}/10.1.0.0/16`), 404, 'API_KEY_ACCESS_LIST_NOT_FOUND');
});

test('every metric that alert configurations know is measured', async () => {
  const { ask, group, first } = setUp({ now });
  const { id } = await first(`${group}/hosts`, ({ lastPing }) => lastPing !== undefined);
  const path = `${group}/hosts/${String(id)}`;
  assert.ok(alertMetrics.length > 15);
  for (const name of alertMetrics) {
    const query = `measurements?granularity=PT1H&period=P1D&m=${name}`;
    const at =
      name.startsWith('DB_DATA') || name.startsWith('DB_STORAGE') ? `${path}/databases/shop/${query}` : `${path}/${query}`;
    const { status, json } = await ask('GET', at);
    assert.deepEqual([status, (json['measurements'] as Document[] | undefined)?.[0]?.['name']], [200, name], at);
  }
});

test('a digest of the path alone opens a query where that form is asked for, and no other path', async () => {
  const target = `${base}/groups?pretty=true`;
  for (const [forms, uri, status] of [
    [[], target, 200],
    [[], `${base}/groups`, 401],
    [['digest-of-the-path-alone'], `${base}/groups`, 200],
    [['digest-of-the-path-alone'], target, 200],
    [['digest-of-the-path-alone'], `${base}/orgs`, 401],
    [['digest-of-the-path-alone'], `${base}/groups?pretty=false`, 401],
  ] as const) {
    const mock = createMock({ forms });
    const authorization = authorize('GET', target, { ...mock.identity, nonce: await freshNonce(mock), uri });
    const said = await say(mock, request('GET', target, { headers: { authorization } }));
    assert.equal(said.status, status, `${forms.join()} ${uri}`);
  }
});
