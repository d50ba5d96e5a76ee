/**
 * Paths that no public source establishes: the error codes prove that the resources existed, nothing tells where. The
 * mock serves them here; on a target that answers that there is no such resource, their codes are not offered.
 */
export const inferredPaths = {
  lastPing: '/groups/{GROUP-ID}/hosts/{HOST-ID}/lastPing',
  lastPings: '/groups/{GROUP-ID}/lastPings',
  providers: '/groups/{GROUP-ID}/providers',
  provider: '/groups/{GROUP-ID}/providers/{PROVIDER}',
  /** The options of the project's first configuration of the provider. */
  providerOptions: '/groups/{GROUP-ID}/providers/{PROVIDER}/machineConfigOptions',
  providerConfigs: '/groups/{GROUP-ID}/providers/{PROVIDER}/configs',
  providerConfig: '/groups/{GROUP-ID}/providers/{PROVIDER}/configs/{CONFIG-ID}',
  machineConfigOptions: '/groups/{GROUP-ID}/providers/{PROVIDER}/configs/{CONFIG-ID}/machineConfigOptions',
  /** One of the options alone: `availabilityZones`, `instanceTypes`, `securityGroups`. */
  machineConfigOption: '/groups/{GROUP-ID}/providers/{PROVIDER}/configs/{CONFIG-ID}/machineConfigOptions/{OPTION}',
  volumeType: '/groups/{GROUP-ID}/providers/{PROVIDER}/configs/{CONFIG-ID}/volumeTypes/{VOLUME-TYPE}',
  provisionJobs: '/groups/{GROUP-ID}/provisionMachineJobs',
  provisionJob: '/groups/{GROUP-ID}/provisionMachineJobs/{JOB-ID}',
  machines: '/groups/{GROUP-ID}/provisionedMachines',
  machine: '/groups/{GROUP-ID}/provisionedMachines/{MACHINE-ID}',
  sshKeys: '/groups/{GROUP-ID}/sshKeys',
  sshKey: '/groups/{GROUP-ID}/sshKeys/{KEY-ID}',
  sshKeyByName: '/groups/{GROUP-ID}/sshKeys/byName/{KEY-NAME}',
  restoreJobOfProject: '/groups/{GROUP-ID}/restoreJobs/{JOB-ID}',
} as const;
