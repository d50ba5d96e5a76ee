import { absent, clusterHaving, expect, lastOf, newSnapshot, mirroredConfigServer, proves, test } from '#suite';

test('a listed snapshot is found under its id', proves('resource.snapshot-read'), async ({ api }) => {
  const cluster = await clusterHaving(api, (id) => api.given.snapshots(id).list(), 'snapshots');
  const snapshots = api.given.snapshots(cluster);
  const { listed, answer } = await lastOf(() => snapshots.list(), 'a snapshot', snapshots.read);

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': listed['id'], '/created': listed['created'] });
});

test('an ordered snapshot is found and listed', proves('resource.snapshot-created'), async ({ api }) => {
  const snapshot = await newSnapshot(api);

  expect(await snapshot.read()).toHold({ '/id': snapshot.id });
  expect(await snapshot.pages()).toList(snapshot.id);
  expect(await snapshot.itsPage()).toList(snapshot.id);
});

test('a snapshot that is kept for good does not expire', proves('resource.snapshot-updated'), async ({ api }) => {
  const snapshot = await newSnapshot(api);

  const updated = await snapshot.update({ doNotDelete: true });

  expect(updated).toHaveStatus(200);
  expect(updated).toHold({ '/doNotDelete': true, '/expires': absent });
  expect(await snapshot.read()).toHold({ '/doNotDelete': true, '/expires': absent });
  expect(await snapshot.everywhere()).toShowEverywhere({ '/doNotDelete': true, '/expires': absent });
});

test('a removed snapshot is gone', proves('resource.snapshot-removed'), async ({ api }) => {
  const snapshot = await newSnapshot(api);

  const removed = await snapshot.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await snapshot.read()).toHaveStatus(404);
  expect(await snapshot.everywhere()).toBeGoneEverywhere();
});

test(
  'a listed snapshot of a config server is found under its id',
  proves('resource.config-server-snapshot-read'),
  async ({ api }) => {
    const snapshots = api.given.configServerSnapshots((await mirroredConfigServer(api)).id);
    const { listed, answer } = await lastOf(() => snapshots.list(), 'a snapshot of a config server', snapshots.read);

    expect(answer).toHaveStatus(200);
    expect(answer).toHold({ '/id': listed['id'], '/created': listed['created'] });
  },
);
