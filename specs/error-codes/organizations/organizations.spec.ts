import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  circumstances,
  createUser,
  demoted,
  expect,
  newUser,
  hadRoom,
  organizationFullOfUsers,
  organizationOwner,
  ownedOrganization,
  play,
  proves,
  refilled,
  scenario,
  test,
  type Scenarios,
} from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'organizations'>> = {
  CANNOT_DEMOTE_LAST_ORG_OWNER: [
    scenario({
      given: 'the only owner of an organization, to lose that role',
      state: ownedOrganization,
      when: ({ users }, { id, owner }) => users.update(owner.id, { roles: demoted(owner, id) }),
      watch: ({ users }, { owner }) => users.read(owner.id),
      beside: async (api, { id }) => {
        const second = await organizationOwner(api, id);
        return api.users.update(second.id, { roles: demoted(second, id) });
      },
    }),
    scenario({
      given: 'the only owner of an organization, to be removed from it',
      contended: true,
      state: ownedOrganization,
      when: ({ organizations }, { id, owner }) => organizations.removeUser(id, owner.id),
      watch: ({ organizations }, { id }) => organizations.listUsers(id),
      beside: async (api, { id }) => api.organizations.removeUser(id, (await organizationOwner(api, id)).id),
    }),
  ],
  MAX_USERS_PER_ORG_EXCEEDED: scenario({
    given: 'an organization with as many users as it may have',
    contended: true,
    othersDid: hadRoom,
    state: organizationFullOfUsers,
    when: (_, { add }) => add(),
    fills: (_, { id, total }) => [String(total), id],
    watch: (_, { list }) => list(),
    beside: (api, organization) => refilled(api, organization, () => createUser(api)),
  }),
  ORG_NOT_FOUND: [
    scenario({
      given: 'an id that names no organization',
      state: async ({ names }) => names.unknownId(),
      when: ({ organizations }, id) => organizations.read(id),
      fills: (_, id) => [id],
    }),
    scenario({
      given: 'a role in an organization that does not exist',
      state: async (api) => ({ orgId: api.names.unknownId(), user: await newUser(api) }),
      when: ({ users }, { orgId, user }) => users.update(user.id, { roles: [{ orgId, roleName: 'ORG_READ_ONLY' }] }),
      fills: (_, { orgId }) => [orgId],
      watch: ({ users }, { user }) => users.read(user.id),
      beside: ({ users, orgId }, { user }) => users.update(user.id, { roles: [{ orgId, roleName: 'ORG_READ_ONLY' }] }),
    }),
  ],
  ROLE_NEEDS_NO_ORG_ID: scenario({
    given: 'a role of projects with a project and an organization',
    state: (api) => newUser(api),
    when: ({ users, orgId, projectId: groupId }, { id }) =>
      users.update(id, { roles: [{ groupId, orgId, roleName: 'GROUP_READ_ONLY' }] }),
    fills: () => ['GROUP_READ_ONLY'],
    watch: ({ users }, { id }) => users.read(id),
    beside: ({ users, projectId: groupId }, { id }) => users.update(id, { roles: [{ groupId, roleName: 'GROUP_READ_ONLY' }] }),
  }),
  ROLE_NEEDS_ORG_ID: scenario({
    given: 'a role of organizations without an organization',
    state: (api) => newUser(api),
    when: ({ users }, { id }) => users.update(id, { roles: [{ roleName: 'ORG_READ_ONLY' }] }),
    fills: () => ['ORG_READ_ONLY'],
    watch: ({ users }, { id }) => users.read(id),
    beside: ({ users, orgId }, { id }) => users.update(id, { roles: [{ orgId, roleName: 'ORG_READ_ONLY' }] }),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
