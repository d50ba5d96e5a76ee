import type { ErrorCodeName } from './index.ts';
import { placeholders } from './template.ts';

/** Where a request names a thing: the segment behind a word of its path, or a field of its body. */
interface Place {
  readonly behind: readonly string[];
  readonly fields: readonly string[];
}

/**
 * Things that messages name, with where requests do. With `byName`, only the name that stands behind that word is one.
 * Source: the paths of the operations; for what is provisioned, src/contract/inferred-paths.ts.
 */
export const things = {
  project: { behind: ['groups', 'projects'], fields: ['groupId', 'projectId'] },
  'project name': { behind: ['groups/byName'], fields: ['name'] },
  organization: { behind: ['orgs'], fields: ['orgId'] },
  team: { behind: ['teams'], fields: ['teamId'] },
  user: { behind: ['users'], fields: ['userId'] },
  username: { behind: ['users/byName'], fields: ['username', 'usernames'] },
  'API key': { behind: ['apiKeys', 'agentapikeys'], fields: ['apiKeyId'] },
  address: { behind: ['accessList', 'whitelist'], fields: ['ipAddress', 'cidrBlock'] },
  host: { behind: ['hosts'], fields: ['hostId'] },
  process: { behind: ['hosts/byName'], fields: [] },
  database: { behind: ['databases'], fields: [] },
  device: { behind: ['disks'], fields: [] },
  cluster: { behind: ['clusters', 'backupConfigs'], fields: ['clusterId'] },
  snapshot: { behind: ['snapshots'], fields: ['snapshotId'] },
  checkpoint: { behind: ['checkpoints'], fields: ['checkpointId'] },
  job: { behind: ['restoreJobs', 'logCollectionJobs', 'provisionMachineJobs'], fields: ['jobId'] },
  alert: { behind: ['alerts', 'globalAlerts'], fields: ['alertId'] },
  'alert configuration': { behind: ['alertConfigs', 'globalAlertConfigs'], fields: ['alertConfigId'] },
  'maintenance window': { behind: ['maintenanceWindows'], fields: [] },
  machine: { behind: ['provisionedMachines'], fields: ['machineId'] },
  provider: { behind: ['providers'], fields: ['provider'] },
  'provider configuration': { behind: ['configs'], fields: ['configId'] },
  'SSH key': { behind: ['sshKeys'], fields: ['sshKeyId'] },
  'name of an SSH key': { behind: ['sshKeys/byName'], fields: ['name'] },
} as const satisfies Readonly<Record<string, Place>>;

export type Thing = keyof typeof things;

/**
 * What may be filled in, by what the request says.
 * `that`: the thing that the request names, and nothing else. `of`: that thing, or what it is called where the request
 * does not say so. `sent value`, `sent field`, `sent parameter`: one that the request has. `field`: one that it has, or one
 * that the API has and it lacks. `missing field`, `missing parameter`: one that it lacks. `path`: its path. `limited path`:
 * its path, or a part of it that holds the project. `any`: what only the server knows.
 */
export type Filler =
  | { readonly is: 'that' | 'of'; readonly thing: Thing }
  | {
      readonly is:
        | 'sent value'
        | 'sent field'
        | 'field'
        | 'missing field'
        | 'sent parameter'
        | 'parameter'
        | 'missing parameter'
        | 'path'
        | 'limited path'
        | 'any';
    };

const that = (thing: Thing): Filler => ({ is: 'that', thing });
const of = (thing: Thing): Filler => ({ is: 'of', thing });
const any: Filler = { is: 'any' };
const sent: Filler = { is: 'sent value' };
const field: Filler = { is: 'field' };
const sentField: Filler = { is: 'sent field' };
const missingField: Filler = { is: 'missing field' };
const parameter: Filler = { is: 'parameter' };

/** By the placeholder's name, where the code says nothing else. */
const byPlaceholder: Readonly<Record<string, Filler>> = {
  group: of('project'),
  organization: of('organization'),
  host: of('host'),
  'config server': of('host'),
  cluster: of('cluster'),
  username: that('username'),
  provider: of('provider'),
  address: that('address'),
  'name:port': that('process'),
  'API-KEY-ID': that('API key'),
  attribute: sentField,
  parameter: { is: 'sent parameter' },
  resource: { is: 'path' },
  ...Object.fromEntries(
    // Of numbers, those that are limits stand below.
    'Entry granularity instance location mechanism metric name number operator prefix region role state status subnet type value VPC zone'
      .split(' ')
      .map((name) => [name, sent]),
  ),
};

/** Of one code, in the order of its placeholders; those that are left out are as above. */
const byCode: Partial<Readonly<Record<ErrorCodeName, readonly Filler[]>>> = {
  ACKNOWLEDGEMENT_COMMENT_TOO_LONG: [any],
  ALERT_CONFIG_NOT_FOUND: [that('alert configuration')],
  ALERT_NOT_FOUND: [that('alert')],
  // The whole cluster's, of which the request has the shard alone.
  CANNOT_MODIFY_SHARD_BACKUP_CONFIG: [any],
  CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST: [any],
  CANNOT_REMOVE_CALLER_FROM_WHITELIST: [any],
  CHECKPOINT_NOT_FOUND: [that('checkpoint')],
  CLUSTER_NOT_FOUND: [that('cluster')],
  CONFIG_RESTORE_JOB_NOT_FOUND: [that('job')],
  CONFIG_SNAPSHOT_NOT_FOUND: [that('snapshot')],
  DATABASE_NOT_FOUND: [that('database')],
  DEVICE_NOT_FOUND: [that('device')],
  GLOBAL_ALERT_CONFIG_NOT_FOUND: [that('alert configuration')],
  GROUP_ALREADY_EXISTS: [that('project name')],
  // A key is a secret, which a server may mask.
  GROUP_API_KEY_NOT_FOUND: [any],
  GROUP_MISMATCH: [that('project')],
  GROUP_NAME_NOT_FOUND: [that('project name')],
  GROUP_NOT_FOUND: [that('project')],
  HOST_NOT_FOUND: [that('host')],
  INVALID_ALERT_CONFIG_ID: [that('alert configuration')],
  INVALID_ALERT_ID: [that('alert')],
  INVALID_ATTRIBUTE: [field],
  INVALID_CHECKPOINT_ID: [that('checkpoint')],
  INVALID_CLUSTER_ID: [that('cluster')],
  INVALID_GROUP_ID: [that('project')],
  INVALID_GROUP_NAME: [that('project name')],
  INVALID_GROUP_TOKEN: [any],
  INVALID_INSTANCE_COUNT: [sent, any, any],
  INVALID_JOB_ID: [that('job')],
  INVALID_KEY_ID: [that('API key')],
  INVALID_MACHINE_ID: [that('machine')],
  INVALID_MOUNT_LOCATION: [sent, any],
  INVALID_SECURITY_GROUP: [sent],
  INVALID_SNAPSHOT_ID: [that('snapshot')],
  INVALID_USER_ID: [that('user')],
  INVALID_WINDOW_ID: [that('maintenance window')],
  // The caller's address, as the server sees it.
  IP_ADDRESS_NOT_ON_ACCESS_LIST: [any],
  IP_ADDRESS_NOT_ON_WHITELIST: [any],
  MAINTENANCE_WINDOW_NOT_FOUND: [that('maintenance window')],
  MAX_TEAMS_PER_GROUP_EXCEEDED: [any, of('project')],
  MAX_USERS_PER_GROUP_EXCEEDED: [any, of('project')],
  MAX_USERS_PER_ORG_EXCEEDED: [any, of('organization')],
  MISSING_ATTRIBUTE: [missingField],
  // One of the two may be there.
  MISSING_AUTH_ATTRIBUTES: [field, field],
  MISSING_ONE_OF_ATTRIBUTES: [missingField, missingField],
  MISSING_ONE_OF_THREE_ATTRIBUTES: [missingField, missingField, missingField],
  MISSING_OR_INVALID_ATTRIBUTE: [field],
  MISSING_QUERY_PARAMETER: [{ is: 'missing parameter' }],
  MISSING_ROLE_ENTRY_IN_LDAP_MAPPING: [any],
  MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS: [parameter, parameter],
  NO_PROVIDER_AVAILABILITY_ZONES: [any],
  NO_PROVIDER_AVAILABLE_INSTANCE_TYPES: [any],
  NO_PROVIDER_SECURITY_GROUPS: [any],
  ORG_NOT_FOUND: [that('organization')],
  PROVIDER_AUTH_FAILED: [any],
  PROVIDER_CONFIG_ID_NOT_FOUND: [that('provider configuration')],
  PROVISIONED_MACHINE_COULD_NOT_TERMINATE: [that('machine')],
  PROVISIONED_MACHINE_NOT_FOUND: [that('machine')],
  PROVISION_MACHINE_JOB_NOT_FOUND: [that('job')],
  RATE_LIMITED: [{ is: 'limited path' }, any, any],
  RATE_LIMITED_IP: [any, any],
  RESTORE_JOB_NOT_FOUND: [that('job')],
  RESTORE_JOB_NOT_FOUND_IN_GROUP: [that('job')],
  SNAPSHOT_NOT_FOUND: [that('snapshot')],
  SSH_KEY_ALREADY_EXISTS: [that('name of an SSH key')],
  SSH_KEY_NAME_NOT_FOUND: [that('name of an SSH key')],
  SSH_KEY_NOT_FOUND: [that('SSH key')],
  TOO_MANY_GROUP_TOKENS: [any],
  // A server may well call a user by name whose id was given.
  USER_NOT_FOUND: [of('user')],
};

/** What fills the placeholders of a code's message, in order; undefined for one that nobody has said anything of. */
export function fillersOf(name: ErrorCodeName, template: string): readonly (Filler | undefined)[] {
  return placeholders(template).map((placeholder, index) => byCode[name]?.[index] ?? byPlaceholder[placeholder]);
}
