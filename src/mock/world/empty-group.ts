import type { Ids } from './ids.ts';
import type { Fields } from './json.ts';
import { emptyProvisioning } from './provisioning.ts';
import type { Group } from './world.ts';

/** A project with nothing in it. */
export function emptyGroup(ids: Ids, orgId: string, name: string): Group {
  return {
    id: ids.id(),
    orgId,
    name,
    agentApiKey: ids.hex(32),
    tags: [],
    hosts: new Map(),
    databases: new Map(),
    disks: new Map(),
    managedHosts: new Set(),
    clusters: new Map(),
    alerts: new Map(),
    alertConfigs: new Map(),
    windows: new Map(),
    backupConfigs: new Map(),
    schedules: new Map(),
    snapshots: new Map(),
    deletedSnapshots: new Map(),
    configSnapshots: new Map(),
    restoreJobs: new Map(),
    configRestoreJobs: new Map(),
    checkpoints: new Map(),
    provisioning: emptyProvisioning(),
    automationConfig: emptyAutomationConfig(),
    agents: [],
    agentConfigs: new Map(),
    agentApiKeys: new Map(),
    logJobs: new Map(),
    work: new Map(),
    events: new Map(),
    teams: new Map(),
    invitations: new Map(),
  };
}

function emptyAutomationConfig(): Fields {
  return {
    agentVersion: { name: '12.0.8.7575-1' },
    auth: { disabled: true },
    mongoDbVersions: [],
    monitoringVersions: [],
    options: { downloadBase: '/var/lib/mongodb-mms-automation' },
    processes: [],
    replicaSets: [],
    roles: [],
    sharding: [],
    version: 1,
  };
}
