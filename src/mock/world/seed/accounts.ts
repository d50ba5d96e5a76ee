import { freshHost, putHost } from '../hosts.ts';
import { record } from '../json.ts';
import { emptyGroup } from '../empty-group.ts';
import type { ApiKey, Event, Group, Organization, User, World } from '../world.ts';
import { daysFromNow } from './days.ts';
import { newOrganization } from './organization.ts';

interface Bill {
  readonly group: Group;
  readonly statusName: 'FAILED' | 'FREE' | 'PENDING';
  /** Days from now on which its month ended or ends. */
  readonly ended: number;
  readonly cents: number;
  readonly payments?: readonly { readonly statusName: string }[];
}

function addInvoice(world: World, org: Organization, { group, statusName, ended, cents, payments }: Bill): void {
  const id = world.ids.id();
  const created = daysFromNow(world, ended - 30);
  org.invoices.set(
    id,
    record({
      amountBilledCents: cents,
      amountPaidCents: 0,
      created,
      creditsCents: 0,
      endDate: daysFromNow(world, ended),
      groupId: group.id,
      id,
      orgId: org.id,
      payments,
      salesTaxCents: 0,
      startDate: created,
      startingBalanceCents: 0,
      statusName,
      subtotalCents: cents,
      updated: created,
    }),
  );
}

function addEvent(world: World, { events }: Organization, eventTypeName: string, groupId: string): void {
  const event: Event = record({
    created: daysFromNow(world, -20),
    eventTypeName,
    groupId,
    id: world.ids.id(),
    isGlobalAdmin: false,
  });
  events.set(event.id, event);
}

function addGroup(world: World, org: Organization, name: string): Group {
  const group = emptyGroup(world.ids, org.id, name);
  world.groups.set(group.id, group);
  return group;
}

/** A replica set whose backup was never started. */
function addClusterWithoutBackup(world: World, group: Group): void {
  const id = world.ids.id();
  group.clusters.set(
    id,
    record({
      clusterName: 'rs',
      groupId: group.id,
      id,
      lastHeartbeat: daysFromNow(world, 0),
      replicaSetName: 'rs',
      typeName: 'REPLICA_SET' as const,
    }),
  );
  const host = freshHost(
    { hostname: `${group.name}.example.com`, port: 27_017 },
    world.ids.hostId(),
    group.id,
    daysFromNow(world, -20),
  );
  putHost(group, record({ ...host, clusterId: id }));
  group.backupConfigs.set(
    id,
    record({
      authMechanismName: 'NONE',
      clusterId: id,
      encryptionEnabled: false,
      excludedNamespaces: [],
      groupId: group.id,
      provisioned: false,
      sslEnabled: false,
      statusName: 'INACTIVE',
      storageEngineName: 'WIRED_TIGER',
      syncSource: 'SECONDARY',
    }),
  );
}

/** An organization whose projects pay badly or little. */
function addAccounts(world: World): Organization {
  const org = newOrganization(world, 'Accounts', { payment: 'refused' });
  const overdue = addGroup(world, org, 'overdue');
  addInvoice(world, org, { group: overdue, statusName: 'FAILED', ended: -40, cents: 12_000 });
  addEvent(world, org, 'CHARGE_FAILED', overdue.id);
  const reduced = addGroup(world, org, 'reduced');
  reduced.plan = 'basic';
  addEvent(world, org, 'ACCOUNT_DOWNGRADED', reduced.id);
  addClusterWithoutBackup(world, reduced);
  if (world.product === 'ops-manager') return org;
  const free = addGroup(world, org, 'free');
  free.plan = 'free';
  addInvoice(world, org, { group: free, statusName: 'FREE', ended: -10, cents: 0 });
  addInvoice(world, org, {
    group: addGroup(world, org, 'declined'),
    statusName: 'PENDING',
    ended: 10,
    cents: 3_000,
    payments: [{ statusName: 'FAILED' }],
  });
  return org;
}

/** An organization that was never billed and has given nothing that could be charged. */
function addUnbilled(world: World): Organization {
  const org = newOrganization(world, 'Unbilled', { payment: 'none' });
  addClusterWithoutBackup(world, addGroup(world, org, 'unbilled'));
  return org;
}

/** A user whose record has an address that no mail can be sent to. */
function addUnreachable(world: World, { id: orgId }: Organization): void {
  const user: User = record({
    country: 'US',
    emailAddress: 'nobody',
    firstName: 'Nobody',
    id: world.ids.id(),
    lastName: 'Example',
    roles: [{ orgId, roleName: 'ORG_MEMBER' }],
    teamIds: [],
    username: 'nobody@example.com',
  });
  world.users.set(user.id, user);
}

/** A project whose organization's record is lost. */
function addOrphan(world: World): Group {
  const group = emptyGroup(world.ids, world.ids.id(), 'orphan');
  world.groups.set(group.id, group);
  return group;
}

/** An organization whose users come from LDAP, with a project. Ops Manager only. */
function addDirectory(world: World): void {
  const mapping = (role: string) => [{ ldapGroups: ['cn=owners,dc=example,dc=com'], roleName: `${role}_OWNER` }];
  const org = newOrganization(world, 'Directory', { ldapGroupMappings: mapping('ORG') });
  addGroup(world, org, 'directory').ldapGroupMappings = mapping('GROUP');
}

/**
 * Organizations and projects in a state that the API shows but does not bring about: invoices that are not paid, a
 * lower plan, a free tier, no way to pay, an address without mail, a lost record, users from LDAP. On Cloud Manager
 * the main key is made an owner of them; on Ops Manager it is global.
 */
export function seedAccounts(world: World, main: ApiKey): void {
  const accounts = addAccounts(world);
  if (world.product === 'ops-manager') {
    addDirectory(world);
    return;
  }
  addUnreachable(world, accounts);
  const owned = [accounts, addUnbilled(world)];
  main.roles = [
    ...main.roles,
    ...owned.map(({ id }) => ({ orgId: id, roleName: 'ORG_OWNER' })),
    { groupId: addOrphan(world).id, roleName: 'GROUP_OWNER' },
  ];
}
