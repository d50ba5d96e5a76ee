import { by, empty, entity, list, onlyCloudManager, shownAs200 } from './rows.ts';
import type { OperationTable } from './types.ts';

export const organizationsOperations = {
  'root.read':                 entity('GET',   '/', 'root'),
  'organizations.list':        list('GET',     '/orgs', 'organization'),
  'organizations.read':        entity('GET',   '/orgs/{ORG-ID}', 'organization'),
  'organizations.create':      entity('POST',  '/orgs', 'organization', { ...shownAs200, source: 'Ops Manager wants a key of a global owner; Cloud Manager refuses keys altogether' }),
  'organizations.update':      entity('PATCH', '/orgs/{ORG-ID}', 'organization', by.orgOwner),
  'organizations.remove':      empty('DELETE', '/orgs/{ORG-ID}', by.orgOwner),
  'organizations.projects':    list('GET',     '/orgs/{ORG-ID}/groups', 'project'),
  'organizations.users':       list('GET',     '/orgs/{ORG-ID}/users', 'user'),
  'organizations.remove-user': empty('DELETE', '/orgs/{ORG-ID}/users/{USER-ID}', by.orgOwner),
  'organization-events.list':  list('GET',     '/orgs/{ORG-ID}/events', 'event', by.orgMember),
  'organization-events.read':  entity('GET',   '/orgs/{ORG-ID}/events/{EVENT-ID}', 'event', by.orgMember),
  'invoices.list':             list('GET',     '/orgs/{ORG-ID}/invoices', 'invoice', { ...by.orgBillingAdmin, ...onlyCloudManager, source: 'roles inferred' }),
  'invoices.pending':          entity('GET',   '/orgs/{ORG-ID}/invoices/pending', 'invoice', { ...by.orgBillingAdmin, ...onlyCloudManager, source: 'path and roles inferred' }),
  'invoices.read':             entity('GET',   '/orgs/{ORG-ID}/invoices/{INVOICE-ID}', 'invoice', { ...by.orgBillingAdmin, ...onlyCloudManager, source: 'roles inferred' }),
} as const satisfies OperationTable;
