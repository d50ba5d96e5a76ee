import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storeKinds } from '../../src/mock/world/administration.ts';
import { callerOf, refused, setUp } from '../support/mock-caller.ts';
import type { Document } from '../support/mock-caller.ts';

test('features of a project are left to another system', async () => {
  const { ask, group, mock } = setUp();
  const path = `${group}/controlledFeature`;
  assert.deepEqual((await ask('GET', path)).json, { policies: [] });
  const { policies } = (await ask('GET', '/groups/availablePolicies')).json as { policies: { policy: string }[] };
  assert.ok(policies.some(({ policy }) => policy === 'EXTERNALLY_MANAGED_LOCK'));
  const sent = {
    externalManagementSystem: { name: 'operator', version: '1', systemId: null },
    policies: policies.map(({ policy }) => ({ policy, disabledParams: null })),
  };
  const put = await ask('PUT', path, sent);
  assert.equal(put.status, 200, put.text);
  const { json } = await ask('GET', path);
  assert.deepEqual([json['policies'], json['externalManagementSystem']], [policies, { name: 'operator', version: '1' }]);
  refused(await ask('PUT', path, { policies: [{ policy: 'NONE_SUCH' }] }), 400, 'INVALID_ENUM_VALUE');
  refused(await callerOf(mock, mock.identity.callers.readOnly)('PUT', path, sent), 401, 'USER_UNAUTHORIZED');
});

test('the clusters of all projects are listed, of those that a caller sees', async () => {
  const { ask, mock, group, first } = setUp();
  const own = await first('/clusters', ({ groupId }) => group.endsWith(String(groupId)));
  const clusters = own['clusters'] as Document[];
  const names = new Set((await ask('GET', `${group}/clusters`)).json['results'] as Document[]);
  assert.ok(clusters.length > 0 && clusters.length < names.size);
  assert.ok(clusters.every(({ name, nodeCount }) => typeof name === 'string' && typeof nodeCount === 'number'));
  const stranger = callerOf(mock, mock.identity.callers.outsider);
  assert.equal((await stranger('GET', '/clusters')).json['totalCount'], 0);
});

test('servers are counted, and count as what is set for the project or else the organization', async () => {
  const { ask, group, org, mock } = setUp();
  const { projectId, orgId } = mock.identity;
  const ofProject = `/usage/groups/${projectId}`;
  const ofOrg = `/usage/organizations/${orgId}`;
  const hosts = (await ask('GET', `${group}/hosts`)).json['totalCount'];
  assert.equal((await ask('GET', `${ofProject}/hosts`)).json['totalCount'], hosts);
  assert.ok(Number((await ask('GET', `${ofOrg}/hosts`)).json['totalCount']) >= Number(hosts));
  assert.equal((await ask('PUT', `${ofOrg}/defaultServerType`, { serverType: { name: 'TEST_SERVER' } })).status, 200);
  const typed = async (): Promise<unknown> =>
    ((await ask('GET', `${ofProject}/hosts`)).json['results'] as Document[])[0]?.['serverType'];
  assert.deepEqual(await typed(), { label: 'Test Server', name: 'TEST_SERVER' });
  assert.equal(
    (await ask('PUT', `${ofProject}/defaultServerType`, { serverType: { name: 'RAM_POOL', label: 'x' } })).status,
    200,
  );
  assert.deepEqual(await typed(), { label: 'RAM Pool', name: 'RAM_POOL' });
  assert.deepEqual((await ask('GET', `${ofProject}/defaultServerType`)).json['serverType'], await typed());
  assert.equal((await ask('POST', '/usage/dailyCapture')).status, 200);
  assert.ok(Number((await ask('GET', '/usage/assignments')).json['totalCount']) >= Number(hosts));
  assert.equal((await ask('GET', '/usage/report')).headers['Content-Type'], 'application/gzip');
  const reader = callerOf(mock, mock.identity.callers.readOnly);
  refused(await reader('GET', '/usage/assignments'), 401, 'USER_UNAUTHORIZED');
  assert.equal((await ask('GET', org)).status, 200);
});

test('the performance advisor knows a process by its id and by host and port', async () => {
  const { ask, group, first } = setUp();
  const host = await first(`${group}/hosts`, ({ lastPing }) => lastPing !== undefined);
  for (const name of [String(host['id']), `${String(host['hostname'])}:${String(host['port'])}`]) {
    const path = `${group}/hosts/${name}/performanceAdvisor`;
    assert.ok(((await ask('GET', `${path}/namespaces`)).json['namespaces'] as unknown[]).length > 0);
    assert.deepEqual((await ask('GET', `${path}/slowQueryLogs`)).json, { slowQueries: [] });
    assert.deepEqual((await ask('GET', `${path}/suggestedIndexes`)).json, { shapes: [], suggestedIndexes: [] });
  }
  refused(await ask('GET', `${group}/hosts/x:1/performanceAdvisor/namespaces`), 404, 'HOST_NOT_FOUND');
  assert.equal((await ask('GET', `${group}/diagnostics`)).headers['Content-Type'], 'application/gzip');
});

test('global keys are made, used, changed and removed', async () => {
  const { ask, mock } = setUp();
  const made = await ask('POST', '/admin/apiKeys', { desc: 'operator', roles: ['GLOBAL_OWNER'] });
  assert.equal(made.status, 200, made.text);
  const keys = { publicKey: String(made.json['publicKey']), privateKey: String(made.json['privateKey']) };
  const self = `/admin/apiKeys/${String(made.json['id'])}`;
  const other = callerOf(mock, keys);
  const shown = (await other('GET', self)).json;
  assert.deepEqual([shown['desc'], shown['roles']], ['operator', [{ roleName: 'GLOBAL_OWNER' }]]);
  assert.notEqual(shown['privateKey'], keys.privateKey);
  assert.equal((await ask('PATCH', self, { ...shown, desc: 'new' })).json['desc'], 'new');
  assert.equal((await ask('GET', '/admin/apiKeys')).json['totalCount'], 1);
  refused(await ask('POST', '/admin/apiKeys', { desc: 'x', roles: ['ORG_OWNER'] }), 400, 'INVALID_ENUM_VALUE');
  assert.equal((await ask('DELETE', self)).status, 200);
  refused(await ask('GET', self), 400, 'API_KEY_NOT_FOUND');
  assert.equal((await other('GET', '/groups')).status, 401);
});

for (const word of ['whitelist', 'accessList']) {
  test(`the list of the whole service is /admin/${word}`, async () => {
    const { ask } = setUp();
    const path = `/admin/${word}`;
    const made = await ask('POST', path, { cidrBlock: '10.0.0.0/8', description: 'inside' });
    assert.deepEqual([made.status, made.json['cidrBlock']], [200, '10.0.0.0/8'], made.text);
    refused(await ask('POST', path, { cidrBlock: '10.0.0.0/8', description: '' }), 400, 'DUPLICATE_GLOBAL_WHITELIST_ENTRY');
    refused(await ask('POST', path, { cidrBlock: 'x' }), 400, 'INVALID_IP_ADDRESS_OR_CIDR_NOTATION');
    const self = `${path}/${String(made.json['id'])}`;
    assert.equal((await ask('GET', self)).json['description'], 'inside');
    assert.equal((await ask('DELETE', self)).status, 200);
    refused(await ask('GET', self), 404, 'RESOURCE_NOT_FOUND');
  });
}

for (const kind of storeKinds) {
  test(`stores of ${kind} are made, changed and removed`, async () => {
    const { ask, mock } = setUp();
    const path = `/admin/backup/${kind}`;
    const store = { id: 'my-store', uri: 'mongodb://db', labels: null, awsSecretKey: 'hidden', assignmentEnabled: true };
    const made = await ask('POST', path, store);
    assert.deepEqual([made.status, 'awsSecretKey' in made.json], [200, false], made.text);
    const self = `${path}/my-store`;
    const changed = await ask('PUT', self, { ...(await ask('GET', self)).json, assignmentEnabled: false });
    assert.deepEqual([changed.status, changed.json['assignmentEnabled']], [200, false], changed.text);
    assert.equal((await ask('GET', `${path}/`)).json['totalCount'], 1);
    refused(await ask('PUT', self, { ...store, id: 'other' }), 400, 'ATTRIBUTE_READ_ONLY');
    refused(await ask('PUT', `${path}/other`, store), 404, 'RESOURCE_NOT_FOUND');
    refused(await callerOf(mock, mock.identity.callers.readOnly)('GET', path), 401, 'USER_UNAUTHORIZED');
    assert.equal((await ask('DELETE', self)).status, 200);
    refused(await ask('GET', self), 404, 'RESOURCE_NOT_FOUND');
  });
}

test('backup daemons are made by being put, and projects have a place for their backups', async () => {
  const { ask, mock } = setUp();
  const path = '/admin/backup/daemon/configs/daemon.example.com';
  const head = `${path}/${encodeURIComponent('/head/')}`;
  refused(await ask('GET', head), 404, 'DAEMON_MACHINE_CONFIG_NOT_FOUND');
  const daemon = { machine: { machine: 'daemon.example.com', headRootDirectory: '/head/' }, assignmentEnabled: true };
  assert.equal((await ask('PUT', path, daemon)).status, 200);
  assert.deepEqual((await ask('GET', head)).json['machine'], daemon.machine);
  assert.equal((await ask('GET', '/admin/backup/daemon/configs')).json['totalCount'], 1);
  assert.equal((await ask('DELETE', path)).status, 200);
  const job = `/admin/backup/groups/${mock.identity.projectId}`;
  const { json } = await ask('GET', job);
  assert.equal((await ask('PUT', job, { ...json, labelFilter: ['a'] })).status, 200);
  assert.deepEqual((await ask('GET', job)).json['labelFilter'], ['a']);
});

test('a version manifest, the rotation of logs and a link to where an organization moves are taken', async () => {
  const { ask, group, org } = setUp();
  assert.equal((await ask('PUT', '/versionManifest', { updated: 1, versions: [] })).json['updated'], 1);
  for (const which of ['system', 'audit']) {
    const path = `${group}/automationConfig/${which}LogRotateConfig`;
    assert.equal((await ask('PUT', path, { sizeThresholdMB: 1000, timeThresholdHrs: 24 })).status, 200);
  }
  const link = `${org}/liveExport/migrationLink`;
  assert.equal((await ask('GET', `${link}/status`)).json['status'], 'EMPTY');
  assert.equal((await ask('POST', link, { linkToken: 'token' })).json['status'], 'SYNCED');
  assert.equal((await ask('GET', `${link}/status`)).json['status'], 'SYNCED');
  assert.equal((await ask('DELETE', link)).status, 200);
  assert.equal((await ask('GET', `${link}/status`)).json['status'], 'EMPTY');
});

test('what is not there is named by the path it was asked for at', async () => {
  const { ask, group, org } = setUp();
  const id = 'f'.repeat(24);
  for (const path of [`/admin/whitelist/${id}`, `${group}/invites/${id}`, `${org}/invites/${id}`]) {
    const answer = await ask('GET', path);
    refused(answer, 404, 'RESOURCE_NOT_FOUND');
    assert.deepEqual(answer.json['parameters'], [`/api/public/v1.0${path}`]);
  }
});
