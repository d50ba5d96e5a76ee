import type { Fields } from './json.ts';
import type { ProviderConfig } from './provisioning.ts';
import { refuse, type RefusalCode } from './refusal.ts';

/** A company that rents out machines, as far as the service knows it. */
export interface CloudProvider {
  readonly id: string;
  readonly supported: boolean;
  /** By name; empty where nobody has loaded the provider's parameters. */
  readonly regions: ReadonlyMap<string, MachineConfigOptions>;
}

export interface InstanceType extends Fields {
  readonly name: string;
  readonly encryptionAvailable: boolean;
  readonly optimizationAvailable: boolean;
}

export interface VolumeType extends Fields {
  readonly name: string;
  readonly minSizeGB: number;
  readonly maxSizeGB: number;
  /** Whether the customer chooses the IOPS. */
  readonly provisionedIops: boolean;
}

/** What machines may be ordered in a region. */
export interface MachineConfigOptions extends Fields {
  readonly region: string;
  readonly availabilityZones: readonly string[];
  readonly instanceTypes: readonly InstanceType[];
  readonly machineImages: readonly string[];
  readonly securityGroups: readonly string[];
  readonly vpcs: readonly { readonly id: string; readonly subnetIds: readonly string[] }[];
  readonly volumeNames: readonly string[];
  readonly volumeTypes: readonly VolumeType[];
  /** Where a machine keeps its databases: on a volume mounted there or above. */
  readonly dataDirectory: string;
  readonly minInstanceCount: number;
  readonly maxInstanceCount: number;
  readonly minIops: number;
  readonly maxIops: number;
  readonly minRootVolumeSizeGB: number;
  readonly maxRootVolumeSizeGB: number;
}

/** Images that machines start from. */
export const machineImages: readonly string[] = ['ami-0a1b2c3d', 'ami-4e5f6a7b'];

/** The ratio between IOPS and volume size (in GB) that no volume may exceed. */
export const maxIopsPerGB = 30;

const instance = (name: string, encryptionAvailable: boolean, optimizationAvailable: boolean): InstanceType => ({
  encryptionAvailable,
  name,
  optimizationAvailable,
});

function region(name: string, ...zones: readonly string[]): readonly [string, MachineConfigOptions] {
  return [
    name,
    {
      availabilityZones: zones.map((zone) => name + zone),
      dataDirectory: '/data/mongodb',
      instanceTypes: [instance('m4.large', true, true), instance('m3.medium', true, false), instance('c1.xlarge', false, true)],
      machineImages,
      maxInstanceCount: 10,
      maxIops: 20_000,
      maxRootVolumeSizeGB: 1024,
      minInstanceCount: 1,
      minIops: 100,
      minRootVolumeSizeGB: 10,
      region: name,
      securityGroups: ['sg-1a2b3c4d', 'sg-5e6f7a8b'],
      volumeNames: ['/dev/xvdf', '/dev/xvdg', '/dev/xvdh'],
      volumeTypes: [
        { maxSizeGB: 16_384, minSizeGB: 4, name: 'io1', provisionedIops: true },
        { maxSizeGB: 16_384, minSizeGB: 1, name: 'gp2', provisionedIops: false },
      ],
      vpcs: [{ id: 'vpc-1a2b3c4d', subnetIds: ['subnet-1a2b3c4d', 'subnet-5e6f7a8b'] }],
    },
  ];
}

const known: readonly CloudProvider[] = [
  { id: 'AWS', supported: true, regions: new Map([region('us-east-1', 'a', 'b', 'c'), region('eu-west-1', 'a', 'b')]) },
  { id: 'AZURE', supported: false, regions: new Map() },
  // Can be configured, but its parameters were never loaded.
  { id: 'OPENSTACK', supported: true, regions: new Map() },
];
export const cloudProviders: ReadonlyMap<string, CloudProvider> = new Map(known.map((each) => [each.id, each]));

/** Whether a provider takes these credentials; those that the mock stands in for take every pair of the right form. */
export function areAccepted(accessKeyId: string, secretKey: string): boolean {
  return /^AKIA[A-Z0-9]{16}$/.test(accessKeyId) && /^[\w/+]{40}$/.test(secretKey);
}

/** Something is asked of the provider through an account: refused with the code where the provider refuses the account. */
export function askThrough({ accountStatus }: ProviderConfig, code: RefusalCode, ...parameters: readonly string[]): void {
  if (accountStatus === 'REFUSED') refuse(code, ...parameters);
}

/** What may be ordered of a provider in a region, by default its first. */
export function optionsIn({ id, regions }: CloudProvider, name: string | null): MachineConfigOptions {
  const [first] = regions.values();
  if (first === undefined) refuse('MACHINE_CONFIG_PARAMS_NOT_FOUND', id);
  if (name === null) return first;
  return regions.get(name) ?? refuse('INVALID_REGION', name, id);
}
