import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const agentApiKeys = (client: Client, projectId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/agentapikeys`, query }),
  create: (body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/groups/${projectId}/agentapikeys`, query, body }),
  remove: (id: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/groups/${projectId}/agentapikeys/${id}`, query }),
});
