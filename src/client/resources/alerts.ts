import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const alerts = (client: Client, projectId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/alerts`, query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/alerts/${id}`, query }),
  acknowledge: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/groups/${projectId}/alerts/${id}`, query, body }),
  listConfigs: (id: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/alerts/${id}/alertConfigs`, query }),
});
