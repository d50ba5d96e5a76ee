import { entity, links, list } from '../reply.ts';
import type { Call, Link } from '../reply.ts';
import { groupRole } from '../roles.ts';
import { refuse } from '../refusal.ts';
import { route } from '../route.ts';
import type { Shape } from '../body.ts';
import { record } from '../json.ts';
import type { Fields } from '../json.ts';
import { isSharded, refuseForShard } from '../backup-clusters.ts';
import { snapshotRules } from '../snapshot-rules.ts';
import type { BackupConfig, Cluster, Group } from '../world.ts';

const text = { type: 'string' } as const;
const namespaces = { type: 'array', items: text } as const;
const readOnly = { type: 'any', readOnly: true } as const;

const configShape: Shape = {
  authMechanismName: {
    type: 'string', oneOf: ['MONGODB_CR', 'GSSAPI', 'PLAIN', 'MONGODB_X509', 'NONE'],
    invalid: 'INVALID_AUTH_TYPE_NAME',
  },
  encryptionEnabled: { type: 'boolean' },
  excludedNamespaces: namespaces,
  includedNamespaces: namespaces,
  password: text,
  sslEnabled: { type: 'boolean' },
  statusName: { type: 'string', oneOf: ['INACTIVE', 'PROVISIONING', 'STARTED', 'STOPPED', 'TERMINATING'] },
  storageEngineName: { type: 'string', oneOf: ['MEMORY_MAPPED', 'WIRED_TIGER'] },
  syncSource: text,
  username: text,
  clusterId: readOnly, groupId: readOnly, links: readOnly, provisioned: readOnly,
};

const count = { type: 'integer', min: 0 } as const;
const scheduleShape: Shape = {
  clusterCheckpointIntervalMin: count, dailySnapshotRetentionDays: count, monthlySnapshotRetentionMonths: count,
  pointInTimeWindowHours: count, referenceHourOfDay: count, referenceMinuteOfHour: count,
  referenceTimeZoneOffset: text,
  snapshotIntervalHours: count, snapshotRetentionDays: count, weeklySnapshotRetentionWeeks: count,
  clusterId: readOnly, groupId: readOnly, links: readOnly,
};

function pathOf({ clusterId, groupId }: Fields): string {
  return `/groups/${String(groupId)}/backupConfigs/${String(clusterId)}`;
}

function related(thing: Fields): Link[] {
  const group = `/groups/${String(thing['groupId'])}`;
  return [['cluster', `${group}/clusters/${String(thing['clusterId'])}`], ['group', group]];
}

function configView(config: BackupConfig, call: Call, alone = true): Fields {
  const path = pathOf(config);
  return {
    ...config,
    links: links(call, path, alone ? [...related(config), ['snapshotSchedule', `${path}/snapshotSchedule`]] : []),
  };
}

function scheduleView(schedule: Fields, call: Call): Fields {
  const path = pathOf(schedule);
  return {
    ...schedule, links: links(call, `${path}/snapshotSchedule`, [...related(schedule), ['backupConfig', path]]),
  };
}

function configOf(group: Group, cluster: Cluster): BackupConfig {
  return group.backupConfigs.get(cluster.id) ?? refuse('BACKUP_CONFIG_NOT_FOUND', cluster.id, group.id);
}

function checkStatus(wanted: string, { statusName }: BackupConfig): void {
  if (wanted === 'PROVISIONING' || wanted === 'INACTIVE') refuse('UNSUPPORTED_SET_BACKUP_STATE', wanted);
  if (wanted === 'STARTED' && statusName !== 'INACTIVE' && statusName !== 'STOPPED') {
    refuse('CANNOT_START_BACKUP_INVALID_STATE');
  }
  if (wanted === 'STOPPED' && statusName !== 'STARTED') refuse('CANNOT_STOP_BACKUP_INVALID_STATE');
  if (wanted === 'TERMINATING' && statusName !== 'STOPPED') refuse('CANNOT_TERMINATE_BACKUP_INVALID_STATE');
}

function checkChange(body: Fields, config: BackupConfig, group: Group): void {
  const { excludedNamespaces, includedNamespaces, statusName, storageEngineName, syncSource, username, password } =
    body;
  if (excludedNamespaces !== undefined && includedNamespaces !== undefined) refuse('INVALID_FILTERLIST');
  if (statusName !== undefined) checkStatus(String(statusName), config);
  if (username !== undefined || password !== undefined) {
    const managed =
      [...group.hosts.values()].some(host => host.clusterId === config.clusterId && group.managedHosts.has(host.id));
    if (managed) refuse('CANNOT_SET_BACKUP_AUTH_FOR_MANAGED_CLUSTER');
  }
  if (syncSource !== undefined) return;
  const kept = (excludedNamespaces ?? config['excludedNamespaces'] ?? []) as readonly string[];
  const shrinks = ((config['excludedNamespaces'] ?? []) as readonly string[]).some(name => !kept.includes(name));
  if (shrinks || (storageEngineName !== undefined && storageEngineName !== config.storageEngineName)) {
    refuse('MISSING_SYNC_SOURCE');
  }
}

/** The change as it is kept: no password, and one list of namespaces takes the place of the other. */
function changed(config: BackupConfig, { password: _unkept, ...body }: Fields): BackupConfig {
  const other = body['includedNamespaces'] === undefined ? {} : { excludedNamespaces: undefined };
  const back = body['excludedNamespaces'] === undefined ? {} : { includedNamespaces: undefined };
  return record({ ...config, ...other, ...back, ...body });
}

const need = groupRole('GROUP_BACKUP_ADMIN');

export const backupConfigs = [
  route('GET', '/groups/{group}/backupConfigs', {}, ({ group }, call) =>
    list(call, group.backupConfigs.values(), config => configView(config, call, false))),
  route('GET', '/groups/{group}/backupConfigs/{cluster}', {}, ({ group, cluster }, call) =>
    entity(configView(configOf(group, cluster), call))),
  route('PATCH', '/groups/{group}/backupConfigs/{cluster}', { need, body: { shape: configShape, mode: 'update' } },
    ({ group, cluster }, call) => {
      const config = configOf(group, cluster);
      refuseForShard(group, cluster);
      checkChange(call.body, config, group);
      const next = changed(config, call.body);
      group.backupConfigs.set(cluster.id, next);
      return entity(configView(next, call));
    }),
  route('GET', '/groups/{group}/backupConfigs/{cluster}/snapshotSchedule', {}, ({ group, cluster }, call) => {
    configOf(group, cluster);
    return entity(scheduleView(group.schedules.get(cluster.id) ?? {}, call));
  }),
  route('PATCH', '/groups/{group}/backupConfigs/{cluster}/snapshotSchedule', {
    need, body: { shape: scheduleShape, mode: 'update' },
  },
    ({ group, cluster }, call) => {
      configOf(group, cluster);
      refuseForShard(group, cluster);
      snapshotRules(call.body, isSharded(cluster));
      const next = record({ ...group.schedules.get(cluster.id), ...call.body });
      group.schedules.set(cluster.id, next);
      return entity(scheduleView(next, call));
    }),
];
