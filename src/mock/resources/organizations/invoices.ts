import { entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { orgRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Fields } from '../../world/json.ts';
import type { Entity, Organization } from '../../world/world.ts';

function invoiceView(invoice: Entity, org: Organization, call: Call, alone = true): Fields {
  const path = `/orgs/${org.id}`;
  return { ...invoice, links: links(call, `${path}/invoices/${invoice.id}`, alone ? [['org', path]] : []) };
}

const options = { product: 'cloud-manager', need: orgRole('ORG_BILLING_ADMIN') } as const;

export const invoices = [
  route('GET', '/orgs/{org}/invoices', options, ({ org }, call) =>
    list(call, org.invoices.values(), (invoice) => invoiceView(invoice, org, call, false)),
  ),
  route('GET', '/orgs/{org}/invoices/pending', options, ({ org }, call) => {
    const pending = [...org.invoices.values()].find(({ statusName }) => statusName === 'PENDING');
    return entity(invoiceView(pending ?? refuse('INVOICE_NOT_FOUND', 'pending'), org, call));
  }),
  route('GET', '/orgs/{org}/invoices/{invoice}', options, ({ org, invoice }, call) => entity(invoiceView(invoice, org, call))),
];
