import { limits } from '../../../contract/limits.ts';
import { done, entity, links } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { administers, globalRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { FieldRule, Shape } from '../../rules/body.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import { checkRoles, refuseDemotion } from '../../rules/role-assignment.ts';
import type { Role, User, World } from '../../world/world.ts';

const rolesRule: FieldRule = {
  type: 'array',
  required: true,
  items: {
    type: 'object',
    fields: { roleName: { type: 'string', required: true }, groupId: { type: 'string' }, orgId: { type: 'string' } },
  },
};

const shape: Shape = {
  username: { type: 'string', required: true },
  password: { type: 'string', required: true },
  emailAddress: { type: 'string', required: true },
  firstName: { type: 'string', required: true },
  lastName: { type: 'string', required: true },
  mobileNumber: { type: 'string', required: true },
  country: { type: 'string' },
  roles: rolesRule,
  id: { type: 'string', readOnly: true },
  links: { type: 'array', readOnly: true },
  teamIds: { type: 'array', readOnly: true },
};
const changeable: Shape = {
  ...shape,
  username: { type: 'string', readOnly: true },
  password: { type: 'string', readOnly: true },
};

/** Users one of whose roles passes the test. */
export function usersWhere(world: World, test: (role: Role) => boolean): User[] {
  return [...world.users.values()].filter((user) => user.roles.some(test));
}

/** A user as shown; there is no password to show. */
export function userView(user: User, call: Call, alone = true): Fields {
  const path = `/users/${user.id}`;
  const word = call.world.dialect === 'whitelist' ? 'whitelist' : 'accessList';
  const teamIds = [...call.world.orgs.values()].flatMap(({ teams }) =>
    [...teams.values()].filter(({ users: members }) => members.has(user.id)).map(({ id }) => id),
  );
  const own = call.caller.userId === user.id;
  return { ...user, links: links(call, path, alone && own ? [[word, `${path}/${word}`]] : []), teamIds };
}

function visible(user: User, call: Call): User {
  const seen = call.caller.userId === user.id || administers(call.caller, user, call.world.groups);
  return seen ? user : refuse('NOT_USER_ADMIN', user.username);
}

export const isMailAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Refuses what no user can be called, reached at or log in with; Ops Manager is set to want addresses as names too. */
export function checkPerson({ emailAddress, password, username }: Fields, { world }: Call): void {
  if (username !== undefined && !isMailAddress(String(username))) refuse('INVALID_USERNAME');
  if (username !== undefined && world.blockedUsernames.has(String(username))) refuse('BLOCKED_USERNAME', String(username));
  if (emailAddress !== undefined && !isMailAddress(String(emailAddress))) refuse('INVALID_EMAIL_ADDRESS');
  if (password !== undefined && !/^(?=.*\d)(?=.*\p{L}).{8,}$/u.test(String(password))) refuse('WEAK_PASSWORD');
}

/** Refuses roles in an organization that has no place left for somebody who is not in it. */
function refuseCrowd({ product, users: all }: World, roles: readonly Role[], before: readonly Role[]): void {
  if (product !== 'cloud-manager') return;
  const most = limits.maxUsersPerOrganization;
  for (const { orgId } of roles) {
    if (orgId === undefined || before.some((role) => role.orgId === orgId)) continue;
    const there = [...all.values()].filter((user) => user.roles.some((role) => role.orgId === orgId)).length;
    if (there >= most) refuse('MAX_USERS_PER_ORG_EXCEEDED', String(most), orgId);
  }
}

export function refuseTakenName(world: World, username: string): void {
  if ([...world.users.values()].some((user) => user.username === username)) refuse('USER_ALREADY_EXISTS', username);
}

function createUser(_at: unknown, call: Call) {
  const { world, body } = call;
  checkPerson(body, call);
  const roles = body['roles'] as readonly Role[];
  checkRoles(roles, call, 'NOT_GLOBAL_USER_ADMIN');
  const { password: _unkept, ...kept } = body;
  refuseTakenName(world, String(body['username']));
  refuseCrowd(world, roles, []);
  const user = record({ ...kept, id: world.ids.id(), teamIds: [] } as unknown as User);
  world.users.set(user.id, user);
  return entity(userView(user, call), 201);
}

export const users = [
  route('POST', '/users', { body: { shape, mode: 'create' } }, createUser),
  route('GET', '/users/{user}', {}, ({ user }, call) => entity(userView(visible(user, call), call))),
  route('GET', '/users/byName/{name}', {}, ({ name }, call) => {
    const user = [...call.world.users.values()].find(({ username }) => username === name);
    return entity(userView(visible(user ?? refuse('USERNAME_NOT_FOUND', name), call), call));
  }),
  route('PATCH', '/users/{user}', { body: { shape: changeable, mode: 'update' } }, ({ user }, call) => {
    const { world, caller, body } = call;
    visible(user, call);
    checkPerson(body, call);
    const others = Object.keys(body).some((name) => name !== 'roles');
    if (others && caller.userId !== user.id) refuse('USER_UNAUTHORIZED');
    if (body['roles'] !== undefined) {
      // Whoever sees only themselves may change what they are called, not what they may do.
      if (!administers(caller, user, world.groups)) refuse('ROLES_SPECIFIED_FOR_USER');
      const roles = body['roles'] as readonly Role[];
      checkRoles(roles, call, 'CANNOT_ADD_GLOBAL_ROLE');
      refuseDemotion(world, user, roles);
      refuseCrowd(world, roles, user.roles);
    }
    const changed = record({ ...user, ...body });
    world.users.set(user.id, changed);
    return entity(userView(changed, call));
  }),
  route(
    'DELETE',
    '/users/{user}',
    {
      product: 'ops-manager',
      need: globalRole('GLOBAL_USER_ADMIN'),
    },
    ({ user }, { world }) => {
      refuseDemotion(world, user, []);
      world.users.delete(user.id);
      for (const { teams } of world.orgs.values()) for (const team of teams.values()) team.users.delete(user.id);
      return done();
    },
  ),
];
