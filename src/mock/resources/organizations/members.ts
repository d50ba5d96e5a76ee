import { limitsOf } from '../../world/accounts.ts';
import { done, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { groupRole, groupRoles } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { ownersOf, withGroupRoles } from '../../rules/membership.ts';
import type { Group, User, World } from '../../world/world.ts';
import { isMailAddress, usersWhere, userView } from '../access/users.ts';

const shape: Shape = {
  id: { type: 'string', required: true },
  roles: {
    type: 'array',
    required: true,
    items: { type: 'object', fields: { roleName: { type: 'string', required: true }, groupId: { type: 'string' } } },
  },
};

type Assignment = Readonly<{ id: string; roles: readonly { roleName: string; groupId?: string }[] }>;

const administrator = groupRole('GROUP_USER_ADMIN');

function isMember(user: Pick<User, 'roles'>, group: Group): boolean {
  return user.roles.some((role) => role.groupId === group.id);
}

/** Refuses new members for whom there is no place, or whom no mail would tell of it. Cloud Manager only. */
function admitMembers(joining: readonly User[], group: Group, world: World): void {
  if (world.product !== 'cloud-manager') return;
  const most = limitsOf(world.orgs.get(group.orgId)).users;
  const there = usersWhere(world, (role) => role.groupId === group.id).length;
  if (there + joining.length > most) refuse('MAX_USERS_PER_GROUP_EXCEEDED', String(most), group.id);
  const unreachable = joining.find(({ emailAddress }) => !isMailAddress(String(emailAddress)));
  if (unreachable) refuse('DEFAULT_INVITATION_EXCEPTION', unreachable.username, group.name);
}

function memberList(group: Group, call: Call) {
  return list(
    call,
    usersWhere(call.world, (role) => role.groupId === group.id),
    (user) => userView(user, call, false),
  );
}

/** Who belongs to a project. */
export const members = [
  route('GET', '/groups/{group}/users', {}, ({ group }, call) => memberList(group, call)),
  route(
    'POST',
    '/groups/{group}/users',
    {
      need: administrator,
      body: { shape, mode: 'create', array: true },
    },
    ({ group }, call) => {
      const { world } = call;
      const changes = (call.items as unknown as readonly Assignment[]).map(({ id, roles }) => {
        const user = world.users.get(id) ?? refuse('INVALID_USER', id);
        const foreign = roles.find(({ groupId = group.id }) => groupId !== group.id)?.groupId;
        if (foreign !== undefined) refuse('GROUP_MISMATCH', foreign);
        const names = roles.map(({ roleName }) => roleName);
        const wrong = names.find((name) => !(groupRoles as readonly string[]).includes(name));
        if (wrong !== undefined) refuse('INVALID_ROLE_FOR_GROUP', wrong, group.id);
        return { ...user, roles: withGroupRoles(user.roles, group.id, names) };
      });
      const joining = changes.filter(({ id }) => !isMember(world.users.get(id) ?? { roles: [] }, group));
      if (joining.length > 0) admitMembers(joining, group, world);
      for (const user of changes) world.users.set(user.id, user);
      return memberList(group, call);
    },
  ),
  route('DELETE', '/groups/{group}/users/{user}', { need: administrator }, ({ group, user }, { world }) => {
    if (!isMember(user, group)) refuse('USER_NOT_IN_GROUP', user.username, group.id);
    const owners = ownersOf(world, group.id);
    if (owners.length === 1 && owners[0]?.id === user.id) refuse('CANNOT_DELETE_LAST_OWNER');
    world.users.set(user.id, { ...user, roles: user.roles.filter((role) => role.groupId !== group.id) });
    return done();
  }),
];
