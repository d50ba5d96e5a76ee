import { expect, holding, newUser, newUserOfProject, memberRole, proves, readerRole, someUser, telling, test } from '#suite';

test('a user is what was sent', proves('resource.user-created'), async ({ api }) => {
  const user = await newUser(api);

  expect(user.created).toHold(user.sent);
  expect(await user.read()).toHold(user.sent);
});

test('a user is listed in the organization', proves('resource.user-listed'), async ({ api }) => {
  const user = await someUser(api);

  expect(await user.pages()).toList(user.id);
  expect(await user.itsPage()).toList(user.id);
});

test('a user is found by name', proves('resource.user-read-by-name'), async ({ api }) => {
  const { id, name } = await someUser(api);

  const answer = telling(await api.users.readByName(String(name)));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': id });
});

test('new roles of a user are kept, and nothing else changes', proves('resource.user-updated'), async ({ api }) => {
  const user = await newUser(api);
  const role = readerRole(api.projectId);
  const changed = { ...user.sent, '/roles': holding(role) };

  const updated = await user.update({ roles: [memberRole(api.orgId), role] });

  expect(updated).toHaveStatus(200);
  expect(updated).toHold(changed);
  expect(await user.read()).toHold(changed);
  expect(await user.everywhere()).toShowEverywhere(changed);
});

test('a removed user is gone', proves('resource.user-removed'), async ({ api, onlyFor }) => {
  onlyFor('ops-manager');
  const user = await newUserOfProject(api);

  const removed = await user.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await user.read()).toHaveStatus(401, 403, 404);
  expect(await user.everywhere()).toBeGoneEverywhere();
});
