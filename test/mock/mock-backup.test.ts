import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { tarGz } from '../../src/mock/world/archive.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import { callerOf, refused } from '../support/mock-caller.ts';
import type { Document } from '../support/mock-caller.ts';

/** A mock on a clock that the test moves. */
function setUpClock() {
  let time = Date.parse('2026-03-04T05:06:07Z');
  const mock = createMock({ now: () => time, nonceLifetimeMs: 1e12 });
  const ask = callerOf(mock);
  const group = `/groups/${mock.identity.projectId}`;
  const entities = async (path: string) => (await ask('GET', `${group}/${path}`)).json['results'] as readonly Document[];
  const named = async (name: string) =>
    String((await entities('clusters')).find(({ clusterName }) => clusterName === name)?.['id']);
  return {
    ask,
    group,
    entities,
    named,
    pass: (minutes: number) => {
      time += minutes * 60_000;
    },
  };
}

test('a backup goes through all its states', async () => {
  const { ask, group, named, pass } = setUpClock();
  const cluster = await named('idle');
  const config = `${group}/backupConfigs/${cluster}`;
  const set = async (statusName: string) => (await ask('PATCH', config, { statusName })).json['statusName'];
  const state = async () => (await ask('GET', config)).json['statusName'];
  assert.deepEqual([await state(), await set('STARTED')], ['INACTIVE', 'PROVISIONING']);
  refused(await ask('PATCH', config, { statusName: 'STOPPED' }), 409, 'CANNOT_STOP_BACKUP_INVALID_STATE');
  pass(1);
  assert.equal(await state(), 'STARTED');
  const snapshots = `${group}/clusters/${cluster}/snapshots`;
  assert.equal((await ask('POST', snapshots, {})).status, 202);
  assert.deepEqual([await set('STOPPED'), await set('TERMINATING'), await state()], ['STOPPED', 'TERMINATING', 'TERMINATING']);
  pass(1);
  assert.equal(await state(), 'INACTIVE');
  assert.equal((await ask('GET', snapshots)).json['totalCount'], 0);
});

test('a cluster that is no longer monitored is left out of the list of backups', async () => {
  const { ask, group, entities, named } = setUpClock();
  const gone = await named('gone');
  refused(await ask('GET', `${group}/backupConfigs/${gone}`), 409, 'CANNOT_GET_BACKUP_CONFIG_INVALID_STATE');
  assert.deepEqual(
    (await entities('backupConfigs')).filter(({ clusterId }) => clusterId === gone),
    [],
  );
});

test('a restore goes over SCP with a password, and of a config server from its snapshot', async () => {
  const { ask, group, entities, named } = setUpClock();
  const cluster = `${group}/clusters/${await named('rs0')}`;
  const [snapshot] = (await ask('GET', `${cluster}/snapshots?completed=true`)).json['results'] as readonly Document[];
  const delivery = {
    methodName: 'SCP',
    hostname: 'restores.example.com',
    targetDirectory: '/restores',
    username: 'u',
    password: 'p',
  };
  const made = await ask('POST', `${cluster}/restoreJobs`, { snapshotId: snapshot?.['id'], delivery });
  const [job] = made.json['results'] as readonly Document[];
  assert.deepEqual(job?.['delivery'], {
    formatName: 'TAR_GZ',
    hostname: 'restores.example.com',
    methodName: 'SCP',
    passwordTypeName: 'PASSWORD',
    port: 22,
    statusName: 'READY',
    targetDirectory: '/restores',
    username: 'u',
  });
  const found = await ask('GET', `${group}/restoreJobs/${String(job['id'])}`);
  assert.equal(found.json['id'], job['id']);

  const server = (await entities('hosts?itemsPerPage=500')).find(({ hostname }) => hostname === 'legacy-config.example.com');
  const host = `${group}/hosts/${String(server?.['id'])}`;
  const [own] = (await ask('GET', `${host}/snapshots`)).json['results'] as readonly Document[];
  const ofServer = await ask('POST', `${host}/restoreJobs`, { snapshotId: own?.['id'], delivery: { methodName: 'HTTP' } });
  assert.equal(ofServer.status, 200, ofServer.text);
  const [its] = ofServer.json['results'] as readonly Document[];
  assert.equal((await ask('GET', `${host}/restoreJobs/${String(its?.['id'])}`)).json['hostId'], server?.['id']);
  assert.equal((await ask('GET', `${host}/restoreJobs`)).json['totalCount'], 2);
});

test('logs are collected, downloaded, and gone when they expire', async () => {
  const { ask, group, pass } = setUpClock();
  const jobs = `${group}/logCollectionJobs`;
  const draft = {
    resourceType: 'REPLICASET',
    resourceName: 'rs0',
    sizeRequestedPerFileBytes: 1,
    logTypes: ['FTDC'],
    redacted: true,
  };
  const self = `${jobs}/${String((await ask('POST', jobs, draft)).json['id'])}`;
  const state = async () => (await ask('GET', self)).json['status'];
  assert.equal(await state(), 'IN_PROGRESS');
  refused(await ask('GET', `${self}/download`), 403, 'CANNOT_DOWNLOAD_JOB_IN_PROGRESS');
  pass(1);
  const { json } = await ask('GET', self);
  assert.equal(json['status'], 'SUCCESS');
  const { status, headers } = await ask('GET', String(json['downloadUrl']));
  assert.deepEqual([status, headers['Content-Type']], [200, 'application/gzip']);
  pass(31 * 24 * 60);
  assert.equal(await state(), 'EXPIRED');
  refused(await ask('GET', `${self}/download`), 403, 'CANNOT_DOWNLOAD_EXPIRED_JOB');

  const failed = `${jobs}/${String((await ask('POST', jobs, { ...draft, resourceName: 'nowhere' })).json['id'])}`;
  assert.equal((await ask('PUT', `${failed}/retry`)).status, 200);
  assert.equal((await ask('GET', failed)).json['status'], 'FAILURE');
});

test('an archive is a gzipped tar', () => {
  const tar = gunzipSync(tarGz({ 'a/b.log': 'hello\n' }));
  const checksum = tar.subarray(0, 512).reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
  assert.equal(Number.parseInt(tar.toString('latin1', 148, 154), 8), checksum);
  assert.deepEqual(
    [tar.toString('latin1', 0, 7), tar.toString('latin1', 257, 262), tar.toString('latin1', 512, 518), tar.length],
    ['a/b.log', 'ustar', 'hello\n', 4 * 512],
  );
});
