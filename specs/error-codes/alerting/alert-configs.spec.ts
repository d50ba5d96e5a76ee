import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  createAlertConfig,
  alertConfigDraft,
  circumstances,
  emailNotification,
  expect,
  groupNotification,
  memberName,
  newAlertConfig,
  projectWithoutWebhook,
  play,
  proves,
  scenario,
  test,
  unknownGlobalAlertConfig,
  type Scenario,
  type Scenarios,
} from '#suite';

/** A configuration that is refused, and the nearest one that is not: what both have besides a host that is down. */
const refused = (given: string, fields: object, beside: object, ...fills: readonly string[]): Scenario => ({
  given,
  when: (api) => createAlertConfig(api, { ...fields }),
  fills: () => fills,
  watch: ({ alertConfigs }) => alertConfigs.list(),
  beside: (api) => createAlertConfig(api, { ...beside }),
});

/** The same, where the two differ in their notifications. */
const refusedToTell = (
  given: string,
  notifications: readonly object[],
  beside: readonly object[],
  ...fills: readonly string[]
): Scenario => refused(given, { notifications }, { notifications: beside }, ...fills);

const average = { mode: 'AVERAGE', operator: 'GREATER_THAN', threshold: 500 };
const connections = { ...average, metricName: 'CONNECTIONS', units: 'RAW' };
const onMetric = { eventTypeName: 'OUTSIDE_METRIC_THRESHOLD', metricThreshold: connections };
const fewerThan2 = { operator: 'LESS_THAN', threshold: 2, units: 'RAW' };
const moreThan1 = { operator: 'GREATER_THAN', threshold: 1, units: 'RAW' };
const tooFew = { eventTypeName: 'TOO_FEW_HEALTHY_MEMBERS', threshold: fewerThan2 };
const tooMany = { eventTypeName: 'TOO_MANY_UNHEALTHY_MEMBERS', threshold: moreThan1 };
/** No page tells which metrics want a delay; of this one it is known from configurations that others wrote. */
const lag = { ...average, metricName: 'OPLOG_SLAVE_LAG_MASTER_TIME', units: 'SECONDS' };
const onLag = { ...onMetric, metricThreshold: lag };
const delayed = groupNotification({ delayMin: 1 });
const webhook = { typeName: 'WEBHOOK', intervalMin: 5, delayMin: 0 };
const toUser = { typeName: 'USER', intervalMin: 5, delayMin: 0, emailEnabled: false, smsEnabled: false };

const scenarios: Scenarios<ErrorCodeOf<'alert-configs'>> = {
  ALERT_CONFIG_NOT_FOUND: [
    scenario({
      given: 'an id that names no alert configuration',
      state: async ({ names }) => names.unknownId(),
      when: ({ alertConfigs }, id) => alertConfigs.read(id),
      fills: ({ projectId }, id) => [id, projectId],
    }),
    scenario({
      given: 'the open alerts of an alert configuration that is not there',
      state: async ({ names }) => names.unknownId(),
      when: ({ alertConfigs }, id) => alertConfigs.listAlerts(id),
      fills: ({ projectId }, id) => [id, projectId],
    }),
  ],
  EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION: refusedToTell(
    'a notification of the project by neither e-mail nor SMS',
    [groupNotification({ emailEnabled: false })],
    [groupNotification({ emailEnabled: true })],
  ),
  EMAIL_OR_SMS_REQUIRED_FOR_USER_NOTIFICATION: scenario({
    given: 'a notification of a user by neither e-mail nor SMS',
    state: memberName,
    when: (api, username) => createAlertConfig(api, { notifications: [{ ...toUser, username }] }),
    watch: ({ alertConfigs }) => alertConfigs.list(),
    beside: (api, username) => createAlertConfig(api, { notifications: [{ ...toUser, username, emailEnabled: true }] }),
  }),
  GLOBAL_ALERTS_ONLY: refused(
    'an event that no single project has',
    { eventTypeName: 'BAD_CLUSTERSHOTS' },
    { eventTypeName: 'RESYNC_REQUIRED' },
    'BAD_CLUSTERSHOTS',
  ),
  GLOBAL_ALERT_CONFIG_NOT_FOUND: scenario({
    given: 'an id that names no global alert configuration',
    state: unknownGlobalAlertConfig,
    when: ({ globalAlertConfigs }, id) => globalAlertConfigs.read(id),
    fills: (_, id) => [id],
  }),
  INVALID_ALERT_CONFIG_ID: {
    given: 'the id of an alert configuration that is no id',
    when: ({ alertConfigs }) => alertConfigs.read('not-an-id'),
    fills: () => ['not-an-id'],
  },
  INVALID_EVENT_TYPE_FOR_ALERT: refused(
    'an event that is only there for audits',
    { eventTypeName: 'ALERT_CONFIG_ADDED_AUDIT' },
    { eventTypeName: 'HOST_DOWN' },
    'ALERT_CONFIG_ADDED_AUDIT',
  ),
  INVALID_OPERATOR_FOR_EVENT_TYPE: [
    refused(
      'more than two where too few is the question',
      { ...tooFew, threshold: { ...fewerThan2, operator: 'GREATER_THAN' } },
      tooFew,
      'GREATER_THAN',
      'TOO_FEW_HEALTHY_MEMBERS',
    ),
    refused(
      'less than one where too many is the question',
      { ...tooMany, threshold: { ...moreThan1, operator: 'LESS_THAN' } },
      tooMany,
      'LESS_THAN',
      'TOO_MANY_UNHEALTHY_MEMBERS',
    ),
  ],
  METRIC_THRESHOLD_PRESENT: refused('a metric for a host that is down', { metricThreshold: connections }, onMetric),
  MISSING_ALERT_CONFIG_ID: scenario({
    given: 'a change of an alert configuration without its id',
    state: newAlertConfig,
    when: ({ alertConfigs }) => alertConfigs.updateWithoutId({ enabled: false }),
    watch: ({ alertConfigs }) => alertConfigs.list(),
    beside: ({ alertConfigs }, { id }) => alertConfigs.update(id, { enabled: false }),
  }),
  MISSING_METRIC_THRESHOLD: refused(
    'an alert on a metric without the metric',
    { ...onMetric, metricThreshold: undefined },
    onMetric,
  ),
  MISSING_NOTIFICATIONS: [
    refusedToTell('an alert configuration that tells nobody', [], [groupNotification()]),
    scenario({
      given: 'an alert configuration replaced by one that tells nobody',
      state: newAlertConfig,
      when: ({ alertConfigs }, { id }) => alertConfigs.replace(id, alertConfigDraft({ notifications: [] })),
      watch: ({ alertConfigs }, { id }) => alertConfigs.read(id),
      beside: ({ alertConfigs }, { id }) => alertConfigs.replace(id, alertConfigDraft()),
    }),
  ],
  MISSING_ROLES_FOR_GROUP_NOTIFICATION: refusedToTell(
    'a notification of the project that names no role',
    [groupNotification({ roles: [] })],
    [groupNotification({ roles: ['GROUP_OWNER'] })],
  ),
  MISSING_THRESHOLD: refused('too few members, without how few', { ...tooFew, threshold: undefined }, tooFew),
  NONZERO_DELAY_REQUIRED: [
    refused('replication lag told of at once', onLag, { ...onLag, notifications: [delayed] }),
    refused(
      'replication lag told of later to one and at once to another',
      { ...onLag, notifications: [delayed, emailNotification()] },
      { ...onLag, notifications: [delayed, emailNotification({ delayMin: 1 })] },
    ),
  ],
  NOTIFICATION_INTERVAL_OUT_OF_RANGE: refusedToTell(
    'a notification every 4 minutes',
    [groupNotification({ intervalMin: 4 })],
    [groupNotification({ intervalMin: 5 })],
  ),
  NOTIFICATION_TYPE_IS_GLOBAL_ONLY: refusedToTell(
    'a notification of the administrator for one project',
    [groupNotification(), { typeName: 'ADMIN', intervalMin: 5, delayMin: 0 }],
    [groupNotification()],
  ),
  THRESHOLD_PRESENT: refused('a number of members for a host that is down', { threshold: fewerThan2 }, tooFew),
  TOO_MANY_GROUP_NOTIFICATIONS: refusedToTell(
    'two notifications of the project',
    [groupNotification(), groupNotification({ intervalMin: 60 })],
    [groupNotification(), emailNotification()],
  ),
  TOTAL_MODE_DEPRECATED: refused(
    'a metric summed up',
    { ...onMetric, metricThreshold: { ...connections, mode: 'TOTAL' } },
    onMetric,
  ),
  UNITS_MISMATCH: [
    refused('connections in hours', { ...onMetric, metricThreshold: { ...connections, units: 'HOURS' } }, onMetric),
    refused(
      'seconds in megabytes',
      { ...onLag, notifications: [delayed], metricThreshold: { ...lag, units: 'MEGABYTES' } },
      { ...onLag, notifications: [delayed], metricThreshold: { ...lag, units: 'MINUTES' } },
    ),
  ],
  UNSUPPORTED_NOTIFICATION_TYPE: refusedToTell(
    'a notification by carrier pigeon',
    [groupNotification(), { typeName: 'CARRIER_PIGEON', intervalMin: 5, delayMin: 0 }],
    [groupNotification()],
    'CARRIER_PIGEON',
  ),
  WEBHOOK_URL_NOT_SET: {
    ...refusedToTell(
      'a notification of a webhook that is not set',
      [webhook],
      [{ ...webhook, webhookUrl: 'https://webhooks.example.com/nobody' }],
    ),
    state: projectWithoutWebhook,
  },
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
