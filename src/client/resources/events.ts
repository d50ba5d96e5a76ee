import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const projectEvents = (client: Client, projectId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/events`, query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/events/${id}`, query }),
});

export const organizationEvents = (client: Client, orgId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/orgs/${orgId}/events`, query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/orgs/${orgId}/events/${id}`, query }),
});
