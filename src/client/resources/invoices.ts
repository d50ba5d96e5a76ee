import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const invoices = (client: Client, orgId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/orgs/${orgId}/invoices`, query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/orgs/${orgId}/invoices/${id}`, query }),
  readPending: (query?: Query) => client.send({ method: 'GET', path: path`/orgs/${orgId}/invoices/pending`, query }),
});
