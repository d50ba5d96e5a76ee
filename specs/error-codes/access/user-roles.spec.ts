import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  asOwner,
  circumstances,
  expect,
  newUser,
  memberRole,
  notApplicable,
  ownedProject,
  sharedUser,
  play,
  proves,
  readerAndSelf,
  readerRole,
  register,
  scenario,
  secondOwner,
  test,
  type Scenarios,
} from '#suite';

/** The others are in users.spec.ts. */
type Codes = Extract<
  ErrorCodeOf<'users'>,
  `${string}ROLE${string}` | `${string}OWNER` | 'BILLING_UNSUPPORTED' | 'INVITATION_ONLY_MODE_OR_LDAP'
>;

const scenarios: Scenarios<Codes> = {
  BILLING_UNSUPPORTED: scenario({
    given: 'a user to be made billing administrator',
    state: (api) => newUser(api),
    when: ({ users, orgId }, { id, roles }) => users.update(id, { roles: [...roles, { orgId, roleName: 'ORG_BILLING_ADMIN' }] }),
    watch: ({ users }, { id }) => users.read(id),
    beside: ({ users, orgId }, { id, roles }) => users.update(id, { roles: [...roles, { orgId, roleName: 'ORG_READ_ONLY' }] }),
  }),
  CANNOT_ADD_GLOBAL_ROLE: scenario({
    given: 'a global role from somebody who has none',
    state: async (api) => ({ owner: await asOwner(api), user: await newUser(api) }),
    when: (_, { owner, user: { id, roles } }) => owner.update(id, { roles: [...roles, { roleName: 'GLOBAL_READ_ONLY' }] }),
    watch: ({ users }, { user }) => users.read(user.id),
    beside: ({ orgId }, { owner, user: { id, roles } }) =>
      owner.update(id, { roles: [...roles, { orgId, roleName: 'ORG_READ_ONLY' }] }),
  }),
  CANNOT_DELETE_LAST_OWNER: scenario({
    given: 'the only owner of a project, to be removed from it',
    state: ownedProject,
    when: ({ projects }, { id, owner }) => projects.removeUser(id, owner.id),
    watch: ({ projects }, { id }) => projects.listUsers(id),
    beside: async (api, { id }) => api.projects.removeUser(id, (await secondOwner(api, id)).id),
  }),
  CANNOT_DEMOTE_LAST_OWNER: scenario({
    given: 'the only owner of a project, to become a reader',
    state: ownedProject,
    when: ({ users }, { id, owner }) => users.update(owner.id, { roles: [...owner.roles, readerRole(id)] }),
    watch: ({ users }, { owner }) => users.read(owner.id),
    beside: async (api, { id }) => {
      const second = await secondOwner(api, id);
      return api.users.update(second.id, { roles: [...second.roles, readerRole(id)] });
    },
  }),
  INVALID_ROLE_FOR_GROUP: [
    scenario({
      given: 'a role of organizations for somebody in a project',
      state: sharedUser,
      when: ({ projects, projectId }, { id }) => projects.addUsers(projectId, [{ id, roles: [{ roleName: 'ORG_READ_ONLY' }] }]),
      fills: ({ projectId }) => ['ORG_READ_ONLY', projectId],
      watch: ({ projects, projectId }) => projects.listUsers(projectId),
      beside: async (api) => {
        const { id } = await newUser(api);
        return api.projects.addUsers(api.projectId, [{ id, roles: [{ roleName: 'GROUP_READ_ONLY' }] }]);
      },
    }),
    scenario({
      given: 'a role of organizations with the id of a project',
      state: (api) => newUser(api),
      when: ({ users, projectId: groupId }, { id }) => users.update(id, { roles: [{ groupId, roleName: 'ORG_READ_ONLY' }] }),
      fills: ({ projectId }) => ['ORG_READ_ONLY', projectId],
      watch: ({ users }, { id }) => users.read(id),
      beside: ({ users, projectId }, { id }) => users.update(id, { roles: [readerRole(projectId)] }),
    }),
  ],
  INVITATION_ONLY_MODE_OR_LDAP: scenario({
    given: 'somebody who registers where users are invited or come from LDAP',
    risk: 'destructive',
    state: async ({ names }) => `${names.name('uninvited')}@example.com`,
    when: register,
    watch: ({ users }, username) => users.readByName(username),
  }),
  ROLES_SPECIFIED_FOR_USER: [
    scenario({
      given: 'roles for oneself from somebody who administers nobody',
      risk: 'destructive',
      state: readerAndSelf,
      when: (_, { reader, self }) => reader.update(self.id, { roles: self.roles }),
      watch: ({ users }, { self }) => users.read(self.id),
      beside: (_, { reader, self }) => reader.update(self.id, { firstName: self.firstName }),
    }),
    scenario({
      given: 'somebody who registers with roles of their own choice',
      risk: 'destructive',
      state: async ({ names, product }) =>
        product === 'ops-manager'
          ? `${names.name('uninvited')}@example.com`
          : notApplicable('nobody registers with Cloud Manager without credentials'),
      when: (api, username) => register(api, username, { roles: [memberRole(api.orgId)] }),
      watch: ({ users }, username) => users.readByName(username),
    }),
  ],
  ROLE_NEEDS_GROUP_ID: scenario({
    given: 'a role of projects without a project',
    state: (api) => newUser(api),
    when: ({ users }, { id }) => users.update(id, { roles: [{ roleName: 'GROUP_READ_ONLY' }] }),
    fills: () => ['GROUP_READ_ONLY'],
    watch: ({ users }, { id }) => users.read(id),
    beside: ({ users, projectId: groupId }, { id }) => users.update(id, { roles: [{ groupId, roleName: 'GROUP_READ_ONLY' }] }),
  }),
  ROLE_NEEDS_NO_GROUP_ID: scenario({
    given: 'a global role with a project',
    state: (api) => newUser(api),
    when: ({ users, projectId: groupId }, { id }) => users.update(id, { roles: [{ groupId, roleName: 'GLOBAL_READ_ONLY' }] }),
    fills: () => ['GLOBAL_READ_ONLY'],
    watch: ({ users }, { id }) => users.read(id),
    beside: ({ users, projectId: groupId }, { id }) => users.update(id, { roles: [{ groupId, roleName: 'GROUP_READ_ONLY' }] }),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
