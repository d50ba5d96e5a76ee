import { limits } from '../../contract/limits.ts';
import type { Product } from '../../contract/products.ts';
import { cloudProviders, type CloudProvider } from './cloud-providers.ts';
import type { Machine, ProviderConfig, Provisioning, ProvisionJob, SshKey } from './provisioning.ts';
import { refuse } from './refusal.ts';

/** What parameters stand for in the paths of provisioning. */
export interface ProvisioningEntities {
  readonly provider: CloudProvider;
  readonly providerConfig: ProviderConfig;
  readonly machine: Machine;
  readonly provisionJob: ProvisionJob;
  readonly sshKey: SshKey;
}

interface Service {
  readonly product: Product;
}

interface Place {
  readonly group: { readonly id: string; readonly provisioning: Provisioning };
  readonly provider: CloudProvider;
}

/** A provider that machines can be had of. */
export function supported(provider: CloudProvider): CloudProvider {
  return provider.supported ? provider : refuse('PROVIDER_UNSUPPORTED', provider.id);
}

export function providerNamed(id: string): CloudProvider {
  return cloudProviders.get(id) ?? refuse('PROVIDER_NOT_FOUND', id);
}

/** The configuration of that id and provider. */
export function configNamed(id: string, { providerConfigs }: Provisioning, provider: CloudProvider): ProviderConfig {
  const config = providerConfigs.get(id);
  const fits = config?.provider === supported(provider).id;
  return fits ? config : refuse('PROVIDER_CONFIG_ID_NOT_FOUND', id, provider.id);
}

/** Ops Manager lists no code of its own for most of what can be missing here. */
function missing(path: string): never {
  return refuse('RESOURCE_NOT_FOUND', limits.basePath + path);
}

/** How the things of provisioning are found by the ids in a path. Providers and their configurations are Cloud Manager's. */
export const provisioningFinders = {
  provider: { find: (id: string): CloudProvider => providerNamed(id) },
  providerConfig: {
    find: (id: string, { group, provider }: Place): ProviderConfig => configNamed(id, group.provisioning, provider),
  },
  machine: {
    malformed: 'INVALID_MACHINE_ID',
    find: (id: string, { group }: Place, { product }: Service): Machine =>
      group.provisioning.machines.get(id) ??
      (product === 'ops-manager' ? refuse('INVALID_MACHINE_ID', id) : refuse('PROVISIONED_MACHINE_NOT_FOUND', id, group.id)),
  },
  provisionJob: {
    find: (id: string, { group }: Place, { product }: Service): ProvisionJob =>
      group.provisioning.jobs.get(id) ??
      (product === 'ops-manager'
        ? missing(`/groups/${group.id}/provisionMachineJobs/${id}`)
        : refuse('PROVISION_MACHINE_JOB_NOT_FOUND', id, group.id)),
  },
  sshKey: {
    find: (id: string, { group }: Place, { product }: Service): SshKey =>
      group.provisioning.sshKeys.get(id) ??
      (product === 'ops-manager' ? missing(`/groups/${group.id}/sshKeys/${id}`) : refuse('SSH_KEY_NOT_FOUND', id)),
  },
} as const;
