import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  createAlertConfig,
  alertConfigDraft,
  as,
  backedUpProject,
  changeableProject,
  circumstances,
  createProject,
  createUser,
  expect,
  newProject,
  namedProject,
  namesakes,
  notApplicable,
  play,
  proves,
  readerRole,
  scenario,
  sharedUser,
  test,
  userDraft,
  type Scenarios,
} from '#suite';

type Elsewhere =
  | 'DEFAULT_CONFIG_LIMIT_EXCEPTION'
  | 'DEFAULT_INVITATION_EXCEPTION'
  | 'MAX_TEAMS_PER_GROUP_EXCEEDED'
  | 'MAX_USERS_PER_GROUP_EXCEEDED'
  | 'RATE_LIMITED_IP'
  | 'DISALLOWED_ATTRIBUTE_TURN_ON_LDAP'
  | 'DUPLICATE_ROLE_ENTRY_IN_LDAP_MAPPING'
  | 'MISSING_ROLE_ENTRY_IN_LDAP_MAPPING';

/** Projects as such; who joins them, and LDAP, have files of their own. */
const scenarios: Scenarios<Exclude<ErrorCodeOf<'projects'>, Elsewhere>> = {
  CANNOT_CHANGE_GROUP_NAME: scenario({
    given: 'a reader renames the project',
    state: as('read-only'),
    when: ({ names }, reader) => reader.projects.update(reader.projectId, { name: names.name('project') }),
    watch: ({ projects }, { projectId }) => projects.read(projectId),
    beside: async (api) => api.projects.update((await changeableProject(api)).id, { name: api.names.name('project') }),
  }),
  CANNOT_CLOSE_ACCOUNT_ACTIVE_BACKUP: scenario({
    given: 'a project with an active backup is removed',
    risk: 'irreversible',
    state: backedUpProject,
    when: ({ projects }, id) => projects.remove(id),
    watch: ({ projects }, id) => projects.read(id),
    beside: async (api) => api.projects.remove((await newProject(api)).id),
  }),
  GROUP_ALREADY_EXISTS: scenario({
    given: 'a project with the name of another of its organization',
    state: (api) => newProject(api),
    when: (api, { name }) => createProject(api, { name }),
    fills: (_, { name }) => [name],
    watch: ({ projects }, { name }) => projects.list({ name }),
    beside: (api) => createProject(api),
  }),
  GROUP_API_KEY_NOT_FOUND: scenario({
    given: 'an agent API key that no project has',
    state: async ({ names }) => names.unknownHostId(),
    when: ({ projects }, key) => projects.readByAgentApiKey(key),
    fills: (_, key) => [key],
  }),
  GROUP_MISMATCH: [
    scenario({
      given: 'an alert configuration that names another project than the path',
      state: async ({ names }) => names.unknownId(),
      when: ({ alertConfigs }, groupId) => alertConfigs.create(alertConfigDraft({ groupId })),
      fills: (_, groupId) => [groupId],
      watch: ({ alertConfigs }) => alertConfigs.list(),
      beside: (api) => createAlertConfig(api, { groupId: api.projectId }),
    }),
    scenario({
      given: 'a user who is given a role in another project than the path names',
      state: async (api) => ({ ...(await newProject(api)), user: await sharedUser(api), groupId: api.names.unknownId() }),
      when: ({ projects }, { id, user, groupId }) =>
        projects.addUsers(id, [{ id: user.id, roles: [{ roleName: 'GROUP_READ_ONLY', groupId }] }]),
      fills: (_, { groupId }) => [groupId],
      watch: ({ projects }, { id }) => projects.listUsers(id),
      beside: ({ projects }, { id, user }) =>
        projects.addUsers(id, [{ id: user.id, roles: [{ roleName: 'GROUP_READ_ONLY', groupId: id }] }]),
    }),
  ],
  GROUP_NAME_NOT_FOUND: scenario({
    given: 'a name that no project has',
    state: async ({ names }) => names.name('nobody'),
    when: ({ projects }, name) => projects.readByName(name),
    fills: (_, name) => [name],
    beside: async (api) => api.projects.readByName((await namedProject(api)).name),
  }),
  GROUP_NOT_FOUND: [
    scenario({
      given: 'a caller who sees all projects asks for one that does not exist',
      state: async ({ product, names }) =>
        product === 'ops-manager' ? names.unknownId() : notApplicable('no caller of Cloud Manager sees all projects'),
      when: ({ projects }, id) => projects.read(id),
      fills: (_, id) => [id],
    }),
    scenario({
      given: 'a user who is given a role in a project that does not exist',
      state: async (api) => {
        const groupId = api.names.unknownId();
        return { groupId, draft: userDraft(api, { roles: [readerRole(groupId)] }) };
      },
      when: ({ users }, { draft }) => users.create(draft),
      fills: (_, { groupId }) => [groupId],
      watch: ({ users }, { draft }) => users.readByName(draft.username),
      beside: (api) => createUser(api),
    }),
  ],
  INVALID_GROUP_ID: [
    {
      given: 'a project by an id that is none',
      when: ({ projects }) => projects.read('not-an-id'),
      fills: () => ['not-an-id'],
      beside: ({ projects, projectId }) => projects.read(projectId),
    },
    {
      given: 'the users of a project by an id that is none',
      when: ({ projects }) => projects.listUsers('not-an-id'),
      fills: () => ['not-an-id'],
      beside: ({ projects, projectId }) => projects.listUsers(projectId),
    },
  ],
  INVALID_GROUP_NAME: {
    given: 'a project whose name is empty',
    when: (api) => createProject(api, { name: '' }),
    fills: () => [''],
    watch: ({ projects }) => projects.list({ name: '' }),
    beside: (api) => createProject(api),
  },
  INVALID_GROUP_NAME_10GEN: (['10gen-', '-10gen'] as const).map((part) =>
    scenario({
      given: `a project with ${part} in its name`,
      state: async ({ names }) => names.name('project'),
      when: (api, name) => createProject(api, { name: part.startsWith('-') ? name + part : part + name }),
      watch: ({ projects }, name) => projects.list({ name: part.startsWith('-') ? name + part : part + name }),
      beside: (api, name) => createProject(api, { name: `${name} 10gen` }),
    }),
  ),
  INVALID_GROUP_TOKEN: (['bad tag!', 'x'.repeat(1000)] as const).map((tag) =>
    scenario({
      given: tag.length > 100 ? 'a tag of a thousand characters' : 'a tag with a blank and an exclamation mark',
      state: changeableProject,
      when: ({ projects }, { id }) => projects.update(id, { tags: [tag] }),
      watch: ({ projects }, { id }) => projects.read(id),
      beside: ({ projects }, { id }) => projects.update(id, { tags: ['a.Good_tag-1'] }),
    }),
  ),
  MULTIPLE_GROUPS: scenario({
    given: 'a name that projects of two organizations have',
    state: namesakes,
    when: ({ projects }, name) => projects.readByName(name),
    beside: async (api) => api.projects.readByName((await newProject(api)).name),
  }),
  TOO_MANY_GROUP_TOKENS: scenario({
    given: 'a hundred tags',
    state: changeableProject,
    when: ({ projects }, { id }) => projects.update(id, { tags: Array.from({ length: 100 }, (_, number) => `tag-${number}`) }),
    watch: ({ projects }, { id }) => projects.read(id),
    beside: ({ projects }, { id }) => projects.update(id, { tags: ['tag-1', 'tag-2'] }),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
