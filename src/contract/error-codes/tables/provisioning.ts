import { both, onlyCloudManager } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const provisioningCodes = {
  CANNOT_DISTRIBUTE_SUBNETS:               onlyCloudManager(400, 'Cannot distribute subnets. There must be at least one subnet available.'),
  CANNOT_GET_VOLUME_SIZE_LIMITS:           onlyCloudManager(500, 'Cannot get volume size limits for volume type {type}.'),
  DOMAIN_NAME_TOO_LONG:                    onlyCloudManager(400, 'The domain name for the machine is too long. Try shortening the hostname prefix.'),
  INCORRECT_SECURITY_GROUP_COUNT:          onlyCloudManager(400, 'Instance must be created with exactly one SSH-enabled security group.'),
  INVALID_HOSTNAME_PREFIX:                 both(400, 'Invalid hostname prefix {prefix}. It must contain only alphanumeric characters and hyphens, may not begin or end with a hyphen ("-"), and must not be more than 63 characters long.'),
  INVALID_INSTANCE_COUNT:                  onlyCloudManager(400, 'Invalid instance count {number}. It must be between {number} and {number}.'),
  INVALID_INSTANCE_TYPE_NAME:              onlyCloudManager(400, 'Invalid instance type {type}. It must be one of the listed instance types returned in the machine configuration options.'),
  INVALID_IOPS_INVALID_RATIO:              onlyCloudManager(400, 'The IOPS value {number} is not valid. The maximum ratio between the IOPS value and the volume size is 30 : 1.'),
  INVALID_IOPS_OUT_OF_BOUNDS:              onlyCloudManager(400, 'The IOPS value {number} is not valid. It must be between the minimum and maximum values returned in the machine configuration options.'),
  INVALID_MACHINE_ID:                      both(404, 'An invalid machine ID {ID} was specified.'),
  INVALID_MACHINE_IMAGE:                   both(400, 'The specified machine image is invalid.'),
  INVALID_MOUNT_LOCATION:                  onlyCloudManager(400, 'An invalid mount location {location} was specified. The mount location must be equal to or a parent of {location}.'),
  INVALID_PROVIDER_PARAMETERS:             onlyCloudManager(400, 'Invalid parameter combination specified for provider {provider}.'),
  INVALID_REGION:                          onlyCloudManager(400, 'No region {region} exists for provider {provider}.'),
  INVALID_ROOT_VOLUME_SIZE:                onlyCloudManager(400, 'Invalid root volume size {number}. It must be between the minimum and maximum values returned in the machine configuration options.'),
  INVALID_SECURITY_GROUP:                  onlyCloudManager(400, 'Security group {group} is invalid. It must be one of the security groups returned in the machine configuration options.'),
  INVALID_SSH_KEY:                         both(400, 'An invalid SSH key was specified.'),
  INVALID_VOLUME_NAME:                     onlyCloudManager(400, 'Invalid volume name {name}. It must be one of the listed volume names returned in the machine configuration options.'),
  INVALID_VPC_OR_SUBNET:                   onlyCloudManager(400, 'Invalid or unavailable VPC {VPC} or subnet {subnet}.'),
  INVALID_ZONE:                            onlyCloudManager(400, 'No zone {zone} exists for region {region}.'),
  MACHINE_CONFIG_PARAMS_NOT_FOUND:         onlyCloudManager(400, 'No machine configuration parameters exist for provider {provider}.'),
  NO_PROVIDER_AVAILABILITY_ZONES:          onlyCloudManager(400, 'Could not retrieve availability zones from {account} account.'),
  NO_PROVIDER_AVAILABLE_INSTANCE_TYPES:    onlyCloudManager(400, 'Could not retrieve available instance types from {account} account.'),
  NO_PROVIDER_SECURITY_GROUPS:             onlyCloudManager(400, 'Could not retrieve security groups from {account} account.'),
  NO_SSH_KEYS_IN_GROUP:                    onlyCloudManager(404, 'No SSH keys found in group {group}.'),
  PROVIDER_AUTH_FAILED:                    onlyCloudManager(401, 'Account failed to authenticate with {credentials}.'),
  PROVIDER_CONFIG_ID_NOT_FOUND:            onlyCloudManager(404, 'No provider configuration with ID {ID} exists for provider {provider}.'),
  PROVIDER_CONFIG_NOT_FOUND:               onlyCloudManager(404, 'No provider configuration exists for provider {provider}.'),
  PROVIDER_NOT_FOUND:                      onlyCloudManager(404, 'No provider {provider} exists.'),
  PROVIDER_UNSUPPORTED:                    onlyCloudManager(404, 'Provider {provider} not currently supported.'),
  PROVISIONED_MACHINE_COULD_NOT_TERMINATE: onlyCloudManager(409, 'Provisioned machine with ID {ID} could not terminate because a MongoDB process, Monitoring, or Backup is currently running on the machine.'),
  PROVISIONED_MACHINE_NOT_FOUND:           onlyCloudManager(404, 'No provisioned machine with ID {ID} exists in group {group}.'),
  PROVISIONING_FAILED_FROM_PROVIDER:       onlyCloudManager(500, 'Unable to retrieve configuration options from the provider.'),
  PROVISION_MACHINE_JOB_NOT_FOUND:         onlyCloudManager(404, 'No provision machine job with ID {ID} exists in group {group}.'),
  SSH_KEY_ALREADY_EXISTS:                  onlyCloudManager(409, 'An SSH key with the name {name} already exists.'),
  SSH_KEY_NAME_NOT_FOUND:                  onlyCloudManager(404, 'No SSH key with name {name} exists.'),
  SSH_KEY_NOT_FOUND:                       onlyCloudManager(404, 'No SSH key with ID {ID} exists.'),
  VOLUME_ENCRYPTION_NOT_AVAILABLE:         onlyCloudManager(400, 'Volume encryption is not available on instances of type {type}.'),
  VOLUME_OPTIMIZATION_NOT_AVAILABLE:       onlyCloudManager(400, 'Volume optimization is not available on instances of type {type}.'),
} as const satisfies ErrorCodeTable;

export type SshKeyCode = Extract<keyof typeof provisioningCodes, `${string}SSH_KEY${string}`>;

/** What an order of machines may be refused for. */
export type MachineOrderCode = Extract<keyof typeof provisioningCodes,
  | 'CANNOT_DISTRIBUTE_SUBNETS' | 'DOMAIN_NAME_TOO_LONG' | 'INCORRECT_SECURITY_GROUP_COUNT' | 'INVALID_HOSTNAME_PREFIX'
  | `INVALID_INSTANCE_${string}` | `INVALID_IOPS_${string}` | 'INVALID_MACHINE_IMAGE' | 'INVALID_MOUNT_LOCATION'
  | 'INVALID_PROVIDER_PARAMETERS' | 'INVALID_REGION' | 'INVALID_ROOT_VOLUME_SIZE' | 'INVALID_SECURITY_GROUP'
  | 'INVALID_VOLUME_NAME' | 'INVALID_VPC_OR_SUBNET' | 'INVALID_ZONE' | `VOLUME_${string}_NOT_AVAILABLE`>;
