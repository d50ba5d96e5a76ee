import { path, type Query } from '../resource-path.ts';
import type { Client } from '../types.ts';

export const projects = (client: Client) => ({
  list: (query?: Query) => client.send({ method: 'GET', path: '/groups', query }),
  read: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/groups/${id}`, query }),
  readByName: (name: string, query?: Query) => client.send({ method: 'GET', path: path`/groups/byName/${name}`, query }),
  readByAgentApiKey: (key: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/byAgentApiKey/${key}`, query }),
  create: (body: unknown, query?: Query) => client.send({ method: 'POST', path: '/groups', query, body }),
  update: (id: string, body: unknown, query?: Query) => client.send({ method: 'PATCH', path: path`/groups/${id}`, query, body }),
  remove: (id: string, query?: Query) => client.send({ method: 'DELETE', path: path`/groups/${id}`, query }),
  listUsers: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/groups/${id}/users`, query }),
  addUsers: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/groups/${id}/users`, query, body }),
  removeUser: (id: string, userId: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/groups/${id}/users/${userId}`, query }),
  listTeams: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/groups/${id}/teams`, query }),
  addTeams: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/groups/${id}/teams`, query, body }),
  updateTeam: (id: string, teamId: string, body: unknown, query?: Query) =>
    client.send({ method: 'PATCH', path: path`/groups/${id}/teams/${teamId}`, query, body }),
  removeTeam: (id: string, teamId: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/groups/${id}/teams/${teamId}`, query }),
  listInvitations: (id: string, query?: Query) => client.send({ method: 'GET', path: path`/groups/${id}/invites`, query }),
  invite: (id: string, body: unknown, query?: Query) =>
    client.send({ method: 'POST', path: path`/groups/${id}/invites`, query, body }),
  readInvitation: (id: string, invitationId: string, query?: Query) =>
    client.send({ method: 'GET', path: path`/groups/${id}/invites/${invitationId}`, query }),
  removeInvitation: (id: string, invitationId: string, query?: Query) =>
    client.send({ method: 'DELETE', path: path`/groups/${id}/invites/${invitationId}`, query }),
});
