import { examined, expect, proves, test } from '#suite';

test('no two deployments of a project share a name', proves('resource.deployment-names-unique'), async ({ deployment }) => {
  const names = examined(await deployment.names());

  expect(
    names.filter((name, index) => names.indexOf(name) !== index),
    'names used twice',
  ).toEqual([]);
});

test('a shard is a replica set', proves('resource.shards-are-replica-sets'), async ({ deployment }) => {
  const shards = examined(await deployment.shardProcesses());

  expect(
    shards.filter(({ replicaSetName }) => replicaSetName === undefined),
    'shards without a replica set',
  ).toEqual([]);
});

test('a monitored process runs MongoDB 2.6 or later', proves('resource.monitored-version'), async ({ deployment }) => {
  const versions = examined(await deployment.monitoredVersions());

  expect(
    versions.filter((version) => deployment.isBefore(version, '2.6')),
    'older versions',
  ).toEqual([]);
});

test('an automated process runs MongoDB 3.6 or later', proves('resource.automated-version'), async ({ deployment }) => {
  const versions = examined(await deployment.automatedVersions());

  expect(
    versions.filter((version) => deployment.isBefore(version, '3.6')),
    'older versions',
  ).toEqual([]);
});

test('a backed-up process runs MongoDB 2.6 or later', proves('resource.backed-up-version'), async ({ deployment }) => {
  const versions = examined(await deployment.backedUpVersions());

  expect(
    versions.filter((version) => deployment.isBefore(version, '2.6')),
    'older versions',
  ).toEqual([]);
});
