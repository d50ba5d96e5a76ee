import { by, empty, entity, list, onlyCloudManager, shownAs200 } from './rows.ts';
import type { OperationTable } from './types.ts';

export const organizationsOperations = {
  'root.read':                 entity('GET',   '/', 'root'),
  'organizations.list':        list('GET',     '/orgs', 'organization'),
  'organizations.read':        entity('GET',   '/orgs/{orgId}', 'organization'),
  'organizations.create':      entity('POST',  '/orgs', 'organization', { ...shownAs200, source: 'Ops Manager wants a key of a global owner; Cloud Manager refuses keys altogether' }),
  'organizations.update':      entity('PATCH', '/orgs/{orgId}', 'organization', by.orgOwner),
  'organizations.remove':      empty('DELETE', '/orgs/{orgId}', by.orgOwner),
  'organizations.projects':    list('GET',     '/orgs/{orgId}/groups', 'project'),
  'organizations.users':       list('GET',     '/orgs/{orgId}/users', 'user'),
  'organizations.remove-user': empty('DELETE', '/orgs/{orgId}/users/{userId}', by.orgOwner),
  'organization-events.list':  list('GET',     '/orgs/{orgId}/events', 'event', by.orgMember),
  'organization-events.read':  entity('GET',   '/orgs/{orgId}/events/{eventId}', 'event', by.orgMember),
  'invoices.list':             list('GET',     '/orgs/{orgId}/invoices', 'invoice', { ...by.orgBillingAdmin, ...onlyCloudManager, source: 'roles inferred' }),
  'invoices.pending':          entity('GET',   '/orgs/{orgId}/invoices/pending', 'invoice', { ...by.orgBillingAdmin, ...onlyCloudManager, source: 'path and roles inferred' }),
  'invoices.read':             entity('GET',   '/orgs/{orgId}/invoices/{invoiceId}', 'invoice', { ...by.orgBillingAdmin, ...onlyCloudManager, source: 'roles inferred' }),
} as const satisfies OperationTable;
