import { record } from '../json.ts';
import { limits } from '../../../contract/limits.ts';
import type { ApiKey, Organization, User, World } from '../world.ts';
import { newOrganization } from './organization.ts';

/** A name that only the operator of a service knows to be blocked. */
export const blockedUsername = 'postmaster@example.com';

function addOrganization(world: World, name: string, owner: ApiKey): Organization {
  const org = newOrganization(world, name);
  owner.roles = [...owner.roles, { orgId: org.id, roleName: 'ORG_OWNER' }];
  return org;
}

function addMember(world: World, { id: orgId }: Organization, firstName: string, roleName: string): User {
  const mail = `${firstName.toLowerCase()}@example.com`;
  const user: User = record({
    emailAddress: mail,
    firstName,
    id: world.ids.id(),
    lastName: 'Example',
    roles: [{ orgId, roleName }],
    teamIds: [],
    username: mail,
  });
  world.users.set(user.id, user);
  return user;
}

/** Two organizations of the owner's with one place left: in one for a team, in the other for a user. */
export function seedCrowds(world: World, owner: ApiKey): void {
  const departments = addOrganization(world, 'Many Teams', owner);
  const head = addMember(world, departments, 'Barbara', 'ORG_OWNER');
  for (let number = 1; number < limits.maxTeamsPerOrganization; number += 1) {
    const team = { id: world.ids.id(), name: `Team ${number}`, users: new Set([head.id]) };
    departments.teams.set(team.id, team);
  }
  const company = addOrganization(world, 'Many Users', owner);
  for (let number = 1; number < limits.maxUsersPerOrganization; number += 1) {
    addMember(world, company, `Employee-${number}`, number === 1 ? 'ORG_OWNER' : 'ORG_MEMBER');
  }
}
