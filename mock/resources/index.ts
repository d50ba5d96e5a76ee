import type { Route } from '../route.ts';
import { accessLists } from './access-lists.ts';
import { agentConfigs } from './agent-configs.ts';
import { agents } from './agents.ts';
import { alertConfigs } from './alert-configs.ts';
import { alerts } from './alerts.ts';
import { apiKeys } from './api-keys.ts';
import { automation } from './automation.ts';
import { backupConfigs } from './backup-configs.ts';
import { checkpoints } from './checkpoints.ts';
import { clusters } from './clusters.ts';
import { events } from './events.ts';
import { firstUser } from './first-user.ts';
import { groups } from './groups.ts';
import { hosts } from './hosts.ts';
import { invitations } from './invitations.ts';
import { invoices } from './invoices.ts';
import { lastPings } from './last-pings.ts';
import { logCollectionJobs } from './log-collection-jobs.ts';
import { machines } from './machines.ts';
import { maintenanceWindows } from './maintenance-windows.ts';
import { measurementsOfHosts } from './measurements.ts';
import { members } from './members.ts';
import { metricsOfHosts } from './metrics.ts';
import { orgs } from './orgs.ts';
import { providers } from './providers.ts';
import { provisionJobs } from './provision-jobs.ts';
import { restoreJobs } from './restore-jobs.ts';
import { root } from './root.ts';
import { snapshots } from './snapshots.ts';
import { sshKeys } from './ssh-keys.ts';
import { teams } from './teams.ts';
import { users } from './users.ts';

/** Everything that is served, of both products; a family is one file. */
export const routes: readonly Route[] = [
  ...root, ...orgs, ...groups, ...members, ...users, ...firstUser, ...teams, ...apiKeys, ...accessLists, ...hosts, ...measurementsOfHosts, ...metricsOfHosts, ...lastPings,
  ...clusters,
  ...alerts,
  ...alertConfigs, ...maintenanceWindows, ...backupConfigs, ...snapshots, ...checkpoints, ...restoreJobs,
  ...automation, ...agentConfigs, ...agents, ...providers, ...provisionJobs, ...machines, ...sshKeys,
  ...logCollectionJobs, ...events, ...invoices, ...invitations,
];
