import { expect, measuredDatabase, measuredDisk, pingedHost, prepared, proves, resultsOf, telling, test } from '#suite';

const lastHour = { granularity: 'PT5M', period: 'PT1H' } as const;

test('a metric is found by its name', proves('resource.metric-read'), async ({ api }) => {
  const { id } = await pingedHost(api);
  const list = prepared(telling(await api.given.hosts.listMetrics(id)), 'list the metrics of a host');
  const metricName = resultsOf(list).findLast((metric) => !('databaseName' in metric) && !('deviceName' in metric))?.[
    'metricName'
  ];

  const answer = await api.given.hosts.readMetric(id, String(metricName), { granularity: 'MINUTE' });

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/metricName': metricName, '/hostId': id });
});

test('a metric of a database is found by both names', proves('resource.database-metric-read'), async ({ api }) => {
  const { hostId } = await measuredDatabase(api);
  const list = prepared(telling(await api.given.hosts.listMetrics(hostId)), 'list the metrics of a host');
  const { metricName, databaseName } = resultsOf(list).findLast((metric) => 'databaseName' in metric) ?? {};

  const answer = await api.given.hosts.readMetricOf(hostId, String(metricName), String(databaseName), { granularity: 'MINUTE' });

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/metricName': metricName, '/databaseName': databaseName });
});

test('measurements are of the host', proves('resource.measurements-read'), async ({ api }) => {
  const { id } = await pingedHost(api);

  const answer = telling(await api.given.hosts.measurements(id, lastHour));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/hostId': id, '/granularity': lastHour.granularity });
});

test('measurements are of the database', proves('resource.database-measurements-read'), async ({ api }) => {
  const { hostId, name } = await measuredDatabase(api);

  const answer = telling(await api.given.hosts.measurementsOfDatabase(hostId, name, lastHour));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/hostId': hostId, '/databaseName': name });
});

test('measurements are of the disk partition', proves('resource.disk-measurements-read'), async ({ api }) => {
  const { hostId, name } = await measuredDisk(api);

  const answer = telling(await api.given.hosts.measurementsOfDisk(hostId, name, lastHour));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/hostId': hostId, '/partitionName': name });
});
