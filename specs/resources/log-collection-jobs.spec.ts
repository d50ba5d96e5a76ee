import { downloadedLogs, expect, laterExpiry, newLogJob, proves, retriedLogJob, test } from '#suite';

test('a log collection job is what was sent', proves('resource.log-collection-job-created'), async ({ api }) => {
  const job = await newLogJob(api);

  expect(job.created).toHold({ '/id': job.id });
  expect(await job.read()).toHold(job.sent);
});

test('a log collection job is listed', proves('resource.log-collection-job-listed'), async ({ api }) => {
  const job = await newLogJob(api);

  expect(await job.pages()).toList(job.id);
  expect(await job.itsPage()).toList(job.id);
});

test(
  'a later end of a log collection job is kept, and nothing else changes',
  proves('resource.log-collection-job-updated'),
  async ({ api }) => {
    const job = await newLogJob(api);
    const { change, kept } = laterExpiry(api);

    const updated = await job.update(change);

    expect(updated).toHaveStatus(200);
    expect(await job.read()).toHold({ ...job.sent, ...kept });
    expect(await job.everywhere()).toShowEverywhere(kept);
  },
);

test('a failed log collection job can be tried again', proves('resource.log-collection-job-retried'), async ({ api }) => {
  const { retried, after } = await retriedLogJob(api);

  expect(retried).toHaveStatus(200, 202);
  expect(after).toHaveStatus(200);
});

test('collected logs are downloaded', proves('resource.log-collection-job-downloaded'), async ({ api }) => {
  const file = await downloadedLogs(api);

  expect(file).toHaveStatus(200);
  expect(file).toHaveHeader('Content-Type', /gzip|x-tar|octet-stream/);
});

test('a removed log collection job is gone', proves('resource.log-collection-job-removed'), async ({ api }) => {
  const job = await newLogJob(api);

  const removed = await job.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await job.read()).toHaveStatus(404);
  expect(await job.everywhere()).toBeGoneEverywhere();
});
