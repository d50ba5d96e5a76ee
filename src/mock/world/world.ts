import type { Administration } from './administration.ts';
import type { Dialect, Product } from '../../contract/products.ts';
import type { FormName } from '../forms/forms.ts';
import type { Ids } from './ids.ts';
import type { Fields } from './json.ts';
import type { Provisioning } from './provisioning.ts';

/** A role somebody has: global, or in one organization, or in one project. */
export interface Role {
  readonly roleName: string;
  readonly groupId?: string;
  readonly orgId?: string;
  readonly [field: string]: string | undefined;
}

/** What the world keeps of a thing, in the form in which it goes over the wire, without its links. */
export interface Entity extends Fields {
  readonly id: string;
}

export interface Host extends Entity {
  readonly hostname: string;
  readonly port: number;
  readonly authMechanismName: string;
  readonly sslEnabled: boolean;
  readonly username?: string;
  readonly clusterId?: string;
}

export interface Cluster extends Entity {
  readonly typeName: 'REPLICA_SET' | 'SHARDED_REPLICA_SET' | 'CONFIG_SERVER_REPLICA_SET';
  readonly clusterName: string;
}

export interface Alert extends Entity {
  readonly alertConfigId: string;
  readonly status: string;
}

export interface AlertConfig extends Entity {
  readonly eventTypeName: string;
}

export interface BackupConfig extends Fields {
  readonly clusterId: string;
  readonly statusName: string;
  readonly storageEngineName: string;
}

export interface Snapshot extends Entity {
  readonly clusterId: string;
  readonly complete: boolean;
  readonly doNotDelete: boolean;
  readonly expires?: string;
}

/** Of a mirrored config server. */
export interface ConfigSnapshot extends Entity {
  readonly hostId: string;
}

export interface RestoreJob extends Entity {
  readonly clusterId: string;
}

/** Of a mirrored config server. */
export interface ConfigRestoreJob extends Entity {
  readonly hostId: string;
}

export interface Checkpoint extends Entity {
  readonly clusterId: string;
}

export interface LogJob extends Entity {
  readonly status: string;
  readonly creationDate: string;
}

export interface Event extends Entity {
  readonly created: string;
  readonly eventTypeName: string;
  /** Details of an old event, put away as JSON text; only the event itself unpacks them, its list does not. */
  readonly archive?: string;
}

/** One entry of an access list: a single address, or a block. */
export interface AccessListEntry extends Fields {
  readonly cidrBlock: string;
  readonly ipAddress?: string;
  readonly count: number;
}

/** A project with everything in it. */
export interface Group {
  readonly id: string;
  readonly orgId: string;
  name: string;
  readonly agentApiKey: string;
  tags: readonly string[];
  /** What the project is subscribed to; absent: everything. Not shown: events and invoices tell of it. */
  plan?: 'free' | 'basic';
  /** Only where users come from LDAP. */
  ldapGroupMappings?: readonly Fields[];
  /** Open invitations of people to the project. */
  readonly invitations: Map<string, Entity>;
  lastActiveAgent?: string;
  /** Where webhook notifications go; set in the user interface alone. */
  webhookUrl?: string;
  /** In the order of `hostname:port`. */
  hosts: Map<string, Host>;
  /** By host: what the databases and disk partitions of a monitored process are called. */
  readonly databases: Map<string, readonly string[]>;
  readonly disks: Map<string, readonly string[]>;
  /** Hosts that automation manages. */
  readonly managedHosts: Set<string>;
  readonly clusters: Map<string, Cluster>;
  readonly alerts: Map<string, Alert>;
  readonly alertConfigs: Map<string, AlertConfig>;
  readonly windows: Map<string, Entity>;
  /** These two by cluster. */
  readonly backupConfigs: Map<string, BackupConfig>;
  readonly schedules: Map<string, Fields>;
  readonly snapshots: Map<string, Snapshot>;
  /** Not shown: the record of a snapshot outlives it. */
  readonly deletedSnapshots: Map<string, Snapshot>;
  readonly configSnapshots: Map<string, ConfigSnapshot>;
  readonly restoreJobs: Map<string, RestoreJob>;
  readonly configRestoreJobs: Map<string, ConfigRestoreJob>;
  readonly checkpoints: Map<string, Checkpoint>;
  /** Undefined where Automation was never set up: what is there is only monitored. */
  automationConfig: Fields | undefined;
  readonly agents: Fields[];
  /** What was set for the agents beside automation. */
  readonly agentConfigs: Map<'monitoring' | 'backup', Fields>;
  readonly agentApiKeys: Map<string, Fields & { readonly _id: string }>;
  readonly logJobs: Map<string, LogJob>;
  /**
   * When what takes time is done, in milliseconds since the epoch, by the id of the cluster or job. What is under way
   * and not in here goes on for ever.
   */
  readonly work: Map<string, number>;
  /** The key with which restores are delivered over SCP; set in the user interface alone. */
  restoreKey?: string;
  readonly events: Map<string, Event>;
  readonly provisioning: Provisioning;
  /** Role names by team. */
  readonly teams: Map<string, readonly string[]>;
}

export interface Organization {
  readonly id: string;
  name: string;
  readonly teams: Map<string, Team>;
  readonly events: Map<string, Event>;
  readonly invoices: Map<string, Entity>;
  /** Open invitations of people to the organization. */
  readonly invitations: Map<string, Entity>;
  /** How it pays: `refused` where the provider declines the account's charges. Absent: by a method that is charged. */
  readonly payment?: 'none' | 'refused';
  /** Which LDAP groups have which role; only where users come from LDAP. */
  ldapGroupMappings?: readonly Fields[];
}

export interface Team {
  readonly id: string;
  name: string;
  readonly users: Set<string>;
}

export interface User extends Entity {
  readonly username: string;
  readonly roles: readonly Role[];
}

/** A programmatic API key, the only kind of caller. */
export interface ApiKey {
  readonly id: string;
  readonly orgId: string;
  /** The user on whose behalf it was made; `/users/{this}/accessList` is the key's own list. */
  readonly userId: string;
  readonly publicKey: string;
  readonly privateKey: string;
  desc: string;
  roles: readonly Role[];
  /** Replaced as a whole, never changed in place: what is derived from it is kept by identity. */
  accessList: readonly AccessListEntry[];
}

/** Everything the mock knows. A handler changes it only after the request has been found good. */
export interface World {
  readonly product: Product;
  readonly dialect: Dialect;
  readonly forms: ReadonlySet<FormName>;
  readonly now: () => number;
  readonly ids: Ids;
  readonly orgs: Map<string, Organization>;
  readonly groups: Map<string, Group>;
  readonly users: Map<string, User>;
  readonly keys: Map<string, ApiKey>;
  readonly keysByPublicKey: Map<string, ApiKey>;
  /** Seconds in which so much may be asked for, and no more: a minute, unless the mock is in a hurry. */
  readonly rateWindowSeconds: number;
  /** When invitations were sent, by the address they were asked for from. */
  readonly invitationsSent: Map<string, readonly number[]>;
  /** Ops Manager only. */
  readonly globalAlertConfigs: Map<string, AlertConfig>;
  readonly globalAlerts: Map<string, Alert>;
  /** Names that the operator of the service lets nobody take. */
  readonly blockedUsernames: ReadonlySet<string>;
  readonly administration: Administration;
}

/** A new key of an organization; with no access list it may be used from anywhere. */
export function addKey(world: World, given: Pick<ApiKey, 'orgId' | 'userId' | 'desc' | 'roles'>): ApiKey {
  const key: ApiKey = {
    ...given,
    id: world.ids.id(),
    publicKey: world.ids.publicKey(),
    privateKey: world.ids.privateKey(),
    accessList: [],
  };
  world.keys.set(key.id, key);
  world.keysByPublicKey.set(key.publicKey, key);
  return key;
}
