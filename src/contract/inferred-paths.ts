/**
 * Paths that no public source establishes: the error codes prove that the resources existed, nothing tells where. The
 * mock serves them here; on a target that answers that there is no such resource, their codes are not offered.
 */
export const inferredPaths = {
  lastPing: '/groups/{projectId}/hosts/{hostId}/lastPing',
  lastPings: '/groups/{projectId}/lastPings',
  providers: '/groups/{projectId}/providers',
  provider: '/groups/{projectId}/providers/{provider}',
  /** The options of the project's first configuration of the provider. */
  providerOptions: '/groups/{projectId}/providers/{provider}/machineConfigOptions',
  providerConfigs: '/groups/{projectId}/providers/{provider}/configs',
  providerConfig: '/groups/{projectId}/providers/{provider}/configs/{configId}',
  machineConfigOptions: '/groups/{projectId}/providers/{provider}/configs/{configId}/machineConfigOptions',
  /** One of the options alone: `availabilityZones`, `instanceTypes`, `securityGroups`. */
  machineConfigOption: '/groups/{projectId}/providers/{provider}/configs/{configId}/machineConfigOptions/{option}',
  volumeType: '/groups/{projectId}/providers/{provider}/configs/{configId}/volumeTypes/{volumeType}',
  provisionJobs: '/groups/{projectId}/provisionMachineJobs',
  provisionJob: '/groups/{projectId}/provisionMachineJobs/{jobId}',
  machines: '/groups/{projectId}/provisionedMachines',
  machine: '/groups/{projectId}/provisionedMachines/{machineId}',
  sshKeys: '/groups/{projectId}/sshKeys',
  sshKey: '/groups/{projectId}/sshKeys/{keyId}',
  sshKeyByName: '/groups/{projectId}/sshKeys/byName/{keyName}',
  restoreJobOfProject: '/groups/{projectId}/restoreJobs/{jobId}',
} as const;
