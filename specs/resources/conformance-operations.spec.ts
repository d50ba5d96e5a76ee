import { expect, proves, test } from '#suite';

// As conformance.spec.ts, for backup, automation and what is kept about a project.

test('a backup configuration conforms', proves('resource.backup-config'), async ({ look }) => {
  const list = await look.at('/groups/{G}/backupConfigs');

  expect(list).toListOnly('backup-config');
  expect(await look.ofCluster('/groups/{G}/backupConfigs/{C}')).toConformTo('backup-config');
});

test('a snapshot schedule conforms', proves('resource.snapshot-schedule'), async ({ look }) => {
  expect(await look.ofCluster('/groups/{G}/backupConfigs/{C}/snapshotSchedule')).toConformTo('snapshot-schedule');
});

test('a snapshot conforms', proves('resource.snapshot'), async ({ look }) => {
  const cluster = await look.clusterWith('snapshots');
  const { list, entity } = await look.atCollection(`/groups/{G}/clusters/${cluster}/snapshots`);

  expect(list).toListOnly('snapshot');
  expect(entity).toConformTo('snapshot');
});

test('a checkpoint conforms', proves('resource.checkpoint'), async ({ look }) => {
  const cluster = await look.clusterWith('checkpoints');
  const { list, entity } = await look.atCollection(`/groups/{G}/clusters/${cluster}/checkpoints`);

  expect(list).toListOnly('checkpoint');
  expect(entity).toConformTo('checkpoint');
});

test('a restore job conforms', proves('resource.restore-job'), async ({ look }) => {
  const cluster = await look.clusterWith('restoreJobs');
  const { list, entity } = await look.atCollection(`/groups/{G}/clusters/${cluster}/restoreJobs`);

  expect(list).toListOnly('restore-job');
  expect(entity).toConformTo('restore-job');
});

test('an automation configuration conforms', proves('resource.automation-config'), async ({ look }) => {
  expect(await look.at('/groups/{G}/automationConfig')).toConformTo('automation-config');
});

test('an automation status conforms', proves('resource.automation-status'), async ({ look }) => {
  expect(await look.at('/groups/{G}/automationStatus')).toConformTo('automation-status');
});

test('an agent conforms', proves('resource.agent'), async ({ look }) => {
  const list = await look.at('/groups/{G}/agents/MONITORING');

  expect(list).toListOnly('agent');
});

test('an agent API key conforms', proves('resource.agent-api-key'), async ({ look }) => {
  const list = await look.at('/groups/{G}/agentapikeys');

  expect(list).toListOnly('agent-api-key');
});

test('a log collection job conforms', proves('resource.log-collection-job'), async ({ look }) => {
  const { list, entity } = await look.atCollection('/groups/{G}/logCollectionJobs');

  expect(list).toListOnly('log-collection-job');
  expect(entity).toConformTo('log-collection-job');
});

test('an event conforms', proves('resource.event'), async ({ look }) => {
  const { list, entity } = await look.atCollection('/groups/{G}/events');

  expect(list).toListOnly('event');
  expect(entity).toConformTo('event');
});

test('an invoice conforms', proves('resource.invoice'), async ({ look, onlyFor }) => {
  onlyFor('cloud-manager');
  const { list, entity } = await look.atCollection('/orgs/{O}/invoices');

  expect(list).toListOnly('invoice');
  expect(entity).toConformTo('invoice');
});
