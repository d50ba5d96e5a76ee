import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const backupConfigs = (client: Client, projectId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/backupConfigs`, query }),
  read: (clusterId: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/backupConfigs/${clusterId}`, query }),
  update: (clusterId: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/groups/${projectId}/backupConfigs/${clusterId}`, query, body }),
});
