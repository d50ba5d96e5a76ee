import {
  expect,
  holding,
  inOrganization,
  loginWith,
  newAgentApiKey,
  lacking,
  newApiKey,
  newApiKeyOfProject,
  newProjectApiKey,
  proves,
  someApiKey,
  someProjectApiKey,
  test,
  visitOf,
} from '#suite';

test('an API key is what was sent', proves('resource.api-key-created'), async ({ api }) => {
  const key = await newApiKey(api);

  expect(key.created).toHold(key.sent);
  expect(await key.read()).toHold(key.sent);
});

test('an API key is listed', proves('resource.api-key-listed'), async ({ api }) => {
  const key = await someApiKey(api);

  expect(await key.pages()).toList(key.id);
  expect(await key.itsPage()).toList(key.id);
});

test('a change of an API key is kept, and nothing else changes', proves('resource.api-key-updated'), async ({ api, names }) => {
  const key = await newApiKeyOfProject(api);
  const desc = names.name('described');

  const updated = await key.update({ desc });

  expect(updated).toHaveStatus(200);
  expect(updated).toHold({ ...key.sent, '/desc': desc });
  expect(await key.read()).toHold({ ...key.sent, '/desc': desc });
  expect(await key.everywhere()).toShowEverywhere({ '/desc': desc });
});

test('a removed API key is gone', proves('resource.api-key-removed'), async ({ api }) => {
  const key = await newApiKeyOfProject(api);
  const login = await loginWith(api, key);
  const before = await login();

  const removed = await key.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  // The error table has 400 for a key that is not found.
  expect(await key.read()).toHaveStatus(400, 404);
  expect(await key.everywhere()).toBeGoneEverywhere();
  expect(await login()).toBeLockedOut(before);
});

test('an API key of a project is what was sent', proves('resource.project-api-key-created'), async ({ api }) => {
  const key = await newProjectApiKey(api);

  expect(key.created).toHold(key.sent);
  expect(await key.read()).toHold(key.sent);
});

test('an API key of a project is listed there', proves('resource.project-api-key-listed'), async ({ api }) => {
  const key = await someProjectApiKey(api);

  expect(await key.pages()).toList(key.id);
  expect(await key.itsPage()).toList(key.id);
});

test(
  'new roles of an API key in a project are kept, and nothing else changes',
  proves('resource.project-api-key-updated'),
  async ({ api }) => {
    const key = await newProjectApiKey(api);
    const changed = { ...key.sent, '/roles': key.as('GROUP_MONITORING_ADMIN') };

    const updated = await key.update({ roles: ['GROUP_MONITORING_ADMIN'] });

    expect(updated).toHaveStatus(200);
    expect(updated).toHold(changed);
    expect(await key.read()).toHold(changed);
    expect(await key.alsoIn(inOrganization(api)).everywhere()).toShowEverywhere(changed);
  },
);

test('an API key taken out of a project is not listed there', proves('resource.project-api-key-removed'), async ({ api }) => {
  const key = await newProjectApiKey(api);
  const visit = await visitOf(api, key);
  const before = await visit();

  const removed = await key.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await key.everywhere()).toBeGoneEverywhere();
  expect(await visit()).toBeLockedOut(before);
});

test('an agent API key is what was sent', proves('resource.agent-api-key-created'), async ({ api }) => {
  const key = await newAgentApiKey(api);

  expect(key.created).toHold(key.sent);
});

test('an agent API key is listed as it was made', proves('resource.agent-api-key-listed'), async ({ api }) => {
  const { id, list, sent } = await newAgentApiKey(api);

  expect(await list()).toHold({ '': holding({ _id: id, desc: sent['/desc'] }) });
});

test('a removed agent API key is not listed', proves('resource.agent-api-key-removed'), async ({ api }) => {
  const { id, list, remove } = await newAgentApiKey(api);

  const removed = await remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await list()).toHold({ '': lacking({ _id: id }) });
});
