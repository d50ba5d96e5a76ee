import {
  expect,
  lastOf,
  newAccount,
  newMachine,
  newMachines,
  newSshKey,
  offered,
  proves,
  telling,
  test,
  workingOptions,
} from '#suite';

test('an SSH key is what was sent', proves('resource.ssh-key-created'), async ({ api }) => {
  const key = await newSshKey(api);

  expect(key.created).toHold(key.sent);
  expect(await key.read()).toHold(key.sent);
});

test('an SSH key is listed', proves('resource.ssh-key-listed'), async ({ api }) => {
  const key = await newSshKey(api);

  expect(await key.pages()).toList(key.id);
  expect(await key.itsPage()).toList(key.id);
});

test('an SSH key is found by its name', proves('resource.ssh-key-read-by-name'), async ({ api }) => {
  const { id, name } = await newSshKey(api);

  const answer = telling(await api.sshKeys.readByName(name));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': id });
});

test('a removed SSH key is gone', proves('resource.ssh-key-removed'), async ({ api }) => {
  const other = await newSshKey(api);
  const key = await newSshKey(api);

  const removed = await key.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await key.read()).toHaveStatus(404);
  expect(await key.pages()).toLeaveOut(key.id);
  expect(await key.pages()).toList(other.id);
});

test('a listed provider is found under its name', proves('resource.provider-read'), async ({ api, onlyFor }) => {
  onlyFor('cloud-manager');
  await offered(api, 'providers');
  const { listed, answer } = await lastOf(() => api.given.providers.list(), 'a provider', api.given.providers.read);

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': listed['id'] });
});

test('what may be ordered of a provider can be read', proves('resource.provider-options-read'), async ({ api, onlyFor }) => {
  onlyFor('cloud-manager');

  expect(await workingOptions(api)).toHaveStatus(200);
});

test('an account with a provider is what was sent', proves('resource.provider-config-created'), async ({ api, onlyFor }) => {
  onlyFor('cloud-manager');
  const account = await newAccount(api);

  expect(account.created).toHold(account.sent);
  expect(await account.read()).toHold(account.sent);
});

test('an account with a provider is listed', proves('resource.provider-config-listed'), async ({ api, onlyFor }) => {
  onlyFor('cloud-manager');
  const account = await newAccount(api);

  expect(await account.pages()).toList(account.id);
  expect(await account.itsPage()).toList(account.id);
});

test('a removed account with a provider is gone', proves('resource.provider-config-removed'), async ({ api, onlyFor }) => {
  onlyFor('cloud-manager');
  const account = await newAccount(api);

  const removed = await account.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await account.read()).toHaveStatus(404);
  expect(await account.pages()).toLeaveOut(account.id);
});

test('a job that makes machines is what was sent', proves('resource.provision-job-created'), async ({ api }) => {
  const job = await newMachines(api);

  expect(job.created).toHold(job.sent);
  expect(await job.read()).toHold(job.sent);
});

test('a removed job is gone', proves('resource.provision-job-removed'), async ({ api }) => {
  const job = await newMachines(api);

  const removed = await job.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await job.read()).toHaveStatus(404);
});

test('a machine is listed', proves('resource.machine-listed'), async ({ api }) => {
  const machine = await newMachine(api);

  expect(await machine.pages()).toList(machine.id);
  expect(await machine.itsPage()).toList(machine.id);
});

test('a removed machine is gone', proves('resource.machine-removed'), async ({ api }) => {
  const machine = await newMachine(api);

  const removed = await machine.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await machine.read()).toHaveStatus(404);
  expect(await machine.pages()).toLeaveOut(machine.id);
});
