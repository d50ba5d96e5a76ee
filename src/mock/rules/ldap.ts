import type { FieldRule } from './body.ts';
import type { Fields } from '../world/json.ts';
import { refuse } from '../world/refusal.ts';
import type { Call } from './reply.ts';
import type { Organization } from '../world/world.ts';

/** How a body says which LDAP groups have which role. */
export const ldapMappingsRule: FieldRule = {
  type: 'array',
  items: {
    type: 'object',
    fields: {
      roleName: { type: 'string', required: true },
      ldapGroups: { type: 'array', required: true, items: { type: 'string' } },
    },
  },
};

/**
 * The mappings that a body brings, if it brings any. Refused where the organization's users do not come from LDAP,
 * where a role is mapped twice, and where the role that must be mapped is not.
 */
export function ldapMappings(
  { body, world }: Pick<Call, 'body' | 'world'>,
  org: Organization | undefined,
  mandatory?: string,
): readonly Fields[] | undefined {
  const mappings = body['ldapGroupMappings'] as readonly Fields[] | undefined;
  if (mappings === undefined) return undefined;
  if (world.product !== 'ops-manager') refuse('INVALID_ATTRIBUTE', 'ldapGroupMappings');
  if (org?.ldapGroupMappings === undefined) refuse('DISALLOWED_ATTRIBUTE_TURN_ON_LDAP', 'ldapGroupMappings');
  const names = mappings.map(({ roleName }) => String(roleName));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse('DUPLICATE_ROLE_ENTRY_IN_LDAP_MAPPING', twice);
  const owners = mappings.find(({ roleName }) => roleName === mandatory)?.['ldapGroups'] as readonly string[] | undefined;
  if (mandatory !== undefined && !owners?.length) refuse('MISSING_ROLE_ENTRY_IN_LDAP_MAPPING', mandatory);
  return mappings;
}
