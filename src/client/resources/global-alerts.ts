import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const globalAlerts = (client: Client) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: '/globalAlerts', query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/globalAlerts/${id}`, query }),
  acknowledge: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/globalAlerts/${id}`, query, body }),
});

export const globalAlertConfigs = (client: Client) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: '/globalAlertConfigs', query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/globalAlertConfigs/${id}`, query }),
  create: (body: unknown, query?: Query) => client.send({ method: 'POST', path: '/globalAlertConfigs', query, body }),
  replace: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PUT', path: path`/globalAlertConfigs/${id}`, query, body }),
  update: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/globalAlertConfigs/${id}`, query, body }),
  remove: (id: string, query?: Query) => client.send({ method: 'DELETE', path: path`/globalAlertConfigs/${id}`, query }),
  listAlerts: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/globalAlertConfigs/${id}/alerts`, query }),
});
