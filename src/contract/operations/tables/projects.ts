import { by, created, document, empty, entity, list, listOfDocuments, shownAs200 } from './rows.ts';
import type { OperationTable } from './types.ts';

export const projectsOperations = {
  'projects.list':              list('GET',              '/groups', 'project'),
  'projects.read':              entity('GET',            '/groups/{GROUP-ID}', 'project'),
  'projects.read-by-name':      entity('GET',            '/groups/byName/{NAME}', 'project'),
  'projects.read-by-agent-key': entity('GET',            '/groups/byAgentApiKey/{KEY}', 'project'),
  'projects.create':            entity('POST',           '/groups', 'project', { ...created, ...by.orgGroupCreator }),
  'projects.update':            entity('PATCH',          '/groups/{GROUP-ID}', 'project', by.projectOwner),
  'projects.remove':            empty('DELETE',          '/groups/{GROUP-ID}', { ...shownAs200, ...by.projectOwner }),
  'project-users.list':         list('GET',              '/groups/{GROUP-ID}/users', 'user'),
  'project-users.add':          list('POST',             '/groups/{GROUP-ID}/users', 'user', { ...shownAs200, ...by.userAdmin }),
  'project-users.remove':       empty('DELETE',          '/groups/{GROUP-ID}/users/{USER-ID}', by.userAdmin),
  'project-teams.list':         listOfDocuments('GET',   '/groups/{GROUP-ID}/teams', { source: 'rows of teamId and roleNames, not the team of an organization' }),
  'project-teams.add':          listOfDocuments('POST',  '/groups/{GROUP-ID}/teams', { ...shownAs200, ...by.projectOwner }),
  'project-teams.update':       listOfDocuments('PATCH', '/groups/{GROUP-ID}/teams/{TEAM-ID}', by.projectOwner),
  'project-teams.remove':       empty('DELETE',          '/groups/{GROUP-ID}/teams/{TEAM-ID}', by.projectOwner),
  'project-invitations.list':   listOfDocuments('GET',   '/groups/{GROUP-ID}/invites', by.userAdmin),
  'project-invitations.create': document('POST',         '/groups/{GROUP-ID}/invites', { ...by.userAdmin, source: 'not in the 2021 pages; RATE_LIMITED_IP needs it' }),
  'project-invitations.read':   document('GET',          '/groups/{GROUP-ID}/invites/{INVITATION-ID}', by.userAdmin),
  'project-invitations.remove': empty('DELETE',          '/groups/{GROUP-ID}/invites/{INVITATION-ID}', by.userAdmin),
  'project-events.list':        list('GET',              '/groups/{GROUP-ID}/events', 'event'),
  'project-events.read':        entity('GET',            '/groups/{GROUP-ID}/events/{EVENT-ID}', 'event'),
} as const satisfies OperationTable;
