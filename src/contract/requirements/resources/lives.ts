import { resourceAlerting } from './alerting.ts';
import { resourceBackup } from './backup.ts';
import { resourceCallers } from './callers.ts';
import { resourceMonitoring } from './monitoring.ts';
import { resourceOrganizations } from './organizations.ts';
import { resourceProvisioning } from './provisioning.ts';

/** What becomes of each kind of thing from its creation to its removal, step by step, in every family. */
export const resourceLives = {
  ...resourceOrganizations,
  ...resourceCallers,
  ...resourceMonitoring,
  ...resourceAlerting,
  ...resourceBackup,
  ...resourceProvisioning,
} as const;
