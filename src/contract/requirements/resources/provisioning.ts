import type { RequirementTable } from '../../requirement.ts';
import { cloudManager, created, found, inferred, listed, removed, step } from './steps.ts';

const ofProviders = { ...inferred, ...cloudManager } as const;

/** The lives of SSH keys and of machines made for a project. All inferred: no public source establishes their paths. */
export const resourceProvisioning = {
  'resource.ssh-key-created': created('SSH key', 'Provisioning', inferred),
  'resource.ssh-key-listed': listed('SSH key', 'Provisioning', inferred),
  'resource.ssh-key-read-by-name': step('An SSH key is found by its name.', 'Provisioning', inferred),
  'resource.ssh-key-removed': removed('SSH key', 'Provisioning', inferred),
  'resource.provider-read': found('provider of machines', 'Provisioning', ofProviders),
  'resource.provider-options-read': step(
    'What may be ordered through an account with a provider can be read.',
    'Provisioning',
    ofProviders,
  ),
  'resource.provider-config-created': created('account with a provider', 'Provisioning', ofProviders),
  'resource.provider-config-listed': listed('account with a provider', 'Provisioning', ofProviders),
  'resource.provider-config-removed': removed('account with a provider', 'Provisioning', ofProviders),
  'resource.provision-job-created': created('job that makes machines', 'Provisioning', inferred),
  'resource.provision-job-removed': step('A removed job that made machines is not found any more.', 'Provisioning', inferred),
  'resource.machine-listed': listed('machine', 'Provisioning', inferred),
  'resource.machine-removed': removed('machine', 'Provisioning', inferred),
} as const satisfies RequirementTable;
