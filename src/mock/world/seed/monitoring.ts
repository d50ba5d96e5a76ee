import { record } from '../json.ts';
import type { Fields } from '../json.ts';
import type { Alert, AlertConfig, Group, World } from '../world.ts';
import { daysFromNow } from './days.ts';
import type { Deployment } from './deployment.ts';

function newConfig(world: World, fields: Fields): AlertConfig {
  const group = { delayMin: 0, emailEnabled: true, intervalMin: 60, smsEnabled: false, typeName: 'GROUP' };
  return record({
    created: daysFromNow(world, -30),
    enabled: true,
    id: world.ids.id(),
    matchers: [],
    notifications: [group],
    updated: daysFromNow(world, -30),
    ...fields,
  } as unknown as AlertConfig);
}

function newAlert(world: World, config: AlertConfig, groupId: string, status: 'OPEN' | 'CLOSED', fields: Fields): Alert {
  return record({
    alertConfigId: config.id,
    created: daysFromNow(world, -2),
    eventTypeName: config.eventTypeName,
    groupId,
    id: world.ids.id(),
    lastNotified: daysFromNow(world, -1),
    resolved: status === 'CLOSED' ? daysFromNow(world, -1) : undefined,
    status,
    tags: [],
    updated: daysFromNow(world, -1),
    ...fields,
  } as unknown as Alert);
}

/** Alert configurations of several kinds, open and closed alerts, and a maintenance window. */
export function seedMonitoring(world: World, main: Group, { members, standalone, replicaSet }: Deployment): void {
  const groupId = main.id;
  const down = newConfig(world, { eventTypeName: 'HOST_DOWN', groupId });
  const metric = newConfig(world, {
    eventTypeName: 'OUTSIDE_METRIC_THRESHOLD',
    groupId,
    matchers: [{ fieldName: 'REPLICA_SET_NAME', operator: 'EQUALS', value: 'rs0' }],
    metricThreshold: {
      metricName: 'CONNECTIONS',
      mode: 'AVERAGE',
      operator: 'GREATER_THAN',
      threshold: 500,
      units: 'RAW',
    },
  });
  const health = newConfig(world, {
    eventTypeName: 'TOO_FEW_HEALTHY_MEMBERS',
    groupId,
    threshold: { operator: 'LESS_THAN', threshold: 2, units: 'RAW' },
  });
  for (const config of [down, metric, health]) main.alertConfigs.set(config.id, config);

  const [primary] = members;
  const alerts = [
    newAlert(world, down, groupId, 'OPEN', {
      hostId: standalone.id,
      hostnameAndPort: `${standalone.hostname}:${standalone.port}`,
    }),
    newAlert(world, down, groupId, 'CLOSED', {
      hostId: standalone.id,
      hostnameAndPort: `${standalone.hostname}:${standalone.port}`,
    }),
    newAlert(world, metric, groupId, 'OPEN', {
      clusterId: replicaSet.id,
      clusterName: replicaSet.clusterName,
      currentValue: { number: 612, units: 'RAW' },
      hostId: primary?.id,
      hostnameAndPort: `${String(primary?.hostname)}:${String(primary?.port)}`,
      metricName: 'CONNECTIONS',
      replicaSetName: 'rs0',
    }),
  ];
  for (const alert of alerts) main.alerts.set(alert.id, alert);

  const window = record({
    alertTypeNames: ['HOST', 'REPLICA_SET'],
    created: daysFromNow(world, -5),
    description: 'Upgrade of the operating system',
    endDate: daysFromNow(world, 8),
    groupId,
    id: world.ids.id(),
    startDate: daysFromNow(world, 7),
    updated: daysFromNow(world, -5),
  });
  main.windows.set(window.id, window);
  main.webhookUrl = 'https://webhooks.example.com/main';
  if (world.product === 'ops-manager') seedGlobalAlerts(world, main, standalone.id);
}

function seedGlobalAlerts(world: World, main: Group, hostId: string): void {
  const admin = { delayMin: 0, intervalMin: 60, typeName: 'ADMIN' };
  const config = newConfig(world, { eventTypeName: 'HOST_DOWN', forAllGroups: true, notifications: [admin] });
  world.globalAlertConfigs.set(config.id, config);
  const alert = newAlert(world, config, main.id, 'OPEN', { hostId, hostnameAndPort: 'alone.example.com:27017' });
  world.globalAlerts.set(alert.id, alert);
}
