import { expect, lacking, madeInvitation, memberOfProject, proves, teamOfProject, test } from '#suite';

const reader = 'GROUP_READ_ONLY';
const administrator = 'GROUP_USER_ADMIN';

test('a user of a project has the roles that were given', proves('resource.project-user-added'), async ({ stage }) => {
  const user = await memberOfProject(stage);

  expect(user.added).toHold({ '/results': user.as(reader) });
  expect(await user.list()).toHold({ '/results': user.as(reader) });
});

test('new roles of a user take the place of the old', proves('resource.project-user-updated'), async ({ stage }) => {
  const user = await memberOfProject(stage);

  const updated = await user.change(administrator);

  expect(updated).toHaveStatus(200, 201);
  expect(await user.list()).toHold({ '/results': user.as(administrator) });
});

test('a removed user is none of a project', proves('resource.project-user-removed'), async ({ stage }) => {
  const user = await memberOfProject(stage);

  const removed = await user.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await user.list()).toHold({ '/results': lacking({ id: user.id }) });
});

test('a team of a project has the roles that were given', proves('resource.project-team-added'), async ({ stage }) => {
  const team = await teamOfProject(stage);

  expect(team.added).toHold({ '/results': team.as(reader) });
  expect(await team.list()).toHold({ '/results': team.as(reader) });
});

test('new roles of a team take the place of the old', proves('resource.project-team-updated'), async ({ stage }) => {
  const team = await teamOfProject(stage);

  const updated = await team.change(administrator);

  expect(updated).toHaveStatus(200);
  expect(await team.list()).toHold({ '/results': team.as(administrator) });
});

test('a removed team is none of a project', proves('resource.project-team-removed'), async ({ stage }) => {
  const team = await teamOfProject(stage);

  const removed = await team.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await team.list()).toHold({ '/results': lacking({ teamId: team.id }) });
});

test('an invitation is what was sent', proves('resource.project-invitation-created'), async ({ stage }) => {
  const invitation = await madeInvitation(stage);

  expect(invitation.created).toHold(invitation.sent);
  expect(await invitation.read()).toHold(invitation.sent);
});

test('an invitation is listed', proves('resource.project-invitation-listed'), async ({ stage }) => {
  const invitation = await madeInvitation(stage);

  expect(await invitation.pages()).toList(invitation.id);
});

test('a removed invitation is gone', proves('resource.project-invitation-removed'), async ({ stage }) => {
  const invitation = await madeInvitation(stage);

  const removed = await invitation.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await invitation.read()).toHaveStatus(404);
  expect(await invitation.pages()).toLeaveOut(invitation.id);
});
