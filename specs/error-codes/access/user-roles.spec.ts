import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  asOwner, circumstances, expect, freshUser, memberRole, notApplicable, ownedProject, ownUser, play, proves, readerAndSelf, readerRole,
  register, scenario, secondOwner, test, type Scenarios,
} from '#suite';

/** The others are in users.spec.ts. */
type Codes = Extract<
  ErrorCodeOf<'users'>, `${string}ROLE${string}` | `${string}OWNER` | 'BILLING_UNSUPPORTED' | 'INVITATION_ONLY_MODE_OR_LDAP'
>;

const scenarios: Scenarios<Codes> = {
  BILLING_UNSUPPORTED: scenario({
    given: 'a user to be made billing administrator',
    state: (stage) => freshUser(stage),
    when: ({ users, orgId }, { id, roles }) => users.update(id, { roles: [...roles, { orgId, roleName: 'ORG_BILLING_ADMIN' }] }),
    watch: ({ users }, { id }) => users.read(id),
    beside: ({ users, orgId }, { id, roles }) => users.update(id, { roles: [...roles, { orgId, roleName: 'ORG_READ_ONLY' }] }),
  }),
  CANNOT_ADD_GLOBAL_ROLE: scenario({
    given: 'a global role from somebody who has none',
    state: async (stage) => ({ owner: await asOwner(stage), user: await freshUser(stage) }),
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
    beside: async (stage, { id }) => stage.projects.removeUser(id, (await secondOwner(stage, id)).id),
  }),
  CANNOT_DEMOTE_LAST_OWNER: scenario({
    given: 'the only owner of a project, to become a reader',
    state: ownedProject,
    when: ({ users }, { id, owner }) => users.update(owner.id, { roles: [...owner.roles, readerRole(id)] }),
    watch: ({ users }, { owner }) => users.read(owner.id),
    beside: async (stage, { id }) => {
      const second = await secondOwner(stage, id);
      return stage.users.update(second.id, { roles: [...second.roles, readerRole(id)] });
    },
  }),
  INVALID_ROLE_FOR_GROUP: [
    scenario({
      given: 'a role of organizations for somebody in a project',
      state: ownUser,
      when: ({ projects, projectId }, { id }) => projects.addUsers(projectId, [{ id, roles: [{ roleName: 'ORG_READ_ONLY' }] }]),
      fills: ({ projectId }) => ['ORG_READ_ONLY', projectId],
      watch: ({ projects, projectId }) => projects.listUsers(projectId),
      beside: async (stage) => {
        const { id } = await freshUser(stage);
        return stage.projects.addUsers(stage.projectId, [{ id, roles: [{ roleName: 'GROUP_READ_ONLY' }] }]);
      },
    }),
    scenario({
      given: 'a role of organizations with the id of a project',
      state: (stage) => freshUser(stage),
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
      state: async ({ names, product }) => (product === 'ops-manager' ? `${names.name('uninvited')}@example.com`
        : notApplicable('nobody registers with Cloud Manager without credentials')),
      when: (stage, username) => register(stage, username, { roles: [memberRole(stage.orgId)] }),
      watch: ({ users }, username) => users.readByName(username),
    }),
  ],
  ROLE_NEEDS_GROUP_ID: scenario({
    given: 'a role of projects without a project',
    state: (stage) => freshUser(stage),
    when: ({ users }, { id }) => users.update(id, { roles: [{ roleName: 'GROUP_READ_ONLY' }] }),
    fills: () => ['GROUP_READ_ONLY'],
    watch: ({ users }, { id }) => users.read(id),
    beside: ({ users, projectId: groupId }, { id }) => users.update(id, { roles: [{ groupId, roleName: 'GROUP_READ_ONLY' }] }),
  }),
  ROLE_NEEDS_NO_GROUP_ID: scenario({
    given: 'a global role with a project',
    state: (stage) => freshUser(stage),
    when: ({ users, projectId: groupId }, { id }) => users.update(id, { roles: [{ groupId, roleName: 'GLOBAL_READ_ONLY' }] }),
    fills: () => ['GLOBAL_READ_ONLY'],
    watch: ({ users }, { id }) => users.read(id),
    beside: ({ users, projectId: groupId }, { id }) => users.update(id, { roles: [{ groupId, roleName: 'GROUP_READ_ONLY' }] }),
  }),
};

for (const [code, told] of circumstances(scenarios)) {
  test(`${told.given}: ${code}`, proves(`code.${code}`), async ({ stage, concerns }) => {
    concerns(code);

    expect(await play(stage, told)).toBeRefusedAs(code);
  });
}
