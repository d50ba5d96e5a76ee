import { bare, done, entity, links, list } from '../../rules/reply.ts';
import type { Call, Reply } from '../../rules/reply.ts';
import { groupRole, groupRoles, orgRole, orgRoles } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { BodyRule, FieldRule, Shape } from '../../rules/body.ts';
import { formatSecond } from '../../world/dates.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import { inOrder } from '../../world/orders.ts';
import type { Entity, Group, Organization } from '../../world/world.ts';
import { isMailAddress } from '../access/users.ts';

const serverSet: Shape = Object.fromEntries(
  ['createdAt', 'expiresAt', 'groupId', 'groupName', 'id', 'inviterUsername', 'links', 'orgId', 'orgName'].map((name) => [
    name,
    { type: 'any', readOnly: true } as const,
  ]),
);
const rolesOf = (names: readonly string[]): FieldRule => ({
  type: 'array',
  required: true,
  empty: 'NO_ROLES_IN_ASSIGNMENT',
  items: { type: 'string', oneOf: names, invalid: 'INVALID_ENUM_VALUE' },
});
const username: FieldRule = { type: 'string', required: true };
const groupShape: Shape = { ...serverSet, roles: rolesOf(groupRoles), username };
const orgShape: Shape = {
  ...serverSet,
  roles: rolesOf([...orgRoles, 'ORG_BILLING_ADMIN']),
  teamIds: { type: 'array', items: { type: 'string' } },
  username,
};

/** What changes an invitation that a path names: whom it is for stays as it was. */
const change = (shape: Shape): BodyRule => ({
  shape: { ...shape, username: { type: 'string', readOnly: true } },
  mode: 'update',
});

const day = 86_400_000;
const mostInvitations = 20;

/** Where invitations are kept and found. */
interface Place {
  readonly path: string;
  readonly relation: 'group' | 'org';
  readonly invitations: Map<string, Entity>;
  /** Fields of each that tell what it is to. */
  readonly to: Fields;
}

const inGroup = ({ id, name, invitations: there }: Group): Place => ({
  path: `/groups/${id}`,
  relation: 'group',
  invitations: there,
  to: { groupId: id, groupName: name },
});

const inOrg = ({ id, name, invitations: there }: Organization): Place => ({
  path: `/orgs/${id}`,
  relation: 'org',
  invitations: there,
  to: { orgId: id, orgName: name },
});

function view(invitation: Entity, { path, relation }: Place, call: Call, alone = true): Fields {
  return { ...invitation, links: links(call, `${path}/invites/${invitation.id}`, alone ? [[relation, path]] : []) };
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

/** All that are open, as an array: that is how the newer versions show them, and clients want them. */
function all(place: Place, call: Call): Reply {
  const name = call.query.get('username');
  const wanted = [...place.invitations.values()].filter((invitation) => name === null || invitation['username'] === name);
  const shown = (invitation: Entity): Fields => view(invitation, place, call, false);
  if (call.world.forms.has('invitations-in-lists')) return list(call, wanted, shown);
  return bare(inOrder(wanted, shown, call.world.forms).map(shown));
}

function invite(place: Place, call: Call): Reply {
  const { world, caller, body } = call;
  if (!isMailAddress(String(body['username']))) refuse('INVALID_USERNAME');
  countInvitation(call);
  const invitation = record({
    ...body,
    ...place.to,
    createdAt: formatSecond(world.now()),
    expiresAt: formatSecond(world.now() + 30 * day),
    id: world.ids.id(),
    inviterUsername: world.users.get(caller.userId)?.username,
  });
  place.invitations.set(invitation.id, invitation);
  return entity(view(invitation, place, call));
}

function changed(invitation: Entity, place: Place, call: Call): Reply {
  const next = record({ ...invitation, ...call.body });
  place.invitations.set(next.id, next);
  return entity(view(next, place, call));
}

/** The same, where the invitation is named by whom it is for. */
function changedByName(place: Place, call: Call): Reply {
  const found = [...place.invitations.values()].find((one) => one['username'] === call.body['username']);
  return changed(found ?? refuse('RESOURCE_NOT_FOUND', new URL(call.self).pathname), place, call);
}

function checkTeams({ teams }: Organization, { body }: Call): void {
  const unknown = ((body['teamIds'] ?? []) as readonly string[]).find((id) => !teams.has(id));
  if (unknown !== undefined) refuse('TEAM_NOT_FOUND', unknown);
}

function remove(invitation: Entity, { invitations: there }: Place): Reply {
  there.delete(invitation.id);
  return done();
}

const userAdmin = groupRole('GROUP_USER_ADMIN');
const owner = orgRole();
const create = 'create';

/** Invitations of people to a project or an organization. Source: the pages of both products' newer versions. */
export const invitations = [
  route('GET', '/groups/{group}/invites', { need: userAdmin }, ({ group }, call) => all(inGroup(group), call)),
  route('POST', '/groups/{group}/invites', { need: userAdmin, body: { shape: groupShape, mode: create } }, ({ group }, call) =>
    invite(inGroup(group), call),
  ),
  route('PATCH', '/groups/{group}/invites', { need: userAdmin, body: { shape: groupShape, mode: create } }, ({ group }, call) =>
    changedByName(inGroup(group), call),
  ),
  route('GET', '/groups/{group}/invites/{invitation}', { need: userAdmin }, ({ group, invitation }, call) =>
    entity(view(invitation, inGroup(group), call)),
  ),
  route(
    'PATCH',
    '/groups/{group}/invites/{invitation}',
    { need: userAdmin, body: change(groupShape) },
    ({ group, invitation }, call) => changed(invitation, inGroup(group), call),
  ),
  route('DELETE', '/groups/{group}/invites/{invitation}', { need: userAdmin }, ({ group, invitation }) =>
    remove(invitation, inGroup(group)),
  ),
  route('GET', '/orgs/{org}/invites', { need: owner }, ({ org }, call) => all(inOrg(org), call)),
  route('POST', '/orgs/{org}/invites', { need: owner, body: { shape: orgShape, mode: create } }, ({ org }, call) => {
    checkTeams(org, call);
    return invite(inOrg(org), call);
  }),
  route('PATCH', '/orgs/{org}/invites', { need: owner, body: { shape: orgShape, mode: create } }, ({ org }, call) => {
    checkTeams(org, call);
    return changedByName(inOrg(org), call);
  }),
  route('GET', '/orgs/{org}/invites/{orgInvitation}', { need: owner }, ({ org, orgInvitation }, call) =>
    entity(view(orgInvitation, inOrg(org), call)),
  ),
  route(
    'PATCH',
    '/orgs/{org}/invites/{orgInvitation}',
    { need: owner, body: change(orgShape) },
    ({ org, orgInvitation }, call) => {
      checkTeams(org, call);
      return changed(orgInvitation, inOrg(org), call);
    },
  ),
  route('DELETE', '/orgs/{org}/invites/{orgInvitation}', { need: owner }, ({ org, orgInvitation }) =>
    remove(orgInvitation, inOrg(org)),
  ),
];
