import { resourceAlerting } from './resource-alerting.ts';
import { resourceBackup } from './resource-backup.ts';
import { resourceCallers } from './resource-callers.ts';
import { resourceMonitoring } from './resource-monitoring.ts';
import { resourceOrganizations } from './resource-organizations.ts';
import { resourceProvisioning } from './resource-provisioning.ts';

/** What becomes of each kind of thing from its creation to its removal, step by step, in every family. */
export const resourceLives = {
  ...resourceOrganizations, ...resourceCallers, ...resourceMonitoring, ...resourceAlerting, ...resourceBackup,
  ...resourceProvisioning,
} as const;
