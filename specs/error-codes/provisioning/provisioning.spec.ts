import type { ErrorCodeOf, MachineOrderCode, SshKeyCode } from '../../../src/contract/error-codes/index.ts';
import {
  anyMachine,
  busyMachine,
  circumstances,
  expect,
  foreignCredentials,
  newMachine,
  play,
  proves,
  providerWithoutParameters,
  refusedAccount,
  scenario,
  test,
  unconfiguredProvider,
  unsupportedProvider,
  usableProvider,
  volumeTypeName,
  workingAccount,
  workingOptions,
  type Scenarios,
} from '#suite';

/** What is asked of a provider through an account whose credentials it refuses, and what an account that works is told. */
const refusedPart = (option: string) =>
  scenario({
    given: `${option} asked for through an account that the provider refuses`,
    state: refusedAccount,
    when: ({ given }, { provider, id }) => given.providerConfigs.option(provider, id, option),
    fills: (_, { name }) => [name],
    beside: async (api) => {
      const { provider, id } = await workingAccount(api);
      return api.given.providerConfigs.option(provider, id, option);
    },
  });

const scenarios: Scenarios<Exclude<ErrorCodeOf<'provisioning'>, MachineOrderCode | SshKeyCode>> = {
  CANNOT_GET_VOLUME_SIZE_LIMITS: scenario({
    given: 'the limits of a volume type asked for through an account that the provider refuses',
    state: async (api) => ({ ...(await refusedAccount(api)), type: await volumeTypeName(api) }),
    when: ({ given }, { provider, id, type }) => given.providerConfigs.volumeType(provider, id, type),
    fills: (_, { type }) => [type],
    beside: async (api, { type }) => {
      const { provider, id } = await workingAccount(api);
      return api.given.providerConfigs.volumeType(provider, id, type);
    },
  }),
  INVALID_MACHINE_ID: scenario({
    given: 'text that cannot be the id of a machine',
    state: anyMachine,
    when: ({ given }) => given.machines.read('not-an-id'),
    fills: () => ['not-an-id'],
    beside: ({ given }, id) => given.machines.read(id),
  }),
  MACHINE_CONFIG_PARAMS_NOT_FOUND: scenario({
    given: 'the options of a provider that nobody has loaded the parameters of',
    state: providerWithoutParameters,
    when: ({ given }, provider) => given.providers.options(provider),
    fills: (_, provider) => [provider],
    beside: async (api) => api.given.providers.options((await workingAccount(api)).provider),
  }),
  NO_PROVIDER_AVAILABILITY_ZONES: refusedPart('availabilityZones'),
  NO_PROVIDER_AVAILABLE_INSTANCE_TYPES: refusedPart('instanceTypes'),
  NO_PROVIDER_SECURITY_GROUPS: refusedPart('securityGroups'),
  PROVIDER_AUTH_FAILED: scenario({
    given: 'a provider configuration with credentials that no account has',
    state: async (api) => ({ provider: await usableProvider(api), credentials: foreignCredentials(api) }),
    when: ({ providerConfigs }, { provider, credentials }) => providerConfigs.create(provider, credentials),
    fills: (_, { credentials }) => [credentials.accessKeyId],
    watch: ({ providerConfigs }, { provider }) => providerConfigs.list(provider),
    beside: workingOptions,
  }),
  PROVIDER_CONFIG_ID_NOT_FOUND: scenario({
    given: 'an id that names no configuration of the provider',
    state: async (api) => ({ ...(await workingAccount(api)), unknown: api.names.unknownId() }),
    when: ({ given }, { provider, unknown }) => given.providerConfigs.read(provider, unknown),
    fills: (_, { provider, unknown }) => [unknown, provider],
    beside: ({ given }, { provider, id }) => given.providerConfigs.read(provider, id),
  }),
  PROVIDER_CONFIG_NOT_FOUND: scenario({
    given: 'the options of a provider that the project has no configuration of',
    state: unconfiguredProvider,
    when: ({ providers }, provider) => providers.options(provider),
    fills: (_, provider) => [provider],
    beside: async (api) => api.given.providers.options((await workingAccount(api)).provider),
  }),
  PROVIDER_NOT_FOUND: scenario({
    given: 'a provider that does not exist',
    state: usableProvider,
    when: ({ given }) => given.providers.read('no-such-provider'),
    fills: () => ['no-such-provider'],
    beside: ({ given }, provider) => given.providers.read(provider),
  }),
  PROVIDER_UNSUPPORTED: scenario({
    given: 'the configurations of a provider that is listed and not supported',
    state: unsupportedProvider,
    when: ({ given }, provider) => given.providerConfigs.list(provider),
    fills: (_, provider) => [provider],
    beside: async (api) => api.given.providerConfigs.list(await usableProvider(api)),
  }),
  PROVISIONED_MACHINE_COULD_NOT_TERMINATE: scenario({
    given: 'removing a machine that runs a monitored process',
    risk: 'irreversible',
    state: busyMachine,
    when: ({ given }, { id }) => given.machines.remove(id),
    fills: (_, { id }) => [id],
    watch: ({ given }, { id }) => given.machines.read(id),
    beside: async (api) => api.given.machines.remove((await newMachine(api)).id),
  }),
  PROVISIONED_MACHINE_NOT_FOUND: scenario({
    given: 'an id that names no machine of the project',
    state: async (api) => ({ id: await anyMachine(api), unknown: api.names.unknownId() }),
    when: ({ given }, { unknown }) => given.machines.read(unknown),
    fills: ({ given }, { unknown }) => [unknown, given.projectId],
    beside: ({ given }, { id }) => given.machines.read(id),
  }),
  PROVISIONING_FAILED_FROM_PROVIDER: scenario({
    given: 'the options asked for through an account that the provider refuses',
    state: refusedAccount,
    when: ({ given }, { provider, id }) => given.providerConfigs.options(provider, id),
    beside: workingOptions,
  }),
  PROVISION_MACHINE_JOB_NOT_FOUND: scenario({
    given: 'an id that names no job of the project',
    state: async ({ names }) => names.unknownId(),
    when: ({ given }, unknown) => given.provisionJobs.read(unknown),
    fills: ({ given }, unknown) => [unknown, given.projectId],
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
