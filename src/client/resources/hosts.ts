import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const hosts = (client: Client, projectId: string) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/hosts`, query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${id}`, query }),
  readByName: (hostname: string, port: number | string, query?: Query) =>
    // The colon between name and port is written as it is, as in the documented path.
    client.send({
      method: 'GET',
      path: path`/groups/${projectId}/hosts/byName/${hostname}:${String(port)}`,
      query,
    }),
  create: (body: unknown, query?: Query) => client.send({ method: 'POST', path: path`/groups/${projectId}/hosts`, query, body }),
  update: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/groups/${projectId}/hosts/${id}`, query, body }),
  remove: (id: string, query?: Query) => client.send({ method: 'DELETE', path: path`/groups/${projectId}/hosts/${id}`, query }),
  listDatabases: (id: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${id}/databases`, query }),
  readDatabase: (id: string, name: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${id}/databases/${name}`, query }),
  listDisks: (id: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${id}/disks`, query }),
  readDisk: (id: string, partition: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${id}/disks/${partition}`, query }),
  measurements: (id: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${id}/measurements`, query }),
  measurementsOfDatabase: (id: string, name: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${id}/databases/${name}/measurements`, query }),
  measurementsOfDisk: (id: string, partition: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${id}/disks/${partition}/measurements`, query }),
  listMetrics: (id: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${id}/metrics`, query }),
  readMetric: (id: string, metric: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${id}/metrics/${metric}`, query }),
  /** Of one of its databases or devices. */
  readMetricOf: (id: string, metric: string, part: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${id}/metrics/${metric}/${part}`, query }),
});
