import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  circumstances,
  createHost,
  expect,
  newHost,
  hostThere,
  isUnseen,
  managedHost,
  pingedHost,
  projectWithoutPings,
  play,
  proves,
  scenario,
  test,
  type Scenarios,
} from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'hosts'>> = {
  AUTH_MECHANISM_REQUIRES_SSL: {
    given: 'a host with MONGODB_X509 and no SSL',
    when: (api) => createHost(api, { authMechanismName: 'MONGODB_X509', sslEnabled: false }),
    fills: () => ['MONGODB_X509'],
    watch: ({ hosts }) => hosts.list(),
    beside: (api) => createHost(api, { authMechanismName: 'MONGODB_X509', sslEnabled: true }),
  },
  CANNOT_MODIFY_MANAGED_HOST: scenario({
    given: 'a host that Automation manages',
    risk: 'destructive',
    state: managedHost,
    when: ({ given }, { id }) => given.hosts.update(id, { logsEnabled: true }),
    watch: ({ given }, { id }) => given.hosts.read(id),
    beside: async (api) => api.hosts.update((await newHost(api)).id, { logsEnabled: true }),
  }),
  CANNOT_SET_CREDENTIALS_FOR_AUTH_MECHANISM: {
    given: 'a host with GSSAPI, a username and a password',
    when: (api) => createHost(api, { authMechanismName: 'GSSAPI', username: 'agent', password: api.names.name('password') }),
    watch: ({ hosts }) => hosts.list(),
    beside: (api) =>
      createHost(api, { authMechanismName: 'MONGODB_CR', username: 'agent', password: api.names.name('password') }),
  },
  CANNOT_SET_PASSWORD_FOR_AUTH_MECHANISM: scenario({
    given: 'a password for a host without authentication',
    state: (api) => newHost(api),
    when: ({ hosts, names }, { id }) => hosts.update(id, { password: names.name('password') }),
    watch: ({ hosts }, { id }) => hosts.read(id),
    beside: async (api) => {
      const { id } = await newHost(api, {
        authMechanismName: 'MONGODB_CR',
        username: 'agent',
        password: api.names.name('password'),
      });
      return api.hosts.update(id, { password: api.names.name('password') });
    },
  }),
  DATABASE_NOT_FOUND: scenario({
    given: 'a database that the host does not have',
    state: hostThere(),
    when: (_, { hosts, id }) => hosts.readDatabase(id, 'no-such-database'),
    fills: (_, { id }) => ['no-such-database', id],
    beside: (_, { hosts, id }) => hosts.listDatabases(id),
  }),
  DEVICE_NOT_FOUND: scenario({
    given: 'a disk that the host does not have',
    state: hostThere(),
    when: (_, { hosts, id }) => hosts.readDisk(id, 'no-such-disk'),
    fills: (_, { id }) => ['no-such-disk', id],
    beside: (_, { hosts, id }) => hosts.listDisks(id),
  }),
  HOSTNAME_AND_PORT_NOT_FOUND: {
    given: 'a name and a port that no host has',
    when: ({ hosts }) => hosts.readByName('nobody.example.com', 27099),
    fills: ({ projectId }) => ['nobody.example.com:27099', projectId],
  },
  HOST_LAST_PING_NOT_FOUND: scenario({
    given: 'the last ping of a host that never pinged',
    state: hostThere(isUnseen),
    when: (_, { lastPings, id }) => lastPings.ofHost(id),
    fills: (_, { projectId, id }) => [id, projectId],
    beside: async (api) => api.given.lastPings.ofHost((await pingedHost(api)).id),
  }),
  HOST_NOT_FOUND: scenario({
    given: 'an id that names no host',
    state: async ({ names }) => names.unknownHostId(),
    when: ({ hosts }, id) => hosts.read(id),
    fills: ({ projectId }, id) => [id, projectId],
  }),
  INVALID_AUTH_MECHANISM: {
    given: 'a host with a mechanism that does not exist',
    when: (api) => createHost(api, { authMechanismName: 'NO_SUCH_MECHANISM' }),
    fills: () => ['NO_SUCH_MECHANISM'],
    watch: ({ hosts }) => hosts.list(),
    beside: (api) => createHost(api, { authMechanismName: 'NONE' }),
  },
  INVALID_HOSTNAME: {
    given: 'a host name with a blank in it',
    when: (api) => createHost(api, { hostname: 'not a host' }),
    fills: () => ['not a host'],
    watch: ({ hosts }) => hosts.list(),
    beside: (api) => createHost(api),
  },
  INVALID_HOST_PORT: {
    given: 'port 65536',
    when: (api) => createHost(api, { port: 65_536 }),
    fills: () => ['65536'],
    watch: ({ hosts }) => hosts.list(),
    beside: (api) => createHost(api, { port: 65_535 }),
  },
  INVALID_MONGODB_USERNAME: {
    given: 'a MongoDB user name with a blank in it',
    when: (api) =>
      createHost(api, { authMechanismName: 'MONGODB_CR', username: 'no name', password: api.names.name('password') }),
    fills: () => ['no name'],
    watch: ({ hosts }) => hosts.list(),
    beside: (api) =>
      createHost(api, { authMechanismName: 'MONGODB_CR', username: 'no-blank', password: api.names.name('password') }),
  },
  INVALID_MONITORING_STATE: scenario({
    given: 'measurements of a host that no agent has reported on',
    state: (api) => newHost(api),
    when: ({ hosts }, { id }) => hosts.measurements(id, { granularity: 'PT5M', period: 'P1D' }),
    beside: async (api) => api.given.hosts.measurements((await pingedHost(api)).id, { granularity: 'PT5M', period: 'P1D' }),
  }),
  LAST_PING_NOT_FOUND: {
    given: 'the last pings of a project whose agents never pinged',
    state: projectWithoutPings,
    when: ({ lastPings }) => lastPings.ofProject(),
    fills: ({ projectId }) => [projectId],
    beside: async (api) => {
      await pingedHost(api);
      return api.given.lastPings.ofProject();
    },
  },
  MISSING_CREDENTIALS_FOR_AUTH_MECHANISM: {
    given: 'a host with MONGODB_CR and no username',
    when: (api) => createHost(api, { authMechanismName: 'MONGODB_CR' }),
    fills: () => ['MONGODB_CR'],
    watch: ({ hosts }) => hosts.list(),
    beside: (api) =>
      createHost(api, { authMechanismName: 'MONGODB_CR', username: 'agent', password: api.names.name('password') }),
  },
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
