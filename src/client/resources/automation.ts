import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const automation = (client: Client, projectId: string) => ({
  readConfig: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/automationConfig`, query }),
  replaceConfig: (body: unknown, query?: Query) =>
    client.send({ method: 'PUT', path: path`/groups/${projectId}/automationConfig`, query, body }),
  readStatus: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/automationStatus`, query }),
  readMonitoringAgentConfig: (query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/automationConfig/monitoringAgentConfig`, query }),
  replaceMonitoringAgentConfig: (body: unknown, query?: Query) =>
    client.send({
      method: 'PUT',
      path: path`/groups/${projectId}/automationConfig/monitoringAgentConfig`,
      query,
      body,
    }),
  readBackupAgentConfig: (query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/automationConfig/backupAgentConfig`, query }),
  replaceBackupAgentConfig: (body: unknown, query?: Query) =>
    client.send({
      method: 'PUT',
      path: path`/groups/${projectId}/automationConfig/backupAgentConfig`,
      query,
      body,
    }),
  updateAgentVersions: (query?: Query) =>
    client.send({ method: 'POST', path: path`/groups/${projectId}/automationConfig/updateAgentVersions`, query }),
});
