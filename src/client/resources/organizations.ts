import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const organizations = (client: Client) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: '/orgs', query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/orgs/${id}`, query }),
  create: (body: unknown, query?: Query) => client.send({ method: 'POST', path: '/orgs', query, body }),
  update: (id: string, body: unknown, query?: Query) => client.send({ method: 'PATCH', path: path`/orgs/${id}`, query, body }),
  remove: (id: string, query?: Query) => client.send({ method: 'DELETE', path: path`/orgs/${id}`, query }),
  listProjects: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/orgs/${id}/groups`, query }),
  listUsers: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/orgs/${id}/users`, query }),
  removeUser: (id: string, userId: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/orgs/${id}/users/${userId}`, query }),
  listInvitations: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/orgs/${id}/invites`, query }),
  invite: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/orgs/${id}/invites`, query, body }),
});
