import { expect, proves, test } from '#suite';

// The rule that every entity conforms to its schema is judged in every exchange of a run. These tests see to it that
// each kind of entity is met at all, in a list and by itself.

test('the root conforms', proves('resource.root'), async ({ look }) => {
  expect(await look.at('')).toConformTo('root');
});

test('an organization conforms', proves('resource.organization'), async ({ look }) => {
  const { list, entity } = await look.atCollection('/orgs');

  expect(list).toListOnly('organization');
  expect(entity).toConformTo('organization');
});

test('a project conforms', proves('resource.project'), async ({ look }) => {
  const { list, entity } = await look.atCollection('/groups');

  expect(list).toListOnly('project');
  expect(entity).toConformTo('project');
});

test('a user conforms', proves('resource.user'), async ({ look }) => {
  const { list, entity } = await look.atCollection('/groups/{G}/users');

  expect(list).toListOnly('user');
  expect(entity).toConformTo('user');
});

test('an API key conforms', proves('resource.api-key'), async ({ look }) => {
  const { list, readable } = await look.apiKeys();

  expect(list).toListOnly('api-key');
  for (const entity of readable) expect(entity).toConformTo('api-key');
});

test('an entry of an access list conforms', proves('resource.access-list-entry'), async ({ look, accessListOf, caller }) => {
  await look.at('/orgs/{O}/apiKeys');
  const { list, entity } = await accessListOf(await caller('other-address'));

  expect(list).toListOnly('access-list-entry');
  expect(entity).toConformTo('access-list-entry');
});

test('a team conforms', proves('resource.team'), async ({ look }) => {
  const { list, entity } = await look.atCollection('/orgs/{O}/teams');

  expect(list).toListOnly('team');
  expect(entity).toConformTo('team');
});

test('a host conforms', proves('resource.host'), async ({ look }) => {
  const { list, entity } = await look.atCollection('/groups/{G}/hosts');

  expect(list).toListOnly('host');
  expect(entity).toConformTo('host');
});

test('a database of a host conforms', proves('resource.database'), async ({ look }) => {
  const host = await look.hostWith('databases');
  const { list, entity } = await look.atCollection(`/groups/{G}/hosts/${host}/databases`, 'databaseName');

  expect(list).toListOnly('database');
  expect(entity).toConformTo('database');
});

test('a disk of a host conforms', proves('resource.disk'), async ({ look }) => {
  const host = await look.hostWith('disks');
  const { list, entity } = await look.atCollection(`/groups/{G}/hosts/${host}/disks`, 'partitionName');

  expect(list).toListOnly('disk');
  expect(entity).toConformTo('disk');
});

test('a cluster conforms', proves('resource.cluster'), async ({ look }) => {
  const { list, entity } = await look.atCollection('/groups/{G}/clusters');

  expect(list).toListOnly('cluster');
  expect(entity).toConformTo('cluster');
});

test('an alert conforms', proves('resource.alert'), async ({ look }) => {
  const { list, entity } = await look.atCollection('/groups/{G}/alerts');

  expect(list).toListOnly('alert');
  expect(entity).toConformTo('alert');
});

test('an alert configuration conforms', proves('resource.alert-config'), async ({ look }) => {
  const { list, entity } = await look.atCollection('/groups/{G}/alertConfigs');

  expect(list).toListOnly('alert-config');
  expect(entity).toConformTo('alert-config');
});

test('a global alert configuration conforms', proves('resource.global-alert-config'), async ({ look, onlyFor }) => {
  onlyFor('ops-manager');
  const { list, entity } = await look.atCollection('/globalAlertConfigs');

  expect(list).toListOnly('global-alert-config');
  expect(entity).toConformTo('global-alert-config');
});

test('a maintenance window conforms', proves('resource.maintenance-window'), async ({ maintenanceWindows }) => {
  const window = await maintenanceWindows.some();

  expect(await maintenanceWindows.list()).toListOnly('maintenance-window');
  expect(await maintenanceWindows.read(window.id)).toConformTo('maintenance-window');
});
