import { machineImages } from '../cloud-providers.ts';
import { record } from '../json.ts';
import type { Machine, ProviderConfig } from '../provisioning.ts';
import type { Group, World } from '../world.ts';
import { daysFromNow } from './days.ts';
import type { Deployment } from './deployment.ts';

type Account = Pick<ProviderConfig, 'accountName' | 'accessKeyId' | 'accountStatus'>;

function addConfig(world: World, { id: groupId, provisioning }: Group, fields: Account): ProviderConfig {
  const config: ProviderConfig = record({ ...fields, groupId, id: world.ids.id(), provider: 'AWS' });
  provisioning.providerConfigs.set(config.id, config);
  return config;
}

const accounts: readonly Account[] = [
  { accountName: 'production', accessKeyId: 'AKIAPRODUCTIONACCT00', accountStatus: 'ACTIVE' },
  { accountName: 'closed last year', accessKeyId: 'AKIACLOSEDLASTYEAR00', accountStatus: 'REFUSED' },
];

/**
 * Machines that were made for the project: one that runs the standalone of the deployment and one that runs nothing.
 * Cloud Manager got them from a provider, through an account; the credentials of a second account are no longer accepted.
 */
export function seedProvisioning(world: World, main: Group, { standalone }: Deployment): void {
  const inCloud = world.product === 'cloud-manager';
  const [config] = inCloud ? accounts.map((account) => addConfig(world, main, account)) : [];
  for (const hostname of [standalone.hostname, 'idle.0.machines.example.com']) {
    const machine: Machine = record({
      created: daysFromNow(world, -40),
      groupId: main.id,
      hostname,
      id: world.ids.id(),
      machineImage: machineImages[0],
      statusName: 'RUNNING',
      ...(config && {
        availabilityZone: 'us-east-1a',
        instanceType: 'm4.large',
        provider: config.provider,
        providerConfigId: config.id,
        region: 'us-east-1',
      }),
    });
    main.provisioning.machines.set(machine.id, machine);
  }
}
