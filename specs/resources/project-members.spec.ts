import { expect, lacking, newInvitation, memberOfProject, proves, teamOfProject, test } from '#suite';

const reader = 'GROUP_READ_ONLY';
const administrator = 'GROUP_USER_ADMIN';

test('a user of a project has the roles that were given', proves('resource.project-user-added'), async ({ api }) => {
  const user = await memberOfProject(api);

  expect(user.added).toHold({ '/results': user.as(reader) });
  expect(await user.list()).toHold({ '/results': user.as(reader) });
});

test('new roles of a user take the place of the old', proves('resource.project-user-updated'), async ({ api }) => {
  const user = await memberOfProject(api);

  const updated = await user.change(administrator);

  expect(updated).toHaveStatus(200, 201);
  expect(await user.list()).toHold({ '/results': user.as(administrator) });
});

test('a removed user is none of a project', proves('resource.project-user-removed'), async ({ api }) => {
  const user = await memberOfProject(api);

  const removed = await user.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await user.list()).toHold({ '/results': lacking({ id: user.id }) });
});

test('a team of a project has the roles that were given', proves('resource.project-team-added'), async ({ api }) => {
  const team = await teamOfProject(api);

  expect(team.added).toHold({ '/results': team.as(reader) });
  expect(await team.list()).toHold({ '/results': team.as(reader) });
});

test('new roles of a team take the place of the old', proves('resource.project-team-updated'), async ({ api }) => {
  const team = await teamOfProject(api);

  const updated = await team.change(administrator);

  expect(updated).toHaveStatus(200);
  expect(await team.list()).toHold({ '/results': team.as(administrator) });
});

test('a removed team is none of a project', proves('resource.project-team-removed'), async ({ api }) => {
  const team = await teamOfProject(api);

  const removed = await team.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await team.list()).toHold({ '/results': lacking({ teamId: team.id }) });
});

test('an invitation is what was sent', proves('resource.project-invitation-created'), async ({ api }) => {
  const invitation = await newInvitation(api);

  expect(invitation.created).toHold(invitation.sent);
  expect(await invitation.read()).toHold(invitation.sent);
});

test('an invitation is listed', proves('resource.project-invitation-listed'), async ({ api }) => {
  const invitation = await newInvitation(api);

  expect(await invitation.pages()).toList(invitation.id);
  expect(await invitation.itsPage()).toList(invitation.id);
});

test('a removed invitation is gone', proves('resource.project-invitation-removed'), async ({ api }) => {
  const invitation = await newInvitation(api);

  const removed = await invitation.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await invitation.read()).toHaveStatus(404);
  expect(await invitation.pages()).toLeaveOut(invitation.id);
});
