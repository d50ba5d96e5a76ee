import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

/** What agents last reported. No public source establishes these two paths (src/contract/inferred-paths.ts). */
export const lastPings = (client: Client, projectId: string) => ({
  ofProject: (query?: Query) => client.send({ method: 'GET', path: path`/groups/${projectId}/lastPings`, query }),
  ofHost: (hostId: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${projectId}/hosts/${hostId}/lastPing`, query }),
});
