import type { Route } from '../rules/route.ts';
import { accessLists } from './access/access-lists.ts';
import { agentConfigs } from './access/agent-configs.ts';
import { agents } from './monitoring/agents.ts';
import { alertConfigs } from './alerting/alert-configs.ts';
import { allClusters } from './administration/all-clusters.ts';
import { alerts } from './alerting/alerts.ts';
import { apiKeys } from './access/api-keys.ts';
import { automation } from './provisioning/automation.ts';
import { backupConfigs } from './backup/backup-configs.ts';
import { backupStores } from './administration/backup-stores.ts';
import { checkpoints } from './backup/checkpoints.ts';
import { clusters } from './monitoring/clusters.ts';
import { controlledFeatures } from './administration/controlled-features.ts';
import { events } from './monitoring/events.ts';
import { firstUser } from './access/first-user.ts';
import { globalApiKeys } from './administration/global-api-keys.ts';
import { groups } from './organizations/groups.ts';
import { hosts } from './monitoring/hosts.ts';
import { invitations } from './organizations/invitations.ts';
import { invoices } from './organizations/invoices.ts';
import { lastPings } from './monitoring/last-pings.ts';
import { logCollectionJobs } from './monitoring/log-collection-jobs.ts';
import { machines } from './provisioning/machines.ts';
import { maintenanceWindows } from './alerting/maintenance-windows.ts';
import { measurementsOfHosts } from './monitoring/measurements.ts';
import { members } from './organizations/members.ts';
import { metricsOfHosts } from './monitoring/metrics.ts';
import { orgs } from './organizations/orgs.ts';
import { performanceAdvisor } from './administration/performance-advisor.ts';
import { providers } from './provisioning/providers.ts';
import { provisionJobs } from './provisioning/provision-jobs.ts';
import { restoreJobs } from './backup/restore-jobs.ts';
import { root } from './root.ts';
import { serverUsage } from './administration/server-usage.ts';
import { service } from './administration/service.ts';
import { snapshots } from './backup/snapshots.ts';
import { sshKeys } from './provisioning/ssh-keys.ts';
import { teams } from './organizations/teams.ts';
import { users } from './access/users.ts';

/** Everything that is served, of both products; a family is one file. */
export const routes: readonly Route[] = [
  ...root,
  ...orgs,
  ...groups,
  ...members,
  ...users,
  ...firstUser,
  ...teams,
  ...apiKeys,
  ...accessLists,
  ...hosts,
  ...measurementsOfHosts,
  ...metricsOfHosts,
  ...lastPings,
  ...clusters,
  ...alerts,
  ...alertConfigs,
  ...maintenanceWindows,
  ...backupConfigs,
  ...snapshots,
  ...checkpoints,
  ...restoreJobs,
  ...automation,
  ...agentConfigs,
  ...agents,
  ...providers,
  ...provisionJobs,
  ...machines,
  ...sshKeys,
  ...logCollectionJobs,
  ...events,
  ...invoices,
  ...invitations,
  ...controlledFeatures,
  ...allClusters,
  ...serverUsage,
  ...performanceAdvisor,
  ...globalApiKeys,
  ...backupStores,
  ...service,
];
