import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refused, setUp } from '../support/mock-caller.ts';
import type { Document } from '../support/mock-caller.ts';

const notifications = [{ typeName: 'EMAIL', emailAddress: 'a@example.com', intervalMin: 5, delayMin: 0 }];

/** The part of a configuration that notifies in this way. */
function to(part: Document): Document {
  return { notifications: [{ ...notifications[0], ...part }] };
}

test('backups are stopped, started, scheduled, taken, kept and restored', async () => {
  const { ask, group, first } = setUp();
  const { id: cluster } = await first(`${group}/clusters`, ({ clusterName }) => clusterName === 'rs0');
  const config = `${group}/backupConfigs/${String(cluster)}`;
  refused(await ask('PATCH', config, { statusName: 'STARTED' }), 409, 'CANNOT_START_BACKUP_INVALID_STATE');
  assert.equal((await ask('PATCH', config, { statusName: 'STOPPED' })).json['statusName'], 'STOPPED');
  assert.equal((await ask('PATCH', config, { statusName: 'STARTED' })).json['statusName'], 'STARTED');
  refused(await ask('PATCH', `${config}/snapshotSchedule`, { snapshotIntervalHours: 7 }), 400, 'INVALID_SNAPSHOT_INTERVAL');
  assert.equal((await ask('PATCH', `${config}/snapshotSchedule`, { snapshotIntervalHours: 8 })).json['snapshotIntervalHours'], 8);
  const snapshots = `${group}/clusters/${String(cluster)}/snapshots`;
  assert.equal((await ask('POST', snapshots, {})).status, 202);
  const snapshot = await first(`${snapshots}?completed=true`);
  assert.deepEqual(Object.keys(snapshot['created'] as Document), ['date', 'increment']);
  const self = `${snapshots}/${String(snapshot['id'])}`;
  assert.equal((await ask('PATCH', self, { doNotDelete: true })).json['expires'], undefined);
  const jobs = `${group}/clusters/${String(cluster)}/restoreJobs`;
  const delivery = { methodName: 'HTTP', maxDownloads: 1, expirationHours: 1 };
  const made = await ask('POST', jobs, { snapshotId: snapshot['id'], delivery });
  assert.deepEqual([made.status, made.json['totalCount']], [200, 1]);
  refused(await ask('POST', jobs, { delivery }), 400, 'MISSING_ONE_OF_THREE_ATTRIBUTES');
  refused(
    await ask('POST', jobs, { snapshotId: snapshot['id'], delivery: { ...delivery, maxDownloads: 0 } }),
    400,
    'ATTRIBUTE_NEGATIVE_OR_ZERO',
  );
  assert.equal((await ask('DELETE', self)).status, 200);
  refused(
    await ask('POST', jobs, { snapshotId: snapshot['id'], delivery }),
    409,
    'CANNOT_START_RESTORE_JOB_FOR_DELETED_SNAPSHOT',
  );
});

test('a sharded cluster is backed up as a whole and renamed as a whole', async () => {
  const { ask, group, first } = setUp();
  const { id: sharded } = await first(`${group}/clusters`, ({ typeName }) => typeName === 'SHARDED_REPLICA_SET');
  const { id: shard } = await first(`${group}/clusters`, ({ shardName }) => shardName === 'shop-0');
  refused(
    await ask('PATCH', `${group}/backupConfigs/${String(shard)}`, { statusName: 'STOPPED' }),
    409,
    'CANNOT_MODIFY_SHARD_BACKUP_CONFIG',
  );
  refused(await ask('PATCH', `${group}/clusters/${String(shard)}`, { clusterName: 'x' }), 400, 'NOT_SHARDED');
  assert.equal((await ask('PATCH', `${group}/clusters/${String(sharded)}`, { clusterName: 'x' })).status, 200);
  assert.equal((await ask('GET', `${group}/clusters/${String(shard)}`)).json['clusterName'], 'x');
  const { id: snapshotId } = await first(`${group}/clusters/${String(sharded)}/snapshots?completed=true`);
  const jobs = await ask('POST', `${group}/clusters/${String(sharded)}/restoreJobs`, {
    snapshotId,
    delivery: { methodName: 'HTTP' },
  });
  assert.equal(jobs.json['totalCount'], 2, jobs.text);
});

test('log collection jobs', async () => {
  const { ask, group, first } = setUp();
  const path = `${group}/logCollectionJobs`;
  const body = {
    resourceType: 'REPLICASET',
    resourceName: 'rs0',
    sizeRequestedPerFileBytes: 1000,
    logTypes: ['FTDC'],
    redacted: true,
  };
  const made = await ask('POST', path, body);
  assert.deepEqual([made.status, Object.keys(made.json)], [201, ['id']]);
  const self = `${path}/${String(made.json['id'])}`;
  refused(await ask('PUT', `${self}/retry`), 400, 'ONLY_FAILED_JOB_CAN_BE_RESTARTED');
  const { id: failed } = await first(path, ({ status }) => status === 'FAILURE');
  assert.equal((await ask('PUT', `${path}/${String(failed)}/retry`)).status, 200);
  const later = new Date(Date.now() + 60 * 86_400_000).toISOString();
  assert.equal((await ask('PATCH', self, { expirationDate: later })).status, 200);
  refused(await ask('PATCH', self, { expirationDate: '2001-01-01' }), 400, 'EXPIRATION_DATE_MUST_BE_IN_FUTURE');
  assert.equal((await ask('DELETE', self)).status, 200);
  refused(await ask('GET', self), 404, 'LOG_COLLECTION_JOB_NOT_FOUND_IN_GROUP');
});

test('users are made with roles, join and leave projects and teams', async () => {
  const {
    ask,
    group,
    org,
    first,
    mock: { identity },
  } = setUp();
  const person = {
    username: 'new@example.com',
    password: 'Pass1234word',
    emailAddress: 'new@example.com',
    firstName: 'N',
    lastName: 'E',
    mobileNumber: '1',
    roles: [{ roleName: 'ORG_MEMBER', orgId: identity.orgId }],
  };
  const made = await ask('POST', '/users', person);
  assert.deepEqual([made.status, 'password' in made.json], [201, false]);
  refused(await ask('POST', '/users', person), 409, 'USER_ALREADY_EXISTS');
  refused(await ask('POST', '/users', { ...person, roles: [{ roleName: 'GROUP_OWNER' }] }), 400, 'ROLE_NEEDS_GROUP_ID');
  const id = String(made.json['id']);
  assert.equal((await ask('GET', '/users/byName/new@example.com')).json['id'], id);
  assert.equal((await ask('POST', `${group}/users`, [{ id, roles: [{ roleName: 'GROUP_READ_ONLY' }] }])).status, 200);
  await first(`${group}/users`, (user) => user['id'] === id);
  const { id: team } = await first(`${org}/teams`);
  assert.equal((await ask('POST', `${org}/teams/${String(team)}/users`, [{ id }])).status, 200);
  assert.deepEqual((await ask('GET', `/users/${id}`)).json['teamIds'], [team]);
  assert.equal((await ask('DELETE', `${group}/users/${id}`)).status, 200);
  refused(await ask('DELETE', `${group}/users/${id}`), 404, 'USER_NOT_IN_GROUP');
  const owner = await first(`${group}/users`, (user) => user['username'] === 'ada@example.com');
  refused(await ask('DELETE', `${group}/users/${String(owner['id'])}`), 403, 'CANNOT_DELETE_LAST_OWNER');
  refused(await ask('PATCH', `/users/${String(owner['id'])}`, { roles: [] }), 403, 'CANNOT_DEMOTE_LAST_ORG_OWNER');
});

test('alert configurations that contradict themselves are refused by their own codes', async () => {
  const { ask, group } = setUp();
  const metricThreshold = { metricName: 'CONNECTIONS', operator: 'GREATER_THAN', threshold: 1, units: 'RAW' };
  for (const [part, code] of [
    [{ notifications: [] }, 'MISSING_NOTIFICATIONS'],
    [{ eventTypeName: 'OUTSIDE_METRIC_THRESHOLD' }, 'MISSING_METRIC_THRESHOLD'],
    [{ metricThreshold }, 'METRIC_THRESHOLD_PRESENT'],
    [{ threshold: { operator: 'LESS_THAN', threshold: 1 } }, 'THRESHOLD_PRESENT'],
    [{ eventTypeName: 'TOO_FEW_HEALTHY_MEMBERS' }, 'MISSING_THRESHOLD'],
    [
      { eventTypeName: 'TOO_FEW_HEALTHY_MEMBERS', threshold: { operator: 'GREATER_THAN', threshold: 1 } },
      'INVALID_OPERATOR_FOR_EVENT_TYPE',
    ],
    [
      { eventTypeName: 'OUTSIDE_METRIC_THRESHOLD', metricThreshold: { ...metricThreshold, mode: 'TOTAL' } },
      'TOTAL_MODE_DEPRECATED',
    ],
    [{ eventTypeName: 'OUTSIDE_METRIC_THRESHOLD', metricThreshold: { ...metricThreshold, units: 'HOURS' } }, 'UNITS_MISMATCH'],
    [to({ intervalMin: 4 }), 'NOTIFICATION_INTERVAL_OUT_OF_RANGE'],
    [to({ emailAddress: 'x' }), 'INVALID_EMAIL_ADDRESS'],
    [to({ typeName: 'ADMIN' }), 'NOTIFICATION_TYPE_IS_GLOBAL_ONLY'],
    [to({ typeName: 'PIGEON' }), 'UNSUPPORTED_NOTIFICATION_TYPE'],
    [to({ typeName: 'USER', username: 'nobody@example.com', emailEnabled: true }), 'BAD_USERNAME_REF'],
    [to({ typeName: 'USER', username: 'alan@example.com', emailEnabled: true }), 'BAD_USERNAME_IN_GROUP_REF'],
    [{ groupId: 'x' }, 'GROUP_MISMATCH'],
    [{ eventTypeName: 'BAD_CLUSTERSHOTS' }, 'GLOBAL_ALERTS_ONLY'],
  ] as const) {
    refused(await ask('POST', `${group}/alertConfigs`, { eventTypeName: 'HOST_DOWN', notifications, ...part }), 400, code);
  }
});

test('what the other product has is not there', async () => {
  const ops = setUp();
  const cloud = setUp({ product: 'cloud-manager' });
  refused(await ops.ask('GET', `${ops.org}/invoices`), 404, 'RESOURCE_NOT_FOUND');
  refused(await cloud.ask('GET', '/globalAlerts'), 404, 'RESOURCE_NOT_FOUND');
  refused(await cloud.ask('POST', '/orgs', { name: 'x' }), 401, 'API_KEY_CANNOT_CREATE_ORG');
  assert.equal((await cloud.ask('GET', `${cloud.org}/invoices`)).json['totalCount'], 2);
});
