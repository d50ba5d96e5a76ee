import { formatSecond } from '../../world/dates.ts';
import { entity, links, list } from '../../rules/reply.ts';
import type { Call, Link } from '../../rules/reply.ts';
import { globalRole, groupRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import type { Alert } from '../../world/world.ts';

const maxComment = 200;
const statuses: readonly string[] = ['TRACKING', 'OPEN', 'CLOSED', 'CANCELLED'];

const shape: Shape = {
  ...Object.fromEntries(
    [
      'alertConfigId',
      'acknowledgingUsername',
      'clusterId',
      'clusterName',
      'created',
      'currentValue',
      'eventTypeName',
      'groupId',
      'hostId',
      'hostnameAndPort',
      'id',
      'lastNotified',
      'links',
      'metricName',
      'replicaSetName',
      'resolved',
      'sourceTypeName',
      'status',
      'tags',
      'typeName',
      'updated',
    ].map((name) => [name, { type: 'any', readOnly: true } as const]),
  ),
  acknowledgedUntil: { type: 'date' },
  acknowledgementComment: { type: 'string' },
};

export function alertView(alert: Alert, call: Call, alone = true): Fields {
  const groupId = alert['groupId'];
  if (call.world.globalAlerts.has(alert.id)) return { ...alert, links: links(call, `/globalAlerts/${alert.id}`) };
  const group = `/groups/${String(groupId)}`;
  const path = `${group}/alerts/${alert.id}`;
  const related: Link[] = [
    ['group', group],
    ['alertConfigs', `${path}/alertConfigs`],
  ];
  const { clusterId, hostId } = alert;
  const exists = call.world.groups.get(String(groupId));
  if (exists?.hosts.has(String(hostId))) related.push(['host', `${group}/hosts/${String(hostId)}`]);
  if (exists?.clusters.has(String(clusterId))) related.push(['cluster', `${group}/clusters/${String(clusterId)}`]);
  return { ...alert, links: links(call, path, alone ? related : []) };
}

function filtered(alerts: ReadonlyMap<string, Alert>, { query }: Call): Alert[] {
  const status = query.get('status');
  if (status !== null && !statuses.includes(status)) refuse('INVALID_ALERT_STATUS', status);
  return [...alerts.values()].filter((alert) => status === null || alert.status === status);
}

function acknowledged(alert: Alert, { world, caller, body }: Call): Alert {
  const { acknowledgedUntil, acknowledgementComment: comment } = body;
  if (String(comment ?? '').length > maxComment) refuse('ACKNOWLEDGEMENT_COMMENT_TOO_LONG', String(maxComment));
  // A body without a date takes the acknowledgement back. Source: the page of the resource.
  const acknowledgement =
    acknowledgedUntil === undefined
      ? { acknowledgedUntil: undefined, acknowledgementComment: undefined, acknowledgingUsername: undefined }
      : {
          acknowledgedUntil,
          acknowledgementComment: comment ?? alert['acknowledgementComment'],
          acknowledgingUsername: world.users.get(caller.userId)?.username ?? caller.publicKey,
        };
  return record({ ...alert, ...acknowledgement, updated: formatSecond(world.now()) });
}

const globalNeed = globalRole('GLOBAL_MONITORING_ADMIN');
const product = 'ops-manager';

export const alerts = [
  route('GET', '/groups/{group}/alerts', {}, ({ group }, call) =>
    list(call, filtered(group.alerts, call), (alert) => alertView(alert, call, false)),
  ),
  route('GET', '/groups/{group}/alerts/{alert}', {}, ({ alert }, call) => entity(alertView(alert, call))),
  route(
    'PATCH',
    '/groups/{group}/alerts/{alert}',
    {
      need: groupRole('GROUP_MONITORING_ADMIN'),
      body: { shape, mode: 'update', keepsUnchanged: true },
    },
    ({ group, alert }, call) => {
      const changed = acknowledged(alert, call);
      group.alerts.set(alert.id, changed);
      return entity(alertView(changed, call));
    },
  ),
  route('GET', '/globalAlerts', { product, need: globalNeed }, (_at, call) =>
    list(call, filtered(call.world.globalAlerts, call), (alert) => alertView(alert, call, false)),
  ),
  route('GET', '/globalAlerts/{globalAlert}', { product, need: globalNeed }, ({ globalAlert }, call) =>
    entity(alertView(globalAlert, call)),
  ),
  route(
    'PATCH',
    '/globalAlerts/{globalAlert}',
    {
      product,
      need: globalNeed,
      body: { shape, mode: 'update', keepsUnchanged: true },
    },
    ({ globalAlert }, call) => {
      const changed = acknowledged(globalAlert, call);
      call.world.globalAlerts.set(globalAlert.id, changed);
      return entity(alertView(changed, call));
    },
  ),
];
