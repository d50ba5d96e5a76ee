import { both, onlyOpsManager } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const alertConfigsCodes = {
  ALERT_CONFIG_NOT_FOUND:                       both(404, 'No alert configuration with ID {ID} exists in group {group}.'),
  EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION: both(400, 'Email and/or SMS must be enabled for group notifications.'),
  EMAIL_OR_SMS_REQUIRED_FOR_USER_NOTIFICATION:  both(400, 'Email and/or SMS must be enabled for user notifications.'),
  GLOBAL_ALERTS_ONLY:                           both(400, 'The specified event type {type} can only be used for global alerts.'),
  GLOBAL_ALERT_CONFIG_NOT_FOUND:                onlyOpsManager(404, 'No global alert configuration with ID {ID} exists.'),
  INVALID_ALERT_CONFIG_ID:                      both(404, 'An invalid alert configuration ID {ID} was specified.'),
  INVALID_EVENT_TYPE_FOR_ALERT:                 both(400, 'Event type {type} not supported for alerts.'),
  INVALID_OPERATOR_FOR_EVENT_TYPE:              both(400, 'Operator {operator} is not compatible with event type {type}.'),
  METRIC_THRESHOLD_PRESENT:                     both(400, 'The metric threshold should only be specific for host metric alerts.'),
  MISSING_ALERT_CONFIG_ID:                      both(404, 'No alert configuration ID was found.'),
  MISSING_METRIC_THRESHOLD:                     both(400, 'A metric threshold must be specified for host metric alerts.'),
  MISSING_NOTIFICATIONS:                        both(400, 'At least one notification must be specified for an alert configuration.'),
  MISSING_ROLES_FOR_GROUP_NOTIFICATION:         both(400, 'Group notifications cannot specify an empty list of roles.'),
  MISSING_THRESHOLD:                            both(400, 'A threshold must be specified for member health alerts.'),
  NONZERO_DELAY_REQUIRED:                       both(400, 'The specified metric requires a nonzero delay for all notifications.'),
  NOTIFICATION_INTERVAL_OUT_OF_RANGE:           both(400, 'Notifications must have an internal of at least 5 minutes.'),
  NOTIFICATION_TYPE_IS_GLOBAL_ONLY:             both(400, 'At least one notification is a type that is only available for global alert configurations.'),
  THRESHOLD_PRESENT:                            both(400, 'A threshold should only be present for member health alerts.'),
  TOO_MANY_GROUP_NOTIFICATIONS:                 both(400, 'At most one group notification can be specified for an alert configuration.'),
  TOTAL_MODE_DEPRECATED:                        both(400, 'Mode TOTAL is no longer supported.'),
  UNITS_MISMATCH:                               both(400, 'Threshold units cannot be converted to metric units.'),
  UNSUPPORTED_NOTIFICATION_TYPE:                both(400, 'Notification type {type} is unsupported.'),
  WEBHOOK_URL_NOT_SET:                          both(400, 'Webhook URL must be set in the group before adding webhook notifications.'),
} as const satisfies ErrorCodeTable;
