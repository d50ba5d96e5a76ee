import { expect, lastOf, proves, renamedCluster, test } from '#suite';

test('a listed cluster is found under its id', proves('resource.cluster-read'), async ({ api: { given } }) => {
  const { listed, answer } = await lastOf(() => given.clusters.list({ itemsPerPage: 500 }), 'a cluster', given.clusters.read);

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': listed['id'], '/typeName': listed['typeName'] });
});

test('the name of a sharded cluster is kept, and nothing else changes', proves('resource.cluster-updated'), async ({ api }) => {
  const { before, updated, meanwhile, everywhere, after, clusterName } = await renamedCluster(api);

  expect(updated).toHaveStatus(200);
  expect(updated).toHold({ '/clusterName': clusterName });
  expect(meanwhile).toHold({ '/clusterName': clusterName });
  expect(everywhere).toShowEverywhere({ '/clusterName': clusterName });
  expect(meanwhile).toBring(before, '/clusterName', '/lastHeartbeat');
  expect(after).toBring(before, '/lastHeartbeat');
});
