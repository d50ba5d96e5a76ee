import type { Call } from './reply.ts';
import { refuse } from '../world/refusal.ts';
import type { RefusalCode } from '../world/refusal.ts';
import { billingRoles, globalRoles, groupRoles, mayGlobally, mayInGroup, mayInOrg, orgRoles } from '../world/roles.ts';
import type { Role, User, World } from '../world/world.ts';

function includes(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

function checkForm({ roleName, groupId, orgId }: Role, product: Call['world']['product']): void {
  if (includes(billingRoles, roleName)) {
    if (product === 'ops-manager') refuse('BILLING_UNSUPPORTED');
  } else if (![globalRoles, groupRoles, orgRoles].some((names) => includes(names, roleName))) {
    refuse('INVALID_ENUM_VALUE', roleName);
  }
  const inGroup = roleName.startsWith('GROUP_');
  const inOrg = roleName.startsWith('ORG_');
  if (inGroup && groupId === undefined) refuse('ROLE_NEEDS_GROUP_ID', roleName);
  if (inOrg && groupId !== undefined) refuse('INVALID_ROLE_FOR_GROUP', roleName, groupId);
  if (!inGroup && groupId !== undefined) refuse('ROLE_NEEDS_NO_GROUP_ID', roleName);
  if (inOrg && orgId === undefined) refuse('ROLE_NEEDS_ORG_ID', roleName);
  if (!inOrg && orgId !== undefined) refuse('ROLE_NEEDS_NO_ORG_ID', roleName);
}

/**
 * Refuses roles that no user can have as they stand, and roles that the caller may not give.
 * `globalRefused` is the code for a global role from somebody who administers no users globally.
 */
export function checkRoles(roles: readonly Role[], { world, caller }: Call, globalRefused: RefusalCode): void {
  for (const role of roles) checkForm(role, world.product);
  for (const { roleName, groupId, orgId } of roles) {
    if (includes(globalRoles, roleName)) {
      if (!mayGlobally(caller, 'GLOBAL_USER_ADMIN')) refuse(globalRefused);
    }
    if (groupId !== undefined) {
      const group = world.groups.get(groupId) ?? refuse('GROUP_NOT_FOUND', groupId);
      if (!mayInGroup(caller, group, ['GROUP_USER_ADMIN'])) refuse('NOT_GROUP_USER_ADMIN', groupId);
    }
    if (orgId !== undefined) {
      if (!world.orgs.has(orgId)) refuse('ORG_NOT_FOUND', orgId);
      if (!mayInOrg(caller, orgId, [])) refuse('NOT_ORG_ADMIN', orgId);
    }
  }
}

function isLast(world: World, user: User, owns: (role: Role) => boolean): boolean {
  return ![...world.users.values()].some((other) => other.id !== user.id && other.roles.some(owns));
}

/** Refuses new roles that would leave a project or organization of the user's without an owner. */
export function refuseDemotion(world: World, user: User, roles: readonly Role[]): void {
  for (const lost of user.roles) {
    const same = (role: Role): boolean =>
      role.roleName === lost.roleName && role.groupId === lost.groupId && role.orgId === lost.orgId;
    if (roles.some(same)) continue;
    if (lost.roleName === 'ORG_OWNER' && isLast(world, user, same)) refuse('CANNOT_DEMOTE_LAST_ORG_OWNER');
    if (lost.roleName === 'GROUP_OWNER' && isLast(world, user, same)) refuse('CANNOT_DEMOTE_LAST_OWNER');
  }
}
