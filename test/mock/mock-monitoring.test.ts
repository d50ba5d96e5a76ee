import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refused, setUp } from '../support/mock-caller.ts';
import type { Document } from '../support/mock-caller.ts';

const now = () => Date.parse('2026-03-04T05:06:07Z');
const hrefOf = (document: Document): string =>
  (document['links'] as Document[]).find(({ rel }) => rel === 'self')?.['href'] as string;

test('measurements have a point at each step of the time that is asked about', async () => {
  const { ask, group, first } = setUp({ now });
  const { id } = await first(`${group}/hosts`, ({ lastPing }) => lastPing !== undefined);
  const path = `${group}/hosts/${String(id)}`;
  const { json } = await ask('GET', `${path}/measurements?granularity=PT5M&period=PT1H&m=CONNECTIONS`);
  const [{ name, dataPoints }] = json['measurements'] as [{ name: string; dataPoints: Document[] }];
  assert.equal(name, 'CONNECTIONS');
  assert.deepEqual(
    [dataPoints.length, dataPoints[0]?.['timestamp'], dataPoints.at(-1)?.['timestamp']],
    [12, '2026-03-04T04:10:00Z', '2026-03-04T05:05:00Z'],
  );
  assert.deepEqual((await ask('GET', hrefOf(json))).json, json, 'self brings the same');

  const span = 'start=2026-03-01T00:00:00Z&end=2026-03-02T00:00:00Z';
  const ofDatabase = await ask('GET', `${path}/databases/shop/measurements?granularity=PT1H&${span}`);
  assert.deepEqual(
    [ofDatabase.status, ofDatabase.json['databaseName'], ofDatabase.json['start']],
    [200, 'shop', '2026-03-01T00:00:00Z'],
  );
  const ofDisk = await ask('GET', `${path}/disks/sda1/measurements?granularity=PT1H&${span}&m=DISK_PARTITION_IOPS_READ`);
  const [{ dataPoints: rate }] = ofDisk.json['measurements'] as [{ dataPoints: Document[] }];
  assert.deepEqual([rate[0]?.['value'], typeof rate[1]?.['value']], [null, 'number'], 'a rate has no first value');
  refused(await ask('GET', `${path}/disks/sda1/measurements?granularity=PT1H&${span}&m=CONNECTIONS`), 404, 'INVALID_METRIC_NAME');
  refused(await ask('GET', `${path}/databases/none/measurements?granularity=PT1H&${span}`), 404, 'DATABASE_NOT_FOUND');
  const backwards = 'start=2026-03-02T00:00:00Z&end=2026-03-01T00:00:00Z';
  for (const wrong of ['period=P', 'period=PT', 'period=PT0S', 'period=1h', backwards]) {
    refused(await ask('GET', `${path}/measurements?granularity=PT1H&${wrong}`), 400, 'INVALID_PERIOD');
  }
  refused(await ask('GET', `${path}/measurements?granularity=PT7S&period=PT1H`), 400, 'INVALID_GRANULARITY');
});

test('each metric that is listed can be read where it says', async () => {
  const { ask, group, first } = setUp({ now });
  const { id } = await first(`${group}/hosts`, ({ lastPing }) => lastPing !== undefined);
  const listed = (await ask('GET', `${group}/hosts/${String(id)}/metrics`)).json['results'] as Document[];
  assert.ok(
    listed.some(({ databaseName }) => databaseName !== undefined) && listed.some(({ deviceName }) => deviceName !== undefined),
  );
  for (const metric of listed) {
    const { status, json } = await ask('GET', hrefOf(metric));
    assert.deepEqual(
      [status, json['metricName'], json['databaseName'], json['deviceName']],
      [200, metric['metricName'], metric['databaseName'], metric['deviceName']],
    );
    assert.equal((json['dataPoints'] as Document[]).length, 60);
  }
});

test('nothing is told of a host that no agent has reported on', async () => {
  for (const product of ['ops-manager', 'cloud-manager'] as const) {
    const { ask, group, first } = setUp({ product, now });
    const { id } = await first(`${group}/hosts`, ({ lastPing }) => lastPing === undefined);
    const path = `${group}/hosts/${String(id)}`;
    refused(await ask('GET', `${path}/lastPing`), 404, 'HOST_LAST_PING_NOT_FOUND');
    const measured = await ask('GET', `${path}/measurements?granularity=PT5M&period=P1D&m=CONNECTIONS`);
    if (product === 'ops-manager') refused(measured, 409, 'INVALID_MONITORING_STATE');
    else assert.deepEqual((measured.json['measurements'] as Document[])[0]?.['dataPoints'], []);
  }
});

test('last pings and the snapshots of mirrored config servers are found where their lists say', async () => {
  const { ask, group, first } = setUp({ now });
  const ping = await first(`${group}/lastPings`);
  assert.equal((await ask('GET', hrefOf(ping))).json['lastPing'], ping['lastPing']);
  const server = await first(
    `${group}/hosts`,
    ({ typeName, replicaSetName }) => typeName === 'SHARD_CONFIG' && replicaSetName === undefined,
  );
  const snapshot = await first(`${group}/hosts/${String(server['id'])}/snapshots`);
  assert.equal((await ask('GET', hrefOf(snapshot))).json['hostId'], server['id']);
  const other = await first(`${group}/hosts`, ({ typeName }) => typeName === 'STANDALONE');
  refused(await ask('GET', `${group}/hosts/${String(other['id'])}/snapshots`), 404, 'NOT_CONFIG_SERVER');
});

test('the schedule of an older backup keeps what it has, and takes nothing that it lacks', async () => {
  const { ask, group, first } = setUp({ now });
  const { id } = await first(`${group}/clusters`, ({ clusterName }) => clusterName === 'legacy');
  const path = `${group}/backupConfigs/${String(id)}/snapshotSchedule`;
  const before = (await ask('GET', path)).text;
  refused(await ask('PATCH', path, { pointInTimeWindowHours: 48 }), 400, 'CANNOT_SET_POINT_IN_TIME_WINDOW');
  refused(
    await ask('PATCH', path, { snapshotIntervalHours: 8, referenceTimeZoneOffset: '+0100' }),
    400,
    'CANNOT_SET_REF_TIME_OF_DAY',
  );
  refused(await ask('PATCH', path, { clusterCheckpointIntervalMin: 15 }), 409, 'UPGRADE_FOR_CLUSTER_CHECKPOINT_INTERVAL');
  assert.equal((await ask('GET', path)).text, before);
  assert.equal((await ask('PATCH', path, { snapshotIntervalHours: 8 })).json['snapshotIntervalHours'], 8);
});
