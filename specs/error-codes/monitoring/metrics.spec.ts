import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  circumstances,
  expect,
  measuredDatabase,
  measuredDisk,
  pingedHost,
  play,
  proves,
  scenario,
  test,
  type Scenarios,
} from '#suite';

const lastHour = { granularity: 'PT5M', period: 'PT1H' };
const byMinute = { granularity: 'MINUTE' };

const scenarios: Scenarios<ErrorCodeOf<'metrics'>> = {
  DATABASE_NAME_REQUIRED: scenario({
    given: 'a metric of databases, and no database',
    state: measuredDatabase,
    when: ({ given }, { hostId }) => given.hosts.readMetric(hostId, 'DB_STORAGE_TOTAL', byMinute),
    fills: () => ['DB_STORAGE_TOTAL'],
    beside: ({ given }, { hostId, name }) => given.hosts.readMetricOf(hostId, 'DB_STORAGE_TOTAL', name, byMinute),
  }),
  DEVICE_NAME_REQUIRED: scenario({
    given: 'a metric of disks, and no disk',
    state: measuredDisk,
    when: ({ given }, { hostId }) => given.hosts.readMetric(hostId, 'DISK_PARTITION_IOPS_READ', byMinute),
    fills: () => ['DISK_PARTITION_IOPS_READ'],
    beside: ({ given }, { hostId, name }) => given.hosts.readMetricOf(hostId, 'DISK_PARTITION_IOPS_READ', name, byMinute),
  }),
  INVALID_GRANULARITY: [
    scenario({
      given: 'measurements every seven seconds',
      state: pingedHost,
      when: ({ given }, { id }) => given.hosts.measurements(id, { ...lastHour, granularity: 'PT7S' }),
      fills: () => ['PT7S'],
      beside: ({ given }, { id }) => given.hosts.measurements(id, lastHour),
    }),
    scenario({
      given: 'measurements of a database every seven seconds',
      state: measuredDatabase,
      when: ({ given }, { hostId, name }) =>
        given.hosts.measurementsOfDatabase(hostId, name, { ...lastHour, granularity: 'PT7S' }),
      fills: () => ['PT7S'],
      beside: ({ given }, { hostId, name }) => given.hosts.measurementsOfDatabase(hostId, name, lastHour),
    }),
    scenario({
      given: 'a metric by the fortnight',
      state: pingedHost,
      when: ({ given }, { id }) => given.hosts.readMetric(id, 'CONNECTIONS', { granularity: 'FORTNIGHT' }),
      fills: () => ['FORTNIGHT'],
      beside: ({ given }, { id }) => given.hosts.readMetric(id, 'CONNECTIONS', byMinute),
    }),
  ],
  INVALID_METRIC_NAME: [
    scenario({
      given: 'a measurement that there is not',
      state: pingedHost,
      when: ({ given }, { id }) => given.hosts.measurements(id, { ...lastHour, m: 'NO_SUCH_METRIC' }),
      fills: () => ['NO_SUCH_METRIC'],
      beside: ({ given }, { id }) => given.hosts.measurements(id, { ...lastHour, m: 'CONNECTIONS' }),
    }),
    scenario({
      given: 'a measurement that disks do not have',
      state: measuredDisk,
      when: ({ given }, { hostId, name }) => given.hosts.measurementsOfDisk(hostId, name, { ...lastHour, m: 'NO_SUCH_METRIC' }),
      fills: () => ['NO_SUCH_METRIC'],
      beside: ({ given }, { hostId, name }) =>
        given.hosts.measurementsOfDisk(hostId, name, { ...lastHour, m: 'DISK_PARTITION_IOPS_READ' }),
    }),
    scenario({
      given: 'a metric that there is not',
      state: pingedHost,
      when: ({ given }, { id }) => given.hosts.readMetric(id, 'NO_SUCH_METRIC', byMinute),
      fills: () => ['NO_SUCH_METRIC'],
      beside: ({ given }, { id }) => given.hosts.readMetric(id, 'CONNECTIONS', byMinute),
    }),
  ],
  INVALID_PERIOD: [
    scenario({
      given: 'a period that is no duration',
      state: pingedHost,
      when: ({ given }, { id }) => given.hosts.measurements(id, { ...lastHour, period: 'an-hour' }),
      beside: ({ given }, { id }) => given.hosts.measurements(id, lastHour),
    }),
    scenario({
      given: 'a period of a metric that is no duration',
      state: pingedHost,
      when: ({ given }, { id }) => given.hosts.readMetric(id, 'CONNECTIONS', { ...byMinute, period: 'an-hour' }),
      beside: ({ given }, { id }) => given.hosts.readMetric(id, 'CONNECTIONS', { ...byMinute, period: 'PT1H' }),
    }),
  ],
  NOT_DATABASE_OR_DISK_METRIC: scenario({
    given: 'a metric of hosts, and a database',
    state: measuredDatabase,
    when: ({ given }, { hostId, name }) => given.hosts.readMetricOf(hostId, 'CONNECTIONS', name, byMinute),
    fills: () => ['CONNECTIONS'],
    beside: ({ given }, { hostId }) => given.hosts.readMetric(hostId, 'CONNECTIONS', byMinute),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
