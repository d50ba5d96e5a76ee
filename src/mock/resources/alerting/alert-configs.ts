import { alertConfigShape, globalAlertConfigShape, switchShape } from '../../rules/alert-config-shapes.ts';
import { checkAlertConfig, matcherFields } from '../../rules/alert-rules.ts';
import { formatSecond } from '../../world/dates.ts';
import { bare, done, entity, links, list } from '../../rules/reply.ts';
import type { Call, Link } from '../../rules/reply.ts';
import { globalRole, groupRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import { record } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import type { Alert, AlertConfig, Group } from '../../world/world.ts';
import { alertView } from './alerts.ts';

function selfPath(config: AlertConfig): string {
  const groupId = config['groupId'];
  return groupId === undefined ? `/globalAlertConfigs/${config.id}` : `/groups/${String(groupId)}/alertConfigs/${config.id}`;
}

/** An alert configuration as shown; a global one has no project to link to. */
function alertConfigView(config: AlertConfig, call: Call, alone = true): Fields {
  const path = selfPath(config);
  const related: Link[] = [['alerts', `${path}/alerts`]];
  if (config['groupId'] !== undefined) related.push(['group', `/groups/${String(config['groupId'])}`]);
  return { ...config, links: links(call, path, alone ? related : []) };
}

/** The whole configuration that a body stands for; `before` is the one it takes the place of. */
function configFrom(call: Call, group: Group | undefined, before?: AlertConfig): AlertConfig {
  const { world, body } = call;
  if (group && body['groupId'] !== undefined && body['groupId'] !== group.id) {
    refuse('GROUP_MISMATCH', String(body['groupId']));
  }
  checkAlertConfig(body, call, group);
  if (!group && body['forAllGroups'] === false && !(body['groupIds'] as readonly string[] | undefined)?.length) {
    refuse('MISSING_ATTRIBUTE', 'groupIds');
  }
  const now = formatSecond(world.now());
  const threshold = body['metricThreshold'] as Fields | undefined;
  return record({
    enabled: false,
    matchers: [],
    ...body,
    eventTypeName: String(body['eventTypeName']),
    groupId: group?.id,
    metricThreshold: threshold && { mode: 'AVERAGE', ...threshold },
    id: before?.id ?? world.ids.id(),
    created: before?.['created'] ?? now,
    updated: now,
  });
}

function switched(config: AlertConfig, { world, body }: Call): AlertConfig {
  return record({ ...config, enabled: body['enabled'] ?? config['enabled'], updated: formatSecond(world.now()) });
}

function openAlerts(alerts: ReadonlyMap<string, Alert>, { id }: AlertConfig, call: Call) {
  const open = [...alerts.values()].filter(({ alertConfigId, status }) => alertConfigId === id && status === 'OPEN');
  return list(call, open, (alert) => alertView(alert, call, false));
}

const writer = groupRole('GROUP_MONITORING_ADMIN');
const globalNeed = globalRole('GLOBAL_MONITORING_ADMIN');
const product = 'ops-manager';

export const alertConfigs = [
  route('GET', '/alertConfigs/matchers/fieldNames', {}, () => bare(matcherFields)),
  route('GET', '/groups/{group}/alertConfigs', {}, ({ group }, call) =>
    list(call, group.alertConfigs.values(), (config) => alertConfigView(config, call, false)),
  ),
  route(
    'POST',
    '/groups/{group}/alertConfigs',
    {
      need: writer,
      body: { shape: alertConfigShape, mode: 'create' },
    },
    ({ group }, call) => {
      const config = configFrom(call, group);
      group.alertConfigs.set(config.id, config);
      return entity(alertConfigView(config, call), 201);
    },
  ),
  route('GET', '/groups/{group}/alertConfigs/{alertConfig}', {}, ({ alertConfig }, call) =>
    entity(alertConfigView(alertConfig, call)),
  ),
  route(
    'PUT',
    '/groups/{group}/alertConfigs/{alertConfig}',
    { need: writer, body: { shape: alertConfigShape, mode: 'replace' } },
    ({ group, alertConfig }, call) => {
      const config = configFrom(call, group, alertConfig);
      group.alertConfigs.set(config.id, config);
      return entity(alertConfigView(config, call));
    },
  ),
  route(
    'PATCH',
    '/groups/{group}/alertConfigs/{alertConfig}',
    {
      need: writer,
      body: { shape: switchShape, mode: 'update' },
    },
    ({ group, alertConfig }, call) => {
      const config = switched(alertConfig, call);
      group.alertConfigs.set(config.id, config);
      return entity(alertConfigView(config, call));
    },
  ),
  route('DELETE', '/groups/{group}/alertConfigs/{alertConfig}', { need: writer }, ({ group, alertConfig }) => {
    group.alertConfigs.delete(alertConfig.id);
    return done();
  }),
  route('GET', '/groups/{group}/alertConfigs/{alertConfig}/alerts', {}, ({ group, alertConfig }, call) => {
    return openAlerts(group.alerts, alertConfig, call);
  }),
  route('GET', '/groups/{group}/alerts/{alert}/alertConfigs', {}, ({ group, alert }, call) => {
    const config = group.alertConfigs.get(alert.alertConfigId);
    return list(call, config ? [config] : [], (each) => alertConfigView(each, call, false));
  }),
  route('GET', '/globalAlertConfigs', { product, need: globalNeed }, (_at, call) =>
    list(call, call.world.globalAlertConfigs.values(), (config) => alertConfigView(config, call, false)),
  ),
  route(
    'POST',
    '/globalAlertConfigs',
    {
      product,
      need: globalNeed,
      body: { shape: globalAlertConfigShape, mode: 'create' },
    },
    (_at, call) => {
      const config = configFrom(call, undefined);
      call.world.globalAlertConfigs.set(config.id, config);
      return entity(alertConfigView(config, call), 201);
    },
  ),
  route('GET', '/globalAlertConfigs/{globalAlertConfig}', { product, need: globalNeed }, ({ globalAlertConfig }, call) =>
    entity(alertConfigView(globalAlertConfig, call)),
  ),
  route(
    'PUT',
    '/globalAlertConfigs/{globalAlertConfig}',
    {
      product,
      need: globalNeed,
      body: { shape: globalAlertConfigShape, mode: 'replace' },
    },
    ({ globalAlertConfig }, call) => {
      const config = configFrom(call, undefined, globalAlertConfig);
      call.world.globalAlertConfigs.set(config.id, config);
      return entity(alertConfigView(config, call));
    },
  ),
  route(
    'PATCH',
    '/globalAlertConfigs/{globalAlertConfig}',
    {
      product,
      need: globalNeed,
      body: { shape: switchShape, mode: 'update' },
    },
    ({ globalAlertConfig }, call) => {
      const config = switched(globalAlertConfig, call);
      call.world.globalAlertConfigs.set(config.id, config);
      return entity(alertConfigView(config, call));
    },
  ),
  route(
    'DELETE',
    '/globalAlertConfigs/{globalAlertConfig}',
    {
      product,
      need: globalNeed,
    },
    ({ globalAlertConfig }, { world }) => {
      world.globalAlertConfigs.delete(globalAlertConfig.id);
      return done();
    },
  ),
  route(
    'GET',
    '/globalAlertConfigs/{globalAlertConfig}/alerts',
    {
      product,
      need: globalNeed,
    },
    ({ globalAlertConfig }, call) => {
      return openAlerts(call.world.globalAlerts, globalAlertConfig, call);
    },
  ),
];
