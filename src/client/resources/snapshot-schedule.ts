import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const snapshotSchedule = (client: Client, projectId: string, clusterId: string) => ({
  read: (query?: Query) =>
    client.send({
      method: 'GET',
      path: path`/groups/${projectId}/backupConfigs/${clusterId}/snapshotSchedule`,
      query,
    }),
  update: (body: unknown, query?: Query) =>
    client.send({
      method: 'PATCH',
      path: path`/groups/${projectId}/backupConfigs/${clusterId}/snapshotSchedule`,
      query,
      body,
    }),
});
