import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import { needs } from '../../../src/contract/reasons.ts';
import {
  createAlertConfig,
  circumstances,
  createTeam,
  createUser,
  emailNotification,
  expect,
  newHost,
  newUser,
  groupNotification,
  memberName,
  sharedUser,
  play,
  proves,
  readerRole,
  scenario,
  test,
  untold,
  userDraft,
  type Scenarios,
} from '#suite';

/** The others are in user-roles.spec.ts. */
type Codes = Exclude<
  ErrorCodeOf<'users'>,
  `${string}ROLE${string}` | `${string}OWNER` | 'BILLING_UNSUPPORTED' | 'INVITATION_ONLY_MODE_OR_LDAP'
>;

const userNotification = (username: string) => ({ notifications: [groupNotification({ typeName: 'USER', username })] });

const scenarios: Scenarios<Codes> = {
  BAD_USERNAME_IN_GROUP_REF: scenario({
    given: 'a notification of a user who is not in the project',
    state: sharedUser,
    when: (api, { username }) => createAlertConfig(api, userNotification(username)),
    fills: ({ projectId }, { username }) => [username, projectId],
    watch: ({ alertConfigs }) => alertConfigs.list(),
    beside: async (api) => createAlertConfig(api, userNotification(await memberName(api))),
  }),
  BAD_USERNAME_REF: scenario({
    given: 'a notification of a user who does not exist',
    state: async ({ names }) => `${names.name('nobody')}@example.com`,
    when: (api, username) => createAlertConfig(api, userNotification(username)),
    fills: (_, username) => [username],
    watch: ({ alertConfigs }) => alertConfigs.list(),
    beside: async (api) => createAlertConfig(api, userNotification(await memberName(api))),
  }),
  BLOCKED_USERNAME: scenario({
    given: 'a user name that is blocked',
    contended: true,
    state: async ({ session }) =>
      session.settings.target.blockedUsername ??
      untold(needs.setting(['TARGET_BLOCKED_USERNAME'], 'which user names are blocked is nowhere documented')),
    when: (api, username) => createUser(api, { username }),
    fills: (_, username) => [username],
    watch: ({ organizations, orgId }) => organizations.listUsers(orgId),
    beside: (api) => createUser(api),
  }),
  INVALID_EMAIL_ADDRESS: [
    {
      given: 'a notification of an e-mail address without @',
      when: (api) => createAlertConfig(api, { notifications: [emailNotification({ emailAddress: 'nobody.example.com' })] }),
      watch: ({ alertConfigs }) => alertConfigs.list(),
      beside: (api) => createAlertConfig(api, { notifications: [emailNotification({ emailAddress: 'nobody@example.com' })] }),
    },
    {
      given: 'a user with an e-mail address without @',
      contended: true,
      when: (api) => createUser(api, { emailAddress: 'nobody.example.com' }),
      watch: ({ organizations, orgId }) => organizations.listUsers(orgId),
      beside: (api) => createUser(api, { emailAddress: 'nobody@example.com' }),
    },
  ],
  INVALID_USER: [
    scenario({
      given: 'an id that names no user, to be added to a project',
      state: async ({ names }) => names.unknownId(),
      when: ({ projects, projectId }, id) => projects.addUsers(projectId, [{ id, roles: [{ roleName: 'GROUP_READ_ONLY' }] }]),
      fills: (_, id) => [id],
      watch: ({ projects, projectId }) => projects.listUsers(projectId),
      beside: async (api) => {
        const { id } = await newUser(api);
        return api.projects.addUsers(api.projectId, [{ id, roles: [{ roleName: 'GROUP_READ_ONLY' }] }]);
      },
    }),
    scenario({
      given: 'a team of somebody who does not exist',
      state: async ({ names }) => `${names.name('nobody')}@example.com`,
      when: (api, username) => createTeam(api, api.orgId, [username]),
      fills: (_, username) => [username],
      watch: ({ teams }) => teams.list(),
      beside: async (api) => createTeam(api, api.orgId, [(await sharedUser(api)).username]),
    }),
  ],
  INVALID_USERNAME: {
    given: 'a user name that is no e-mail address',
    contended: true,
    when: (api) => createUser(api, { username: api.names.name('user') }),
    watch: ({ organizations, orgId }) => organizations.listUsers(orgId),
    beside: (api) => createUser(api, { username: `${api.names.name('user')}@example.com` }),
  },
  INVALID_USER_ID: {
    given: 'text that is no id of a user',
    when: ({ users }) => users.read('not-an-id'),
    fills: () => ['not-an-id'],
  },
  MISSING_PASSWORD: scenario({
    given: 'another MongoDB user for a host, without their password',
    state: (api) => newHost(api, { authMechanismName: 'MONGODB_CR', username: 'agent', password: api.names.name('password') }),
    when: ({ hosts }, { id }) => hosts.update(id, { username: 'other' }),
    watch: ({ hosts }, { id }) => hosts.read(id),
    beside: ({ hosts, names }, { id }) => hosts.update(id, { username: 'other', password: names.name('password') }),
  }),
  USERNAME_NOT_FOUND: scenario({
    given: 'a name that no user has',
    state: async ({ names }) => `${names.name('nobody')}@example.com`,
    when: ({ users }, username) => users.readByName(username),
    fills: (_, username) => [username],
  }),
  USER_ALREADY_EXISTS: scenario({
    given: 'a user name that somebody has',
    state: sharedUser,
    when: (api, { username }) => api.users.create(userDraft(api, { username })),
    fills: (_, { username }) => [username],
    watch: ({ users }, { id }) => users.read(id),
    beside: (api) => createUser(api),
  }),
  USER_NOT_FOUND: scenario({
    given: 'an id that names no user',
    state: async ({ names }) => names.unknownId(),
    when: ({ users }, id) => users.read(id),
    fills: (_, id) => [id],
  }),
  USER_NOT_IN_GROUP: scenario({
    given: 'a user who is not in the project, to be removed from it',
    state: sharedUser,
    when: ({ projects, projectId }, { id }) => projects.removeUser(projectId, id),
    fills: ({ projectId }, { username }) => [username, projectId],
    watch: ({ projects, projectId }) => projects.listUsers(projectId),
    beside: async (api) => {
      const member = await newUser(api, readerRole(api.projectId));
      return api.projects.removeUser(api.projectId, member.id);
    },
  }),
  WEAK_PASSWORD: {
    given: 'a password of one letter',
    contended: true,
    when: (api) => createUser(api, { password: 'a' }),
    watch: ({ organizations, orgId }) => organizations.listUsers(orgId),
    beside: (api) => createUser(api, { password: api.names.name('password') }),
  },
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
