import type { Role, User, World } from '../world/world.ts';

/** Takes these roles away from every user and key. */
export function removeRoles(world: World, gone: (role: Role) => boolean): void {
  for (const user of world.users.values()) {
    if (user.roles.some(gone)) world.users.set(user.id, { ...user, roles: user.roles.filter((role) => !gone(role)) });
  }
  for (const key of world.keys.values()) {
    if (key.roles.some(gone)) key.roles = key.roles.filter((role) => !gone(role));
  }
}

/** Who owns the project, by a role of its own. */
export function ownersOf(world: World, groupId: string): User[] {
  return [...world.users.values()].filter((user) =>
    user.roles.some((role) => role.groupId === groupId && role.roleName === 'GROUP_OWNER'),
  );
}

/** Gives a holder these roles in the project in place of those it had there. */
export function withGroupRoles(roles: readonly Role[], groupId: string, names: readonly string[]): Role[] {
  return [...roles.filter((role) => role.groupId !== groupId), ...new Set(names)].map((role) =>
    typeof role === 'string' ? { groupId, roleName: role } : role,
  );
}
