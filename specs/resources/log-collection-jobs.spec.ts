import { downloadedLogs, expect, laterExpiry, madeLogJob, proves, retriedLogJob, test } from '#suite';

test('a log collection job is what was sent', proves('resource.log-collection-job-created'), async ({ stage }) => {
  const job = await madeLogJob(stage);

  expect(job.created).toHold({ '/id': job.id });
  expect(await job.read()).toHold(job.sent);
});

test('a log collection job is listed', proves('resource.log-collection-job-listed'), async ({ stage }) => {
  const job = await madeLogJob(stage);

  expect(await job.pages()).toList(job.id);
});

test('a later end of a log collection job is kept, and nothing else changes', proves('resource.log-collection-job-updated'), async ({ stage }) => {
  const job = await madeLogJob(stage);
  const { change, kept } = laterExpiry(stage);

  const updated = await job.update(change);

  expect(updated).toHaveStatus(200);
  expect(await job.read()).toHold({ ...job.sent, ...kept });
});

test('a failed log collection job can be tried again', proves('resource.log-collection-job-retried'), async ({ stage }) => {
  const { retried, after } = await retriedLogJob(stage);

  expect(retried).toHaveStatus(200, 202);
  expect(after).toHaveStatus(200);
});

test('collected logs are downloaded', proves('resource.log-collection-job-downloaded'), async ({ stage }) => {
  const file = await downloadedLogs(stage);

  expect(file).toHaveStatus(200);
  expect(file).toHaveHeader('Content-Type', /gzip|x-tar|octet-stream/);
});

test('a removed log collection job is gone', proves('resource.log-collection-job-removed'), async ({ stage }) => {
  const job = await madeLogJob(stage);

  const removed = await job.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await job.read()).toHaveStatus(404);
  expect(await job.pages()).toLeaveOut(job.id);
});
