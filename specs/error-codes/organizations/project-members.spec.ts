import {
  asReaders,
  asReadingTeams,
  circumstances,
  expect,
  newProject,
  invitationsUsedUp,
  invitationDraft,
  orphanedProject,
  projectFullOfTeams,
  projectFullOfUsers,
  play,
  proves,
  scenario,
  somebody,
  test,
  unreachableUser,
  type Scenarios,
} from '#suite';

type JoiningCode =
  | 'DEFAULT_CONFIG_LIMIT_EXCEPTION'
  | 'DEFAULT_INVITATION_EXCEPTION'
  | 'MAX_TEAMS_PER_GROUP_EXCEEDED'
  | 'MAX_USERS_PER_GROUP_EXCEEDED'
  | 'RATE_LIMITED_IP';

/** Who joins a project. */
const scenarios: Scenarios<JoiningCode> = {
  DEFAULT_CONFIG_LIMIT_EXCEPTION: scenario({
    given: 'a user joins a project whose limits cannot be looked up',
    risk: 'destructive',
    state: async (api) => ({ id: await orphanedProject(api), user: await somebody(api) }),
    when: ({ projects }, { id, user }) => projects.addUsers(id, asReaders(user.id)),
    watch: ({ projects }, { id }) => projects.listUsers(id),
    beside: async (api, { user }) => api.projects.addUsers((await newProject(api)).id, asReaders(user.id)),
  }),
  DEFAULT_INVITATION_EXCEPTION: scenario({
    given: 'a user joins whom no mail reaches',
    state: async (api) => ({ ...(await newProject(api)), unreachable: await unreachableUser(api) }),
    when: ({ projects }, { id, unreachable }) => projects.addUsers(id, asReaders(unreachable.id)),
    fills: (_, { name, unreachable }) => [unreachable.username, name],
    watch: ({ projects }, { id }) => projects.listUsers(id),
    beside: async (api, { id }) => api.projects.addUsers(id, asReaders((await somebody(api)).id)),
  }),
  MAX_TEAMS_PER_GROUP_EXCEEDED: scenario({
    given: 'a team joins a project that has as many as it may have',
    contended: true,
    state: projectFullOfTeams,
    when: ({ projects }, { id, oneMore }) => projects.addTeams(id, asReadingTeams(oneMore)),
    watch: ({ projects }, { id }) => projects.listTeams(id),
    beside: async ({ projects }, { id, last }) => {
      await projects.removeTeam(id, last);
      return projects.addTeams(id, asReadingTeams(last));
    },
  }),
  MAX_USERS_PER_GROUP_EXCEEDED: scenario({
    given: 'a user joins a project that has as many as it may have',
    contended: true,
    state: projectFullOfUsers,
    when: ({ projects }, { id, oneMore }) => projects.addUsers(id, asReaders(oneMore)),
    watch: ({ projects }, { id }) => projects.listUsers(id),
    beside: async ({ projects }, { id, last }) => {
      await projects.removeUser(id, last);
      return projects.addUsers(id, asReaders(last));
    },
  }),
  RATE_LIMITED_IP: scenario({
    given: 'an invitation after as many as may be sent in a while',
    risk: 'destructive',
    state: invitationsUsedUp,
    when: (api, id) => api.projects.invite(id, invitationDraft(api)),
    watch: ({ projects }, id) => projects.listInvitations(id),
    beside: ({ projects }, id) => projects.listInvitations(id),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
