import type { MachineOrderCode } from '../../../src/contract/error-codes/index.ts';
import {
  circumstances,
  domainTooLong,
  expect,
  instanceTypeWithout,
  maxIopsPerGB,
  play,
  proves,
  scenario,
  test,
  usualRegion,
  volumeWithIops,
  workingAccount,
  wrongOrder,
  type Scenarios,
} from '#suite';

const scenarios: Scenarios<MachineOrderCode> = {
  CANNOT_DISTRIBUTE_SUBNETS: wrongOrder(
    'an order of machines in no subnet',
    () => ({ subnetIds: [] }),
    ({ options }) => ({ subnetIds: options.vpcs[0]!.subnetIds.slice(0, 1) }),
  ),
  DOMAIN_NAME_TOO_LONG: wrongOrder(
    'an order of machines whose whole names would have 254 characters',
    (order) => ({ domainName: domainTooLong(order) }),
    (order) => ({ domainName: domainTooLong(order).slice(1) }),
  ),
  INCORRECT_SECURITY_GROUP_COUNT: [
    wrongOrder(
      'an order of machines in no security group',
      () => ({ securityGroups: [] }),
      ({ options }) => ({ securityGroups: options.securityGroups.slice(0, 1) }),
    ),
    wrongOrder(
      'an order of machines in two security groups',
      ({ options }) => ({ securityGroups: options.securityGroups.slice(0, 2) }),
      ({ options }) => ({ securityGroups: options.securityGroups.slice(1, 2) }),
    ),
  ],
  INVALID_HOSTNAME_PREFIX: [
    wrongOrder(
      'an order of machines whose names begin with a hyphen',
      ({ hostnamePrefix }) => ({ hostnamePrefix: `-${hostnamePrefix}` }),
      ({ hostnamePrefix }) => ({ hostnamePrefix }),
      ({ hostnamePrefix }) => [`-${hostnamePrefix}`],
    ),
    wrongOrder(
      'an order of machines with a prefix of 64 characters',
      ({ hostnamePrefix }) => ({ hostnamePrefix: hostnamePrefix.padEnd(64, 'x') }),
      ({ hostnamePrefix }) => ({ hostnamePrefix: hostnamePrefix.padEnd(63, 'x') }),
      ({ hostnamePrefix }) => [hostnamePrefix.padEnd(64, 'x')],
    ),
  ],
  INVALID_INSTANCE_COUNT: [
    wrongOrder(
      'an order of one machine less than the options allow',
      ({ options }) => ({ instanceCount: options.minInstanceCount - 1 }),
      ({ options }) => ({ instanceCount: options.minInstanceCount }),
      ({ options: { minInstanceCount: min, maxInstanceCount: max } }) => [`${min - 1}`, `${min}`, `${max}`],
    ),
    wrongOrder(
      'an order of one machine more than the options allow',
      ({ options }) => ({ instanceCount: options.maxInstanceCount + 1 }),
      ({ options }) => ({ instanceCount: options.maxInstanceCount }),
      ({ options: { minInstanceCount: min, maxInstanceCount: max } }) => [`${max + 1}`, `${min}`, `${max}`],
    ),
  ],
  INVALID_INSTANCE_TYPE_NAME: wrongOrder(
    'an order of machines of a type that the options lack',
    () => ({ instanceType: 'no-such-type' }),
    ({ options }) => ({ instanceType: options.instanceTypes[0]!.name }),
    () => ['no-such-type'],
  ),
  INVALID_IOPS_INVALID_RATIO: wrongOrder(
    'an order of a volume with more than 30 IOPS for each GB',
    ({ options }) => ({ volumes: [volumeWithIops(options, ({ sizeGB }) => ({ iops: sizeGB * maxIopsPerGB + 1 }))] }),
    ({ options }) => ({ volumes: [volumeWithIops(options, ({ sizeGB }) => ({ iops: sizeGB * maxIopsPerGB }))] }),
    ({ options }) => [`${volumeWithIops(options).sizeGB * maxIopsPerGB + 1}`],
  ),
  INVALID_IOPS_OUT_OF_BOUNDS: [
    wrongOrder(
      'an order of a volume with fewer IOPS than the options allow',
      ({ options }) => ({ volumes: [volumeWithIops(options, () => ({ iops: options.minIops - 1 }))] }),
      ({ options }) => ({ volumes: [volumeWithIops(options, () => ({ iops: options.minIops }))] }),
      ({ options }) => [`${options.minIops - 1}`],
    ),
    wrongOrder(
      'an order of a volume with more IOPS than the options allow',
      ({ options }) => ({
        volumes: [
          volumeWithIops(options, () => ({ iops: options.maxIops + 1, sizeGB: Math.ceil((options.maxIops + 1) / maxIopsPerGB) })),
        ],
      }),
      ({ options }) => ({
        volumes: [volumeWithIops(options, () => ({ iops: options.maxIops, sizeGB: Math.ceil(options.maxIops / maxIopsPerGB) }))],
      }),
      ({ options }) => [`${options.maxIops + 1}`],
    ),
  ],
  INVALID_MACHINE_IMAGE: wrongOrder(
    'an order of machines from an image that does not exist',
    () => ({ machineImage: 'no-such-image' }),
    () => ({}),
  ),
  INVALID_MOUNT_LOCATION: wrongOrder(
    'an order of a volume that is mounted beside the databases',
    ({ options }) => ({ volumes: [volumeWithIops(options, () => ({ mountLocation: `${options.dataDirectory}-elsewhere` }))] }),
    ({ options }) => ({
      volumes: [volumeWithIops(options, () => ({ mountLocation: options.dataDirectory.replace(/(.)\/[^/]*$/, '$1') }))],
    }),
    ({ options }) => [`${options.dataDirectory}-elsewhere`, options.dataDirectory],
  ),
  INVALID_PROVIDER_PARAMETERS: wrongOrder(
    'an order of a volume of provisioned IOPS that tells none',
    ({ options }) => ({ volumes: [volumeWithIops(options, () => ({ iops: undefined }))] }),
    ({ options }) => ({ volumes: [volumeWithIops(options)] }),
    ({ provider }) => [provider],
  ),
  INVALID_REGION: [
    scenario({
      given: 'the options of a region that the provider does not have',
      state: workingAccount,
      when: ({ given }, { provider, id }) => given.providerConfigs.options(provider, id, { region: 'no-such-region' }),
      fills: (_, { provider }) => ['no-such-region', provider],
      beside: async (api, { provider, id }) =>
        api.given.providerConfigs.options(provider, id, { region: await usualRegion(api) }),
    }),
    wrongOrder(
      'an order of machines in a region that the provider does not have',
      () => ({ region: 'no-such-region' }),
      ({ options }) => ({ region: options.region }),
      ({ provider }) => ['no-such-region', provider],
    ),
  ],
  INVALID_ROOT_VOLUME_SIZE: [
    wrongOrder(
      'an order of machines with a root volume 1 GB smaller than the options allow',
      ({ options }) => ({ rootVolumeSizeGB: options.minRootVolumeSizeGB - 1 }),
      ({ options }) => ({ rootVolumeSizeGB: options.minRootVolumeSizeGB }),
      ({ options }) => [`${options.minRootVolumeSizeGB - 1}`],
    ),
    wrongOrder(
      'an order of machines with a root volume 1 GB larger than the options allow',
      ({ options }) => ({ rootVolumeSizeGB: options.maxRootVolumeSizeGB + 1 }),
      ({ options }) => ({ rootVolumeSizeGB: options.maxRootVolumeSizeGB }),
      ({ options }) => [`${options.maxRootVolumeSizeGB + 1}`],
    ),
  ],
  INVALID_SECURITY_GROUP: wrongOrder(
    'an order of machines in a security group that the options lack',
    () => ({ securityGroups: ['no-such-group'] }),
    ({ options }) => ({ securityGroups: options.securityGroups.slice(0, 1) }),
    () => ['no-such-group'],
  ),
  INVALID_VOLUME_NAME: wrongOrder(
    'an order of a volume with a name that the options lack',
    ({ options }) => ({ volumes: [volumeWithIops(options, () => ({ name: '/dev/no-such-volume' }))] }),
    ({ options }) => ({ volumes: [volumeWithIops(options)] }),
    () => ['/dev/no-such-volume'],
  ),
  INVALID_VPC_OR_SUBNET: [
    wrongOrder(
      'an order of machines in a VPC that the options lack',
      () => ({ vpcId: 'no-such-vpc' }),
      ({ options }) => ({ vpcId: options.vpcs[0]!.id }),
      ({ options }) => ['no-such-vpc', options.vpcs[0]!.subnetIds[0]!],
    ),
    wrongOrder(
      'an order of machines in a subnet that the VPC lacks',
      () => ({ subnetIds: ['no-such-subnet'] }),
      ({ options }) => ({ subnetIds: options.vpcs[0]!.subnetIds }),
      ({ options }) => [options.vpcs[0]!.id, 'no-such-subnet'],
    ),
  ],
  INVALID_ZONE: wrongOrder(
    'an order of machines in a zone that the region lacks',
    () => ({ availabilityZone: 'no-such-zone' }),
    ({ options }) => ({ availabilityZone: options.availabilityZones.at(-1) }),
    ({ options }) => ['no-such-zone', options.region],
  ),
  VOLUME_ENCRYPTION_NOT_AVAILABLE: wrongOrder(
    'an order of an encrypted volume on a type of machine that cannot encrypt',
    ({ options }) => ({
      instanceType: instanceTypeWithout(options, 'encryptionAvailable'),
      volumes: [volumeWithIops(options, () => ({ encrypted: true }))],
    }),
    ({ options }) => ({ volumes: [volumeWithIops(options, () => ({ encrypted: true }))] }),
    ({ options }) => [instanceTypeWithout(options, 'encryptionAvailable')],
  ),
  VOLUME_OPTIMIZATION_NOT_AVAILABLE: wrongOrder(
    'an order of optimized volumes on a type of machine that has none',
    ({ options }) => ({ instanceType: instanceTypeWithout(options, 'optimizationAvailable'), optimizedVolumes: true }),
    () => ({ optimizedVolumes: true }),
    ({ options }) => [instanceTypeWithout(options, 'optimizationAvailable')],
  ),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
