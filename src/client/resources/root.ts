import type { Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const root = (client: Client) => ({
  read: (query?: Query) => client.send({ method: 'GET', path: '', query }),
  head: (query?: Query) => client.send({ method: 'HEAD', path: '', query }),
  remove: (query?: Query) => client.send({ method: 'DELETE', path: '', query }),
});
