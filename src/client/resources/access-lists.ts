import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

/** What the dialect of a version calls its access lists in paths. */
export type AccessListWord = 'accessList' | 'whitelist';

export const userAccessList = (client: Client, userId: string, word: AccessListWord) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/users/${userId}/${word}`, query }),
  read: (address: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/users/${userId}/${word}/${address}`, query }),
  /** Body: an array of entries. */
  add: (body: unknown, query?: Query) => client.send({ method: 'POST', path: path`/users/${userId}/${word}`, query, body }),
  remove: (address: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/users/${userId}/${word}/${address}`, query }),
});

export const apiKeyAccessList = (client: Client, orgId: string, keyId: string, word: AccessListWord) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: path`/orgs/${orgId}/apiKeys/${keyId}/${word}`, query }),
  read: (address: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/orgs/${orgId}/apiKeys/${keyId}/${word}/${address}`, query }),
  /** Body: an array of entries. */
  add: (body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/orgs/${orgId}/apiKeys/${keyId}/${word}`, query, body }),
  remove: (address: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/orgs/${orgId}/apiKeys/${keyId}/${word}/${address}`, query }),
});
