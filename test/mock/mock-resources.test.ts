import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refused, setUp } from '../support/mock-caller.ts';
import type { Document } from '../support/mock-caller.ts';

interface Life {
  readonly of: string;
  readonly collection: (at: { group: string; org: string }) => string;
  readonly body: Document;
  readonly change: Document;
  readonly created: number;
  readonly gone: readonly [number, string];
}

const notifications = [{ typeName: 'EMAIL', emailAddress: 'a@example.com', intervalMin: 5, delayMin: 0 }];

const lives: readonly Life[] = [
  {
    of: 'host',
    collection: ({ group }) => `${group}/hosts`,
    body: { hostname: 'a.example.com', port: 27_017 },
    change: { logsEnabled: true },
    created: 201,
    gone: [404, 'HOST_NOT_FOUND'],
  },
  {
    of: 'alert configuration',
    collection: ({ group }) => `${group}/alertConfigs`,
    body: {
      eventTypeName: 'HOST_DOWN',
      notifications,
    },
    change: { enabled: true },
    created: 201,
    gone: [404, 'ALERT_CONFIG_NOT_FOUND'],
  },
  {
    of: 'global alert configuration',
    collection: () => '/globalAlertConfigs',
    body: { eventTypeName: 'HOST_DOWN', forAllGroups: true, notifications },
    change: { enabled: true },
    created: 201,
    gone: [404, 'GLOBAL_ALERT_CONFIG_NOT_FOUND'],
  },
  {
    of: 'maintenance window',
    collection: ({ group }) => `${group}/maintenanceWindows`,
    body: { startDate: '2040-01-01T00:00:00Z', endDate: '2040-01-02T00:00:00Z', alertTypeNames: ['HOST'] },
    change: { description: 'x' },
    created: 200,
    gone: [404, 'MAINTENANCE_WINDOW_NOT_FOUND'],
  },
  {
    of: 'API key',
    collection: ({ org }) => `${org}/apiKeys`,
    body: { desc: 'k', roles: ['ORG_MEMBER'] },
    change: { desc: 'l' },
    created: 200,
    gone: [400, 'API_KEY_NOT_FOUND'],
  },
  {
    of: 'team',
    collection: ({ org }) => `${org}/teams`,
    body: { name: 't', usernames: ['ada@example.com'] },
    change: { name: 'u' },
    created: 201,
    gone: [404, 'TEAM_NOT_FOUND'],
  },
  {
    of: 'organization',
    collection: () => '/orgs',
    body: { name: 'o' },
    change: { name: 'p' },
    created: 200,
    gone: [404, 'ORG_NOT_FOUND'],
  },
];

describe('a thing is made, read, listed, changed and removed:', () => {
  for (const { of, collection, body, change, created, gone } of lives) {
    test(of, async () => {
      const { ask, group, org, first } = setUp();
      const path = collection({ group, org });
      const made = await ask('POST', path, body);
      assert.equal(made.status, created, made.text);
      const self = `${path}/${String(made.json['id'])}`;
      assert.equal((await ask('GET', self)).status, 200);
      await first(path, ({ id }) => id === made.json['id']);
      const changed = await ask('PATCH', self, change);
      const read = (await ask('GET', self)).json;
      assert.deepEqual([changed.status, { ...read, ...change }], [200, read]);
      for (const [name, value] of Object.entries(read)) {
        if (!(name in change) && !['updated', 'privateKey'].includes(name)) assert.deepEqual(value, made.json[name], name);
      }
      assert.equal((await ask('DELETE', self)).status, 200);
      refused(await ask('GET', self), ...gone);
    });
  }
});

test('a project is made empty, found by name, renamed and removed with all that is in it', async () => {
  const {
    ask,
    mock: { identity },
  } = setUp();
  const made = await ask('POST', '/groups', { name: 'new one', orgId: identity.orgId });
  assert.equal(made.status, 201);
  const path = `/groups/${String(made.json['id'])}`;
  for (const name of ['hosts', 'clusters', 'alerts', 'alertConfigs', 'events', 'users', 'teams', 'backupConfigs']) {
    assert.equal((await ask('GET', `${path}/${name}`)).json['totalCount'], 0, name);
  }
  refused(await ask('POST', '/groups', { name: 'main', orgId: identity.orgId }), 409, 'GROUP_ALREADY_EXISTS');
  refused(await ask('PATCH', path, { name: 'main' }), 409, 'GROUP_ALREADY_EXISTS');
  assert.equal((await ask('GET', '/groups/byName/new%20one')).json['id'], made.json['id']);
  assert.equal((await ask('PATCH', path, { name: 'newer', tags: ['a.b'] })).json['name'], 'newer');
  assert.equal((await ask('DELETE', path)).status, 200);
  refused(await ask('GET', `${path}/hosts`), 404, 'GROUP_NOT_FOUND');
});

test('PUT replaces an alert configuration whole', async () => {
  const { ask, group, first } = setUp();
  const { id } = await first(`${group}/alertConfigs`, ({ eventTypeName }) => eventTypeName === 'OUTSIDE_METRIC_THRESHOLD');
  const path = `${group}/alertConfigs/${String(id)}`;
  const put = await ask('PUT', path, { eventTypeName: 'HOST_DOWN', notifications });
  assert.equal(put.status, 200);
  assert.deepEqual(
    [put.json['enabled'], put.json['metricThreshold'], put.json['matchers'], put.json['id']],
    [false, undefined, [], id],
  );
  refused(await ask('PUT', path, { enabled: true }), 400, 'MISSING_ATTRIBUTE');
});

test('an alert is acknowledged and that taken back', async () => {
  const { ask, group, first } = setUp();
  const path = `${group}/alerts/${String((await first(`${group}/alerts?status=OPEN`))['id'])}`;
  const { json } = await ask('PATCH', path, { acknowledgedUntil: '2040-01-01', acknowledgementComment: 'seen' });
  assert.deepEqual([json['acknowledgedUntil'], json['acknowledgingUsername']], ['2040-01-01T00:00:00Z', 'ada@example.com']);
  assert.equal((await ask('PATCH', path, {})).json['acknowledgedUntil'], undefined);
  refused(await ask('GET', `${group}/alerts?status=NOPE`), 400, 'INVALID_ALERT_STATUS');
});

test('a host that is found by name and removed is reported in the documented words', async () => {
  const { ask, group, first, mock } = setUp();
  const { id } = await first(`${group}/hosts`, ({ hostname }) => hostname === 'fresh.example.com');
  const byName = `${group}/hosts/byName/fresh.example.com:27017`;
  const found = (await ask('GET', byName)).json;
  assert.deepEqual([found['id'], found['uptimeMsec'], found['lastDataSizeBytes'], 'username' in found], [id, 0, 0, false]);
  await ask('DELETE', `${group}/hosts/${String(id)}`);
  const gone = await ask('GET', byName);
  refused(gone, 404, 'HOSTNAME_AND_PORT_NOT_FOUND');
  assert.equal(
    gone.json['detail'],
    `No host with hostname and port fresh.example.com:27017 exists in group ${mock.identity.projectId}.`,
  );
});

test('the automation configuration is replaced; an older version conflicts on Ops Manager and wins on Cloud Manager', async () => {
  for (const [product, status] of [
    ['ops-manager', 409],
    ['cloud-manager', 200],
  ] as const) {
    const { ask, group } = setUp({ product });
    const path = `${group}/automationConfig`;
    const config = (await ask('GET', path)).json;
    const put = await ask('PUT', path, { ...config, processes: [], replicaSets: [] });
    assert.deepEqual([put.status, put.json], [200, {}]);
    const now = (await ask('GET', path)).json;
    assert.deepEqual([now['processes'], now['version']], [[], 2]);
    assert.equal((await ask('PUT', path, config)).status, status, product);
    assert.equal((await ask('GET', `${group}/automationStatus`)).json['goalVersion'], status === 200 ? 3 : 2);
  }
});
