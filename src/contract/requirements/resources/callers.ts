import type { RequirementTable } from '../../requirement.ts';
import { created, inferred, listed, opsManager, removed, step, updated } from './steps.ts';

/** The lives of users, teams, keys and access lists. */
export const resourceCallers = {
  'resource.user-created': created('user', 'Users'),
  // Whether somebody joins at once or is only invited is a setting of the service.
  'resource.user-listed': step('A user is listed in the organization of which they were made a member.', 'Users', inferred),
  'resource.user-read-by-name': step('A user is found by name.', 'Users'),
  'resource.user-updated': updated('user', 'Users'),
  'resource.user-removed': removed('user', 'Users', { ...inferred, ...opsManager }),
  'resource.team-created': created('team', 'Teams'),
  'resource.team-listed': listed('team', 'Teams'),
  'resource.team-read-by-name': step('A team is found by its name.', 'Teams'),
  'resource.team-updated': updated('team', 'Teams'),
  'resource.team-removed': removed('team', 'Teams'),
  'resource.team-user-added': step(
    'A user who was added to a team, or says to be in it, is among its users, beside those before.',
    'Teams',
  ),
  'resource.team-user-removed': step('Who was removed from a team is not among its users.', 'Teams'),
  'resource.api-key-created': created('API key', 'API Keys'),
  'resource.api-key-listed': listed('API key', 'API Keys'),
  'resource.api-key-updated': updated('API key', 'API Keys'),
  'resource.api-key-removed': removed('API key', 'API Keys'),
  'resource.project-api-key-created': created('API key of a project', 'API Keys of Projects'),
  'resource.project-api-key-listed': listed('API key of a project', 'API Keys of Projects'),
  'resource.project-api-key-updated': updated('API key of a project', 'API Keys of Projects'),
  'resource.project-api-key-removed': step(
    'An API key that was taken out of a project is not listed there.',
    'API Keys of Projects',
  ),
  'resource.api-key-access-list-entry-added': step(
    'An address added to the access list of an API key is answered, and found.',
    'API Key Access Lists',
  ),
  'resource.api-key-access-list-entry-listed': step(
    'The access list of an API key holds what was added, beside what was there.',
    'API Key Access Lists',
  ),
  'resource.api-key-access-list-entry-removed': removed('address on the access list of an API key', 'API Key Access Lists'),
  'resource.user-access-list-entry-added': step(
    "An address added to a user's access list is answered, and found.",
    'User Access List',
  ),
  'resource.user-access-list-entry-listed': step(
    "A user's access list holds what was added, beside what was there.",
    'User Access List',
  ),
  'resource.user-access-list-entry-removed': removed("address on a user's access list", 'User Access List'),
} as const satisfies RequirementTable;
