import type { MockRequest } from '../../src/mock/forms/types.ts';
import { pathOf } from './lies.ts';

/** Where things of a kind are written: the collection, and one of them. */
export const families = {
  accessLists: /^\/orgs\/[^/]+\/apiKeys\/[^/]+\/accessList$/,
  agentKeys: /^\/groups\/[^/]+\/agentapikeys/,
  alerts: /^\/groups\/[^/]+\/alerts\//,
  apiKeys: /^\/orgs\/[^/]+\/apiKeys(?:\/[^/]+)?$/,
  backupAgent: /\/backupAgentConfig$/,
  backups: /^\/groups\/[^/]+\/backupConfigs\/[^/]+$/,
  clusters: /^\/groups\/[^/]+\/clusters\/[^/]+$/,
  globalConfigs: /^\/globalAlertConfigs/,
  invitations: /\/invites$/,
  logJobs: /^\/groups\/[^/]+\/logCollectionJobs/,
  members: /^\/groups\/[^/]+\/users$/,
  monitoringAgent: /\/monitoringAgentConfig$/,
  organizations: /^\/orgs(?:\/[^/]+)?$/,
  projectKeys: /^\/groups\/[^/]+\/apiKeys/,
  projects: /^\/groups(?:\/[^/]+)?$/,
  projectTeams: /^\/groups\/[^/]+\/teams/,
  restores: /\/restoreJobs$/,
  schedules: /\/snapshotSchedule$/,
  snapshots: /^\/groups\/[^/]+\/clusters\/[^/]+\/snapshots\//,
  sshKeys: /^\/groups\/[^/]+\/sshKeys$/,
  teams: /^\/orgs\/[^/]+\/teams(?:\/[^/]+)?$/,
  teamUsers: /^\/orgs\/[^/]+\/teams\/[^/]+\/users$/,
  users: /^\/users(?:\/[^/]+)?$/,
  windows: /^\/groups\/[^/]+\/maintenanceWindows/,
} as const;

type Family = keyof typeof families;
export type Place = readonly [method: string, family: Family];

/** Whether a request writes so to that family. */
export const isAt = (request: MockRequest, method: string, family: Family): boolean =>
  request.method === method && families[family].test(pathOf(request));
