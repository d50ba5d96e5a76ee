import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const maintenanceWindows = (client: Client, projectId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/maintenanceWindows`, query }),
  read: (id: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/maintenanceWindows/${id}`, query }),
  create: (body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/groups/${projectId}/maintenanceWindows`, query, body }),
  update: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/groups/${projectId}/maintenanceWindows/${id}`, query, body }),
  remove: (id: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/groups/${projectId}/maintenanceWindows/${id}`, query }),
});
