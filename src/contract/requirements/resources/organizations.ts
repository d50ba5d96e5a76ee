import type { RequirementTable } from '../../requirement.ts';
import { created, found, inferred, listed, opsManager, removed, step, updated } from './steps.ts';

/** The lives of organizations, projects, and of those who belong to them. */
export const resourceOrganizations = {
  // Cloud Manager lets no API key create an organization.
  'resource.organization-created': created('organization', 'Organizations', opsManager),
  'resource.organization-listed': listed('organization', 'Organizations', opsManager),
  'resource.organization-updated': updated('organization', 'Organizations'),
  'resource.organization-removed': step('A removed organization is no longer listed.', 'Organizations', {
    ...inferred,
    ...opsManager,
  }),
  'resource.organization-projects': step('An organization lists the projects that are in it.', 'Organizations'),
  'resource.organization-user-removed': step(
    'Who was removed from an organization is not among its users.',
    'Organizations',
    inferred,
  ),
  'resource.organization-event-read': found('event of an organization', 'Events'),
  'resource.project-created': created('project', 'Projects'),
  'resource.project-listed': listed('project', 'Projects'),
  'resource.project-read-by-name': step('A project is found by its name.', 'Projects'),
  'resource.project-read-by-agent-key': step('A project is found by the key of its agents.', 'Projects', inferred),
  'resource.project-updated': updated('project', 'Projects'),
  'resource.project-removed': removed('project', 'Projects'),
  'resource.project-event-read': found('event of a project', 'Events'),
  // Whether somebody joins at once or is only invited is a setting of the service.
  'resource.project-user-added': step('A user who was given roles in a project has them among its users.', 'Projects', inferred),
  'resource.project-user-updated': step("New roles of a project's user take the place of those before.", 'Projects', inferred),
  'resource.project-user-removed': step('Who was removed from a project is not among its users.', 'Projects', inferred),
  'resource.project-team-added': step('A team that was added to a project is listed there with its roles.', 'Projects'),
  'resource.project-team-updated': step("New roles of a project's team take the place of those before.", 'Projects'),
  'resource.project-team-removed': step('A team that was removed from a project is not listed there.', 'Projects'),
  'resource.project-invitation-created': created('invitation to a project', 'Projects', inferred),
  'resource.project-invitation-listed': listed('invitation to a project', 'Projects', inferred),
  'resource.project-invitation-removed': removed('invitation to a project', 'Projects', inferred),
} as const satisfies RequirementTable;
