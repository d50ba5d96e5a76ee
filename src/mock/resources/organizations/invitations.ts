import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { groupRole, groupRoles } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { formatSecond } from '../../world/dates.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import type { Entity, Group } from '../../world/world.ts';
import { isMailAddress } from '../access/users.ts';

const shape: Shape = {
  username: { type: 'string', required: true },
  roles: {
    type: 'array',
    required: true,
    empty: 'NO_ROLES_IN_ASSIGNMENT',
    items: { type: 'string', oneOf: groupRoles, invalid: 'INVALID_ENUM_VALUE' },
  },
  ...Object.fromEntries(
    ['createdAt', 'expiresAt', 'groupId', 'groupName', 'id', 'inviterUsername', 'links'].map((name) => [
      name,
      { type: 'any', readOnly: true } as const,
    ]),
  ),
};

const day = 86_400_000;
const mostInvitations = 20;

function view(invitation: Entity, group: Group, call: Call, alone = true): Fields {
  const path = `/groups/${group.id}`;
  return { ...invitation, links: links(call, `${path}/invites/${invitation.id}`, alone ? [['group', path]] : []) };
}

/** Counts an invitation sent from an address, and refuses it when too many were. Cloud Manager only. */
function countInvitation({ world, remoteAddress }: Call): void {
  if (world.product !== 'cloud-manager') return;
  const begin = world.now() - world.rateWindowSeconds * 1000;
  const sent = (world.invitationsSent.get(remoteAddress) ?? []).filter((time) => time > begin);
  if (sent.length >= mostInvitations)
    refuse('RATE_LIMITED_IP', String(mostInvitations), String(Number((world.rateWindowSeconds / 60).toFixed(3))));
  world.invitationsSent.set(remoteAddress, [...sent, world.now()]);
}

const need = groupRole('GROUP_USER_ADMIN');

/** Invitations of people to a project. Source: the pages of both products' newer versions. */
export const invitations = [
  route('GET', '/groups/{group}/invites', { need }, ({ group }, call) =>
    list(call, group.invitations.values(), (invitation) => view(invitation, group, call, false)),
  ),
  route('POST', '/groups/{group}/invites', { need, body: { shape, mode: 'create' } }, ({ group }, call) => {
    const { world, caller, body } = call;
    const { username, roles } = body as { username: string; roles: readonly string[] };
    if (!isMailAddress(username)) refuse('INVALID_USERNAME');
    countInvitation(call);
    const invitation = record({
      createdAt: formatSecond(world.now()),
      expiresAt: formatSecond(world.now() + 30 * day),
      groupId: group.id,
      groupName: group.name,
      id: world.ids.id(),
      inviterUsername: world.users.get(caller.userId)?.username,
      roles,
      username,
    });
    group.invitations.set(invitation.id, invitation);
    return entity(view(invitation, group, call));
  }),
  route('GET', '/groups/{group}/invites/{invitation}', { need }, ({ group, invitation }, call) =>
    entity(view(invitation, group, call)),
  ),
  route('DELETE', '/groups/{group}/invites/{invitation}', { need }, ({ group, invitation }) => {
    group.invitations.delete(invitation.id);
    return done();
  }),
];
