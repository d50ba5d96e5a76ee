import type { RequirementId } from '../../../src/contract/requirements/index.ts';
import { answering, jsonOf, pathOf, withJson } from '../lies.ts';
import type { Mutant } from '../mutant.ts';
import { isObject } from '../../../src/wire/json.ts';

type Json = Record<string, unknown>;

/** Changes each entity of the answers at these paths, alone, in a list or in a bare array. */
function entitiesAt(place: RegExp, change: (entity: Json) => Json): Mutant['mock'] {
  return {
    wire: answering((response, request) => {
      const document = jsonOf(response);
      if (response.status >= 300 || !place.test(pathOf(request))) return response;
      if (Array.isArray(document))
        return withJson(
          response,
          document.map((one: Json) => change(one)),
        );
      if (!isObject(document)) return response;
      const { results, content } = document;
      if (Array.isArray(results)) return withJson(response, { ...document, results: results.map((one: Json) => change(one)) });
      if (isObject(content)) return withJson(response, { ...document, content: change(content) });
      return withJson(response, change(document));
    }),
  };
}

const lacks = (schema: string, place: RegExp, field: string): Mutant => ({
  name: `${schema}-lacks-${field}`,
  breaks: `resource.${schema}` as RequirementId,
  mock: entitiesAt(place, ({ [field]: _, ...rest }) => rest),
});

const holds = (
  schema: string,
  place: RegExp,
  field: string,
  lie: unknown,
  said: string,
  also: readonly RequirementId[] = [],
): Mutant => ({
  name: `${schema}-${field}-is-${said}`,
  breaks: `resource.${schema}` as RequirementId,
  also,
  mock: entitiesAt(place, (entity) => (field in entity ? { ...entity, [field]: lie } : entity)),
});

export const mutants: readonly Mutant[] = [
  holds('root', /^\/?$/, 'throttling', 'no', 'text'),
  holds('organization', /^\/orgs(\/[^/]+)?$/, 'name', 7, 'a-number'),
  holds('project', /^\/groups(\/[^/]+)?$/, 'orgId', 7, 'a-number'),
  lacks('user', /\/users(\/[^/]+)?$/, 'username'),
  lacks('api-key', /\/apiKeys(\/[^/]+)?$/, 'desc'),
  holds('access-list-entry', /\/accessList(\/.+)?$/, 'count', 'many', 'text'),
  lacks('team', /\/teams(\/[^/]+)?$/, 'name'),
  lacks('host', /\/hosts(\/[^/]+)?$/, 'created'),
  lacks('database', /\/databases(\/[^/]+)?$/, 'databaseName'),
  lacks('disk', /\/disks(\/[^/]+)?$/, 'partitionName'),
  lacks('cluster', /\/clusters(\/[^/]+)?$/, 'groupId'),
  holds('alert', /\/alerts(\/[^/]+)?$/, 'status', 'WORRYING', 'no-status'),
  lacks('alert-config', /^\/groups\/[^/]+\/alertConfigs(\/[^/]+)?$/, 'eventTypeName'),
  lacks('global-alert-config', /^\/globalAlertConfigs(\/[^/]+)?$/, 'forAllGroups'),
  lacks('maintenance-window', /\/maintenanceWindows(\/[^/]+)?$/, 'alertTypeNames'),
  holds('backup-config', /\/backupConfigs(\/[^/]+)?$/, 'statusName', 'RESTING', 'no-status'),
  lacks('snapshot-schedule', /\/snapshotSchedule$/, 'snapshotIntervalHours'),
  lacks('snapshot', /\/snapshots(\/[^/]+)?$/, 'complete'),
  lacks('checkpoint', /\/checkpoints(\/[^/]+)?$/, 'restorable'),
  lacks('restore-job', /\/restoreJobs(\/[^/]+)?$/, 'statusName'),
  {
    // What is read is sent back with a change, and such a thing is not taken.
    ...holds('automation-config', /\/automationConfig$/, 'processes', 'none', 'text'),
    also: ['automation.config-replaced', 'automation.later-change-wins', 'automation.concurrent-change-settled'],
  },
  holds('automation-status', /\/automationStatus$/, 'goalVersion', 'latest', 'text', ['automation.config-replaced']),
  lacks('agent', /\/agents\/[A-Z]+$/, 'stateName'),
  lacks('agent-api-key', /\/agentapikeys$/, 'key'),
  lacks('log-collection-job', /\/logCollectionJobs(\/[^/]+)?$/, 'resourceName'),
  lacks('event', /\/events(\/[^/]+)?$/, 'eventTypeName'),
  { ...lacks('invoice', /\/invoices(\/[^/]+)?$/, 'statusName') },
  {
    name: 'two-replica-sets-share-a-name',
    breaks: 'resource.deployment-names-unique',
    mock: entitiesAt(/\/clusters$/, (cluster) => ('replicaSetName' in cluster ? { ...cluster, replicaSetName: 'rs' } : cluster)),
  },
  {
    name: 'a-shard-is-a-standalone',
    breaks: 'resource.shards-are-replica-sets',
    mock: entitiesAt(/\/hosts$/, ({ replicaSetName, ...host }) =>
      'shardName' in host ? host : { ...host, ...(replicaSetName !== undefined && { replicaSetName }) },
    ),
  },
  {
    name: 'a-monitored-process-runs-2.4',
    breaks: 'resource.monitored-version',
    mock: entitiesAt(/\/hosts$/, (host) => ('version' in host && !('clusterId' in host) ? { ...host, version: '2.4.14' } : host)),
  },
  {
    name: 'an-automated-process-runs-3.4',
    breaks: 'resource.automated-version',
    mock: entitiesAt(/\/automationConfig$/, (config) => ({
      ...config,
      ...(Array.isArray(config['processes']) && {
        processes: config['processes'].map((process: Json) => ({ ...process, version: '3.4.24' })),
      }),
    })),
  },
  {
    name: 'a-backed-up-process-runs-2.4',
    breaks: 'resource.backed-up-version',
    mock: entitiesAt(/\/hosts$/, (host) => ('version' in host && 'clusterId' in host ? { ...host, version: '2.4.14' } : host)),
  },
];
