import {
  expect,
  holding,
  joinedTeam,
  lacking,
  newTeam,
  newTeamOfProject,
  membersOfTeam,
  proves,
  someTeam,
  telling,
  test,
} from '#suite';

test('a team is what was sent', proves('resource.team-created'), async ({ api }) => {
  const team = await newTeam(api);

  expect(team.created).toHold(team.sent);
  expect(await team.read()).toHold(team.sent);
});

test('a team is listed', proves('resource.team-listed'), async ({ api }) => {
  const team = await someTeam(api);

  expect(await team.pages()).toList(team.id);
  expect(await team.itsPage()).toList(team.id);
});

test('a team is found by its name', proves('resource.team-read-by-name'), async ({ api }) => {
  const { id, name } = await someTeam(api);

  const answer = telling(await api.teams.readByName(String(name)));

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': id });
});

test('the new name of a team is kept', proves('resource.team-updated'), async ({ api, names }) => {
  const team = await newTeamOfProject(api);
  const name = names.name('renamed');

  const updated = await team.update({ name });

  expect(updated).toHaveStatus(200);
  expect(updated).toHold({ '/name': name });
  expect(await team.read()).toHold({ '/name': name });
  expect(await team.everywhere()).toShowEverywhere({ '/name': name });
  expect([await team.users()]).toList(team.member);
});

test('a removed team is gone', proves('resource.team-removed'), async ({ api }) => {
  const team = await newTeamOfProject(api);

  const removed = await team.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await team.read()).toHaveStatus(404);
  expect(await team.everywhere()).toBeGoneEverywhere();
});

test('who was added to a team is one of its users', proves('resource.team-user-added'), async ({ api }) => {
  const { id, answers, list, members } = await membersOfTeam(api);

  for (const answer of answers) expect(answer).toHold({ '/results': holding({ id }) });
  for (const member of members) expect(await list()).toHold({ '/results': holding({ id: member }) });
});

test('who was removed from a team is none of its users', proves('resource.team-user-removed'), async ({ api }) => {
  const { remove, list, first, id } = await joinedTeam(api);

  const removed = await remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await list()).toHold({ '/results': lacking({ id }) });
  expect(await list()).toHold({ '/results': holding({ id: first }) });
});
