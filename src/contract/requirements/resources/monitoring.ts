import type { RequirementTable } from '../../requirement.ts';
import { cloudManager, created, found, inferred, listed, opsManager, removed, replaced, step, updated } from './steps.ts';

/** The lives of hosts, clusters, what is measured of them, logs, automation, agents and invoices. */
export const resourceMonitoring = {
  'resource.host-created': created('host', 'Hosts'),
  'resource.host-listed': listed('host', 'Hosts'),
  'resource.host-updated': updated('host', 'Hosts'),
  'resource.host-removed': removed('host', 'Hosts'),
  'resource.database-read': found('database of a host', 'Databases'),
  'resource.disk-read': found('disk partition of a host', 'Disks'),
  'resource.last-ping-read': step('The last ping of a host that an agent reported on can be read.', 'Last Pings', inferred),
  'resource.metric-read': found('metric of a host', 'Metrics', inferred),
  'resource.database-metric-read': found('metric of a database', 'Metrics', inferred),
  'resource.measurements-read': step(
    'Measurements of a host are answered for the host and the granularity that were asked for.',
    'Measurements',
  ),
  'resource.database-measurements-read': step('Measurements of a database are answered for that database.', 'Measurements'),
  'resource.disk-measurements-read': step('Measurements of a disk partition are answered for that partition.', 'Measurements'),
  'resource.cluster-read': found('cluster', 'Clusters'),
  'resource.cluster-updated': updated('sharded cluster', 'Clusters'),
  'resource.log-collection-job-created': created('log collection job', 'Log Collection Jobs'),
  'resource.log-collection-job-listed': listed('log collection job', 'Log Collection Jobs'),
  'resource.log-collection-job-updated': updated('log collection job', 'Log Collection Jobs'),
  'resource.log-collection-job-retried': step('A log collection job that failed can be tried again.', 'Log Collection Jobs'),
  'resource.log-collection-job-downloaded': step(
    'What a log collection job collected is downloaded as a file.',
    'Log Collection Jobs',
  ),
  'resource.log-collection-job-removed': removed('log collection job', 'Log Collection Jobs'),
  'resource.monitoring-agent-config-replaced': replaced('configuration of the monitoring agents', 'Automation', inferred),
  'resource.backup-agent-config-replaced': replaced('configuration of the backup agents', 'Automation', inferred),
  'resource.agent-versions-updated': step(
    'Having the agents updated is answered with the version that they go to.',
    'Automation',
    inferred,
  ),
  'resource.agents-by-type': step('A list of agents of one type holds agents of that type.', 'Agents'),
  'resource.agents-index': step('The agents of a project link to the list of each type.', 'Agents'),
  'resource.agent-versions-read': step("The versions of a project's agents can be read.", 'Agents', {
    ...inferred,
    ...opsManager,
  }),
  'resource.software-versions-read': step('The versions of what the service hands out can be read.', 'Agents', {
    ...inferred,
    ...opsManager,
  }),
  'resource.agent-api-key-created': created('agent API key', 'Agent API Keys'),
  'resource.agent-api-key-listed': listed('agent API key', 'Agent API Keys'),
  'resource.agent-api-key-removed': step('A removed agent API key is no longer listed.', 'Agent API Keys'),
  'resource.invoice-read': found('invoice', 'Invoices', cloudManager),
  'resource.invoice-pending': step('The invoice that is pending can be read as such.', 'Invoices', {
    ...inferred,
    ...cloudManager,
  }),
} as const satisfies RequirementTable;
