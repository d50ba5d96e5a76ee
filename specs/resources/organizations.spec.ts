import {
  expect, lacking, lastOf, madeOrganization, memberOfOrganization, projectOfOrganization, proves, renamedOrganization, someOrganization, test,
} from '#suite';

test('an organization is what was sent', proves('resource.organization-created'), async ({ stage, onlyFor }) => {
  onlyFor('ops-manager');
  const organization = await madeOrganization(stage);

  expect(organization.created).toHold(organization.sent);
  expect(await organization.read()).toHold(organization.sent);
});

test('an organization is listed', proves('resource.organization-listed'), async ({ stage, onlyFor }) => {
  onlyFor('ops-manager');
  const organization = await someOrganization(stage);

  expect(await organization.pages()).toList(organization.id);
});

test('the name of an organization is kept', proves('resource.organization-updated'), async ({ stage }) => {
  const { updated, meanwhile, name } = await renamedOrganization(stage);

  expect(updated).toHaveStatus(200);
  expect(updated).toHold({ '/name': name });
  expect(meanwhile).toHold({ '/name': name });
});

test('a removed organization is not listed', proves('resource.organization-removed'), async ({ stage, onlyFor }) => {
  onlyFor('ops-manager');
  const organization = await madeOrganization(stage);

  const removed = await organization.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await organization.pages()).toLeaveOut(organization.id);
});

test('an organization lists its projects', proves('resource.organization-projects'), async ({ stage }) => {
  const project = await projectOfOrganization(stage);

  expect(await project.pages()).toList(project.id);
});

test('who was removed from an organization is none of its users', proves('resource.organization-user-removed'), async ({ stage }) => {
  const user = await memberOfOrganization(stage);

  const removed = await user.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await user.users()).toHold({ '/results': lacking({ id: user.id }) });
});

test('a listed event of an organization is found under its id', proves('resource.organization-event-read'), async ({ stage }) => {
  const { organizationEvents: events } = stage;
  const { listed, answer } = await lastOf(() => events.list(), 'an event of the organization', events.read);

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': listed['id'], '/eventTypeName': listed['eventTypeName'] });
});
