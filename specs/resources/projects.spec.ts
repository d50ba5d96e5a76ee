import { expect, keyOfAgents, lastOf, newProject, projectEventsOf, proves, someProject, telling, test } from '#suite';

test('a project is what was sent', proves('resource.project-created'), async ({ api }) => {
  const project = await newProject(api);

  expect(project.created).toHold(project.sent);
  expect(await project.read()).toHold(project.sent);
});

test('a project is listed', proves('resource.project-listed'), async ({ api }) => {
  const project = await someProject(api);

  expect(await project.pages()).toList(project.id);
  expect(await project.itsPage()).toList(project.id);
});

test('a project is found by its name', proves('resource.project-read-by-name'), async ({ api }) => {
  const { id, name } = await someProject(api);

  const answer = telling(await api.projects.readByName(String(name)));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': id });
});

test('a project is found by the key of its agents', proves('resource.project-read-by-agent-key'), async ({ api }) => {
  const key = await keyOfAgents(api);

  const answer = telling(await api.projects.readByAgentApiKey(key));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': api.projectId });
});

test(
  'the new name of a project is kept, and nothing else changes',
  proves('resource.project-updated'),
  async ({ api, names }) => {
    const project = await newProject(api);
    const name = names.name('renamed');

    const updated = await project.update({ name });

    expect(updated).toHaveStatus(200);
    expect(updated).toHold({ ...project.sent, '/name': name });
    expect(await project.read()).toHold({ ...project.sent, '/name': name });
    expect(await project.everywhere()).toShowEverywhere({ ...project.sent, '/name': name });
  },
);

test('a removed project is gone', proves('resource.project-removed'), async ({ api }) => {
  const project = await newProject(api);

  const removed = await project.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  // Whether nobody belongs to it or there is none cannot be told apart, nor do the documents.
  expect(await project.read()).toHaveStatus(401, 403, 404);
  expect(await project.everywhere()).toBeGoneEverywhere();
});

test('a listed event of a project is found under its id', proves('resource.project-event-read'), async ({ api }) => {
  const events = projectEventsOf(api);
  const { listed, answer } = await lastOf(() => events.list(), 'an event of the project', events.read);

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': listed['id'], '/eventTypeName': listed['eventTypeName'] });
});
