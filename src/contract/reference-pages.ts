const opsManager = 'https://www.mongodb.com/docs/ops-manager/current/reference/api';
const cloudManager = 'https://www.mongodb.com/docs/cloud-manager/reference/api';

/**
 * Pages of the public reference that describe one kind of resource each, by title: beside the principles and the tables
 * of error codes, these are what a documented requirement may rest on. Both products have most of them; the address is
 * that of one.
 */
export const referencePages = {
  Root: `${opsManager}/root/`,
  Organizations: `${cloudManager}/organizations/`,
  Projects: `${cloudManager}/groups/`,
  Users: `${cloudManager}/users/`,
  Teams: `${cloudManager}/teams/`,
  'API Keys': `${cloudManager}/org-api-keys/`,
  'API Keys of Projects': `${cloudManager}/project-api-keys/`,
  'API Key Access Lists': `${cloudManager}/org-api-key-access-lists/`,
  'User Access List': `${cloudManager}/access-list/`,
  Hosts: `${opsManager}/hosts/`,
  Databases: `${cloudManager}/databases-get-all-on-host/`,
  Disks: `${cloudManager}/disks/`,
  Measurements: `${cloudManager}/measurements/`,
  Clusters: `${cloudManager}/clusters/`,
  Alerts: `${opsManager}/alerts/`,
  'Alert Configurations': `${cloudManager}/alert-configurations-get-all-configs/`,
  'Global Alerts': `${opsManager}/global-alerts-get-all/`,
  'Global Alert Configurations': `${opsManager}/global-alert-configurations/`,
  'Maintenance Windows': `${cloudManager}/maintenance-windows-create-one/`,
  'Backup Configurations': `${cloudManager}/backup-configurations/`,
  'Snapshot Schedule': `${opsManager}/snapshot-schedule/`,
  Snapshots: `${opsManager}/snapshots/`,
  Checkpoints: `${cloudManager}/checkpoints/`,
  'Restore Jobs': `${opsManager}/restore-jobs/`,
  'Automation Configuration': `${cloudManager}/automation-config/`,
  'Automation Status': `${cloudManager}/automation-status/`,
  Agents: `${cloudManager}/agents/`,
  'Agent API Keys': `${opsManager}/agentapikeys/create-one-agent-api-key/`,
  'Log Collection Jobs': `${cloudManager}/log-collection/`,
  Events: `${cloudManager}/events/`,
  Invoices: `${cloudManager}/organizations/organization-get-all-invoices/`,
} as const;

export type ReferencePage = keyof typeof referencePages;

/** A source as a requirement names it: of a page of the reference the title and address, of others what is given. */
export const sourceOn = (title: string): string =>
  Object.hasOwn(referencePages, title) ? `${title}, ${referencePages[title as ReferencePage]}` : title;
