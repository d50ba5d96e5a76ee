import { refuse } from './refusal.ts';
import type { ApiKey, Group, Role } from './world.ts';

export const groupRoles = [
  'GROUP_OWNER',
  'GROUP_READ_ONLY',
  'GROUP_AUTOMATION_ADMIN',
  'GROUP_BACKUP_ADMIN',
  'GROUP_MONITORING_ADMIN',
  'GROUP_USER_ADMIN',
  'GROUP_DATA_ACCESS_ADMIN',
  'GROUP_DATA_ACCESS_READ_WRITE',
  'GROUP_DATA_ACCESS_READ_ONLY',
] as const;
export const orgRoles = ['ORG_OWNER', 'ORG_MEMBER', 'ORG_GROUP_CREATOR', 'ORG_READ_ONLY'] as const;
export const billingRoles = ['ORG_BILLING_ADMIN', 'GROUP_BILLING_ADMIN'] as const;
export const globalRoles = [
  'GLOBAL_OWNER',
  'GLOBAL_READ_ONLY',
  'GLOBAL_AUTOMATION_ADMIN',
  'GLOBAL_BACKUP_ADMIN',
  'GLOBAL_MONITORING_ADMIN',
  'GLOBAL_USER_ADMIN',
] as const;
export type GroupRole = (typeof groupRoles)[number];
export type OrgRole = (typeof orgRoles)[number] | 'ORG_BILLING_ADMIN';

interface RoleHolder {
  readonly roles: readonly Role[];
}

function holds(holder: RoleHolder, test: (role: Role) => boolean): boolean {
  return holder.roles.some(test);
}

/** True for a caller whose rights are not tied to an organization. */
export function isGlobal(holder: RoleHolder): boolean {
  return holds(holder, (role) => role.roleName.startsWith('GLOBAL_'));
}

export function isGlobalOwner(holder: RoleHolder): boolean {
  return holds(holder, (role) => role.roleName === 'GLOBAL_OWNER');
}

/** True when one of these is held, as such or as its global twin; a global owner holds all. */
export function mayGlobally(holder: RoleHolder, ...names: readonly string[]): boolean {
  return holds(holder, (role) => role.roleName === 'GLOBAL_OWNER' || names.includes(role.roleName));
}

/** True when the holder may read in the organization at all. */
export function isOrgMember(holder: RoleHolder, orgId: string): boolean {
  return isGlobal(holder) || holds(holder, (role) => role.orgId === orgId);
}

/** True when the holder may read in the project: a role of its own there, or one that reads the whole organization. */
export function isGroupMember(holder: RoleHolder, group: Group): boolean {
  return (
    isGlobal(holder) ||
    holds(
      holder,
      (role) =>
        role.groupId === group.id ||
        (role.orgId === group.orgId && (role.roleName === 'ORG_OWNER' || role.roleName === 'ORG_READ_ONLY')),
    )
  );
}

export function mayInOrg(holder: RoleHolder, orgId: string, roles: readonly OrgRole[]): boolean {
  const enough: readonly string[] = ['ORG_OWNER', ...roles];
  return isGlobalOwner(holder) || holds(holder, (role) => role.orgId === orgId && enough.includes(role.roleName));
}

/** A project owner may all that others may there; so may an owner of the organization. */
export function mayInGroup(holder: RoleHolder, group: Group, roles: readonly GroupRole[]): boolean {
  const enough: readonly string[] = ['GROUP_OWNER', ...roles];
  return (
    mayGlobally(holder, ...roles.map((name) => name.replace('GROUP_', 'GLOBAL_'))) ||
    holds(
      holder,
      (role) =>
        (role.groupId === group.id && enough.includes(role.roleName)) ||
        (role.orgId === group.orgId && role.roleName === 'ORG_OWNER'),
    )
  );
}

/** True when the holder administers an organization or project in which the other has a role, or both are global. */
export function administers(holder: RoleHolder, other: RoleHolder, groups: ReadonlyMap<string, Group>): boolean {
  if (isGlobal(holder)) return true;
  return holds(other, ({ orgId, groupId }) => {
    if (orgId !== undefined) return mayInOrg(holder, orgId, []);
    const group = groupId === undefined ? undefined : groups.get(groupId);
    return group !== undefined && mayInGroup(holder, group, ['GROUP_USER_ADMIN']);
  });
}

/** What a caller needs beyond membership; a need refuses by itself. */
export type Need = (caller: ApiKey, at: { readonly group?: Group; readonly org?: { readonly id: string } }) => void;

/** Membership is enough. */
export const nothingMore: Need = () => undefined;

/** One of these roles in the project, or ownership. */
export function groupRole(...roles: readonly GroupRole[]): Need {
  return (caller, { group }) => {
    if (group && mayInGroup(caller, group, roles)) return;
    if (group && roles.includes('GROUP_USER_ADMIN')) refuse('NOT_GROUP_USER_ADMIN', group.id);
    refuse('USER_UNAUTHORIZED');
  };
}

/** One of these roles in the organization, or ownership. */
export function orgRole(...roles: readonly OrgRole[]): Need {
  return (caller, { org }) => {
    if (org && !mayInOrg(caller, org.id, roles)) refuse('NOT_ORG_ADMIN', org.id);
  };
}

/** One of these global roles; Ops Manager only. */
export function globalRole(...roles: readonly string[]): Need {
  return (caller) => {
    if (!mayGlobally(caller, ...roles)) refuse('USER_UNAUTHORIZED');
  };
}
