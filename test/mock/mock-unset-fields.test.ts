import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refused, setUp } from '../support/mock-caller.ts';
import type { Document } from '../support/mock-caller.ts';

test('a field that is null counts as left out, at any depth', async () => {
  const { ask, group, org } = setUp();
  const host = { hostname: 'db0.example.com', port: 27_017, username: null, password: null, sslEnabled: null, clusterId: null };
  const made = await ask('POST', `${group}/hosts`, host);
  assert.deepEqual([made.status, made.json['authMechanismName'], 'username' in made.json], [201, 'NONE', false]);
  const config = {
    eventTypeName: 'HOST_DOWN',
    metricThreshold: null,
    threshold: null,
    notifications: [{ typeName: 'GROUP', emailEnabled: true, roles: null, username: null, teamId: null }],
  };
  const alertConfig = await ask('POST', `${group}/alertConfigs`, config);
  assert.equal(alertConfig.status, 201, alertConfig.text);
  assert.deepEqual(Object.keys((alertConfig.json['notifications'] as Document[])[0] ?? {}), ['emailEnabled', 'typeName']);
  refused(await ask('POST', `${org}/teams`, { name: 'x', usernames: null }), 400, 'MISSING_ATTRIBUTE');
  refused(await ask('POST', `${group}/alertConfigs`, { ...config, notifications: [null] }), 400, 'INVALID_JSON_ATTRIBUTE');
  const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  assert.ok((await ask('POST', `${group}/hosts`, deep)).status < 500);
});

test('a field that only the server sets may be empty in a create, and hold nothing', async () => {
  const { ask, group } = setUp();
  const empty = { id: '', created: '', links: [], groupId: null, uptimeMsec: 0, hidden: false, systemInfo: {} };
  const made = await ask('POST', `${group}/hosts`, { hostname: 'db1.example.com', port: 27_017, ...empty });
  assert.equal(made.status, 201, made.text);
  assert.match(String(made.json['id']), /^\w+$/);
  refused(await ask('POST', `${group}/hosts`, { hostname: 'h', port: 1, id: 'x' }), 400, 'ATTRIBUTE_READ_ONLY');
  const self = `${group}/hosts/${String(made.json['id'])}`;
  refused(await ask('PATCH', self, { id: '' }), 400, 'ATTRIBUTE_READ_ONLY');
  refused(await ask('PATCH', self, { ...made.json, id: 'x' }), 400, 'ATTRIBUTE_READ_ONLY');
});

test('an entity may be written back as its list shows it, with a change', async () => {
  const { ask, group, first } = setUp();
  const window = await ask('POST', `${group}/maintenanceWindows`, {
    startDate: '2040-01-01T00:00:00Z',
    endDate: '2040-01-02T00:00:00Z',
    alertTypeNames: ['HOST'],
    description: 'old',
  });
  assert.equal(window.status, 200);
  const listed = await first(`${group}/maintenanceWindows`, ({ id }) => id === window.json['id']);
  const path = `${group}/maintenanceWindows/${String(listed['id'])}`;
  const created = String(listed['created']).replace('Z', '+00:00');
  const changed = await ask('PATCH', path, { ...listed, created, description: 'new' });
  assert.deepEqual([changed.status, changed.json['description']], [200, 'new'], changed.text);
  const foreign = [{ href: 'http://127.0.0.1:8080/elsewhere', rel: 'self' }];
  refused(await ask('PATCH', path, { ...listed, links: foreign }), 400, 'ATTRIBUTE_READ_ONLY');
});

test('a state that is told by itself is an order, and one that is written back is none', async () => {
  const { ask, group, first } = setUp();
  const backup = await first(`${group}/backupConfigs`, ({ statusName }) => statusName === 'STARTED');
  const path = `${group}/backupConfigs/${String(backup['clusterId'])}`;
  refused(await ask('PATCH', path, { statusName: 'STARTED' }), 409, 'CANNOT_START_BACKUP_INVALID_STATE');
  assert.equal((await ask('PATCH', path, backup)).status, 200);
});

test('an automation configuration keeps what it does not know', async () => {
  const { ask, group } = setUp();
  const path = `${group}/automationConfig`;
  const { json: before } = await ask('GET', path);
  const newer = { mongotVersions: [{ name: '1.0.0' }], maintainedEnvoys: [], enableLocalConfigurationServer: false };
  assert.equal((await ask('PUT', path, { ...before, ...newer, sharding: null, ldap: null })).status, 200);
  const { json: after } = await ask('GET', path);
  for (const [name, value] of Object.entries(newer)) assert.deepEqual(after[name], value, name);
  assert.ok(!('ldap' in after) && !('sharding' in after));
});
