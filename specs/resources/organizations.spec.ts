import {
  expect,
  lacking,
  lastOf,
  newOrganization,
  memberOfOrganization,
  projectOfOrganization,
  proves,
  renamedOrganization,
  someOrganization,
  test,
} from '#suite';

test('an organization is what was sent', proves('resource.organization-created'), async ({ api, onlyFor }) => {
  onlyFor('ops-manager');
  const organization = await newOrganization(api);

  expect(organization.created).toHold(organization.sent);
  expect(await organization.read()).toHold(organization.sent);
});

test('an organization is listed', proves('resource.organization-listed'), async ({ api, onlyFor }) => {
  onlyFor('ops-manager');
  const organization = await someOrganization(api);

  expect(await organization.pages()).toList(organization.id);
  expect(await organization.itsPage()).toList(organization.id);
});

test('the name of an organization is kept', proves('resource.organization-updated'), async ({ api }) => {
  const { updated, meanwhile, everywhere, name } = await renamedOrganization(api);

  expect(updated).toHaveStatus(200);
  expect(updated).toHold({ '/name': name });
  expect(meanwhile).toHold({ '/name': name });
  expect(everywhere).toShowEverywhere({ '/name': name });
});

test('a removed organization is not listed', proves('resource.organization-removed'), async ({ api, onlyFor }) => {
  onlyFor('ops-manager');
  const organization = await newOrganization(api);

  const removed = await organization.remove();

  expect(removed).toHaveStatus(200, 202, 204);
  expect(await organization.everywhere()).toBeGoneEverywhere();
});

test('an organization lists its projects', proves('resource.organization-projects'), async ({ api }) => {
  const project = await projectOfOrganization(api);

  expect(await project.pages()).toList(project.id);
  expect(await project.itsPage()).toList(project.id);
});

test(
  'who was removed from an organization is none of its users',
  proves('resource.organization-user-removed'),
  async ({ api }) => {
    const user = await memberOfOrganization(api);

    const removed = await user.remove();

    expect(removed).toHaveStatus(200, 202, 204);
    expect(await user.users()).toHold({ '/results': lacking({ id: user.id }) });
  },
);

test('a listed event of an organization is found under its id', proves('resource.organization-event-read'), async ({ api }) => {
  const { organizationEvents: events } = api;
  const { listed, answer } = await lastOf(() => events.list(), 'an event of the organization', events.read);

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': listed['id'], '/eventTypeName': listed['eventTypeName'] });
});
