import { expect, proves, newConfigServerRestoreJob, newRestoreJob, test } from '#suite';

// What a job achieves takes its time: only what was asked for is looked at.

test('a restore job is what was sent', proves('resource.restore-job-created'), async ({ api }) => {
  const job = await newRestoreJob(api);

  expect(job.created).toHold({ '/results/0/snapshotId': job.sent['/snapshotId'] });
  expect(await job.read()).toHold({ ...job.sent, '/id': job.id });
});

test('a restore job is listed', proves('resource.restore-job-listed'), async ({ api }) => {
  const job = await newRestoreJob(api);

  expect(await job.pages()).toList(job.id);
  expect(await job.itsPage()).toList(job.id);
});

test(
  'a restore job of a config server is what was sent',
  proves('resource.config-server-restore-job-created'),
  async ({ api }) => {
    const job = await newConfigServerRestoreJob(api);

    expect(job.created).toHold({ '/results/0/snapshotId': job.sent['/snapshotId'] });
    expect(await job.read()).toHold({ ...job.sent, '/id': job.id });
  },
);

test('a restore job of a config server is listed', proves('resource.config-server-restore-job-listed'), async ({ api }) => {
  const job = await newConfigServerRestoreJob(api);

  expect(await job.pages()).toList(job.id);
  expect(await job.itsPage()).toList(job.id);
});
