import { done, entity, links, list } from '../../rules/reply.ts';
import type { Call, Link } from '../../rules/reply.ts';
import { groupRole, groupRoles, orgRole, orgRoles } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { FieldRule, Shape } from '../../rules/body.ts';
import type { Fields } from '../../world/json.ts';
import { withGroupRoles } from '../../rules/membership.ts';
import { addKey } from '../../world/world.ts';
import type { ApiKey, Role } from '../../world/world.ts';

export const desc: FieldRule = { type: 'string', required: true, empty: 'INVALID_API_KEY_DESC' };
const orgRoleNames: FieldRule = {
  type: 'array',
  required: true,
  empty: 'MISSING_API_KEY_ROLES',
  items: { type: 'string', oneOf: [...orgRoles, 'ORG_BILLING_ADMIN'] },
};
const groupRoleNames: FieldRule = {
  type: 'array',
  required: true,
  empty: 'MISSING_API_KEY_ROLES',
  items: { type: 'string', oneOf: groupRoles },
};
export const serverSet: Shape = {
  id: { type: 'string', readOnly: true },
  links: { type: 'array', readOnly: true },
  privateKey: { type: 'string', readOnly: true },
  publicKey: { type: 'string', readOnly: true },
};
const orgShape: Shape = { ...serverSet, desc, roles: orgRoleNames };
const groupShape: Shape = { ...serverSet, desc, roles: groupRoleNames };
const assignment: Shape = { ...serverSet, desc: { type: 'string', readOnly: true }, roles: groupRoleNames };

/** A key as shown, without links; its private half only in the answer that makes it. */
export function shownKey({ desc: text, id, privateKey, publicKey, roles }: ApiKey, isNew: boolean): Fields {
  return {
    desc: text,
    id,
    links: [],
    privateKey: isNew ? privateKey : `********-****-****-${privateKey.slice(-12)}`,
    publicKey,
    roles,
  };
}

function keyView(key: ApiKey, call: Call, form: 'listed' | 'alone' | 'new' = 'alone'): Fields {
  const path = `/orgs/${key.orgId}/apiKeys/${key.id}`;
  const word = call.world.dialect === 'whitelist' ? 'whitelist' : 'accessList';
  const related: Link[] = [[word, `${path}/${word}`]];
  return { ...shownKey(key, form === 'new'), links: links(call, path, form === 'listed' ? [] : related) };
}

function checkDesc({ desc: text }: Fields): void {
  if (text !== undefined && String(text).length > 250) refuse('INVALID_API_KEY_DESC');
}

function inOrg(orgId: string, names: Fields[string]): Role[] {
  return [...new Set(names as readonly string[])].map((roleName) => ({ orgId, roleName }));
}

export function removeKey(key: ApiKey, { world }: Call): void {
  world.keys.delete(key.id);
  world.keysByPublicKey.delete(key.publicKey);
}

function isIn(key: ApiKey, groupId: string): boolean {
  return key.roles.some((role) => role.groupId === groupId);
}

const administrator = groupRole('GROUP_USER_ADMIN');

export const apiKeys = [
  route('GET', '/orgs/{org}/apiKeys', { need: orgRole() }, ({ org }, call) =>
    list(
      call,
      [...call.world.keys.values()].filter((key) => key.orgId === org.id),
      (key) => keyView(key, call, 'listed'),
    ),
  ),
  route(
    'POST',
    '/orgs/{org}/apiKeys',
    {
      need: orgRole(),
      body: { shape: orgShape, mode: 'create' },
    },
    ({ org }, call) => {
      const { world, caller, body } = call;
      checkDesc(body);
      const roles = inOrg(org.id, body['roles']);
      const key = addKey(world, { orgId: org.id, userId: caller.userId, desc: String(body['desc']), roles });
      return entity(keyView(key, call, 'new'));
    },
  ),
  route('GET', '/orgs/{org}/apiKeys/{key}', { need: orgRole() }, ({ key }, call) => entity(keyView(key, call))),
  route(
    'PATCH',
    '/orgs/{org}/apiKeys/{key}',
    {
      need: orgRole(),
      body: { shape: orgShape, mode: 'update' },
    },
    ({ org, key }, call) => {
      const { body } = call;
      checkDesc(body);
      key.desc = String(body['desc'] ?? key.desc);
      if (body['roles']) key.roles = [...inOrg(org.id, body['roles']), ...key.roles.filter((role) => role.orgId === undefined)];
      return entity(keyView(key, call));
    },
  ),
  route('DELETE', '/orgs/{org}/apiKeys/{key}', { need: orgRole() }, ({ key }, call) => {
    removeKey(key, call);
    return done();
  }),
  route('GET', '/groups/{group}/apiKeys', {}, ({ group }, call) =>
    list(
      call,
      [...call.world.keys.values()].filter((key) => isIn(key, group.id)),
      (key) => keyView(key, call, 'listed'),
    ),
  ),
  route(
    'POST',
    '/groups/{group}/apiKeys',
    {
      need: administrator,
      body: { shape: groupShape, mode: 'create' },
    },
    ({ group }, call) => {
      const { world, caller, body } = call;
      checkDesc(body);
      const roles = withGroupRoles(
        [{ orgId: group.orgId, roleName: 'ORG_MEMBER' }],
        group.id,
        body['roles'] as readonly string[],
      );
      const key = addKey(world, { orgId: group.orgId, userId: caller.userId, desc: String(body['desc']), roles });
      return entity(keyView(key, call, 'new'));
    },
  ),
  route(
    'PATCH',
    '/groups/{group}/apiKeys/{key}',
    {
      need: administrator,
      body: { shape: assignment, mode: 'update' },
      // No page shows a read of it within its project.
      shown: ({ key }, call) => keyView(key, call),
    },
    ({ group, key }, call) => {
      if (call.body['roles']) key.roles = withGroupRoles(key.roles, group.id, call.body['roles'] as readonly string[]);
      return entity(keyView(key, call));
    },
  ),
  route('DELETE', '/groups/{group}/apiKeys/{key}', { need: administrator }, ({ group, key }) => {
    if (!isIn(key, group.id)) refuse('API_KEY_NOT_FOUND', key.id);
    key.roles = key.roles.filter((role) => role.groupId !== group.id);
    return done();
  }),
];
