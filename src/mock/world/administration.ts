import type { Fields } from './json.ts';
import type { Entity } from './world.ts';

/** Kinds of what backups are kept in and made by, as their paths end. */
export const storeKinds = [
  'snapshot/mongoConfigs',
  'snapshot/s3Configs',
  'snapshot/fileSystemConfigs',
  'oplog/mongoConfigs',
  'oplog/s3Configs',
  'sync/mongoConfigs',
] as const;
export type StoreKind = (typeof storeKinds)[number];

/** What the operators of a service set, beside the projects and organizations themselves. */
export interface Administration {
  /** What is left to another system to manage, by project. */
  readonly features: Map<string, Fields>;
  /** Kind of server that new hosts count as, by project or organization. */
  readonly serverTypes: Map<string, string>;
  /** Addresses from which keys of the whole service may be used. */
  readonly accessList: Map<string, Entity>;
  readonly stores: ReadonlyMap<StoreKind, Map<string, Entity>>;
  /** By machine. */
  readonly daemons: Map<string, Fields>;
  /** Where the backups of a project go, by project. */
  readonly backupJobs: Map<string, Fields>;
  /** State of the link to where an organization moves, by organization. */
  readonly migrations: Map<string, Fields>;
  versionManifest: Fields;
}

export function emptyAdministration(): Administration {
  return {
    features: new Map(),
    serverTypes: new Map(),
    accessList: new Map(),
    stores: new Map(storeKinds.map((kind) => [kind, new Map()])),
    daemons: new Map(),
    backupJobs: new Map(),
    migrations: new Map(),
    versionManifest: {},
  };
}
