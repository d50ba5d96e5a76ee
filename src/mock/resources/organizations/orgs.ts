import { done, entity, isNamed, links, list } from '../../rules/reply.ts';
import type { Call, Link } from '../../rules/reply.ts';
import { isGlobalOwner, isOrgMember, orgRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import type { Fields } from '../../world/json.ts';
import type { Organization, World } from '../../world/world.ts';
import { ldapMappings, ldapMappingsRule } from '../../rules/ldap.ts';
import { removeRoles } from '../../rules/membership.ts';
import { groupView, visibleGroups } from './groups.ts';
import { usersWhere, userView } from '../access/users.ts';

const shape: Shape = {
  name: { type: 'string', required: true, empty: 'INVALID_ORG_NAME' },
  id: { type: 'string', readOnly: true },
  isDeleted: { type: 'boolean', readOnly: true },
  links: { type: 'array', readOnly: true },
  ldapGroupMappings: ldapMappingsRule,
};

function orgView(org: Organization, call: Call, alone = true): Fields {
  const path = `/orgs/${org.id}`;
  const related: Link[] = ['groups', 'teams', 'users', 'apiKeys', 'events'].map((name) => [name, `${path}/${name}`]);
  if (call.world.product === 'cloud-manager') related.push(['invoices', `${path}/invoices`]);
  return {
    id: org.id,
    isDeleted: call.world.product === 'ops-manager' ? false : undefined,
    ldapGroupMappings: org.ldapGroupMappings,
    links: links(call, path, alone ? related : []),
    name: org.name,
  };
}

function newOrg(world: World, name: string): Organization {
  const org = { id: world.ids.id(), name, teams: new Map(), events: new Map(), invoices: new Map(), invitations: new Map() };
  world.orgs.set(org.id, org);
  return org;
}

export const orgs = [
  route('GET', '/orgs', {}, (_at, call) => {
    const name = call.query.get('name');
    const own = [...call.world.orgs.values()].filter((org) => isOrgMember(call.caller, org.id));
    const seen = own.filter((org) => isNamed(org.name, name, call));
    if (seen.length === 0 && call.world.forms.has('no-organization-of-that-name-is-404'))
      refuse('ORG_NAME_NOT_FOUND', String(name));
    return list(call, seen, (org) => orgView(org, call, false));
  }),
  route(
    'POST',
    '/orgs',
    {
      need: (caller) => {
        if (!isGlobalOwner(caller)) refuse('API_KEY_CANNOT_CREATE_ORG');
      },
      body: { shape, mode: 'create' },
    },
    (_at, call) => {
      // Whether users come from LDAP is not for a new organization to choose.
      ldapMappings(call, undefined);
      return entity(orgView(newOrg(call.world, String(call.body['name'])), call));
    },
  ),
  route('GET', '/orgs/{org}', {}, ({ org }, call) => entity(orgView(org, call))),
  route('PATCH', '/orgs/{org}', { need: orgRole(), body: { shape, mode: 'update' } }, ({ org }, call) => {
    org.ldapGroupMappings = ldapMappings(call, org, 'ORG_OWNER') ?? org.ldapGroupMappings;
    org.name = String(call.body['name'] ?? org.name);
    return entity(orgView(org, call));
  }),
  route('DELETE', '/orgs/{org}', { need: orgRole() }, ({ org }, { world, caller }) => {
    const occupied = [...world.groups.values()].some((group) => group.orgId === org.id);
    if (occupied || caller.orgId === org.id) refuse('ORG_NOT_EMPTY');
    world.orgs.delete(org.id);
    for (const key of world.keys.values()) {
      if (key.orgId !== org.id) continue;
      world.keys.delete(key.id);
      world.keysByPublicKey.delete(key.publicKey);
    }
    removeRoles(world, (role) => role.orgId === org.id);
    return done();
  }),
  route('GET', '/orgs/{org}/groups', {}, ({ org }, call) =>
    list(
      call,
      visibleGroups(call).filter((group) => group.orgId === org.id),
      (group) => groupView(group, call, false),
    ),
  ),
  route('GET', '/orgs/{org}/users', {}, ({ org }, call) =>
    list(
      call,
      usersWhere(call.world, (role) => role.orgId === org.id),
      (user) => userView(user, call, false),
    ),
  ),
  route('DELETE', '/orgs/{org}/users/{user}', { need: orgRole() }, ({ org, user }, { world }) => {
    const inOrg = (role: { orgId?: string }): boolean => role.orgId === org.id;
    if (!user.roles.some(inOrg)) refuse('USER_NOT_IN_ORG', user.username);
    const owners = usersWhere(world, (role) => role.orgId === org.id && role.roleName === 'ORG_OWNER');
    if (owners.length === 1 && owners[0] === user) refuse('CANNOT_DEMOTE_LAST_ORG_OWNER');
    world.users.set(user.id, { ...user, roles: user.roles.filter((role) => !inOrg(role)) });
    return done();
  }),
];
