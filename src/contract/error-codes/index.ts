import { accessListCodes } from './tables/access-list.ts';
import { alertConfigsCodes } from './tables/alert-configs.ts';
import { alertsCodes } from './tables/alerts.ts';
import { apiKeysCodes } from './tables/api-keys.ts';
import { authenticationCodes } from './tables/authentication.ts';
import { automationCodes } from './tables/automation.ts';
import { backupConfigCodes } from './tables/backup-config.ts';
import { billingCodes } from './tables/billing.ts';
import { checkpointsCodes } from './tables/checkpoints.ts';
import { clustersCodes } from './tables/clusters.ts';
import { genericCodes } from './tables/generic.ts';
import { hostsCodes } from './tables/hosts.ts';
import { logCollectionCodes } from './tables/log-collection.ts';
import { maintenanceWindowsCodes } from './tables/maintenance-windows.ts';
import { metricsCodes } from './tables/metrics.ts';
import { organizationsCodes } from './tables/organizations.ts';
import { projectsCodes } from './tables/projects.ts';
import { provisioningCodes } from './tables/provisioning.ts';
import { restoreJobsCodes } from './tables/restore-jobs.ts';
import { snapshotScheduleCodes } from './tables/snapshot-schedule.ts';
import { snapshotsCodes } from './tables/snapshots.ts';
import { teamsCodes } from './tables/teams.ts';
import { usersCodes } from './tables/users.ts';
import type { ErrorCode } from './tables/types.ts';
import type { Product } from '../products.ts';

export type { MachineOrderCode, SshKeyCode } from './tables/provisioning.ts';
export { fillTemplate, placeholders } from './template.ts';
export { undocumentedCodes, type UndocumentedCodeName } from './undocumented.ts';
export type { ErrorCode } from './tables/types.ts';

/** All codes that either product documents, by what they are about. */
export const errorCodesByArea = {
  'access-list': accessListCodes,
  'alert-configs': alertConfigsCodes,
  alerts: alertsCodes,
  'api-keys': apiKeysCodes,
  authentication: authenticationCodes,
  automation: automationCodes,
  'backup-config': backupConfigCodes,
  billing: billingCodes,
  checkpoints: checkpointsCodes,
  clusters: clustersCodes,
  generic: genericCodes,
  hosts: hostsCodes,
  'log-collection': logCollectionCodes,
  'maintenance-windows': maintenanceWindowsCodes,
  metrics: metricsCodes,
  organizations: organizationsCodes,
  projects: projectsCodes,
  provisioning: provisioningCodes,
  'restore-jobs': restoreJobsCodes,
  'snapshot-schedule': snapshotScheduleCodes,
  snapshots: snapshotsCodes,
  teams: teamsCodes,
  users: usersCodes,
} as const;

export type ErrorCodeArea = keyof typeof errorCodesByArea;
export type ErrorCodeOf<A extends ErrorCodeArea> = keyof (typeof errorCodesByArea)[A];
export type ErrorCodeName = { [A in ErrorCodeArea]: ErrorCodeOf<A> }[ErrorCodeArea];

/** The 261 codes of both tables: 205 of Ops Manager, 245 of Cloud Manager, 189 of them shared. */
export const errorCodes = Object.assign({}, ...Object.values(errorCodesByArea)) as Readonly<Record<ErrorCodeName, ErrorCode>>;

/** True for the name of a code that either product documents. */
export function isErrorCodeName(name: string): name is ErrorCodeName {
  return Object.hasOwn(errorCodes, name);
}

/** Template of the code's message in the words of a product; one that does not list the code borrows the other's. */
export function messageTemplate(name: ErrorCodeName, product: Product): string {
  const { message } = errorCodes[name];
  return typeof message === 'string' ? message : message[product];
}
