import { expect, measuredDatabase, measuredDisk, pingedHost, prepared, proves, resultsOf, telling, test } from '#suite';

const lastHour = { granularity: 'PT5M', period: 'PT1H' } as const;

test('a metric is found by its name', proves('resource.metric-read'), async ({ stage }) => {
  const { id } = await pingedHost(stage);
  const list = prepared(telling(await stage.given.hosts.listMetrics(id)), 'list the metrics of a host');
  const metricName = resultsOf(list).findLast((metric) => !('databaseName' in metric) && !('deviceName' in metric))?.['metricName'];

  const answer = await stage.given.hosts.readMetric(id, String(metricName), { granularity: 'MINUTE' });

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/metricName': metricName, '/hostId': id });
});

test('a metric of a database is found by both names', proves('resource.database-metric-read'), async ({ stage }) => {
  const { hostId } = await measuredDatabase(stage);
  const list = prepared(telling(await stage.given.hosts.listMetrics(hostId)), 'list the metrics of a host');
  const { metricName, databaseName } = resultsOf(list).findLast((metric) => 'databaseName' in metric) ?? {};

  const answer = await stage.given.hosts.readMetricOf(hostId, String(metricName), String(databaseName), { granularity: 'MINUTE' });

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/metricName': metricName, '/databaseName': databaseName });
});

test('measurements are of the host', proves('resource.measurements-read'), async ({ stage }) => {
  const { id } = await pingedHost(stage);

  const answer = telling(await stage.given.hosts.measurements(id, lastHour));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/hostId': id, '/granularity': lastHour.granularity });
});

test('measurements are of the database', proves('resource.database-measurements-read'), async ({ stage }) => {
  const { hostId, name } = await measuredDatabase(stage);

  const answer = telling(await stage.given.hosts.measurementsOfDatabase(hostId, name, lastHour));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/hostId': hostId, '/databaseName': name });
});

test('measurements are of the disk partition', proves('resource.disk-measurements-read'), async ({ stage }) => {
  const { hostId, name } = await measuredDisk(stage);

  const answer = telling(await stage.given.hosts.measurementsOfDisk(hostId, name, lastHour));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/hostId': hostId, '/partitionName': name });
});
