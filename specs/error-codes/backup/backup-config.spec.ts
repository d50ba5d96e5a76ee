import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  backupByOldAgent,
  backupOfManagedCluster,
  backupThatIs,
  backupWhere,
  circumstances,
  clusterWithoutBackup,
  expect,
  filtersAgain,
  ordersSnapshot,
  overScp,
  play,
  proves,
  restoreDraft,
  scenario,
  scpDelivery,
  shardAndWhole,
  startAndStop,
  test,
  unmonitoredClusterWithBackup,
  type Backup,
  type Scenario,
  type Scenarios,
  type Api,
} from '#suite';

/** A change of a backup that is refused, beside one that changes nothing. */
const change = (
  given: string,
  state: (api: Api) => Promise<Backup>,
  fields: Readonly<Record<string, unknown>>,
  more: Partial<Scenario<Backup>> = {},
): Scenario =>
  scenario<Backup>({
    given,
    state,
    risk: 'destructive',
    when: (api, { clusterId }) => api.given.backupConfigs.update(clusterId, fields),
    watch: (api, { clusterId }) => api.given.backupConfigs.read(clusterId),
    beside: filtersAgain,
    ...more,
  });

const ofEngine = (api: Api): Promise<Backup> =>
  backupWhere(
    api,
    'a backup with the storage engine WIRED_TIGER',
    ({ storageEngineName }) => storageEngineName === 'WIRED_TIGER',
  );
const filtered =
  (field: 'excludedNamespaces' | 'includedNamespaces') =>
  (api: Api): Promise<Backup> =>
    backupWhere(api, `a backup with ${field}`, ({ [field]: namespaces }) => Array.isArray(namespaces) && namespaces.length > 0);

const scenarios: Scenarios<ErrorCodeOf<'backup-config'>> = {
  BACKUP_CONFIG_NOT_FOUND: scenario({
    given: 'a monitored cluster that was never backed up',
    state: clusterWithoutBackup,
    when: ({ given }, { id }) => given.backupConfigs.read(id),
    fills: ({ given }, { id }) => [id, given.projectId],
  }),
  CANNOT_GET_BACKUP_CONFIG_INVALID_STATE: scenario({
    given: 'a cluster that is backed up and no longer monitored',
    state: unmonitoredClusterWithBackup,
    when: ({ given }, id) => given.backupConfigs.read(id),
    beside: async (api) => api.given.backupConfigs.read((await backupThatIs('STARTED')(api)).clusterId),
  }),
  CANNOT_MODIFY_SHARD_BACKUP_CONFIG: scenario({
    given: 'the backup of a single shard',
    risk: 'irreversible',
    alsoHolds: ['BACKUP_CONFIG_NOT_FOUND'],
    state: shardAndWhole,
    when: ({ given }, { shard }) => given.backupConfigs.update(shard, { statusName: 'STARTED' }),
    fills: (_, { whole }) => [whole.clusterId],
    watch: ({ given }, { shard }) => given.backupConfigs.read(shard),
    beside: (api, { whole }) => filtersAgain(api, whole),
  }),
  CANNOT_SET_BACKUP_AUTH_FOR_MANAGED_CLUSTER: change(
    'credentials for a cluster that Automation manages',
    backupOfManagedCluster,
    {},
    {
      when: ({ given, names }, { clusterId }) =>
        given.backupConfigs.update(clusterId, {
          authMechanismName: 'MONGODB_CR',
          username: 'backup',
          password: names.name('password'),
        }),
    },
  ),
  CANNOT_START_BACKUP_INVALID_STATE: (['STARTED', 'TERMINATING'] as const).map((state) =>
    change(
      `starting a backup that is ${state}`,
      backupThatIs(state),
      { statusName: 'STARTED' },
      { risk: 'irreversible', beside: async (api) => (await startAndStop(api)).start },
    ),
  ),
  CANNOT_STOP_BACKUP_INVALID_STATE: (['STOPPED', 'INACTIVE'] as const).map((state) =>
    change(
      `stopping a backup that is ${state}`,
      backupThatIs(state),
      { statusName: 'STOPPED' },
      { risk: 'irreversible', beside: async (api) => (await startAndStop(api)).stop },
    ),
  ),
  // Terminating a stopped backup would be the neighbour, and would take the snapshots with it: it is stopped, no more.
  CANNOT_TERMINATE_BACKUP_INVALID_STATE: change(
    'terminating a backup that is STARTED',
    backupThatIs('STARTED'),
    { statusName: 'TERMINATING' },
    { risk: 'irreversible', beside: async (api) => (await startAndStop(api)).stop },
  ),
  INVALID_AUTH_TYPE_NAME: [
    change(
      'a backup with a mechanism that does not exist',
      backupThatIs('STARTED'),
      { authMechanismName: 'NO_SUCH_TYPE' },
      { fills: () => ['NO_SUCH_TYPE'] },
    ),
    scenario({
      given: 'a restore over SCP with a type of password that does not exist',
      risk: 'destructive',
      state: overScp,
      when: (api, { jobs, snapshotId }) =>
        jobs.create(restoreDraft(snapshotId, scpDelivery(api, { passwordTypeName: 'NO_SUCH_TYPE' }))),
      fills: () => ['NO_SUCH_TYPE'],
      watch: (_, { jobs }) => jobs.list(),
      beside: (api, { spare }) => spare.jobs.create(restoreDraft(spare.snapshotId, scpDelivery(api))),
    }),
  ],
  INVALID_FILTERLIST: change('namespaces to include and to exclude', backupThatIs('STARTED'), {
    excludedNamespaces: ['shop.carts'],
    includedNamespaces: ['shop.orders'],
    syncSource: 'SECONDARY',
  }),
  MISSING_AUTH_ATTRIBUTES: scenario({
    given: 'a restore over SCP with a password and without who it belongs to',
    risk: 'destructive',
    state: overScp,
    when: (api, { jobs, snapshotId }) => jobs.create(restoreDraft(snapshotId, scpDelivery(api, { username: undefined }))),
    fills: () => ['username', 'password', 'PASSWORD'],
    watch: (_, { jobs }) => jobs.list(),
    beside: (api, { spare }) => spare.jobs.create(restoreDraft(spare.snapshotId, scpDelivery(api))),
  }),
  MISSING_SYNC_SOURCE: [
    change(
      'another storage engine and no sync source',
      ofEngine,
      { storageEngineName: 'MEMORY_MAPPED' },
      {
        beside: ({ given }, { clusterId }) => given.backupConfigs.update(clusterId, { storageEngineName: 'WIRED_TIGER' }),
      },
    ),
    change('a namespace that is excluded no more and no sync source', filtered('excludedNamespaces'), { excludedNamespaces: [] }),
    change(
      'a namespace that is now included too and no sync source',
      filtered('includedNamespaces'),
      {},
      {
        when: ({ given }, { clusterId, includedNamespaces }) =>
          given.backupConfigs.update(clusterId, { includedNamespaces: [...(includedNamespaces as string[]), 'shop.carts'] }),
      },
    ),
  ],
  UNSUPPORTED_FOR_CURRENT_CONFIG: change(
    'a snapshot of a cluster whose backup is STOPPED',
    backupThatIs('STOPPED'),
    {},
    {
      when: ({ given }, { clusterId }) => given.snapshots(clusterId).create({}),
      watch: ({ given }, { clusterId }) => given.snapshots(clusterId).list({ completed: 'all' }),
      beside: ordersSnapshot,
    },
  ),
  UNSUPPORTED_SET_BACKUP_STATE: (['PROVISIONING', 'INACTIVE'] as const).map((state) =>
    change(
      `setting a backup to ${state}`,
      backupThatIs('STARTED'),
      { statusName: state },
      { risk: 'irreversible', fills: () => [state] },
    ),
  ),
  UPGRADE_FOR_EXCLUDED_NAMESPACES: change('namespaces to exclude by an old agent', backupByOldAgent, {
    excludedNamespaces: ['shop.carts'],
  }),
  UPGRADE_FOR_INCLUDED_NAMESPACES: change('namespaces to include by an old agent', backupByOldAgent, {
    includedNamespaces: ['shop.carts'],
    syncSource: 'SECONDARY',
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
