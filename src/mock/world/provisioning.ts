import type { Fields } from './json.ts';

/** How a project gets at an account with a provider. The secret of the account is not kept. */
export interface ProviderConfig extends Fields {
  readonly id: string;
  readonly provider: string;
  readonly accountName: string;
  readonly accessKeyId: string;
  /** REFUSED: the provider no longer accepts the account's credentials, and nothing can be asked of it. */
  readonly accountStatus: 'ACTIVE' | 'REFUSED';
}

export interface Machine extends Fields {
  readonly id: string;
  readonly groupId: string;
  readonly hostname: string;
}

export interface ProvisionJob extends Fields {
  readonly id: string;
  readonly groupId: string;
}

export interface SshKey extends Fields {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
}

/** What a project has of machines that were made for it. */
export interface Provisioning {
  readonly providerConfigs: Map<string, ProviderConfig>;
  readonly machines: Map<string, Machine>;
  readonly jobs: Map<string, ProvisionJob>;
  readonly sshKeys: Map<string, SshKey>;
}

export function emptyProvisioning(): Provisioning {
  return { providerConfigs: new Map(), machines: new Map(), jobs: new Map(), sshKeys: new Map() };
}
