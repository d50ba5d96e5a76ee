import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  circumstances,
  createTeam,
  expect,
  fullTeam,
  hadRoom,
  organizationFullOfTeams,
  play,
  prepared,
  proves,
  refilled,
  removals,
  scenario,
  teamOfSomebody,
  test,
  type Scenarios,
} from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'teams'>> = {
  MAX_TEAMS_PER_ORG_EXCEEDED: scenario({
    given: 'an organization with 250 teams',
    contended: true,
    othersDid: hadRoom,
    state: organizationFullOfTeams,
    when: (_, { add }) => add(),
    watch: (_, { list }) => list(),
    beside: (api, organization) => refilled(api, organization, () => teamOfSomebody(api, api.orgId)),
  }),
  MAX_USERS_PER_TEAM_EXCEEDED: [
    scenario({
      given: 'a team of 250 users, to get another',
      contended: true,
      state: fullTeam,
      when: (_, { id, teams, oneMore }) => teams.addUsers(id, [{ id: oneMore.id }]),
      watch: (_, { id, teams }) => teams.listUsers(id),
      beside: async (_, { id, teams, member }) => {
        prepared(await teams.removeUser(id, member.id), 'remove a user from a team', ...removals);
        return teams.addUsers(id, [{ id: member.id }]);
      },
    }),
    scenario({
      given: 'a new team of 251 users',
      contended: true,
      state: fullTeam,
      when: (api, { orgId, usernames, oneMore }) => createTeam(api, orgId, [...usernames, oneMore.username]),
      watch: (_, { teams }) => teams.list(),
      beside: (api, { orgId, usernames }) => createTeam(api, orgId, usernames),
    }),
  ],
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
