import { clusterHaving, expect, lastOf, proves, rescheduled, resyncedBackup, startedBackup, test } from '#suite';

test(
  'a listed backup configuration is found under its cluster',
  proves('resource.backup-config-read'),
  async ({ api: { given } }) => {
    const { backupConfigs } = given;
    const { listed, answer } = await lastOf(
      () => backupConfigs.list({ itemsPerPage: 500 }),
      'a backup configuration',
      backupConfigs.read,
      'clusterId',
    );

    expect(answer).toHaveStatus(200);
    expect(answer).toHold({ '/clusterId': listed['clusterId'] });
  },
);

test('a stopped backup is started and stopped', proves('resource.backup-config-started'), async ({ api }) => {
  const { start, stop } = await startedBackup(api);

  expect(start).toHaveStatus(200, 202);
  expect(start).toHold({
    '/statusName': (status: unknown) => status === 'STARTED' || status === 'PROVISIONING' || 'is not on its way to STARTED',
  });
  expect(stop).toHaveStatus(200, 202);
  expect(stop).toHold({ '/statusName': 'STOPPED' });
});

test(
  'a change of a backup configuration is kept, and nothing else changes',
  proves('resource.backup-config-updated'),
  async ({ api }) => {
    const { before, updated, meanwhile, everywhere, syncSource } = await resyncedBackup(api);

    expect(updated).toHaveStatus(200, 202);
    expect(updated).toHold({ '/syncSource': syncSource });
    expect(meanwhile).toHold({ '/syncSource': syncSource });
    expect(everywhere).toShowEverywhere({ '/syncSource': syncSource });
    expect(meanwhile).toBring(before, '/syncSource', '/statusName');
  },
);

test(
  'a change of a snapshot schedule is kept, and nothing else changes',
  proves('resource.snapshot-schedule-updated'),
  async ({ api }) => {
    const { before, updated, meanwhile, minute } = await rescheduled(api);

    expect(updated).toHaveStatus(200);
    expect(updated).toHold({ '/referenceMinuteOfHour': minute });
    expect(meanwhile).toHold({ '/referenceMinuteOfHour': minute });
    expect(meanwhile).toBring(before, '/referenceMinuteOfHour');
  },
);

test('a listed checkpoint is found under its id', proves('resource.checkpoint-read'), async ({ api }) => {
  const cluster = await clusterHaving(api, (id) => api.given.checkpoints(id).list(), 'checkpoints');
  const checkpoints = api.given.checkpoints(cluster);
  const { listed, answer } = await lastOf(() => checkpoints.list(), 'a checkpoint', checkpoints.read);

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': listed['id'], '/timestamp': listed['timestamp'] });
});
