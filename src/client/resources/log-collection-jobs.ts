import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const logCollectionJobs = (client: Client, projectId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/logCollectionJobs`, query }),
  read: (id: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/logCollectionJobs/${id}`, query }),
  create: (body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/groups/${projectId}/logCollectionJobs`, query, body }),
  extend: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/groups/${projectId}/logCollectionJobs/${id}`, query, body }),
  retry: (id: string, query?: Query) =>
    client.send({ method: 'PUT', path: path`/groups/${projectId}/logCollectionJobs/${id}/retry`, query }),
  remove: (id: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/groups/${projectId}/logCollectionJobs/${id}`, query }),
  download: (id: string, query?: Query) =>
    client.send({
      method: 'GET',
      path: path`/groups/${projectId}/logCollectionJobs/${id}/download`,
      query,
      headers: { Accept: 'application/gzip' },
    }),
});
