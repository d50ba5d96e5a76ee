import { inferredPaths } from '../inferred-paths.ts';
import type { OperationId } from './index.ts';

/**
 * How what a POST made is taken away again. In templates, parameters of the request's path stand for what they were in
 * the request; `{MADE}` is what the answer (or the request) calls the new thing, `{ORG-OF-GROUP}` the organization of
 * the project in the path.
 */
export interface Removal {
  /** What it makes, in a word or two. */
  readonly thing: string;
  /** Where DELETE takes it away. Undefined: no operation does; see `stays`. */
  readonly removedAt?: string;
  /** What DELETE takes away where it does not take all, once for each `orgId` in the roles of the request. */
  readonly elseRemovedAt?: string;
  /** Field of the answer that `{MADE}` stands for; with dots, one inside of another. Default: `id`. */
  readonly id?: string;
  /** `{MADE}` is what these fields of the request's entries say, whichever there is: it is known before the answer. */
  readonly entries?: readonly string[];
  /** More that the same answer tells of: a field with ids, and where each of them is removed. */
  readonly also?: { readonly field: string; readonly removedAt: string };
  /** Field of the request that tells the thing from all others, and the list or entity in which that can be read. */
  readonly name?: { readonly field: string; readonly at: string };
  /** Parameters of the path: where one of these is the run's own, what was made goes with it. */
  readonly goesWith?: readonly string[];
  /** Where it is read by its id, if that is not where it is removed. */
  readonly readAt?: string;
  /** Why nothing removes it, or not all of it. */
  readonly stays?: string;
  /** No document knows such a request: that it makes something is a guess. */
  readonly guessed?: true;
  /** It may be put beside what was there before without changing that. Else it takes a place of the run's own, or a run that may destroy. */
  readonly beside?: true;
}

/** A POST after which there is nothing more than before, and why. */
export interface MakesNothing {
  readonly makesNothing: string;
}

const inProject = ['GROUP-ID'] as const;
const named = (field: string, at: string) => ({ name: { field, at } });
const noRemoval = 'no operation removes it';

const ofUsers = {
  thing: 'user',
  removedAt: '/users/{MADE}',
  elseRemovedAt: '/orgs/{ROLE-ORG-ID}/users/{MADE}',
  stays: 'without an operation that removes users, an account outlives its membership',
  beside: true,
  ...named('username', '/users/byName/{NAME}'),
} as const satisfies Removal;
const inRestoreJobs = { thing: 'restore job', stays: `${noRemoval}: it ends by itself`, goesWith: inProject } as const;

/** What becomes of each POST of the API. */
export const undoOf = {
  'organizations.create': { thing: 'organization', removedAt: '/orgs/{MADE}', beside: true, ...named('name', '/orgs') },
  'projects.create': { thing: 'project', removedAt: '/groups/{MADE}', beside: true, ...named('name', '/groups') },
  'project-users.add': {
    thing: 'members of a project',
    goesWith: inProject,
    stays: 'who was a member before cannot be told from who was added',
  },
  'project-teams.add': {
    thing: 'teams of a project',
    goesWith: inProject,
    stays: 'which teams were there before cannot be told from those that were added',
  },
  'project-invitations.create': {
    thing: 'invitation',
    removedAt: '/groups/{GROUP-ID}/invites/{MADE}',
    goesWith: inProject,
    ...named('username', '/groups/{GROUP-ID}/invites'),
  },
  'users.create': ofUsers,
  'users.create-first': { ...ofUsers, id: 'user.id' },
  'user-access-list.add': {
    thing: 'entry of an access list',
    removedAt: '/users/{USER-ID}/{ACCESS-LIST}/{MADE}',
    entries: ['ipAddress', 'cidrBlock'],
    goesWith: ['USER-ID'],
  },
  'api-keys.create': {
    thing: 'API key',
    removedAt: '/orgs/{ORG-ID}/apiKeys/{MADE}',
    goesWith: ['ORG-ID'],
    beside: true,
    ...named('desc', '/orgs/{ORG-ID}/apiKeys'),
  },
  'api-key-access-list.add': {
    thing: 'entry of an access list',
    removedAt: '/orgs/{ORG-ID}/apiKeys/{API-KEY-ID}/{ACCESS-LIST}/{MADE}',
    entries: ['ipAddress', 'cidrBlock'],
    goesWith: ['ORG-ID', 'API-KEY-ID'],
    beside: true,
  },
  // Belongs to the organization: it outlives a project of the run's own.
  'project-api-keys.create': {
    thing: 'API key',
    removedAt: '/orgs/{ORG-OF-GROUP}/apiKeys/{MADE}',
    beside: true,
    ...named('desc', '/groups/{GROUP-ID}/apiKeys'),
  },
  'teams.create': {
    thing: 'team',
    removedAt: '/orgs/{ORG-ID}/teams/{MADE}',
    goesWith: ['ORG-ID'],
    beside: true,
    ...named('name', '/orgs/{ORG-ID}/teams'),
  },
  'teams.add-users': {
    thing: 'members of a team',
    goesWith: ['ORG-ID', 'TEAM-ID'],
    stays: 'who was a member before cannot be told from who was added',
  },
  'hosts.create': {
    thing: 'host',
    removedAt: '/groups/{GROUP-ID}/hosts/{MADE}',
    goesWith: inProject,
    beside: true,
    ...named('hostname', '/groups/{GROUP-ID}/hosts'),
  },
  'log-collection-jobs.create': {
    thing: 'log collection job',
    removedAt: '/groups/{GROUP-ID}/logCollectionJobs/{MADE}',
    goesWith: inProject,
  },
  'alert-configs.create': {
    thing: 'alert configuration',
    removedAt: '/groups/{GROUP-ID}/alertConfigs/{MADE}',
    goesWith: inProject,
    beside: true,
  },
  'global-alert-configs.create': { thing: 'global alert configuration', removedAt: '/globalAlertConfigs/{MADE}', beside: true },
  'maintenance-windows.create': {
    thing: 'maintenance window',
    removedAt: '/groups/{GROUP-ID}/maintenanceWindows/{MADE}',
    goesWith: inProject,
    beside: true,
    ...named('description', '/groups/{GROUP-ID}/maintenanceWindows'),
  },
  'restore-jobs.create': inRestoreJobs,
  'config-server-restore-jobs.create': inRestoreJobs,
  'agent-api-keys.create': {
    thing: 'agent API key',
    id: '_id',
    removedAt: '/groups/{GROUP-ID}/agentapikeys/{MADE}',
    goesWith: inProject,
    beside: true,
    ...named('desc', '/groups/{GROUP-ID}/agentapikeys'),
  },
  'agent-versions.update': { makesNothing: 'changes what the agents of a project are to run' },
} as const satisfies Partial<Readonly<Record<OperationId, Removal | MakesNothing>>>;

/** The same for POST on paths that no public source establishes. */
export const undoOfInferred: Readonly<Record<string, Removal>> = {
  [inferredPaths.provisionJobs]: {
    thing: 'order of machines',
    removedAt: inferredPaths.provisionJob.replace('{JOB-ID}', '{MADE}'),
    goesWith: inProject,
    also: { field: 'machineIds', removedAt: inferredPaths.machine.replace('{MACHINE-ID}', '{MADE}') },
  },
  [inferredPaths.sshKeys]: {
    thing: 'SSH key',
    goesWith: inProject,
    stays: noRemoval,
    readAt: inferredPaths.sshKey.replace('{KEY-ID}', '{MADE}'),
    ...named('name', inferredPaths.sshKeys),
  },
  [inferredPaths.providerConfigs]: {
    thing: 'provider configuration',
    goesWith: inProject,
    stays: noRemoval,
    readAt: inferredPaths.providerConfig.replace('{CONFIG-ID}', '{MADE}'),
    ...named('accountName', inferredPaths.providerConfigs),
  },
};
