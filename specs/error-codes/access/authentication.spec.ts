import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  createAlertConfig,
  alertConfigDraft,
  apiKeysOf,
  as,
  asReaders,
  circumstances,
  createHost,
  createProject,
  createUser,
  downgradedProject,
  expect,
  freeProject,
  noOwner,
  newProject,
  hostDraft,
  play,
  proves,
  scenario,
  sharedUser,
  test,
  userDraft,
  withoutBackup,
  type Scenarios,
} from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'authentication'>> = {
  API_KEY_CANNOT_CREATE_GROUP: scenario({
    given: 'an API key creates a project outside of any organization',
    state: async ({ names }) => names.name('project'),
    when: (api, name) => createProject(api, { name, orgId: undefined }),
    excused: ({ status, json }) =>
      status === 400 && (json as { errorCode?: unknown } | undefined)?.errorCode === 'MISSING_ATTRIBUTE'
        ? 'newer versions demand an organization of every project'
        : undefined,
    watch: ({ projects }, name) => projects.list({ name }),
    beside: (api, name) => createProject(api, { name }),
  }),
  API_KEY_CANNOT_CREATE_ORG: scenario({
    given: 'an API key of an organization creates another',
    state: as('outsider'),
    when: ({ names }, outsider) => outsider.organizations.create({ name: names.name('organization') }),
    watch: (_, { organizations }) => organizations.list(),
    beside: ({ orgId }, { organizations }) => organizations.read(orgId),
  }),
  FEATURE_UNSUPPORTED: scenario({
    given: 'the automation of a project whose plan was lowered',
    state: downgradedProject,
    when: (_, { automation }) => automation.readConfig(),
    beside: (_, { hosts }) => hosts.list(),
  }),
  NOT_GLOBAL_USER_ADMIN: scenario({
    given: 'somebody who administers no users globally makes one who is global',
    state: async (api) => ({
      owner: await as('empty-access-list')(api),
      draft: userDraft(api, { roles: [{ roleName: 'GLOBAL_READ_ONLY' }] }),
    }),
    when: (_, { owner, draft }) => owner.users.create(draft),
    watch: ({ users }, { draft }) => users.readByName(draft.username),
    beside: (api) => createUser(api),
  }),
  NOT_GROUP_USER_ADMIN: scenario({
    given: 'a reader gives somebody a role in the project',
    state: async (api) => ({ reader: await as('read-only')(api), user: await sharedUser(api) }),
    when: (_, { reader, user }) => reader.projects.addUsers(reader.projectId, asReaders(user.id)),
    fills: (_, { reader }) => [reader.projectId],
    watch: ({ projects }, { reader }) => projects.listUsers(reader.projectId),
    beside: async (api, { user }) => api.projects.addUsers((await newProject(api)).id, asReaders(user.id)),
  }),
  NOT_IN_GROUP: [
    scenario({
      given: 'somebody who is not in the project reads it',
      state: as('outsider'),
      when: (_, { projects, projectId }) => projects.read(projectId),
      beside: ({ projects }, { projectId }) => projects.read(projectId),
    }),
    scenario({
      given: 'somebody who is not in the project lists its hosts',
      state: as('outsider'),
      when: (_, { hosts }) => hosts.list(),
      beside: ({ hosts }) => hosts.list(),
    }),
    scenario({
      given: 'somebody who sees few projects reads one that does not exist',
      state: as('outsider'),
      when: ({ names }, { projects }) => projects.read(names.unknownId()),
    }),
    scenario({
      given: 'the main caller, who does not own the organization, reads a project that does not exist',
      state: noOwner,
      when: ({ projects, names }) => projects.read(names.unknownId()),
    }),
  ],
  NOT_ORG_ADMIN: [
    scenario({
      given: 'the main caller, who does not own the organization, lists its API keys',
      state: noOwner,
      when: (api) => apiKeysOf(api).list(),
      fills: ({ orgId }) => [orgId],
    }),
    scenario({
      given: 'a member lists the API keys of the organization',
      state: as('outsider'),
      when: (_, { apiKeys }) => apiKeys.list(),
      fills: ({ orgId }) => [orgId],
      beside: (api) => apiKeysOf(api).list(),
    }),
    scenario({
      given: 'a member makes an API key of the organization',
      state: as('outsider'),
      when: ({ names }, { apiKeys }) => apiKeys.create({ desc: names.name('key'), roles: ['ORG_MEMBER'] }),
      fills: ({ orgId }) => [orgId],
      watch: (api) => apiKeysOf(api).list(),
      beside: (api) => apiKeysOf(api).list(),
    }),
  ],
  NOT_USER_ADMIN: scenario({
    given: 'a reader reads a user whom they do not administer',
    state: async (api) => ({ reader: await as('read-only')(api), user: await sharedUser(api) }),
    when: (_, { reader, user }) => reader.users.read(user.id),
    fills: (_, { user }) => [String(user['username'])],
    beside: ({ users }, { user }) => users.read(user.id),
  }),
  NO_CURRENT_USER: scenario({
    given: 'a key whose user was deleted',
    state: as('without-user'),
    when: (_, { projects }) => projects.list(),
    beside: ({ projects }) => projects.list(),
  }),
  NO_FREE_TIER_API: scenario({
    given: 'the hosts of a project of the free tier',
    state: freeProject,
    when: (_, { hosts }) => hosts.list(),
    beside: ({ projects }, { projectId }) => projects.read(projectId),
  }),
  UNSUPPORTED_FOR_CURRENT_PLAN: scenario({
    given: 'a backup is started in a project whose plan was lowered',
    risk: 'irreversible',
    state: async (api) => {
      const project = await downgradedProject(api);
      return { project, clusterId: await withoutBackup(project) };
    },
    when: (_, { project, clusterId }) => project.backupConfigs.update(clusterId, { statusName: 'STARTED' }),
    watch: (_, { project, clusterId }) => project.backupConfigs.read(clusterId),
    beside: (_, { project, clusterId }) => project.backupConfigs.update(clusterId, { syncSource: 'SECONDARY' }),
  }),
  USER_UNAUTHORIZED: [
    scenario({
      given: 'a reader reads the automation configuration',
      state: as('read-only'),
      when: (_, { automation }) => automation.readConfig(),
      beside: ({ automation }) => automation.readConfig(),
    }),
    scenario({
      given: 'a reader adds a host',
      state: as('read-only'),
      when: (api, { hosts }) => hosts.create(hostDraft(api)),
      watch: ({ hosts }) => hosts.list(),
      beside: (api) => createHost(api),
    }),
    scenario({
      given: 'a reader adds an alert configuration',
      state: as('read-only'),
      when: (_, { alertConfigs }) => alertConfigs.create(alertConfigDraft()),
      watch: ({ alertConfigs }) => alertConfigs.list(),
      beside: (api) => createAlertConfig(api),
    }),
  ],
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
