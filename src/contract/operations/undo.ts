import { inferredPaths } from '../inferred-paths.ts';
import type { OperationId } from './index.ts';
import { filled } from '../path-templates.ts';

/**
 * How what a POST made is taken away again. In templates, parameters of the request's path stand for what they were in
 * the request; `{made}` is what the answer (or the request) calls the new thing, `{orgOfProject}` the organization of
 * the project in the path.
 */
export interface Removal {
  /** What it makes, in a word or two. */
  readonly thing: string;
  /** Where DELETE takes it away. Undefined: no operation does; see `stays`. */
  readonly removedAt?: string;
  /** What DELETE takes away where it does not take all, once for each `orgId` in the roles of the request. */
  readonly elseRemovedAt?: string;
  /** Field of the answer that `{made}` stands for; with dots, one inside of another. Default: `id`. */
  readonly id?: string;
  /** `{made}` is what these fields of the request's entries say, whichever there is: it is known before the answer. */
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

const inProject = ['projectId'] as const;
const named = (field: string, at: string) => ({ name: { field, at } });
const noRemoval = 'no operation removes it';

const ofUsers = {
  thing: 'user',
  removedAt: '/users/{made}',
  elseRemovedAt: '/orgs/{roleOrgId}/users/{made}',
  stays: 'without an operation that removes users, an account outlives its membership',
  beside: true,
  ...named('username', '/users/byName/{name}'),
} as const satisfies Removal;
const inRestoreJobs = { thing: 'restore job', stays: `${noRemoval}: it ends by itself`, goesWith: inProject } as const;

/** What becomes of each POST of the API. */
export const undoOf = {
  'organizations.create': { thing: 'organization', removedAt: '/orgs/{made}', beside: true, ...named('name', '/orgs') },
  'projects.create': { thing: 'project', removedAt: '/groups/{made}', beside: true, ...named('name', '/groups') },
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
    removedAt: '/groups/{projectId}/invites/{made}',
    goesWith: inProject,
    ...named('username', '/groups/{projectId}/invites'),
  },
  'users.create': ofUsers,
  'users.create-first': { ...ofUsers, id: 'user.id' },
  'user-access-list.add': {
    thing: 'entry of an access list',
    removedAt: '/users/{userId}/{accessList}/{made}',
    entries: ['ipAddress', 'cidrBlock'],
    goesWith: ['userId'],
  },
  'api-keys.create': {
    thing: 'API key',
    removedAt: '/orgs/{orgId}/apiKeys/{made}',
    goesWith: ['orgId'],
    beside: true,
    ...named('desc', '/orgs/{orgId}/apiKeys'),
  },
  'api-key-access-list.add': {
    thing: 'entry of an access list',
    removedAt: '/orgs/{orgId}/apiKeys/{apiKeyId}/{accessList}/{made}',
    entries: ['ipAddress', 'cidrBlock'],
    goesWith: ['orgId', 'apiKeyId'],
    beside: true,
  },
  // Belongs to the organization: it outlives a project of the run's own.
  'project-api-keys.create': {
    thing: 'API key',
    removedAt: '/orgs/{orgOfProject}/apiKeys/{made}',
    beside: true,
    ...named('desc', '/groups/{projectId}/apiKeys'),
  },
  'teams.create': {
    thing: 'team',
    removedAt: '/orgs/{orgId}/teams/{made}',
    goesWith: ['orgId'],
    beside: true,
    ...named('name', '/orgs/{orgId}/teams'),
  },
  'teams.add-users': {
    thing: 'members of a team',
    goesWith: ['orgId', 'teamId'],
    stays: 'who was a member before cannot be told from who was added',
  },
  'hosts.create': {
    thing: 'host',
    removedAt: '/groups/{projectId}/hosts/{made}',
    goesWith: inProject,
    beside: true,
    ...named('hostname', '/groups/{projectId}/hosts'),
  },
  'log-collection-jobs.create': {
    thing: 'log collection job',
    removedAt: '/groups/{projectId}/logCollectionJobs/{made}',
    goesWith: inProject,
  },
  'alert-configs.create': {
    thing: 'alert configuration',
    removedAt: '/groups/{projectId}/alertConfigs/{made}',
    goesWith: inProject,
    beside: true,
  },
  'global-alert-configs.create': { thing: 'global alert configuration', removedAt: '/globalAlertConfigs/{made}', beside: true },
  'maintenance-windows.create': {
    thing: 'maintenance window',
    removedAt: '/groups/{projectId}/maintenanceWindows/{made}',
    goesWith: inProject,
    beside: true,
    ...named('description', '/groups/{projectId}/maintenanceWindows'),
  },
  'restore-jobs.create': inRestoreJobs,
  'config-server-restore-jobs.create': inRestoreJobs,
  'agent-api-keys.create': {
    thing: 'agent API key',
    id: '_id',
    removedAt: '/groups/{projectId}/agentapikeys/{made}',
    goesWith: inProject,
    beside: true,
    ...named('desc', '/groups/{projectId}/agentapikeys'),
  },
  'agent-versions.update': { makesNothing: 'changes what the agents of a project are to run' },
} as const satisfies Partial<Readonly<Record<OperationId, Removal | MakesNothing>>>;

/** The same for POST on paths that no public source establishes. */
export const undoOfInferred: Readonly<Record<string, Removal>> = {
  [inferredPaths.provisionJobs]: {
    thing: 'order of machines',
    removedAt: filled(inferredPaths.provisionJob, { jobId: '{made}' }),
    goesWith: inProject,
    also: { field: 'machineIds', removedAt: filled(inferredPaths.machine, { machineId: '{made}' }) },
  },
  [inferredPaths.sshKeys]: {
    thing: 'SSH key',
    goesWith: inProject,
    stays: noRemoval,
    readAt: filled(inferredPaths.sshKey, { keyId: '{made}' }),
    ...named('name', inferredPaths.sshKeys),
  },
  [inferredPaths.providerConfigs]: {
    thing: 'provider configuration',
    goesWith: inProject,
    stays: noRemoval,
    readAt: filled(inferredPaths.providerConfig, { configId: '{made}' }),
    ...named('accountName', inferredPaths.providerConfigs),
  },
};
