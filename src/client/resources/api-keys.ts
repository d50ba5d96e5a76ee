import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const organizationApiKeys = (client: Client, orgId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/orgs/${orgId}/apiKeys`, query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/orgs/${orgId}/apiKeys/${id}`, query }),
  create: (body: unknown, query?: Query) => client.send({ method: 'POST', path: path`/orgs/${orgId}/apiKeys`, query, body }),
  update: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/orgs/${orgId}/apiKeys/${id}`, query, body }),
  remove: (id: string, query?: Query) => client.send({ method: 'DELETE', path: path`/orgs/${orgId}/apiKeys/${id}`, query }),
});

export const projectApiKeys = (client: Client, projectId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/apiKeys`, query }),
  create: (body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/groups/${projectId}/apiKeys`, query, body }),
  /** Assigns a key of the organization to the project, or changes its roles there. */
  assign: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/groups/${projectId}/apiKeys/${id}`, query, body }),
  unassign: (id: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/groups/${projectId}/apiKeys/${id}`, query }),
});
