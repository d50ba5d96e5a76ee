import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const agents = (client: Client, projectId: string) => ({
  /** The index: links to the lists by type. */
  read: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/agents`, query }),
  list: (type: 'MONITORING' | 'BACKUP' | 'AUTOMATION' | (string & {}), query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/agents/${type}`, query }),
  readVersions: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/agents/versions`, query }),
});

export const softwareComponents = (client: Client) => ({
  readVersions: (query?: Query) => client.send({ method: 'GET', path: '/softwareComponents/versions', query }),
});
