import { expect, newHostInFull, measuredDatabase, measuredDisk, pingedHost, proves, someHost, telling, test } from '#suite';

// That hosts are created, changed and removed at all is also what specs/principles/method.spec.ts asks of the methods.

test('a host is what was sent', proves('resource.host-created'), async ({ api }) => {
  const host = await newHostInFull(api);

  expect(host.created).toHold(host.sent);
  expect(await host.read()).toHold(host.sent);
});

test('a host is listed', proves('resource.host-listed'), async ({ api }) => {
  const host = await someHost(api);

  expect(await host.pages()).toList(host.id);
  expect(await host.itsPage()).toList(host.id);
});

test('a change of a host is kept, and nothing else changes', proves('resource.host-updated'), async ({ api }) => {
  const host = await newHostInFull(api);
  const changed = { ...host.sent, '/logsEnabled': true };

  const updated = await host.update({ logsEnabled: true });

  expect(updated).toHaveStatus(200);
  expect(updated).toHold(changed);
  expect(await host.read()).toHold(changed);
  expect(await host.everywhere()).toShowEverywhere(changed);
});

test('a removed host is gone', proves('resource.host-removed'), async ({ api }) => {
  const host = await newHostInFull(api);

  const removed = await host.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await host.read()).toHaveStatus(404);
  expect(await host.everywhere()).toBeGoneEverywhere();
});

test('a database is found by its name', proves('resource.database-read'), async ({ api }) => {
  const { hostId, name } = await measuredDatabase(api);

  const answer = telling(await api.given.hosts.readDatabase(hostId, name));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/databaseName': name });
});

test('a disk partition is found by its name', proves('resource.disk-read'), async ({ api }) => {
  const { hostId, name } = await measuredDisk(api);

  const answer = telling(await api.given.hosts.readDisk(hostId, name));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/partitionName': name });
});

test('the last ping of a host can be read', proves('resource.last-ping-read'), async ({ api }) => {
  const { id } = await pingedHost(api);

  expect(telling(await api.given.lastPings.ofHost(id))).toHaveStatus(200);
});
