import type { Product } from '../../contract/products.ts';
import type { FieldRule, Shape } from './body.ts';
import { askThrough, machineImages, maxIopsPerGB, optionsIn } from '../world/cloud-providers.ts';
import type { InstanceType, MachineConfigOptions } from '../world/cloud-providers.ts';
import type { Fields } from '../world/json.ts';
import { configNamed, providerNamed } from '../world/provisioning-entities.ts';
import type { Provisioning } from '../world/provisioning.ts';
import { refuse } from '../world/refusal.ts';

const text: FieldRule = { type: 'string' };
const needed: FieldRule = { type: 'string', required: true };
const number: FieldRule = { type: 'integer', required: true };
const flag: FieldRule = { type: 'boolean' };
const texts: FieldRule = { type: 'array', required: true, items: text };

/** An order from Ops Manager's own pool: there is no provider to choose anything of. */
export const poolOrderShape: Shape = { domainName: text, hostnamePrefix: needed, machineImage: needed };

export const orderShape: Shape = {
  ...poolOrderShape,
  availabilityZone: needed,
  instanceCount: number,
  instanceType: needed,
  optimizedVolumes: flag,
  provider: needed,
  providerConfigId: needed,
  region: needed,
  rootVolumeSizeGB: number,
  securityGroups: texts,
  sshKeyId: text,
  subnetIds: texts,
  volumes: {
    type: 'array',
    required: true,
    items: {
      type: 'object',
      fields: {
        encrypted: flag,
        iops: { type: 'integer' },
        mountLocation: needed,
        name: needed,
        sizeGB: number,
        type: needed,
      },
    },
  },
  vpcId: needed,
};

interface Volume extends Fields {
  readonly name: string;
  readonly type: string;
  readonly sizeGB: number;
  readonly iops?: number;
  readonly encrypted?: boolean;
  readonly mountLocation: string;
}

interface Order extends Fields {
  readonly domainName?: string;
  readonly hostnamePrefix: string;
  readonly machineImage: string;
  readonly availabilityZone: string;
  readonly instanceCount: number;
  readonly instanceType: string;
  readonly optimizedVolumes?: boolean;
  readonly provider: string;
  readonly providerConfigId: string;
  readonly region: string;
  readonly rootVolumeSizeGB: number;
  readonly securityGroups: readonly string[];
  readonly sshKeyId?: string;
  readonly subnetIds: readonly string[];
  readonly volumes: readonly Volume[];
  readonly vpcId: string;
}

/** Longest name of a machine in the domain name system. Source: RFC 1035, 2.3.4, without the root. */
const longestName = 253;

/** The name of the machine of that number in an order. */
export function hostnameOf({ hostnamePrefix, domainName = 'machines.example.com' }: Fields, index: number): string {
  return `${String(hostnamePrefix)}.${index}.${String(domainName)}`;
}

/** Holds an order to what names and images may be, which is all that one from the pool may get wrong. */
export function checkPoolOrder(order: Fields, product: Product): void {
  const { hostnamePrefix, machineImage } = order as Order;
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(hostnamePrefix)) refuse('INVALID_HOSTNAME_PREFIX', hostnamePrefix);
  const last = Number(order['instanceCount'] ?? 1) - 1;
  if (hostnameOf(order, last).length > longestName) {
    if (product === 'cloud-manager') refuse('DOMAIN_NAME_TOO_LONG');
    // Ops Manager has no code of its own for it.
    refuse('INVALID_HOSTNAME_PREFIX', hostnamePrefix);
  }
  if (!machineImages.includes(machineImage)) refuse('INVALID_MACHINE_IMAGE');
}

function checkPlace(order: Order, options: MachineConfigOptions): void {
  const { availabilityZone, region, vpcId, subnetIds, securityGroups } = order;
  if (!options.availabilityZones.includes(availabilityZone)) refuse('INVALID_ZONE', availabilityZone, region);
  if (subnetIds.length === 0) refuse('CANNOT_DISTRIBUTE_SUBNETS');
  const offered = options.vpcs.find(({ id }) => id === vpcId)?.subnetIds ?? [];
  const foreign = subnetIds.find((id) => !offered.includes(id));
  if (foreign !== undefined) refuse('INVALID_VPC_OR_SUBNET', vpcId, foreign);
  const unknown = securityGroups.find((id) => !options.securityGroups.includes(id));
  if (unknown !== undefined) refuse('INVALID_SECURITY_GROUP', unknown);
  if (securityGroups.length !== 1) refuse('INCORRECT_SECURITY_GROUP_COUNT');
}

const within = (directory: string, place: string): boolean =>
  `${place}/`.startsWith(directory.endsWith('/') ? directory : `${directory}/`);

function checkVolume(volume: Volume, order: Order, instance: InstanceType, options: MachineConfigOptions): void {
  const { name, iops, sizeGB, mountLocation } = volume;
  if (!options.volumeNames.includes(name)) refuse('INVALID_VOLUME_NAME', name);
  if (!within(mountLocation, options.dataDirectory)) {
    refuse('INVALID_MOUNT_LOCATION', mountLocation, options.dataDirectory);
  }
  const type = options.volumeTypes.find((offered) => offered.name === volume.type);
  const takesSize = type !== undefined && sizeGB >= type.minSizeGB && sizeGB <= type.maxSizeGB;
  if (!takesSize || type.provisionedIops !== (iops !== undefined)) {
    refuse('INVALID_PROVIDER_PARAMETERS', order.provider);
  }
  if (iops !== undefined) {
    if (iops < options.minIops || iops > options.maxIops) refuse('INVALID_IOPS_OUT_OF_BOUNDS', String(iops));
    if (iops > sizeGB * maxIopsPerGB) refuse('INVALID_IOPS_INVALID_RATIO', String(iops));
  }
  if (volume.encrypted && !instance.encryptionAvailable) refuse('VOLUME_ENCRYPTION_NOT_AVAILABLE', instance.name);
}

function checkMachine(order: Order, options: MachineConfigOptions): void {
  const { instanceCount, instanceType, rootVolumeSizeGB, volumes } = order;
  const { minInstanceCount, maxInstanceCount, minRootVolumeSizeGB, maxRootVolumeSizeGB } = options;
  if (instanceCount < minInstanceCount || instanceCount > maxInstanceCount) {
    refuse('INVALID_INSTANCE_COUNT', String(instanceCount), String(minInstanceCount), String(maxInstanceCount));
  }
  const instance =
    options.instanceTypes.find(({ name }) => name === instanceType) ?? refuse('INVALID_INSTANCE_TYPE_NAME', instanceType);
  if (rootVolumeSizeGB < minRootVolumeSizeGB || rootVolumeSizeGB > maxRootVolumeSizeGB) {
    refuse('INVALID_ROOT_VOLUME_SIZE', String(rootVolumeSizeGB));
  }
  for (const volume of volumes) checkVolume(volume, order, instance, options);
  if (order.optimizedVolumes && !instance.optimizationAvailable) {
    refuse('VOLUME_OPTIMIZATION_NOT_AVAILABLE', instance.name);
  }
}

/** Holds an order to what the provider offers through the account that the order names. */
export function checkOrder(body: Fields, provisioning: Provisioning, product: Product): void {
  const order = body as Order;
  const provider = providerNamed(order.provider);
  const config = configNamed(order.providerConfigId, provisioning, provider);
  const options = optionsIn(provider, order.region);
  checkPoolOrder(order, product);
  checkPlace(order, options);
  checkMachine(order, options);
  const { sshKeyId } = order;
  if (sshKeyId !== undefined && !provisioning.sshKeys.has(sshKeyId)) refuse('SSH_KEY_NOT_FOUND', sshKeyId);
  askThrough(config, 'PROVISIONING_FAILED_FROM_PROVIDER');
}
