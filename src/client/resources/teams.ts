import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const teams = (client: Client, orgId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/orgs/${orgId}/teams`, query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/orgs/${orgId}/teams/${id}`, query }),
  readByName: (name: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/orgs/${orgId}/teams/byName/${name}`, query }),
  create: (body: unknown, query?: Query) => client.send({ method: 'POST', path: path`/orgs/${orgId}/teams`, query, body }),
  update: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/orgs/${orgId}/teams/${id}`, query, body }),
  remove: (id: string, query?: Query) => client.send({ method: 'DELETE', path: path`/orgs/${orgId}/teams/${id}`, query }),
  listUsers: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/orgs/${orgId}/teams/${id}/users`, query }),
  addUsers: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/orgs/${orgId}/teams/${id}/users`, query, body }),
  removeUser: (id: string, userId: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/orgs/${orgId}/teams/${id}/users/${userId}`, query }),
});
