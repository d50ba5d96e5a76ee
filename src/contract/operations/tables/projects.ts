import { bareArray, by, created, document, empty, entity, list, listOfDocuments, shownAs200 } from './rows.ts';
import type { OperationTable } from './types.ts';

export const projectsOperations = {
  'projects.list':              list('GET',              '/groups', 'project'),
  'projects.read':              entity('GET',            '/groups/{projectId}', 'project'),
  'projects.read-by-name':      entity('GET',            '/groups/byName/{name}', 'project'),
  'projects.read-by-agent-key': entity('GET',            '/groups/byAgentApiKey/{agentApiKey}', 'project'),
  'projects.create':            entity('POST',           '/groups', 'project', { ...created, ...by.orgGroupCreator }),
  'projects.update':            entity('PATCH',          '/groups/{projectId}', 'project', by.projectOwner),
  'projects.remove':            empty('DELETE',          '/groups/{projectId}', { ...shownAs200, ...by.projectOwner }),
  'project-users.list':         list('GET',              '/groups/{projectId}/users', 'user'),
  'project-users.add':          list('POST',             '/groups/{projectId}/users', 'user', { ...shownAs200, ...by.userAdmin }),
  'project-users.remove':       empty('DELETE',          '/groups/{projectId}/users/{userId}', by.userAdmin),
  'project-teams.list':         listOfDocuments('GET',   '/groups/{projectId}/teams', { source: 'rows of teamId and roleNames, not the team of an organization' }),
  'project-teams.add':          listOfDocuments('POST',  '/groups/{projectId}/teams', { ...shownAs200, ...by.projectOwner }),
  'project-teams.update':       listOfDocuments('PATCH', '/groups/{projectId}/teams/{teamId}', by.projectOwner),
  'project-teams.remove':       empty('DELETE',          '/groups/{projectId}/teams/{teamId}', by.projectOwner),
  'project-invitations.list':   bareArray('GET',         '/groups/{projectId}/invites', { ...by.userAdmin, source: 'an array for public clients of the API; a list document is taken too' }),
  'project-invitations.create': document('POST',         '/groups/{projectId}/invites', { ...by.userAdmin, source: 'not in the 2021 pages; RATE_LIMITED_IP needs it' }),
  'project-invitations.read':   document('GET',          '/groups/{projectId}/invites/{invitationId}', by.userAdmin),
  'project-invitations.remove': empty('DELETE',          '/groups/{projectId}/invites/{invitationId}', by.userAdmin),
  'project-events.list':        list('GET',              '/groups/{projectId}/events', 'event'),
  'project-events.read':        entity('GET',            '/groups/{projectId}/events/{eventId}', 'event'),
} as const satisfies OperationTable;
