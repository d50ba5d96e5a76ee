import type { Product } from '../products.ts';
import { sourceOn, type ReferencePage } from '../reference-pages.ts';
import type { Requirement, RequirementTable } from '../requirement.ts';

/** Every entity of one kind, wherever the run meets it, conforms to the kind's schema. */
const conforms = (what: string, page: ReferencePage, ...products: readonly Product[]) => ({
  level: 'MUST', basis: 'documented', source: sourceOn(page), standing: true, onceSeen: true,
  says: `Every ${what} has the fields that are documented as always present, with their types.`,
  ...(products.length > 0 && { products }),
}) as const satisfies Requirement;

export const resource = {
  'resource.root': conforms('root resource', 'Root'),
  'resource.organization': conforms('organization', 'Organizations'),
  'resource.project': conforms('project', 'Projects'),
  'resource.user': conforms('user', 'Users'),
  'resource.api-key': conforms('API key', 'API Keys'),
  'resource.access-list-entry': conforms('entry of an access list', 'User Access List'),
  'resource.team': conforms('team', 'Teams'),
  'resource.host': conforms('host', 'Hosts'),
  'resource.database': conforms('database of a host', 'Databases'),
  'resource.disk': conforms('disk of a host', 'Disks'),
  'resource.cluster': conforms('cluster', 'Clusters'),
  'resource.alert': conforms('alert', 'Alerts'),
  'resource.alert-config': conforms('alert configuration', 'Alert Configurations'),
  'resource.global-alert-config': conforms('global alert configuration', 'Global Alert Configurations', 'ops-manager'),
  'resource.maintenance-window': conforms('maintenance window', 'Maintenance Windows'),
  'resource.backup-config': conforms('backup configuration', 'Backup Configurations'),
  'resource.snapshot-schedule': conforms('snapshot schedule', 'Snapshot Schedule'),
  'resource.snapshot': conforms('snapshot', 'Snapshots'),
  'resource.checkpoint': conforms('checkpoint', 'Checkpoints'),
  'resource.restore-job': conforms('restore job', 'Restore Jobs'),
  'resource.automation-config': conforms('automation configuration', 'Automation Configuration'),
  'resource.automation-status': conforms('automation status', 'Automation Status'),
  'resource.agent': conforms('agent', 'Agents'),
  'resource.agent-api-key': conforms('agent API key', 'Agent API Keys'),
  'resource.log-collection-job': conforms('log collection job', 'Log Collection Jobs'),
  'resource.event': conforms('event', 'Events'),
  'resource.invoice': conforms('invoice', 'Invoices', 'cloud-manager'),
  'resource.deployment-names-unique': {
    level: 'SHOULD', basis: 'documented', source: 'Unique Names',
    says: 'No two replica sets, sharded clusters or shards of one project share a name.',
  },
  'resource.shards-are-replica-sets': {
    level: 'SHOULD', basis: 'documented', source: 'MongoDB Deployment Types',
    says: 'A shard is a replica set, never a standalone process.',
  },
  'resource.monitored-version': {
    level: 'SHOULD', basis: 'documented', source: 'MongoDB Versions',
    says: 'A monitored process runs MongoDB 2.6 or later.',
  },
  'resource.automated-version': {
    level: 'SHOULD', basis: 'documented', source: 'MongoDB Versions',
    says: 'An automated process runs MongoDB 3.6 or later.',
  },
  'resource.backed-up-version': {
    level: 'SHOULD', basis: 'documented', source: 'MongoDB Versions',
    says: 'A backed-up process runs MongoDB 2.6 or later.',
  },
  'resource.monitoring-agent-version': {
    level: 'SHOULD', basis: 'documented', source: 'Agent Compatibility',
    says: 'MongoDB 3.6 and later is monitored by a Monitoring Agent of version 2.7.0 or later.',
    untested: 'the API does not tell which agent monitors which process, nor the version of an agent',
  },
  'resource.automation-agent-on-powerpc': {
    level: 'SHOULD', basis: 'documented', source: 'Agent Compatibility',
    says: 'Hosts with PowerPC Linux are managed by an Automation Agent of version 3.2.7.1927 or later.',
    untested: 'the API does not tell the processor of a host',
  },
  'resource.mirrored-config-servers': {
    level: 'SHOULD', basis: 'documented', source: 'MongoDB Deployment Types',
    says: 'A sharded cluster with mirrored config servers is not upgraded to MongoDB 3.4.',
    untested: 'seeing it would take an upgrade of a real deployment',
  },
  'resource.tls-name-matches': {
    level: 'SHOULD', basis: 'documented', source: 'MongoDB Configuration Options',
    says: 'With TLS the name of a host matches the certificate of its process.',
    untested: 'certificates of MongoDB processes cannot be seen through the API',
  },
  'resource.import-credentials-match': {
    level: 'SHOULD', basis: 'documented', source: 'Authentication Credentials on Source and Destination Clusters',
    says: 'A deployment is imported only where its credentials and keyfile are those of the project.',
    untested: 'importing needs a live deployment with agents and the wizard of the web interface',
  },
} as const satisfies RequirementTable;
