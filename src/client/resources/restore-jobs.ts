import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const restoreJobs = (client: Client, projectId: string, clusterId: string) => ({
  list: (query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/clusters/${clusterId}/restoreJobs`, query }),
  read: (id: string, query?: Query) =>
    client.send({
      method: 'GET',
      path: path`/groups/${projectId}/clusters/${clusterId}/restoreJobs/${id}`,
      query,
    }),
  create: (body: unknown, query?: Query) =>
    client.send({
      method: 'POST',
      path: path`/groups/${projectId}/clusters/${clusterId}/restoreJobs`,
      query,
      body,
    }),
});

/** Restore jobs of a legacy config server. */
export const configServerRestoreJobs = (client: Client, projectId: string, hostId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${hostId}/restoreJobs`, query }),
  read: (id: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${hostId}/restoreJobs/${id}`, query }),
  create: (body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/groups/${projectId}/hosts/${hostId}/restoreJobs`, query, body }),
});

/** One restore job, found in its project without its cluster. No public source establishes the path. */
export const restoreJob = (client: Client, projectId: string, id: string, query?: Query) =>
  client.send({ method: 'GET', path: path`/groups/${projectId}/restoreJobs/${id}`, query });
