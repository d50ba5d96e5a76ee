import type { Fields } from '../world/json.ts';
import { metrics as measured } from '../world/metrics.ts';
import { refuse } from '../world/refusal.ts';
import type { Call } from './reply.ts';
import { isGroupMember } from '../world/roles.ts';
import type { Group } from '../world/world.ts';

const hostEvents = [
  'HOST_DOWN',
  'HOST_UP',
  'HOST_RECOVERING',
  'HOST_RECOVERED',
  'HOST_NOW_PRIMARY',
  'HOST_NOW_SECONDARY',
  'HOST_NOW_STANDALONE',
  'NEW_HOST',
  'VERSION_BEHIND',
  'VERSION_CHANGED',
  'VERSION_CURRENT',
  'HOST_SSL_CERTIFICATE_STALE',
  'HOST_SSL_CERTIFICATE_CURRENT',
  'HOST_SECURITY_CHECKUP_NOT_MET',
  'OUTSIDE_METRIC_THRESHOLD',
  'INSIDE_METRIC_THRESHOLD',
] as const;
const replicaSetEvents = [
  'NO_PRIMARY',
  'ONE_PRIMARY',
  'MULTIPLE_PRIMARIES',
  'CONFIGURATION_CHANGED',
  'MEMBER_ADDED',
  'MEMBER_REMOVED',
  'ENOUGH_HEALTHY_MEMBERS',
  'TOO_FEW_HEALTHY_MEMBERS',
  'TOO_MANY_UNHEALTHY_MEMBERS',
  'TOO_MANY_ELECTIONS',
] as const;
const otherEvents = [
  'MONITORING_AGENT_DOWN',
  'MONITORING_AGENT_UP',
  'BACKUP_AGENT_DOWN',
  'BACKUP_AGENT_UP',
  'AUTOMATION_AGENT_DOWN',
  'AUTOMATION_AGENT_UP',
  'NEW_AGENT',
  'OPLOG_BEHIND',
  'OPLOG_CURRENT',
  'RESYNC_REQUIRED',
  'RESYNC_PERFORMED',
  'CLUSTER_MONGOS_IS_MISSING',
  'CLUSTER_MONGOS_IS_PRESENT',
  'SHARD_ADDED',
  'SHARD_REMOVED',
  'USERS_WITHOUT_MULTI_FACTOR_AUTH',
  'ALL_USERS_HAVE_MULTI_FACTOR_AUTH',
  'JOINED_GROUP',
  'REMOVED_FROM_GROUP',
] as const;
const globalOnlyEvents: readonly string[] = ['BAD_CLUSTERSHOTS', 'GOOD_CLUSTERSHOT', 'BACKUP_DAEMON_DOWN', 'BACKUP_DAEMON_UP'];

const known: readonly string[] = [...hostEvents, ...replicaSetEvents, ...otherEvents, ...globalOnlyEvents];

const memberHealthOperators: Readonly<Record<string, string>> = {
  TOO_FEW_HEALTHY_MEMBERS: 'LESS_THAN',
  TOO_MANY_UNHEALTHY_MEMBERS: 'GREATER_THAN',
};

/** Units a metric can be measured in; those of one row convert into each other. */
const unitFamilies: readonly (readonly string[])[] = [
  ['RAW'],
  ['BITS', 'KILOBITS', 'MEGABITS', 'GIGABITS', 'BYTES', 'KILOBYTES', 'MEGABYTES', 'GIGABYTES', 'TERABYTES', 'PETABYTES'],
  ['MILLISECONDS', 'SECONDS', 'MINUTES', 'HOURS', 'DAYS'],
];
export const units = unitFamilies.flat();

/** The unit of each metric that a configuration may name. */
const metricUnits: ReadonlyMap<string, string> = new Map(
  [...measured.values()].flatMap(({ name, alerts }) => (alerts === undefined ? [] : [[name, alerts] as const])),
);
export const metrics = [...metricUnits.keys()];

/** Metrics that jump too much to be told of at once. Seen for replication lag; which others there are is not known. */
const wantsDelay: readonly string[] = ['OPLOG_SLAVE_LAG_MASTER_TIME'];

export const matcherFields = [
  'TYPE_NAME',
  'HOSTNAME',
  'PORT',
  'HOSTNAME_AND_PORT',
  'REPLICA_SET_NAME',
  'SHARD_NAME',
  'CLUSTER_NAME',
] as const;

export const notificationTypes = [
  'GROUP',
  'USER',
  'ORG',
  'TEAM',
  'EMAIL',
  'SMS',
  'PAGER_DUTY',
  'SLACK',
  'FLOWDOCK',
  'HIP_CHAT',
  'DATADOG',
  'OPS_GENIE',
  'VICTOR_OPS',
  'MICROSOFT_TEAMS',
  'WEBHOOK',
  'SNMP',
  'ADMIN',
] as const;

function checkEvent(eventTypeName: string, global: boolean): void {
  if (eventTypeName.endsWith('_AUDIT')) refuse('INVALID_EVENT_TYPE_FOR_ALERT', eventTypeName);
  if (!known.includes(eventTypeName)) refuse('INVALID_ENUM_VALUE', eventTypeName);
  if (!global && globalOnlyEvents.includes(eventTypeName)) refuse('GLOBAL_ALERTS_ONLY', eventTypeName);
}

function checkThresholds({ eventTypeName, metricThreshold, threshold }: Fields): void {
  const event = String(eventTypeName);
  const wantsMetric = event === 'OUTSIDE_METRIC_THRESHOLD';
  if (wantsMetric && metricThreshold === undefined) refuse('MISSING_METRIC_THRESHOLD');
  if (!wantsMetric && metricThreshold !== undefined) refuse('METRIC_THRESHOLD_PRESENT');
  const operator = memberHealthOperators[event];
  if (operator !== undefined && threshold === undefined) refuse('MISSING_THRESHOLD');
  if (operator === undefined && threshold !== undefined) refuse('THRESHOLD_PRESENT');
  const given = (threshold as Fields | undefined)?.['operator'];
  if (operator !== undefined && given !== operator) refuse('INVALID_OPERATOR_FOR_EVENT_TYPE', String(given), event);
  if (metricThreshold !== undefined) checkMetric(metricThreshold as Fields);
}

function checkMetric({ metricName, mode, units: unit }: Fields): void {
  if (mode === 'TOTAL') refuse('TOTAL_MODE_DEPRECATED');
  const own = metricUnits.get(String(metricName));
  if (unit === undefined) return;
  const convertible = unitFamilies.some((family) => family.includes(String(unit)) && family.includes(String(own)));
  if (!convertible) refuse('UNITS_MISMATCH');
}

function checkNotification(notification: Fields, call: Call, group: Group | undefined): void {
  const { typeName, intervalMin, delayMin, emailEnabled, smsEnabled, roles, username, emailAddress, teamId, webhookUrl } =
    notification;
  if (typeName === 'HIP_CHAT') refuse('UNSUPPORTED_NOTIFICATION_TYPE', 'HIP_CHAT');
  if (typeName === 'ADMIN' && group) refuse('NOTIFICATION_TYPE_IS_GLOBAL_ONLY');
  if (intervalMin !== undefined && Number(intervalMin) < 5) refuse('NOTIFICATION_INTERVAL_OUT_OF_RANGE');
  if (delayMin !== undefined && Number(delayMin) < 0) refuse('ATTRIBUTE_NEGATIVE', 'delayMin');
  const silent = emailEnabled !== true && smsEnabled !== true;
  if (typeName === 'GROUP') {
    if (Array.isArray(roles) && roles.length === 0) refuse('MISSING_ROLES_FOR_GROUP_NOTIFICATION');
    if (silent) refuse('EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION');
  }
  if (typeName === 'USER') {
    if (silent) refuse('EMAIL_OR_SMS_REQUIRED_FOR_USER_NOTIFICATION');
    checkUser(username, call, group);
  }
  if (typeName === 'EMAIL') {
    const address = emailAddress ?? refuse('MISSING_ATTRIBUTE', 'emailAddress');
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(address))) refuse('INVALID_EMAIL_ADDRESS');
  }
  if (typeName === 'TEAM' && teamId === undefined) refuse('MISSING_ATTRIBUTE', 'teamId');
  // Newer versions take the address with the notification; else it is the one in the settings of the project.
  if (typeName === 'WEBHOOK' && (webhookUrl ?? group?.webhookUrl) === undefined) refuse('WEBHOOK_URL_NOT_SET');
}

function checkUser(username: Fields[string], { world }: Call, group: Group | undefined): void {
  const name = String(username ?? refuse('MISSING_ATTRIBUTE', 'username'));
  const user = [...world.users.values()].find((candidate) => candidate.username === name) ?? refuse('BAD_USERNAME_REF', name);
  // Whoever owns or reads the whole organization belongs to each of its projects.
  if (group && !isGroupMember(user, group)) {
    refuse('BAD_USERNAME_IN_GROUP_REF', name, group.id);
  }
}

/** Refuses an alert configuration that is well-formed but contradicts itself. `group` is absent for a global one. */
export function checkAlertConfig(config: Fields, call: Call, group?: Group): void {
  const notifications = (config['notifications'] ?? []) as readonly Fields[];
  checkEvent(String(config['eventTypeName']), group === undefined);
  checkThresholds(config);
  if (notifications.length === 0) refuse('MISSING_NOTIFICATIONS');
  for (const notification of notifications) checkNotification(notification, call, group);
  if (notifications.filter(({ typeName }) => typeName === 'GROUP').length > 1) {
    refuse('TOO_MANY_GROUP_NOTIFICATIONS');
  }
  const { metricName } = (config['metricThreshold'] ?? {}) as Fields;
  if (wantsDelay.includes(String(metricName)) && notifications.some(({ delayMin = 0 }) => Number(delayMin) === 0)) {
    refuse('NONZERO_DELAY_REQUIRED');
  }
}
