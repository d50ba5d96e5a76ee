import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  circumstances,
  declinedProject,
  expect,
  newProject,
  machineOrder,
  projectInArrears,
  play,
  proves,
  scenario,
  suspendedProject,
  test,
  unbilledProject,
  withoutBackup,
  type Scenarios,
} from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'billing'>> = {
  ACCOUNT_SUSPENDED: scenario({
    given: 'the hosts of a project with an invoice that is long unpaid',
    state: suspendedProject,
    when: (_, { hosts }) => hosts.list(),
    beside: ({ projects }, { projectId }) => projects.read(projectId),
  }),
  CANNOT_CLOSE_ACCOUNT_FAILED_INVOICES: scenario({
    given: 'a project with a failed invoice is removed',
    risk: 'irreversible',
    state: projectInArrears,
    when: ({ projects }, { projectId }) => projects.remove(projectId),
    watch: ({ projects }, { projectId }) => projects.read(projectId),
    beside: async (api) => api.projects.remove((await newProject(api)).id),
  }),
  CANNOT_START_BACKUP_NO_BILLING_INFO: scenario({
    given: 'a backup is started where nothing can be charged',
    risk: 'irreversible',
    state: async (api) => {
      const project = await unbilledProject(api);
      return { project, clusterId: await withoutBackup(project) };
    },
    when: (_, { project, clusterId }) => project.backupConfigs.update(clusterId, { statusName: 'STARTED' }),
    watch: (_, { project, clusterId }) => project.backupConfigs.read(clusterId),
    beside: (_, { project, clusterId }) => project.backupConfigs.update(clusterId, { syncSource: 'SECONDARY' }),
  }),
  FAILED_TO_CLOSE_ACCOUNT_CHARGE_FAILED: scenario({
    given: 'a project is removed whose last charge the provider declines',
    risk: 'irreversible',
    state: declinedProject,
    when: ({ projects }, { projectId }) => projects.remove(projectId),
    watch: ({ projects }, { projectId }) => projects.read(projectId),
    beside: async (api) => api.projects.remove((await newProject(api)).id),
  }),
  NO_PAYMENT_INFORMATION_FOUND: scenario({
    given: 'a machine is ordered where nothing can be charged',
    risk: 'irreversible',
    state: async (api) => ({ project: await unbilledProject(api), order: await machineOrder(api) }),
    when: (_, { project, order }) => project.provisionJobs.create(order.draft),
    fills: (_, { project }) => [project.projectId],
    watch: (_, { project }) => project.machines.list(),
    beside: (_, { order }) => order.create({}),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
