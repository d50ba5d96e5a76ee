import type { ErrorCodeOf } from '../../contract/error-codes/index.ts';
import {
  circumstances, createTeam, expect, fullTeam, organizationFullOfTeams, prepared, proves, scenario, test, type Scenarios,
} from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'teams'>> = {
  MAX_TEAMS_PER_ORG_EXCEEDED: scenario({
    given: 'an organization with 250 teams',
    state: organizationFullOfTeams,
    when: (stage, { id, username }) => createTeam(stage, id, [username]),
    watch: (_, { teams }) => teams.list({ itemsPerPage: 1 }),
    beside: async (stage, { id, username, teams, added: [last] }) => {
      if (last === undefined) return createTeam(stage, stage.orgId, [username]);
      prepared(await teams.remove(last), 'remove a team', 200, 204);
      return createTeam(stage, id, [username]);
    },
  }),
  MAX_USERS_PER_TEAM_EXCEEDED: [
    scenario({
      given: 'a team of 250 users, to get another',
      state: fullTeam,
      when: (_, { id, teams, oneMore }) => teams.addUsers(id, [{ id: oneMore.id }]),
      watch: (_, { id, teams }) => teams.listUsers(id, { itemsPerPage: 1 }),
      beside: async (_, { id, teams, member }) => {
        prepared(await teams.removeUser(id, member.id), 'remove a user from a team', 200, 204);
        return teams.addUsers(id, [{ id: member.id }]);
      },
    }),
    scenario({
      given: 'a new team of 251 users',
      state: fullTeam,
      when: (stage, { orgId, usernames, oneMore }) => createTeam(stage, orgId, [...usernames, oneMore.username]),
      watch: (_, { teams }) => teams.list({ itemsPerPage: 1 }),
      beside: (stage, { orgId, usernames }) => createTeam(stage, orgId, usernames),
    }),
  ],
};

for (const [code, told] of circumstances(scenarios)) {
  test(`${told.given}: ${code}`, proves(`code.${code}`), async ({ stage, concerns }) => {
    concerns(code);

    expect(await stage.play(told)).toBeRefusedAs(code);
  });
}
