import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const alertConfigs = (client: Client, projectId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/alertConfigs`, query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/alertConfigs/${id}`, query }),
  create: (body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/groups/${projectId}/alertConfigs`, query, body }),
  replace: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PUT', path: path`/groups/${projectId}/alertConfigs/${id}`, query, body }),
  update: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/groups/${projectId}/alertConfigs/${id}`, query, body }),
  /** Where an id should stand, nothing does. */
  updateWithoutId: (body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/groups/${projectId}/alertConfigs/`, query, body }),
  remove: (id: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/groups/${projectId}/alertConfigs/${id}`, query }),
  listAlerts: (id: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/alertConfigs/${id}/alerts`, query }),
});
