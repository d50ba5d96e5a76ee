import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const users = (client: Client) => ({
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/users/${id}`, query }),
  readByName: (username: string, query?: Query) => client.send({ method: 'GET', path: path`/users/byName/${username}`, query }),
  create: (body: unknown, query?: Query) => client.send({ method: 'POST', path: '/users', query, body }),
  update: (id: string, body: unknown, query?: Query) => client.send({ method: 'PATCH', path: path`/users/${id}`, query, body }),
  remove: (id: string, query?: Query) => client.send({ method: 'DELETE', path: path`/users/${id}`, query }),
  /** The only call that needs no credentials; for a fresh Ops Manager. */
  createFirst: (body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: '/unauth/users', query, body, authentication: 'none' }),
});
