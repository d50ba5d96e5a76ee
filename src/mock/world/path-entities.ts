import type { Fields } from './json.ts';
import { isMirroredConfigServer } from './hosts.ts';
import { metrics } from './metrics.ts';
import type { Metric } from './metrics.ts';
import { provisioningFinders, type ProvisioningEntities } from './provisioning-entities.ts';
import { refuse } from './refusal.ts';
import type { RefusalCode } from './refusal.ts';
import { isGlobal, isGroupMember, isOrgMember } from './roles.ts';
import type {
  Alert,
  AlertConfig,
  ApiKey,
  Checkpoint,
  Cluster,
  ConfigRestoreJob,
  ConfigSnapshot,
  Entity,
  Event,
  Group,
  Host,
  LogJob,
  Organization,
  RestoreJob,
  Snapshot,
  Team,
  User,
  World,
} from './world.ts';
import { isEntityId } from './ids.ts';

/** What the parameters of paths stand for. The last ones are text, taken as it is. */
export interface PathEntities extends ProvisioningEntities {
  readonly org: Organization;
  readonly group: Group;
  readonly user: User;
  readonly key: ApiKey;
  /** A key of the whole service, and an entry of its list. */
  readonly globalKey: ApiKey;
  readonly globalEntry: Entity;
  readonly team: Team;
  readonly host: Host;
  /** A host that is a mirrored config server. */
  readonly configServer: Host;
  readonly metric: Metric;
  readonly cluster: Cluster;
  readonly alert: Alert;
  readonly globalAlert: Alert;
  readonly alertConfig: AlertConfig;
  readonly globalAlertConfig: AlertConfig;
  readonly window: Entity;
  readonly snapshot: Snapshot;
  readonly configSnapshot: ConfigSnapshot;
  readonly checkpoint: Checkpoint;
  readonly restoreJob: RestoreJob;
  /** Looked for in the whole project. */
  readonly groupRestoreJob: RestoreJob;
  readonly configRestoreJob: ConfigRestoreJob;
  readonly logJob: LogJob;
  readonly agentApiKey: Fields & { readonly _id: string };
  readonly event: Event;
  readonly orgEvent: Event;
  readonly invoice: Entity;
  readonly invitation: Entity;
  readonly orgInvitation: Entity;
  readonly name: string;
  readonly address: string;
  readonly agentType: string;
}

type Parameter = keyof PathEntities;

interface Finder<N extends Parameter> {
  /** Code for text that cannot be such an id. */
  readonly malformed?: RefusalCode;
  /** Code for an id that is left out, where the path ends with the slash before it. */
  readonly missing?: RefusalCode;
  /** The thing, or a refusal; undefined where no code tells that there is none. `at` holds what the parameters before it stand for. */
  readonly find: (id: string, at: PathEntities, world: World, caller: ApiKey) => PathEntities[N] | undefined;
}

const asIs = { find: (text: string): string => text };

const finders: { readonly [N in Parameter]: Finder<N> } = {
  org: {
    malformed: 'INVALID_ORG_ID',
    find: (id, _at, { orgs }, caller) => {
      const org = orgs.get(id) ?? refuse('ORG_NOT_FOUND', id);
      return isOrgMember(caller, id) ? org : refuse('USER_CANNOT_ACCESS_ORG');
    },
  },
  group: {
    malformed: 'INVALID_GROUP_ID',
    // Whoever is not global cannot tell a foreign project from one that does not exist.
    find: (id, _at, { groups }, caller) => {
      const group = groups.get(id);
      if (!group && isGlobal(caller)) refuse('GROUP_NOT_FOUND', id);
      return group && isGroupMember(caller, group) ? group : refuse('NOT_IN_GROUP');
    },
  },
  user: {
    malformed: 'INVALID_USER_ID',
    find: (id, _at, { users }) => users.get(id) ?? refuse('USER_NOT_FOUND', id),
  },
  key: {
    // No code tells a malformed key id from one that names nothing.
    malformed: 'API_KEY_NOT_FOUND',
    find: (id, { org, group }, { keys }) => {
      const key = keys.get(id);
      return key && key.orgId === (org?.id ?? group.orgId) ? key : refuse('API_KEY_NOT_FOUND', id);
    },
  },
  globalKey: {
    malformed: 'API_KEY_NOT_FOUND',
    find: (id, _at, { keys }) => {
      const key = keys.get(id);
      return key?.orgId === '' ? key : refuse('API_KEY_NOT_FOUND', id);
    },
  },
  globalEntry: {
    find: (id, _at, { administration }) => administration.accessList.get(id),
  },
  team: {
    malformed: 'INVALID_TEAM_ID',
    find: (id, { org, group }, { orgs }) => {
      const teams = orgs.get(org?.id ?? group.orgId)?.teams;
      return teams?.get(id) ?? refuse('TEAM_NOT_FOUND', id);
    },
  },
  host: {
    // Host ids have no code for a malformed one.
    find: (id, { group }) => group.hosts.get(id) ?? refuse('HOST_NOT_FOUND', id, group.id),
  },
  configServer: {
    find: (id, { group }) => {
      const host = group.hosts.get(id) ?? refuse('HOST_NOT_FOUND', id, group.id);
      return isMirroredConfigServer(host) ? host : refuse('NOT_CONFIG_SERVER', host.id);
    },
  },
  metric: {
    find: (name) => metrics.get(name) ?? refuse('INVALID_METRIC_NAME', name),
  },
  cluster: {
    malformed: 'INVALID_CLUSTER_ID',
    find: (id, { group }) => group.clusters.get(id) ?? refuse('CLUSTER_NOT_FOUND', id, group.id),
  },
  alert: {
    malformed: 'INVALID_ALERT_ID',
    find: (id, { group }) => group.alerts.get(id) ?? refuse('ALERT_NOT_FOUND', id, group.id),
  },
  globalAlert: {
    malformed: 'INVALID_ALERT_ID',
    find: (id, _at, { globalAlerts }) => globalAlerts.get(id) ?? refuse('ALERT_NOT_FOUND', id, 'global'),
  },
  alertConfig: {
    malformed: 'INVALID_ALERT_CONFIG_ID',
    missing: 'MISSING_ALERT_CONFIG_ID',
    find: (id, { group }) => group.alertConfigs.get(id) ?? refuse('ALERT_CONFIG_NOT_FOUND', id, group.id),
  },
  globalAlertConfig: {
    malformed: 'INVALID_ALERT_CONFIG_ID',
    find: (id, _at, { globalAlertConfigs }) => globalAlertConfigs.get(id) ?? refuse('GLOBAL_ALERT_CONFIG_NOT_FOUND', id),
  },
  window: {
    malformed: 'INVALID_WINDOW_ID',
    find: (id, { group }) => group.windows.get(id) ?? refuse('MAINTENANCE_WINDOW_NOT_FOUND', id, group.id),
  },
  snapshot: {
    malformed: 'INVALID_SNAPSHOT_ID',
    find: (id, { group, cluster }) => inCluster(group.snapshots.get(id), cluster) ?? refuse('SNAPSHOT_NOT_FOUND', id, cluster.id),
  },
  configSnapshot: {
    malformed: 'INVALID_SNAPSHOT_ID',
    find: (id, { group, configServer }) => {
      const snapshot = group.configSnapshots.get(id);
      return snapshot?.hostId === configServer.id ? snapshot : refuse('CONFIG_SNAPSHOT_NOT_FOUND', id, configServer.id);
    },
  },
  checkpoint: {
    malformed: 'INVALID_CHECKPOINT_ID',
    find: (id, { group, cluster }) =>
      inCluster(group.checkpoints.get(id), cluster) ?? refuse('CHECKPOINT_NOT_FOUND', id, cluster.id),
  },
  restoreJob: {
    malformed: 'INVALID_JOB_ID',
    find: (id, { group, cluster }) =>
      inCluster(group.restoreJobs.get(id), cluster) ?? refuse('RESTORE_JOB_NOT_FOUND', id, cluster.id),
  },
  groupRestoreJob: {
    malformed: 'INVALID_JOB_ID',
    find: (id, { group }) => group.restoreJobs.get(id) ?? refuse('RESTORE_JOB_NOT_FOUND_IN_GROUP', id, group.id),
  },
  configRestoreJob: {
    malformed: 'INVALID_JOB_ID',
    find: (id, { group, configServer }) => {
      const job = group.configRestoreJobs.get(id);
      return job?.hostId === configServer.id ? job : refuse('CONFIG_RESTORE_JOB_NOT_FOUND', id, configServer.id);
    },
  },
  logJob: {
    malformed: 'INVALID_LOG_COLLECTION_JOB_ID',
    find: (id, { group }) => group.logJobs.get(id) ?? refuse('LOG_COLLECTION_JOB_NOT_FOUND_IN_GROUP'),
  },
  agentApiKey: {
    malformed: 'INVALID_KEY_ID',
    find: (id, { group }) => group.agentApiKeys.get(id) ?? refuse('INVALID_KEY_ID', id),
  },
  event: {
    malformed: 'EVENT_NOT_FOUND',
    find: (id, { group }) => group.events.get(id) ?? refuse('EVENT_NOT_FOUND', id),
  },
  orgEvent: {
    malformed: 'ORG_EVENT_NOT_FOUND',
    find: (id, { org }) => org.events.get(id) ?? refuse('ORG_EVENT_NOT_FOUND', id),
  },
  invoice: {
    malformed: 'INVOICE_NOT_FOUND',
    find: (id, { org }) => org.invoices.get(id) ?? refuse('INVOICE_NOT_FOUND', id),
  },
  invitation: {
    find: (id, { group }) => group.invitations.get(id),
  },
  orgInvitation: {
    find: (id, { org }) => org.invitations.get(id),
  },
  ...provisioningFinders,
  name: asIs,
  address: asIs,
  agentType: asIs,
};

/** Whether a path that lacks what this parameter stands for is told of with a code of its own. */
export function isMissed(parameter: string | undefined): boolean {
  return finders[parameter as Parameter]?.missing !== undefined;
}

function inCluster<T extends { readonly clusterId: string }>(thing: T | undefined, cluster: Cluster): T | undefined {
  return thing?.clusterId === cluster.id ? thing : undefined;
}

/**
 * What the values of a path stand for. First every id must have the form of one; then each is looked up from left to
 * right, and membership is settled where the path passes a project or organization. `path` is that of the whole request.
 */
export function findEntities(
  values: readonly (readonly [parameter: string, value: string])[],
  world: World,
  caller: ApiKey,
  path: string,
): PathEntities {
  const known = values.map(([name, id]) => ({ name, id, finder: finders[name as Parameter] }));
  for (const { id, finder } of known) {
    if (finder.missing && id === '') refuse(finder.missing);
    if (finder.malformed && !isEntityId(id)) refuse(finder.malformed, id);
  }
  const at: Partial<Record<Parameter, unknown>> = {};
  for (const { name, id, finder } of known) {
    at[name as Parameter] = finder.find(id, at as unknown as PathEntities, world, caller) ?? refuse('RESOURCE_NOT_FOUND', path);
  }
  return at as unknown as PathEntities;
}
