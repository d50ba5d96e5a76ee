import { checkAlertConfig, matcherFields, metrics, notificationTypes, units } from '../alert-rules.ts';
import { formatSecond } from '../dates.ts';
import { bare, done, entity, links, list } from '../reply.ts';
import type { Call, Link } from '../reply.ts';
import { globalRole, groupRole } from '../roles.ts';
import { refuse } from '../refusal.ts';
import { route } from '../route.ts';
import type { FieldRule, Shape } from '../body.ts';
import { record } from '../json.ts';
import type { Fields } from '../json.ts';
import type { AlertConfig, Group } from '../world.ts';
import { alertView } from './alerts.ts';

const text: FieldRule = { type: 'string' };
const yesOrNo: FieldRule = { type: 'boolean' };
const operator: FieldRule = { type: 'string', required: true, oneOf: ['GREATER_THAN', 'LESS_THAN'] };
const unit: FieldRule = { type: 'string', oneOf: units };

const notification: Shape = {
  typeName: { type: 'string', required: true, oneOf: notificationTypes, invalid: 'UNSUPPORTED_NOTIFICATION_TYPE' },
  intervalMin: { type: 'integer' },
  delayMin: { type: 'integer' },
  emailEnabled: yesOrNo,
  smsEnabled: yesOrNo,
  roles: { type: 'array', items: text },
  username: text, teamId: text, teamName: text, emailAddress: text, mobileNumber: text, serviceKey: text,
  apiToken: text, channelName: text, flowdockApiToken: text, flowName: text, orgName: text, notificationToken: text,
  roomName: text, datadogApiKey: text, datadogRegion: text, opsGenieApiKey: text, opsGenieRegion: text,
  victorOpsApiKey: text, victorOpsRoutingKey: text, microsoftTeamsWebhookUrl: text, webhookUrl: text,
  webhookSecret: text, snmpAddress: text,
};

const shape: Shape = {
  enabled: yesOrNo,
  eventTypeName: { type: 'string', required: true },
  groupId: text,
  matchers: {
    type: 'array',
    items: {
      type: 'object',
      fields: {
        fieldName: { type: 'string', required: true, oneOf: matcherFields },
        operator: {
          type: 'string', required: true,
          oneOf: ['EQUALS', 'NOT_EQUALS', 'CONTAINS', 'NOT_CONTAINS', 'STARTS_WITH', 'ENDS_WITH', 'REGEX'],
        },
        value: { type: 'string', required: true },
      },
    },
  },
  metricThreshold: {
    type: 'object',
    fields: {
      metricName: { type: 'string', required: true, oneOf: metrics, invalid: 'INVALID_METRIC_NAME' },
      mode: { type: 'string', oneOf: ['AVERAGE', 'TOTAL'] },
      operator, threshold: { type: 'number', required: true }, units: unit,
    },
  },
  notifications: { type: 'array', required: 'MISSING_NOTIFICATIONS', items: { type: 'object', fields: notification } },
  threshold: { type: 'object', fields: { operator, threshold: { type: 'number', required: true }, units: unit } },
  created: { type: 'date', readOnly: true },
  id: { type: 'string', readOnly: true },
  links: { type: 'array', readOnly: true },
  typeName: { type: 'string', readOnly: true },
  updated: { type: 'date', readOnly: true },
};
const { groupId: _project, ...sharedShape } = shape;
const globalShape: Shape = {
  ...sharedShape,
  forAllGroups: { type: 'boolean', required: true }, groupIds: { type: 'array', items: text }, tags: { type: 'array', items: text },
};
const enabledOnly: Shape = {
  ...Object.fromEntries(Object.keys(globalShape).map(name => [name, { type: 'any', readOnly: true } as const])),
  enabled: yesOrNo, groupId: { type: 'string', readOnly: true },
};

function selfPath(config: AlertConfig): string {
  const groupId = config['groupId'];
  return groupId === undefined ? `/globalAlertConfigs/${config.id}` : `/groups/${String(groupId)}/alertConfigs/${config.id}`;
}

/** An alert configuration as shown; a global one has no project to link to. */
export function alertConfigView(config: AlertConfig, call: Call, alone = true): Fields {
  const path = selfPath(config);
  const related: Link[] = [['alerts', `${path}/alerts`]];
  if (config['groupId'] !== undefined) related.push(['group', `/groups/${String(config['groupId'])}`]);
  return { ...config, links: links(call, path, alone ? related : []) };
}

/** The whole configuration that a body stands for; `before` is the one it takes the place of. */
function configFrom(call: Call, group: Group | undefined, before?: AlertConfig): AlertConfig {
  const { world, body } = call;
  if (group && body['groupId'] !== undefined && body['groupId'] !== group.id) refuse('GROUP_MISMATCH', String(body['groupId']));
  checkAlertConfig(body, call, group);
  if (!group && body['forAllGroups'] === false && !(body['groupIds'] as readonly string[] | undefined)?.length) {
    refuse('MISSING_ATTRIBUTE', 'groupIds');
  }
  const now = formatSecond(world.now());
  const threshold = body['metricThreshold'] as Fields | undefined;
  return record({
    enabled: false, matchers: [], ...body, eventTypeName: String(body['eventTypeName']), groupId: group?.id,
    metricThreshold: threshold && { mode: 'AVERAGE', ...threshold },
    id: before?.id ?? world.ids.id(), created: before?.['created'] ?? now, updated: now,
  });
}

function switched(config: AlertConfig, { world, body }: Call): AlertConfig {
  return record({ ...config, enabled: body['enabled'] ?? config['enabled'], updated: formatSecond(world.now()) });
}

const writer = groupRole('GROUP_MONITORING_ADMIN');
const globalNeed = globalRole('GLOBAL_MONITORING_ADMIN');
const product = 'ops-manager';

export const alertConfigs = [
  route('GET', '/alertConfigs/matchers/fieldNames', {}, () => bare(matcherFields)),
  route('GET', '/groups/{group}/alertConfigs', {}, ({ group }, call) =>
    list(call, group.alertConfigs.values(), config => alertConfigView(config, call, false))),
  // A path that ends where the id should stand is the collection's; its other methods say what is missing.
  route('PATCH', '/groups/{group}/alertConfigs', { need: writer }, () => refuse('MISSING_ALERT_CONFIG_ID')),
  route('POST', '/groups/{group}/alertConfigs', { need: writer, body: { shape, mode: 'create' } }, ({ group }, call) => {
    const config = configFrom(call, group);
    group.alertConfigs.set(config.id, config);
    return entity(alertConfigView(config, call), 201);
  }),
  route('GET', '/groups/{group}/alertConfigs/{alertConfig}', {}, ({ alertConfig }, call) => entity(alertConfigView(alertConfig, call))),
  route('PUT', '/groups/{group}/alertConfigs/{alertConfig}', { need: writer, body: { shape, mode: 'replace' } },
    ({ group, alertConfig }, call) => {
      const config = configFrom(call, group, alertConfig);
      group.alertConfigs.set(config.id, config);
      return entity(alertConfigView(config, call));
    }),
  route('PATCH', '/groups/{group}/alertConfigs/{alertConfig}', { need: writer, body: { shape: enabledOnly, mode: 'update' } },
    ({ group, alertConfig }, call) => {
      const config = switched(alertConfig, call);
      group.alertConfigs.set(config.id, config);
      return entity(alertConfigView(config, call));
    }),
  route('DELETE', '/groups/{group}/alertConfigs/{alertConfig}', { need: writer }, ({ group, alertConfig }) => {
    group.alertConfigs.delete(alertConfig.id);
    return done();
  }),
  route('GET', '/groups/{group}/alertConfigs/{alertConfig}/alerts', {}, ({ group, alertConfig }, call) => {
    const open = [...group.alerts.values()].filter(alert => alert.alertConfigId === alertConfig.id && alert.status === 'OPEN');
    return list(call, open, alert => alertView(alert, call, false));
  }),
  route('GET', '/groups/{group}/alerts/{alert}/alertConfigs', {}, ({ group, alert }, call) => {
    const config = group.alertConfigs.get(alert.alertConfigId);
    return list(call, config ? [config] : [], each => alertConfigView(each, call, false));
  }),
  route('GET', '/globalAlertConfigs', { product, need: globalNeed }, (_at, call) =>
    list(call, call.world.globalAlertConfigs.values(), config => alertConfigView(config, call, false))),
  route('POST', '/globalAlertConfigs', { product, need: globalNeed, body: { shape: globalShape, mode: 'create' } }, (_at, call) => {
    const config = configFrom(call, undefined);
    call.world.globalAlertConfigs.set(config.id, config);
    return entity(alertConfigView(config, call), 201);
  }),
  route('GET', '/globalAlertConfigs/{globalAlertConfig}', { product, need: globalNeed }, ({ globalAlertConfig }, call) =>
    entity(alertConfigView(globalAlertConfig, call))),
  route('PUT', '/globalAlertConfigs/{globalAlertConfig}', { product, need: globalNeed, body: { shape: globalShape, mode: 'replace' } },
    ({ globalAlertConfig }, call) => {
      const config = configFrom(call, undefined, globalAlertConfig);
      call.world.globalAlertConfigs.set(config.id, config);
      return entity(alertConfigView(config, call));
    }),
  route('PATCH', '/globalAlertConfigs/{globalAlertConfig}', { product, need: globalNeed, body: { shape: enabledOnly, mode: 'update' } },
    ({ globalAlertConfig }, call) => {
      const config = switched(globalAlertConfig, call);
      call.world.globalAlertConfigs.set(config.id, config);
      return entity(alertConfigView(config, call));
    }),
  route('DELETE', '/globalAlertConfigs/{globalAlertConfig}', { product, need: globalNeed }, ({ globalAlertConfig }, { world }) => {
    world.globalAlertConfigs.delete(globalAlertConfig.id);
    return done();
  }),
  route('GET', '/globalAlertConfigs/{globalAlertConfig}/alerts', { product, need: globalNeed }, ({ globalAlertConfig }, call) => {
    const open = [...call.world.globalAlerts.values()].filter(alert => alert.alertConfigId === globalAlertConfig.id && alert.status === 'OPEN');
    return list(call, open, alert => alertView(alert, call, false));
  }),
];
