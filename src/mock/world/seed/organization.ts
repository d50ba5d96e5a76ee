import type { Organization, World } from '../world.ts';

/** An organization with nothing in it. */
export function newOrganization(
  world: World,
  name: string,
  fields: Partial<Pick<Organization, 'payment' | 'ldapGroupMappings'>> = {},
): Organization {
  const org: Organization = {
    id: world.ids.id(),
    name,
    teams: new Map(),
    events: new Map(),
    invoices: new Map(),
    invitations: new Map(),
    ...fields,
  };
  world.orgs.set(org.id, org);
  return org;
}
