import { parseDate } from './dates.ts';
import { record } from './json.ts';
import { refuse } from './refusal.ts';
import type { Entity, Group, Organization, World } from './world.ts';

const daysToPay = 30;

/** Invoices that a project answers for: its own, and those of the whole organization. */
function invoicesOf({ orgs }: World, group: Group): Entity[] {
  const { invoices } = orgs.get(group.orgId) ?? { invoices: new Map<string, Entity>() };
  return [...invoices.values()].filter(({ groupId }) => groupId === undefined || groupId === group.id);
}

const isFailed = ({ statusName }: Entity): boolean => statusName === 'FAILED';

/**
 * Whether a project's account is open to the API: Cloud Manager refuses all that is in a project of the free tier, and
 * in one whose invoice has been unpaid for more than 30 days. The project itself stays readable.
 */
export function accountGate(world: World, group: Group): 'open' | 'free' | 'suspended' {
  if (world.product !== 'cloud-manager') return 'open';
  if (group.plan === 'free') return 'free';
  const due = world.now() - daysToPay * 86_400_000;
  const overdue = invoicesOf(world, group).some(
    (invoice) => isFailed(invoice) && (parseDate(String(invoice['endDate'])) ?? due) < due,
  );
  return overdue ? 'suspended' : 'open';
}

/** Refuses what is in a project whose account is not open. */
export function refuseClosedAccount(world: World, group: Group): void {
  const gate = accountGate(world, group);
  if (gate === 'free') refuse('NO_FREE_TIER_API');
  if (gate === 'suspended') refuse('ACCOUNT_SUSPENDED');
}

/** Settles what a project owes when it is closed, or refuses to close it. */
export function closeAccount(world: World, group: Group): void {
  if (invoicesOf(world, group).some(isFailed)) refuse('CANNOT_CLOSE_ACCOUNT_FAILED_INVOICES');
  const org = world.orgs.get(group.orgId);
  const pending = invoicesOf(world, group).filter(({ statusName, groupId }) => statusName === 'PENDING' && groupId !== undefined);
  if (!org || pending.length === 0) return;
  if (org.payment === 'refused') refuse('FAILED_TO_CLOSE_ACCOUNT_CHARGE_FAILED');
  for (const invoice of pending) {
    org.invoices.set(invoice.id, record({ ...invoice, amountPaidCents: invoice['amountBilledCents'], statusName: 'PAID' }));
  }
}

/** Refuses what a lower plan does not have. */
export function refuseLowPlan({ plan }: Group): void {
  if (plan !== undefined) refuse('FEATURE_UNSUPPORTED');
}

/** Whether there is something to charge for what a project uses; only Cloud Manager asks. */
export function hasPayment({ product, orgs }: World, group: Group): boolean {
  return product !== 'cloud-manager' || orgs.get(group.orgId)?.payment !== 'none';
}

/** Backup costs: refuses to start it without a plan that has it, or something to charge. */
export function refuseUnpaidBackup(world: World, group: Group): void {
  if (group.plan !== undefined) refuse('UNSUPPORTED_FOR_CURRENT_PLAN');
  if (!hasPayment(world, group)) refuse('CANNOT_START_BACKUP_NO_BILLING_INFO');
}

/** Limits of a project of that organization. The record of an organization that is gone cannot be looked up. */
export function limitsOf(org: Organization | undefined): { readonly teams: number; readonly users: number } {
  return org === undefined ? refuse('DEFAULT_CONFIG_LIMIT_EXCEPTION') : { teams: 25, users: 50 };
}
