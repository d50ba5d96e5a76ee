import type { BodyCode } from '../../src/contract/error-codes/tables/generic.ts';
import {
  circumstances,
  collectableLogs,
  collectionOf,
  createLogJob,
  createFrom,
  createWith,
  createTeam,
  createUser,
  creatingWith,
  creations,
  emailNotification,
  expect,
  newHost,
  groupNotification,
  httpDelivery,
  newWindow,
  sharedUser,
  play,
  proves,
  restorableReplicaSet,
  restoreDraft,
  scenario,
  test,
  type Scenario,
  type Scenarios,
} from '#suite';

const { alertConfig, apiKey, entry, host, window } = creations;
const families = Object.values(creations);

type Fields = Readonly<Record<string, unknown>>;

/** What others make in the organization at the same time does not count. */
const userWith = (what: string, change: Fields, field: string): Scenario => ({
  given: `${what} in a new user`,
  contended: true,
  when: (api) => createUser(api, change),
  fills: () => [field],
  watch: ({ organizations, orgId }) => organizations.listUsers(orgId),
  beside: (api) => createUser(api),
});

const teamWith = (what: string, change: Fields, field: string): Scenario =>
  scenario({
    given: `${what} in a new team`,
    contended: true,
    state: async (api) => [(await sharedUser(api)).username],
    when: ({ teams, names }, usernames) => teams.create({ name: names.name('team'), usernames, ...change }),
    fills: () => [field],
    watch: ({ teams }) => teams.list(),
    beside: (api, usernames) => createTeam(api, api.orgId, usernames),
  });

const scenarios: Scenarios<BodyCode> = {
  ATTRIBUTE_NEGATIVE: creatingWith(
    alertConfig,
    'a notification after -1 minutes',
    { notifications: [groupNotification({ delayMin: -1 })] },
    'delayMin',
  ),
  ATTRIBUTE_NEGATIVE_OR_ZERO: scenario({
    given: 'a restore to be downloaded 0 times',
    risk: 'destructive',
    state: restorableReplicaSet,
    when: (_, { jobs, snapshotId }) => jobs.create(restoreDraft(snapshotId, httpDelivery({ maxDownloads: 0 }))),
    fills: () => ['maxDownloads'],
    watch: (_, { jobs }) => jobs.list(),
    beside: (_, { spare }) => spare.jobs.create(restoreDraft(spare.snapshotId)),
  }),
  ATTRIBUTE_READ_ONLY: [
    scenario({
      given: 'another date of creation for a maintenance window',
      state: newWindow,
      when: ({ maintenanceWindows }, { id }) => maintenanceWindows.update(id, { created: '2020-01-01T00:00:00Z' }),
      fills: () => ['created'],
      watch: ({ maintenanceWindows }, { id }) => maintenanceWindows.read(id),
      beside: ({ maintenanceWindows, names }, { id }) => maintenanceWindows.update(id, { description: names.name('window') }),
    }),
    scenario({
      given: 'another id for a host',
      state: (api) => newHost(api),
      when: ({ hosts, names }, { id }) => hosts.update(id, { id: names.unknownHostId() }),
      fills: () => ['id'],
      watch: ({ hosts }, { id }) => hosts.read(id),
      beside: ({ hosts }, { id }) => hosts.update(id, { alertsEnabled: false }),
    }),
    creatingWith(alertConfig, 'a date of creation', { created: '2020-01-01T00:00:00Z' }, 'created'),
  ],
  INVALID_ATTRIBUTE: [
    ...families.map((of) => creatingWith(of, 'an unknown field', { unheardOf: true }, 'unheardOf')),
    userWith('an unknown field', { unheardOf: true }, 'unheardOf'),
    teamWith('an unknown field', { unheardOf: true }, 'unheardOf'),
    creatingWith(
      alertConfig,
      'an unknown field within a notification',
      { notifications: [emailNotification({ unheardOf: true })] },
      'unheardOf',
    ),
    scenario({
      given: 'an unknown field in a change of a host',
      state: (api) => newHost(api),
      when: ({ hosts }, { id }) => hosts.update(id, { alertsEnabled: false, unheardOf: true }),
      fills: () => ['unheardOf'],
      watch: ({ hosts }, { id }) => hosts.read(id),
      beside: ({ hosts }, { id }) => hosts.update(id, { alertsEnabled: false }),
    }),
  ],
  INVALID_ENUM_VALUE: [
    creatingWith(window, 'an alert type that does not exist', { alertTypeNames: ['NO_SUCH_TYPE'] }, 'NO_SUCH_TYPE'),
    creatingWith(alertConfig, 'an event that does not exist', { eventTypeName: 'NO_SUCH_EVENT' }, 'NO_SUCH_EVENT'),
    creatingWith(apiKey, 'a role that does not exist', { roles: ['NO_SUCH_ROLE'] }, 'NO_SUCH_ROLE'),
  ],
  INVALID_JSON: [
    ...families.map((of): Scenario => ({
      given: `JSON cut short for a new ${of.thing}`,
      when: (api) => createFrom(api, of, JSON.stringify(of.draft(api)).slice(0, -1)),
      newer: ['MALFORMED_JSON'],
      watch: (api) => collectionOf(api, of),
      beside: (api) => createWith(api, of),
    })),
    ...families.map((of): Scenario => ({
      given:
        of === entry
          ? `an object in place of an array for a new ${of.thing}`
          : `an array in place of an object for a new ${of.thing}`,
      when: (api) => createFrom(api, of, JSON.stringify(of === entry ? of.draft(api) : [of.draft(api)])),
      watch: (api) => collectionOf(api, of),
      beside: (api) => createWith(api, of),
    })),
  ],
  INVALID_JSON_ATTRIBUTE: [
    creatingWith(host, 'a port in words', { port: 'the usual one' }, 'port'),
    creatingWith(alertConfig, 'a text in place of notifications', { notifications: 'none' }, 'notifications'),
    creatingWith(window, 'a number in place of alert types', { alertTypeNames: 1 }, 'alertTypeNames'),
    creatingWith(apiKey, 'a text in place of roles', { roles: 'GROUP_READ_ONLY' }, 'roles'),
    creatingWith(entry, 'a number in place of an address', { ipAddress: 1 }, 'ipAddress'),
  ],
  MISSING_ATTRIBUTE: [
    creatingWith(host, 'no port', { port: undefined }, 'port'),
    creatingWith(alertConfig, 'no event', { eventTypeName: undefined }, 'eventTypeName'),
    creatingWith(apiKey, 'no description', { desc: undefined }, 'desc'),
    userWith('no e-mail address', { emailAddress: undefined }, 'emailAddress'),
    teamWith('no name', { name: undefined }, 'name'),
  ],
  MISSING_ONE_OF_ATTRIBUTES: creatingWith(
    entry,
    'neither an address nor a block',
    { ipAddress: undefined },
    'ipAddress',
    'cidrBlock',
  ),
  MISSING_ONE_OF_THREE_ATTRIBUTES: scenario({
    given: 'a restore from nothing: neither a snapshot, a checkpoint nor a point in time',
    risk: 'destructive',
    state: restorableReplicaSet,
    when: (_, { jobs }) => jobs.create({ delivery: httpDelivery() }),
    fills: () => ['snapshotId', 'checkpointId', 'timestamp'],
    watch: (_, { jobs }) => jobs.list(),
    beside: (_, { spare }) => spare.jobs.create(restoreDraft(spare.snapshotId)),
  }),
  MISSING_OR_INVALID_ATTRIBUTE: scenario({
    given: 'the logs of a kind of resource that does not exist',
    risk: 'destructive',
    state: collectableLogs,
    when: ({ logCollectionJobs }, { draft }) => logCollectionJobs.create({ ...draft, resourceType: 'NO_SUCH_TYPE' }),
    fills: () => ['resourceType'],
    watch: ({ logCollectionJobs }) => logCollectionJobs.list(),
    beside: (_, source) => createLogJob(source),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
