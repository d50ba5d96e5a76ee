import { limits } from '../../../contract/limits.ts';
import { limitsOf } from '../../world/accounts.ts';
import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { groupRole, groupRoles, orgRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { FieldRule, Shape } from '../../rules/body.ts';
import type { Fields } from '../../world/json.ts';
import type { Group, Organization, Team, User, World } from '../../world/world.ts';
import { userView } from '../access/users.ts';

const { maxTeamsPerOrganization: maxTeams, maxUsersPerTeam: maxMembers } = limits;

const serverSet: Shape = { id: { type: 'string', readOnly: true }, links: { type: 'array', readOnly: true } };
const name: FieldRule = { type: 'string', required: true, empty: 'INVALID_TEAM_NAME' };
const createShape: Shape = {
  ...serverSet,
  name,
  usernames: { type: 'array', required: true, empty: 'CANNOT_CREATE_EMPTY_TEAM', items: { type: 'string' } },
};
const patchShape: Shape = { ...serverSet, name, usernames: { type: 'array', readOnly: true } };
const memberShape: Shape = { id: { type: 'string', required: true } };
const roleNames: FieldRule = { type: 'array', required: true, items: { type: 'string' } };
const assignmentShape: Shape = { teamId: { type: 'string', required: true }, roleNames };
const rolesShape: Shape = { teamId: { type: 'string', readOnly: true }, links: { type: 'array', readOnly: true }, roleNames };

function teamView(team: Team, org: Organization, call: Call, alone = true): Fields {
  const path = `/orgs/${org.id}/teams/${team.id}`;
  return {
    id: team.id,
    links: links(
      call,
      path,
      alone
        ? [
            ['users', `${path}/users`],
            ['org', `/orgs/${org.id}`],
          ]
        : [],
    ),
    name: team.name,
  };
}

function assignmentView(group: Group, teamId: string, call: Call, alone = true): Fields {
  const related = alone
    ? ([
        ['group', `/groups/${group.id}`],
        ['team', `/orgs/${group.orgId}/teams/${teamId}`],
      ] as const)
    : [];
  return {
    links: links(call, `/groups/${group.id}/teams/${teamId}`, related),
    roleNames: group.teams.get(teamId) ?? [],
    teamId,
  };
}

function checkName(org: Organization, wanted: string, except?: Team): void {
  const taken = [...org.teams.values()].some((team) => team !== except && team.name === wanted);
  if (taken) refuse('TEAM_NAME_NOT_AVAILABLE', wanted);
}

function userNamed(world: World, username: string): User {
  return [...world.users.values()].find((user) => user.username === username) ?? refuse('INVALID_USER', username);
}

function checkRoleNames(names: readonly string[], group: Group): readonly string[] {
  const unknown = names.find((each) => !(groupRoles as readonly string[]).includes(each));
  if (unknown !== undefined) refuse('INVALID_ROLE_FOR_GROUP', unknown, group.id);
  return [...new Set(names)];
}

function members(team: Team, { world }: Call): User[] {
  return [...team.users].flatMap((id) => world.users.get(id) ?? []);
}

function assigned(group: Group, team: Team): void {
  if (!group.teams.has(team.id)) refuse('TEAM_NOT_IN_GROUP', team.id);
}

export const teams = [
  route('GET', '/orgs/{org}/teams', {}, ({ org }, call) =>
    list(call, org.teams.values(), (team) => teamView(team, org, call, false)),
  ),
  route(
    'POST',
    '/orgs/{org}/teams',
    {
      need: orgRole(),
      body: { shape: createShape, mode: 'create' },
    },
    ({ org }, call) => {
      const { world } = call;
      const { name: wanted, usernames } = call.body as { name: string; usernames: readonly string[] };
      const ids = usernames.map((username) => userNamed(world, username).id);
      if (ids.length > maxMembers) refuse('MAX_USERS_PER_TEAM_EXCEEDED');
      checkName(org, wanted);
      if (org.teams.size >= maxTeams) refuse('MAX_TEAMS_PER_ORG_EXCEEDED');
      const team = { id: world.ids.id(), name: wanted, users: new Set(ids) };
      org.teams.set(team.id, team);
      return entity(teamView(team, org, call), 201);
    },
  ),
  route('GET', '/orgs/{org}/teams/byName/{name}', {}, ({ org, name: wanted }, call) => {
    const team = [...org.teams.values()].find((each) => each.name === wanted) ?? refuse('TEAM_NAME_NOT_FOUND', wanted);
    return entity(teamView(team, org, call));
  }),
  route('GET', '/orgs/{org}/teams/{team}', {}, ({ org, team }, call) => entity(teamView(team, org, call))),
  route(
    'PATCH',
    '/orgs/{org}/teams/{team}',
    {
      need: orgRole(),
      body: { shape: patchShape, mode: 'update' },
    },
    ({ org, team }, call) => {
      const wanted = String(call.body['name'] ?? team.name);
      checkName(org, wanted, team);
      team.name = wanted;
      return entity(teamView(team, org, call));
    },
  ),
  route('DELETE', '/orgs/{org}/teams/{team}', { need: orgRole() }, ({ org, team }, { world }) => {
    org.teams.delete(team.id);
    for (const group of world.groups.values()) group.teams.delete(team.id);
    return done();
  }),
  route('GET', '/orgs/{org}/teams/{team}/users', {}, ({ team }, call) =>
    list(call, members(team, call), (user) => userView(user, call, false)),
  ),
  route(
    'POST',
    '/orgs/{org}/teams/{team}/users',
    {
      need: orgRole(),
      body: { shape: memberShape, mode: 'create', array: true },
    },
    ({ team }, call) => {
      const added = call.items.map(({ id }) => call.world.users.get(String(id)) ?? refuse('INVALID_USER', String(id)));
      const known = added.find(({ id }) => team.users.has(id));
      if (known) refuse('USER_ALREADY_IN_TEAM', known.username);
      if (team.users.size + added.length > maxMembers) refuse('MAX_USERS_PER_TEAM_EXCEEDED');
      for (const { id } of added) team.users.add(id);
      return list(call, members(team, call), (user) => userView(user, call, false));
    },
  ),
  route('DELETE', '/orgs/{org}/teams/{team}/users/{user}', { need: orgRole() }, ({ team, user }) => {
    if (!team.users.delete(user.id)) refuse('USER_NOT_FOUND', user.id);
    return done();
  }),
  route('GET', '/groups/{group}/teams', {}, ({ group }, call) =>
    list(call, group.teams.keys(), (teamId) => assignmentView(group, teamId, call, false)),
  ),
  route(
    'POST',
    '/groups/{group}/teams',
    {
      need: groupRole(),
      body: { shape: assignmentShape, mode: 'create', array: true },
    },
    ({ group }, call) => {
      const org = call.world.orgs.get(group.orgId);
      const added = (call.items as readonly { teamId: string; roleNames: readonly string[] }[]).map((item) => {
        const team = org?.teams.get(item.teamId) ?? refuse('TEAM_NOT_FOUND', item.teamId);
        if (group.teams.has(team.id)) refuse('TEAM_EXISTS_IN_GROUP');
        return [team.id, checkRoleNames(item.roleNames, group)] as const;
      });
      if (call.world.product === 'cloud-manager') {
        const most = limitsOf(org).teams;
        if (group.teams.size + added.length > most) refuse('MAX_TEAMS_PER_GROUP_EXCEEDED', String(most), group.id);
      }
      for (const [id, names] of added) group.teams.set(id, names);
      return list(call, group.teams.keys(), (teamId) => assignmentView(group, teamId, call, false));
    },
  ),
  route('GET', '/groups/{group}/teams/{team}', {}, ({ group, team }, call) => {
    assigned(group, team);
    return entity(assignmentView(group, team.id, call));
  }),
  route(
    'PATCH',
    '/groups/{group}/teams/{team}',
    { need: groupRole(), body: { shape: rolesShape, mode: 'update' } },
    ({ group, team }, call) => {
      assigned(group, team);
      const names = (call.body['roleNames'] ?? group.teams.get(team.id) ?? []) as readonly string[];
      group.teams.set(team.id, checkRoleNames(names, group));
      return list(call, [team.id], (teamId) => assignmentView(group, teamId, call, false));
    },
  ),
  route('DELETE', '/groups/{group}/teams/{team}', { need: groupRole() }, ({ group, team }) => {
    assigned(group, team);
    group.teams.delete(team.id);
    return done();
  }),
];
