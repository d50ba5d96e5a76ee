import { expect, lastOf, madeAccount, madeMachine, madeMachines, madeSshKey, offered, proves, telling, test, workingOptions } from '#suite';

test('an SSH key is what was sent', proves('resource.ssh-key-created'), async ({ stage }) => {
  const key = await madeSshKey(stage);

  expect(key.created).toHold(key.sent);
  expect(await key.read()).toHold(key.sent);
});

test('an SSH key is listed', proves('resource.ssh-key-listed'), async ({ stage }) => {
  const key = await madeSshKey(stage);

  expect(await key.pages()).toList(key.id);
});

test('an SSH key is found by its name', proves('resource.ssh-key-read-by-name'), async ({ stage }) => {
  const { id, name } = await madeSshKey(stage);

  const answer = telling(await stage.sshKeys.readByName(name));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': id });
});

test('a removed SSH key is gone', proves('resource.ssh-key-removed'), async ({ stage }) => {
  const other = await madeSshKey(stage);
  const key = await madeSshKey(stage);

  const removed = await key.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await key.read()).toHaveStatus(404);
  expect(await key.pages()).toLeaveOut(key.id);
  expect(await key.pages()).toList(other.id);
});

test('a listed provider is found under its name', proves('resource.provider-read'), async ({ stage, onlyFor }) => {
  onlyFor('cloud-manager');
  await offered(stage, 'providers');
  const { listed, answer } = await lastOf(() => stage.given.providers.list(), 'a provider', stage.given.providers.read);

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': listed['id'] });
});

test('what may be ordered of a provider can be read', proves('resource.provider-options-read'), async ({ stage, onlyFor }) => {
  onlyFor('cloud-manager');

  expect(await workingOptions(stage)).toHaveStatus(200);
});

test('an account with a provider is what was sent', proves('resource.provider-config-created'), async ({ stage, onlyFor }) => {
  onlyFor('cloud-manager');
  const account = await madeAccount(stage);

  expect(account.created).toHold(account.sent);
  expect(await account.read()).toHold(account.sent);
});

test('an account with a provider is listed', proves('resource.provider-config-listed'), async ({ stage, onlyFor }) => {
  onlyFor('cloud-manager');
  const account = await madeAccount(stage);

  expect(await account.pages()).toList(account.id);
});

test('a removed account with a provider is gone', proves('resource.provider-config-removed'), async ({ stage, onlyFor }) => {
  onlyFor('cloud-manager');
  const account = await madeAccount(stage);

  const removed = await account.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await account.read()).toHaveStatus(404);
  expect(await account.pages()).toLeaveOut(account.id);
});

test('a job that makes machines is what was sent', proves('resource.provision-job-created'), async ({ stage }) => {
  const job = await madeMachines(stage);

  expect(job.created).toHold(job.sent);
  expect(await job.read()).toHold(job.sent);
});

test('a removed job is gone', proves('resource.provision-job-removed'), async ({ stage }) => {
  const job = await madeMachines(stage);

  const removed = await job.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await job.read()).toHaveStatus(404);
});

test('a machine is listed', proves('resource.machine-listed'), async ({ stage }) => {
  const machine = await madeMachine(stage);

  expect(await machine.pages()).toList(machine.id);
});

test('a removed machine is gone', proves('resource.machine-removed'), async ({ stage }) => {
  const machine = await madeMachine(stage);

  const removed = await machine.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await machine.read()).toHaveStatus(404);
  expect(await machine.pages()).toLeaveOut(machine.id);
});
