import { matcherFields, metrics, notificationTypes, units } from './alert-rules.ts';
import type { FieldRule, Shape } from './body.ts';

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
  username: text,
  teamId: text,
  teamName: text,
  emailAddress: text,
  mobileNumber: text,
  serviceKey: text,
  apiToken: text,
  channelName: text,
  flowdockApiToken: text,
  flowName: text,
  orgName: text,
  notificationToken: text,
  roomName: text,
  datadogApiKey: text,
  datadogRegion: text,
  opsGenieApiKey: text,
  opsGenieRegion: text,
  victorOpsApiKey: text,
  victorOpsRoutingKey: text,
  microsoftTeamsWebhookUrl: text,
  webhookUrl: text,
  webhookSecret: text,
  snmpAddress: text,
};

/** What a project's alert configuration takes in a body. */
export const alertConfigShape: Shape = {
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
          type: 'string',
          required: true,
          oneOf: ['EQUALS', 'NOT_EQUALS', 'CONTAINS', 'NOT_CONTAINS', 'STARTS_WITH', 'ENDS_WITH', 'REGEX'],
        },
        value: { type: 'string', required: true },
      },
    },
  },
  metricThreshold: {
    type: 'object',
    fields: {
      metricName: { type: 'string', required: true, oneOf: metrics },
      mode: { type: 'string', oneOf: ['AVERAGE', 'TOTAL'] },
      operator,
      threshold: { type: 'number', required: true },
      units: unit,
    },
  },
  notifications: {
    type: 'array',
    required: 'MISSING_NOTIFICATIONS',
    items: { type: 'object', fields: notification },
  },
  threshold: { type: 'object', fields: { operator, threshold: { type: 'number', required: true }, units: unit } },
  created: { type: 'date', readOnly: true },
  id: { type: 'string', readOnly: true },
  links: { type: 'array', readOnly: true },
  typeName: { type: 'string', readOnly: true },
  updated: { type: 'date', readOnly: true },
};
const { groupId: _project, ...sharedShape } = alertConfigShape;

/** What a global one takes, which says for which projects it holds. */
export const globalAlertConfigShape: Shape = {
  ...sharedShape,
  forAllGroups: { type: 'boolean', required: true },
  groupIds: { type: 'array', items: text },
  tags: { type: 'array', items: text },
};

/** PATCH only switches a configuration on and off. */
export const switchShape: Shape = {
  ...Object.fromEntries(Object.keys(globalAlertConfigShape).map((name) => [name, { type: 'any', readOnly: true } as const])),
  enabled: yesOrNo,
  groupId: { type: 'string', readOnly: true },
};
