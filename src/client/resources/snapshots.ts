import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

/** Lists leave out what is not complete unless they are asked for it. Source: the page of snapshots. */
export const alsoIncomplete = { completed: 'all' } as const;

export const snapshots = (client: Client, projectId: string, clusterId: string) => ({
  list: (query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/clusters/${clusterId}/snapshots`, query }),
  read: (id: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/clusters/${clusterId}/snapshots/${id}`, query }),
  /** Orders one now; only the newest versions take orders. */
  create: (body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/groups/${projectId}/clusters/${clusterId}/snapshots`, query, body }),
  update: (id: string, body: unknown, query?: Query) =>
    client.send({
      method: 'PATCH',
      path: path`/groups/${projectId}/clusters/${clusterId}/snapshots/${id}`,
      query,
      body,
    }),
  remove: (id: string, query?: Query) =>
    client.send({
      method: 'DELETE',
      path: path`/groups/${projectId}/clusters/${clusterId}/snapshots/${id}`,
      query,
    }),
});

/** Snapshots of a legacy config server. */
export const configServerSnapshots = (client: Client, projectId: string, hostId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${hostId}/snapshots`, query }),
  read: (id: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${hostId}/snapshots/${id}`, query }),
});
