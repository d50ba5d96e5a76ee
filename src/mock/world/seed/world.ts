import { accessListEntry } from '../../rules/addresses.ts';
import { emptyAdministration } from '../administration.ts';
import { record } from '../json.ts';
import { emptyGroup } from '../empty-group.ts';
import { addKey } from '../world.ts';
import type { AccessListEntry, ApiKey, Group, Organization, Role, User, World } from '../world.ts';
import type { Identity, KeyPair } from '../../forms/types.ts';
import { seedAutomation } from './automation.ts';
import { seedBackup } from './backup.ts';
import { seedBackupStates } from './backup-states.ts';
import { seedAccounts } from './accounts.ts';
import { blockedUsername, seedCrowds } from './crowds.ts';
import { daysFromNow } from './days.ts';
import { seedDeployment } from './deployment.ts';
import { seedEvents, seedHistory } from './events.ts';
import { seedMonitoring } from './monitoring.ts';
import { seedProvisioning } from './provisioning.ts';
import { seedRestores } from './restores.ts';

type Given = Pick<World, 'product' | 'dialect' | 'forms' | 'now' | 'rateWindowSeconds' | 'ids'>;
type Known = Pick<Identity, 'publicKey' | 'privateKey' | 'orgId' | 'projectId' | 'callers'>;

function addUser(world: World, firstName: string, roles: readonly Role[], mobileNumber?: string): User {
  const mail = `${firstName.toLowerCase()}@example.com`;
  const user: User = record({
    country: world.product === 'cloud-manager' ? 'US' : undefined,
    emailAddress: mail,
    firstName,
    id: world.ids.id(),
    lastName: 'Example',
    mobileNumber,
    roles,
    teamIds: [],
    username: mail,
  });
  world.users.set(user.id, user);
  return user;
}

function entries(world: World, ...blocks: readonly string[]): AccessListEntry[] {
  return blocks.flatMap((block) => accessListEntry(block, daysFromNow(world, -30)) ?? []);
}

function pair({ publicKey, privateKey }: ApiKey): KeyPair {
  return { publicKey, privateKey };
}

function addCallers(world: World, org: Organization, main: Group, owner: User, stranger: User) {
  const orgId = org.id;
  const groupId = main.id;
  const global: Role[] = world.product === 'ops-manager' ? [{ roleName: 'GLOBAL_OWNER' }] : [];
  const member: Role = { orgId, roleName: 'ORG_MEMBER' };
  const ownerRoles: Role[] = [
    { orgId, roleName: 'ORG_OWNER' },
    { groupId, roleName: 'GROUP_OWNER' },
  ];
  const key = (desc: string, user: User, roles: readonly Role[]): ApiKey =>
    addKey(world, {
      orgId,
      userId: user.id,
      desc,
      roles,
    });

  const mainKey = key('main', owner, [...global, ...ownerRoles]);
  mainKey.accessList = entries(world, '127.0.0.0/8', '::1/128');
  const readOnly = key('read only', owner, [member, { groupId, roleName: 'GROUP_READ_ONLY' }]);
  const outsider = key('outsider', stranger, [member]);
  const emptyAccessList = key('empty access list', owner, ownerRoles);
  const otherAddress = key('other address', owner, ownerRoles);
  otherAddress.accessList = entries(world, '192.0.2.1');
  return {
    ...pair(mainKey),
    callers: {
      readOnly: pair(readOnly),
      outsider: pair(outsider),
      emptyAccessList: pair(emptyAccessList),
      otherAddress: pair(otherAddress),
    },
  };
}

function addTeams(world: World, org: Organization, main: Group, [first, second]: readonly [User, User]): void {
  for (const [name, user] of [
    ['Operators', first],
    ['Auditors', second],
  ] as const) {
    const team = { id: world.ids.id(), name, users: new Set([user.id]) };
    org.teams.set(team.id, team);
    if (name === 'Operators') main.teams.set(team.id, ['GROUP_MONITORING_ADMIN']);
  }
}

function addInvoices(world: World, org: Organization): void {
  if (world.product !== 'cloud-manager') return;
  for (const [statusName, days, subtotalCents] of [
    ['PAID', -60, 10_000],
    ['PENDING', 0, 2_500],
  ] as const) {
    const id = world.ids.id();
    const paid = statusName === 'PAID';
    org.invoices.set(
      id,
      record({
        amountBilledCents: subtotalCents,
        amountPaidCents: paid ? subtotalCents : 0,
        created: daysFromNow(world, days - 1),
        creditsCents: 0,
        endDate: daysFromNow(world, days + 29),
        id,
        orgId: org.id,
        salesTaxCents: 0,
        startDate: daysFromNow(world, days - 1),
        startingBalanceCents: 0,
        statusName,
        subtotalCents,
        updated: daysFromNow(world, days - 1),
      }),
    );
  }
}

/**
 * The world a mock starts with: one organization, a project with some of everything, a second one with a host, users,
 * teams and callers. Everything it makes up comes from `ids`, every date from `now`.
 */
export function seedWorld(given: Given): Known & { world: World } {
  const world: World = {
    ...given,
    orgs: new Map(),
    groups: new Map(),
    users: new Map(),
    keys: new Map(),
    keysByPublicKey: new Map(),
    globalAlertConfigs: new Map(),
    globalAlerts: new Map(),
    invitationsSent: new Map(),
    blockedUsernames: new Set([blockedUsername]),
    administration: emptyAdministration(),
  };
  const org: Organization = {
    id: world.ids.id(),
    name: 'Conformance',
    teams: new Map(),
    events: new Map(),
    invoices: new Map(),
    invitations: new Map(),
  };
  world.orgs.set(org.id, org);
  const main = emptyGroup(world.ids, org.id, 'main');
  const second = emptyGroup(world.ids, org.id, 'second');
  second.automationConfig = undefined;
  for (const group of [main, second]) world.groups.set(group.id, group);

  const inOrg = (roleName: string): Role => ({ orgId: org.id, roleName });
  const inMain = (roleName: string): Role => ({ groupId: main.id, roleName });
  const owner = addUser(
    world,
    'Ada',
    [inOrg('ORG_OWNER'), inMain('GROUP_OWNER'), { groupId: second.id, roleName: 'GROUP_OWNER' }],
    '+12125550100',
  );
  const operator = addUser(world, 'Grace', [inOrg('ORG_MEMBER'), inMain('GROUP_MONITORING_ADMIN')]);
  const auditor = addUser(world, 'Edsger', [inOrg('ORG_READ_ONLY'), inMain('GROUP_READ_ONLY')]);
  const stranger = addUser(world, 'Alan', [inOrg('ORG_MEMBER')]);
  const callers = addCallers(world, org, main, owner, stranger);

  addTeams(world, org, main, [operator, auditor]);
  addInvoices(world, org);
  const deployment = seedDeployment(world, main, second);
  seedMonitoring(world, main, deployment);
  seedBackup(world, main, deployment);
  seedRestores(world, main, seedBackupStates(world, main), deployment);
  seedAutomation(world, main, deployment, owner);
  seedEvents(world, org, [main, second], owner);
  seedProvisioning(world, main, deployment);
  const mainKey = world.keysByPublicKey.get(callers.publicKey);
  if (mainKey) seedAccounts(world, mainKey);
  if (mainKey) seedCrowds(world, mainKey);
  seedHistory(world, main);
  const withoutUser = addKey(world, {
    orgId: org.id,
    userId: world.ids.id(),
    desc: 'of somebody who was deleted',
    roles: [
      { orgId: org.id, roleName: 'ORG_MEMBER' },
      { groupId: main.id, roleName: 'GROUP_OWNER' },
    ],
  });
  return {
    world,
    orgId: org.id,
    projectId: main.id,
    ...callers,
    callers: { ...callers.callers, withoutUser: pair(withoutUser) },
  };
}
