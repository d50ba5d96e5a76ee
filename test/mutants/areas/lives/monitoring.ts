import {
  answers,
  createdLies,
  fails,
  forgets,
  haunts,
  keepsAnother,
  lying,
  notKept,
  removedLies,
  stays,
} from '../../life-lies.ts';
import { answering, bodyOf, jsonOf, rewriting, withBody, withJson } from '../../lies.ts';
import type { Mutant } from '../../mutant.ts';

type Json = Record<string, unknown>;

const hosts = /^\/groups\/[^/]+\/hosts$/;
const host = /^\/groups\/[^/]+\/hosts\/[0-9a-f]{32}$/;
/** Hosts that no other check makes. */
const profiled = ({ profilerEnabled }: Json): boolean => profilerEnabled === true;
const jobs = /\/logCollectionJobs$/;
const job = /\/logCollectionJobs\/[^/]+$/;
const nobody = '0'.repeat(24);

export const mutants: readonly Mutant[] = [
  answers('a-new-host-is-answered-as-not-profiled', 'resource.host-created', 'POST', hosts, 'profilerEnabled', false, [
    'method.post-creates',
  ]),
  keepsAnother('a-new-host-is-kept-as-not-profiled', 'resource.host-created', hosts, 'profilerEnabled', false),
  forgets('hosts-leave-out-one-that-is-profiled', 'resource.host-listed', hosts, { seen: profiled }),
  lying('a-host-loses-its-profiler-with-a-change', 'resource.host-updated', 'PATCH', host, (next) => async (request) => {
    const before = jsonOf(await next({ ...request, method: 'GET', body: '' })) as Json;
    return next(profiled(before) ? withBody(request, { ...bodyOf(request), profilerEnabled: false }) : request);
  }),
  lying('a-host-that-is-profiled-stays', 'resource.host-removed', 'DELETE', host, (next) => async (request) => {
    const there = await next({ ...request, method: 'GET', body: '' });
    return profiled((jsonOf(there) ?? {}) as Json) ? { ...withJson(there, {}), status: 200 } : next(request);
  }),
  answers('a-database-is-another', 'resource.database-read', 'GET', /\/databases\/[^/]+$/, 'databaseName', 'another'),
  answers('a-disk-is-another', 'resource.disk-read', 'GET', /\/disks\/[^/]+$/, 'partitionName', 'another'),
  fails('a-last-ping-cannot-be-read', 'resource.last-ping-read', 'GET', /\/lastPing$/),
  answers('a-metric-is-another', 'resource.metric-read', 'GET', /\/metrics\/[^/]+$/, 'metricName', 'ANOTHER'),
  answers(
    'a-metric-is-of-another-database',
    'resource.database-metric-read',
    'GET',
    /\/metrics\/[^/]+\/[^/]+$/,
    'databaseName',
    'another',
  ),
  answers(
    'measurements-have-another-granularity',
    'resource.measurements-read',
    'GET',
    /\/hosts\/[^/]+\/measurements$/,
    'granularity',
    'P1D',
  ),
  answers(
    'measurements-are-of-another-database',
    'resource.database-measurements-read',
    'GET',
    /\/databases\/[^/]+\/measurements$/,
    'databaseName',
    'another',
  ),
  answers(
    'measurements-are-of-another-disk',
    'resource.disk-measurements-read',
    'GET',
    /\/disks\/[^/]+\/measurements$/,
    'partitionName',
    'another',
  ),
  answers('a-cluster-is-of-another-type', 'resource.cluster-read', 'GET', /\/clusters\/[^/]+$/, 'typeName', 'MASTER_SLAVE'),
  notKept('a-cluster-keeps-its-name', 'resource.cluster-updated', /\/clusters\/[^/]+$/, 'clusterName'),
  keepsAnother(
    'a-new-log-job-is-kept-with-another-size',
    'resource.log-collection-job-created',
    jobs,
    'sizeRequestedPerFileBytes',
    7,
  ),
  forgets('log-jobs-leave-out-a-new-one', 'resource.log-collection-job-listed', jobs),
  notKept('a-log-job-keeps-its-end', 'resource.log-collection-job-updated', job, 'expirationDate'),
  fails('a-failed-log-job-cannot-be-retried', 'resource.log-collection-job-retried', 'PUT', /\/retry$/),
  lying(
    'collected-logs-are-a-page',
    'resource.log-collection-job-downloaded',
    'GET',
    /\/download$/,
    answering((response) => ({ ...response, headers: { ...response.headers, 'Content-Type': 'text/html' } })),
  ),
  ...removedLies('log-collection-job', job, jobs),
  notKept(
    'a-monitoring-agent-keeps-its-log',
    'resource.monitoring-agent-config-replaced',
    /\/monitoringAgentConfig$/,
    'logPath',
    'PUT',
  ),
  notKept('a-backup-agent-keeps-its-log', 'resource.backup-agent-config-replaced', /\/backupAgentConfig$/, 'logPath', 'PUT'),
  lying(
    'agents-are-updated-to-no-version',
    'resource.agent-versions-updated',
    'POST',
    /\/updateAgentVersions$/,
    rewriting(({ automationAgentVersion: _, ...rest }) => rest),
  ),
  answers('agents-are-all-of-one-type', 'resource.agents-by-type', 'GET', /\/agents\/[A-Z]+$/, 'typeName', 'MONITORING'),
  lying(
    'the-agents-link-to-nothing',
    'resource.agents-index',
    'GET',
    /\/agents$/,
    rewriting(({ links, ...rest }) => ({
      ...rest,
      links: Array.isArray(links) ? links.filter(({ rel }: Json) => rel === 'self') : links,
    })),
  ),
  fails('agent-versions-cannot-be-read', 'resource.agent-versions-read', 'GET', /\/agents\/versions$/),
  fails('software-versions-cannot-be-read', 'resource.software-versions-read', 'GET', /^\/softwareComponents\/versions$/),
  answers(
    'an-invoice-is-of-another-month',
    'resource.invoice-read',
    'GET',
    /\/invoices\/[0-9a-f]{24}$/,
    'startDate',
    '2001-01-01T00:00:00Z',
  ),
  answers('the-pending-invoice-is-paid', 'resource.invoice-pending', 'GET', /\/invoices\/pending$/, 'statusName', 'PAID'),
  ...provisioning(),
];

function provisioning(): Mutant[] {
  const [sshKeys, sshKey] = [/\/sshKeys$/, /\/sshKeys\/[0-9a-f]{24}$/];
  const [configs, config] = [/\/providers\/[^/]+\/configs$/, /\/providers\/[^/]+\/configs\/[^/]+$/];
  const [orders, order] = [/\/provisionMachineJobs$/, /\/provisionMachineJobs\/[^/]+$/];
  const [machines, machine] = [/\/provisionedMachines$/, /\/provisionedMachines\/[^/]+$/];
  return [
    answers('a-new-ssh-key-is-answered-with-another-name', 'resource.ssh-key-created', 'POST', sshKeys, 'name', 'another'),
    answers('an-ssh-key-is-read-with-another-name', 'resource.ssh-key-created', 'GET', sshKey, 'name', 'another'),
    forgets('ssh-keys-leave-out-a-new-one', 'resource.ssh-key-listed', sshKeys),
    answers('an-ssh-key-by-name-is-another', 'resource.ssh-key-read-by-name', 'GET', /\/sshKeys\/byName\//, 'id', nobody),
    stays('a-removed-ssh-key-stays', 'resource.ssh-key-removed', sshKey),
    answers('a-provider-is-another', 'resource.provider-read', 'GET', /\/providers\/[^/]+$/, 'id', 'ANOTHER'),
    fails('options-of-a-provider-cannot-be-read', 'resource.provider-options-read', 'GET', /\/machineConfigOptions$/),
    ...createdLies('provider-config', configs, 'accountName', 'another'),
    forgets('accounts-leave-out-a-new-one', 'resource.provider-config-listed', configs),
    ...removedLies('provider-config', config, configs),
    ...createdLies('provision-job', orders, 'hostnamePrefix', 'another'),
    stays('a-removed-order-stays', 'resource.provision-job-removed', order),
    lying(
      'machines-leave-out-idle-ones',
      'resource.machine-listed',
      'GET',
      machines,
      rewriting((list) => ({
        ...list,
        results: (list['results'] as Json[]).filter(({ hostname }) => !String(hostname).startsWith('omc-')),
      })),
      ['list.total-count-is-whole-set'],
    ),
    stays('a-removed-machine-stays', 'resource.machine-removed', machine),
    haunts('a-removed-machine-is-still-listed', 'resource.machine-removed', machine, machines),
  ];
}
