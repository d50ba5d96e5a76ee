import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const checkpoints = (client: Client, projectId: string, clusterId: string) => ({
  list: (query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/clusters/${clusterId}/checkpoints`, query }),
  read: (id: string, query?: Query) =>
    client.send({
      method: 'GET',
      path: path`/groups/${projectId}/clusters/${clusterId}/checkpoints/${id}`,
      query,
    }),
});
