import { refuseUnpaidBackup } from '../../world/accounts.ts';
import { entity, links, list } from '../../rules/reply.ts';
import type { Call, Link } from '../../rules/reply.ts';
import { groupRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import { canFilterNamespaces } from '../../rules/backup-agents.ts';
import { isManaged, isMonitored, isSharded, refuseForShard } from '../../world/backup-clusters.ts';
import { backupConfigOf, checkStatus, entering, putBackupConfig } from '../../rules/backup-states.ts';
import { snapshotRules } from '../../rules/snapshot-rules.ts';
import { scheduleOf } from '../../rules/snapshot-schedule.ts';
import type { BackupConfig, Cluster, Group } from '../../world/world.ts';

const text = { type: 'string' } as const;
const namespaces = { type: 'array', items: text } as const;
const readOnly = { type: 'any', readOnly: true } as const;

const configShape: Shape = {
  authMechanismName: {
    type: 'string',
    oneOf: ['MONGODB_CR', 'GSSAPI', 'PLAIN', 'MONGODB_X509', 'NONE'],
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
  clusterId: readOnly,
  groupId: readOnly,
  links: readOnly,
  provisioned: readOnly,
};

const count = { type: 'integer', min: 0 } as const;
const scheduleShape: Shape = {
  clusterCheckpointIntervalMin: count,
  dailySnapshotRetentionDays: count,
  monthlySnapshotRetentionMonths: count,
  pointInTimeWindowHours: count,
  referenceHourOfDay: count,
  referenceMinuteOfHour: count,
  referenceTimeZoneOffset: text,
  snapshotIntervalHours: count,
  snapshotRetentionDays: count,
  weeklySnapshotRetentionWeeks: count,
  clusterId: readOnly,
  groupId: readOnly,
  links: readOnly,
};

function pathOf({ clusterId, groupId }: Fields): string {
  return `/groups/${String(groupId)}/backupConfigs/${String(clusterId)}`;
}

function related(thing: Fields): Link[] {
  const group = `/groups/${String(thing['groupId'])}`;
  return [
    ['cluster', `${group}/clusters/${String(thing['clusterId'])}`],
    ['group', group],
  ];
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
    ...schedule,
    links: links(call, `${path}/snapshotSchedule`, [...related(schedule), ['backupConfig', path]]),
  };
}

function configOf(group: Group, cluster: Cluster, { world }: Call): BackupConfig {
  const config = backupConfigOf(group, cluster, world.now()) ?? refuse('BACKUP_CONFIG_NOT_FOUND', cluster.id, group.id);
  return isMonitored(group, cluster) ? config : refuse('CANNOT_GET_BACKUP_CONFIG_INVALID_STATE');
}

/** The configurations that can be got: a list leaves out clusters that are no longer monitored. */
function configsOf(group: Group, { world }: Call): BackupConfig[] {
  return [...group.backupConfigs.keys()]
    .filter((id) => isMonitored(group, { id }))
    .flatMap((id) => backupConfigOf(group, { id }, world.now()) ?? []);
}

function names(config: Fields, field: string): readonly string[] {
  return (config[field] ?? []) as readonly string[];
}

function checkFilters(body: Fields, group: Group, cluster: Cluster): void {
  const { excludedNamespaces, includedNamespaces } = body;
  if (excludedNamespaces !== undefined && includedNamespaces !== undefined) refuse('INVALID_FILTERLIST');
  if (canFilterNamespaces(group, cluster)) return;
  if (names(body, 'excludedNamespaces').length > 0) refuse('UPGRADE_FOR_EXCLUDED_NAMESPACES');
  if (names(body, 'includedNamespaces').length > 0) refuse('UPGRADE_FOR_INCLUDED_NAMESPACES');
}

/** True for a change that has more backed up than before, which must then be copied anew. */
function needsResync(body: Fields, config: BackupConfig): boolean {
  const { excludedNamespaces, includedNamespaces, storageEngineName } = body;
  const kept = names({ ...config, ...body }, 'excludedNamespaces');
  const shrinks = excludedNamespaces !== undefined && names(config, 'excludedNamespaces').some((name) => !kept.includes(name));
  const known = names(config, 'includedNamespaces');
  const grows =
    includedNamespaces !== undefined &&
    known.length > 0 &&
    names(body, 'includedNamespaces').some((name) => !known.includes(name));
  return shrinks || grows || (storageEngineName !== undefined && storageEngineName !== config.storageEngineName);
}

function checkChange(body: Fields, config: BackupConfig, group: Group, cluster: Cluster): void {
  checkFilters(body, group, cluster);
  const { statusName, syncSource, username, password } = body;
  if (statusName !== undefined) checkStatus(String(statusName), config);
  if ((username !== undefined || password !== undefined) && isManaged(group, cluster)) {
    refuse('CANNOT_SET_BACKUP_AUTH_FOR_MANAGED_CLUSTER');
  }
  if (syncSource === undefined && needsResync(body, config)) refuse('MISSING_SYNC_SOURCE');
}

/** The change as it is kept: no password, and one list of namespaces takes the place of the other. */
function changed(config: BackupConfig, { password: _unkept, ...body }: Fields): BackupConfig {
  const other = body['includedNamespaces'] === undefined ? {} : { excludedNamespaces: undefined };
  const back = body['excludedNamespaces'] === undefined ? {} : { includedNamespaces: undefined };
  const statusName = body['statusName'] === undefined ? config.statusName : entering(String(body['statusName']), config);
  return record({ ...config, ...other, ...back, ...body, statusName });
}

/** The same instant of the day, where hours are shown in UTC whatever offset was sent. */
function inUtc(schedule: Fields, { world }: Call): Fields {
  const { referenceHourOfDay: hour, referenceMinuteOfHour: minute, referenceTimeZoneOffset: offset } = schedule;
  const parts = /^([+-])(\d\d):?(\d\d)$/.exec(String(offset));
  if (!world.forms.has('schedule-hour-in-utc') || !parts || hour === undefined) return schedule;
  const [, sign, hours, minutes] = parts;
  const shift = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const at = (Number(hour) * 60 + Number(minute ?? 0) - shift + 2 * 1_440) % 1_440;
  return {
    ...schedule,
    referenceHourOfDay: Math.floor(at / 60),
    referenceTimeZoneOffset: '+0000',
    ...(minute !== undefined && { referenceMinuteOfHour: at % 60 }),
  };
}

const need = groupRole('GROUP_BACKUP_ADMIN');

export const backupConfigs = [
  route('GET', '/groups/{group}/backupConfigs', {}, ({ group }, call) =>
    list(call, configsOf(group, call), (config) => configView(config, call, false)),
  ),
  route('GET', '/groups/{group}/backupConfigs/{cluster}', {}, ({ group, cluster }, call) =>
    entity(configView(configOf(group, cluster, call), call)),
  ),
  route(
    'PATCH',
    '/groups/{group}/backupConfigs/{cluster}',
    { need, body: { shape: configShape, mode: 'update' } },
    ({ group, cluster }, call) => {
      const config = configOf(group, cluster, call);
      refuseForShard(group, cluster);
      if (call.body['statusName'] === 'STARTED') refuseUnpaidBackup(call.world, group);
      checkChange(call.body, config, group, cluster);
      const next = changed(config, call.body);
      putBackupConfig(group, next, call.world.now());
      return entity(configView(next, call));
    },
  ),
  route('GET', '/groups/{group}/backupConfigs/{cluster}/snapshotSchedule', {}, ({ group, cluster }, call) => {
    configOf(group, cluster, call);
    return entity(scheduleView(scheduleOf(group, cluster), call));
  }),
  route(
    'PATCH',
    '/groups/{group}/backupConfigs/{cluster}/snapshotSchedule',
    {
      need,
      body: { shape: scheduleShape, mode: 'update' },
    },
    ({ group, cluster }, call) => {
      configOf(group, cluster, call);
      refuseForShard(group, cluster);
      const schedule = scheduleOf(group, cluster);
      snapshotRules(call.body, schedule, isSharded(cluster));
      const next = record(inUtc({ ...schedule, ...call.body }, call));
      group.schedules.set(cluster.id, next);
      return entity(scheduleView(next, call));
    },
  ),
];
