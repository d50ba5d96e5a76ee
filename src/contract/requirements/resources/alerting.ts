import type { RequirementTable } from '../../requirement.ts';
import { created, found, inferred, listed, opsManager, removed, replaced, step, updated } from './steps.ts';

/** The lives of alerts, of what sets them off, and of what keeps them quiet. */
export const resourceAlerting = {
  'resource.alert-read': found('alert', 'Alerts'),
  'resource.alert-acknowledged': step('An acknowledgement of an alert, with its comment, is answered and kept.', 'Alerts'),
  'resource.alert-unacknowledged': step('An acknowledgement that is taken back is gone.', 'Alerts'),
  'resource.alert-configs-of-alert': step('An alert leads to the configuration that set it off.', 'Alerts', inferred),
  'resource.alert-config-created': created('alert configuration', 'Alert Configurations'),
  'resource.alert-config-listed': listed('alert configuration', 'Alert Configurations'),
  'resource.alert-config-updated': updated('alert configuration', 'Alert Configurations'),
  'resource.alert-config-replaced': replaced('alert configuration', 'Alert Configurations'),
  'resource.alert-config-removed': removed('alert configuration', 'Alert Configurations'),
  'resource.alert-config-alerts': step('An alert configuration lists the open alerts that it set off.', 'Alert Configurations'),
  'resource.alert-matcher-fields': step(
    'The fields that matchers may name are answered as a plain array.',
    'Alert Configurations',
  ),
  'resource.global-alert-read': found('global alert', 'Global Alerts', opsManager),
  'resource.global-alert-acknowledged': step(
    'An acknowledgement of a global alert is answered and kept, until it is taken back.',
    'Global Alerts',
    opsManager,
  ),
  'resource.global-alert-config-created': created('global alert configuration', 'Global Alert Configurations', opsManager),
  'resource.global-alert-config-listed': listed('global alert configuration', 'Global Alert Configurations', opsManager),
  'resource.global-alert-config-updated': updated('global alert configuration', 'Global Alert Configurations', opsManager),
  'resource.global-alert-config-replaced': replaced('global alert configuration', 'Global Alert Configurations', opsManager),
  'resource.global-alert-config-removed': removed('global alert configuration', 'Global Alert Configurations', opsManager),
  'resource.global-alert-config-alerts': step(
    'A global alert configuration lists the open alerts that it set off.',
    'Global Alert Configurations',
    opsManager,
  ),
  'resource.maintenance-window-created': created('maintenance window', 'Maintenance Windows'),
  'resource.maintenance-window-listed': listed('maintenance window', 'Maintenance Windows'),
  'resource.maintenance-window-updated': updated('maintenance window', 'Maintenance Windows'),
  'resource.maintenance-window-removed': removed('maintenance window', 'Maintenance Windows'),
} as const satisfies RequirementTable;
