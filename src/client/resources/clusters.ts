import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const clusters = (client: Client, projectId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/clusters`, query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/clusters/${id}`, query }),
  update: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/groups/${projectId}/clusters/${id}`, query, body }),
});
