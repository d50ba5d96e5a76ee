import type { BodyCode, WaitingCode } from '../../src/contract/error-codes/tables/generic.ts';
import type { ErrorCodeOf } from '../../src/contract/error-codes/index.ts';
import {
  circumstances,
  clampedPage,
  expect,
  hostThere,
  pingedHost,
  play,
  proves,
  scenario,
  servedPath,
  test,
  unreadableEvent,
  type Scenario,
  type Scenarios,
  type Api,
} from '#suite';

/** A path that names nothing, made from one that names something; below the run's own project unless told otherwise. */
const misspelt = (
  wrong: string,
  right: string,
  within: (api: Api) => Promise<string> = async ({ projectId }) => `/groups/${projectId}/`,
): Scenario =>
  scenario({
    given: `a path that names nothing: ${wrong} in place of ${right}`,
    state: async (api) => {
      const served = await servedPath(api, (await within(api)) + right);
      return { served, misspelt: served.replace(right, wrong) };
    },
    when: ({ client }, { misspelt: path }) => client.send({ method: 'GET', path }),
    fills: ({ client }, { misspelt: path }) => [new URL(client.baseUrl).pathname + path],
    beside: ({ client }, { served: path }) => client.send({ method: 'GET', path }),
  });

/** A page of a list that nobody can have; the first page is there. */
const noSuchPage = (what: string, collection: (api: Api) => string, query: Readonly<Record<string, string>>): Scenario => ({
  given: `${Object.entries(query)
    .map((one) => one.join('='))
    .join()} for a list of ${what}`,
  when: (api) => clampedPage(api.client.send({ method: 'GET', path: collection(api), query })),
  fills: () => Object.keys(query),
  beside: (api) => api.client.send({ method: 'GET', path: collection(api), query: { pageNum: '1', itemsPerPage: '1' } }),
});

const aDay = { granularity: 'PT5M', start: '2026-01-01T00:00:00Z', end: '2026-01-02T00:00:00Z' };

const scenarios: Scenarios<Exclude<ErrorCodeOf<'generic'>, BodyCode | WaitingCode>> = {
  INVALID_QUERY_PARAMETER: [
    noSuchPage('hosts', ({ projectId }) => `/groups/${projectId}/hosts`, { pageNum: '0' }),
    noSuchPage('alert configurations', ({ projectId }) => `/groups/${projectId}/alertConfigs`, { pageNum: '-1' }),
    noSuchPage('maintenance windows', ({ projectId }) => `/groups/${projectId}/maintenanceWindows`, { itemsPerPage: '0' }),
    noSuchPage('API keys', ({ projectId }) => `/groups/${projectId}/apiKeys`, { itemsPerPage: 'many' }),
    noSuchPage('projects', () => '/groups', { pageNum: 'first' }),
    noSuchPage('users', ({ orgId }) => `/orgs/${orgId}/users`, { pageNum: '1.5' }),
    {
      given: 'events since a day that is no date',
      when: ({ organizationEvents }) => organizationEvents.list({ minDate: 'yesterday' }),
      newer: ['INVALID_DATE_FORMAT'],
      fills: () => ['minDate'],
      beside: ({ organizationEvents }) => organizationEvents.list({ minDate: '2026-01-01' }),
    },
  ],
  MISSING_QUERY_PARAMETER: scenario({
    given: 'measurements without a granularity',
    state: pingedHost,
    when: ({ given }, { id }) => given.hosts.measurements(id, { period: 'P1D' }),
    fills: () => ['granularity'],
    beside: ({ given }, { id }) => given.hosts.measurements(id, { granularity: 'PT5M', period: 'P1D' }),
  }),
  MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS: scenario({
    given: 'measurements of a period and from a start to an end',
    state: pingedHost,
    when: ({ given }, { id }) => given.hosts.measurements(id, { ...aDay, period: 'P1D' }),
    fills: () => ['period', 'start'],
    beside: ({ given }, { id }) => given.hosts.measurements(id, aDay),
  }),
  RESOURCE_NOT_FOUND: [
    misspelt('org', 'orgs', async () => '/'),
    misspelt('host', 'hosts'),
    misspelt('cluster', 'clusters'),
    misspelt('alert', 'alerts'),
    misspelt('alertconfigs', 'alertConfigs'),
    misspelt('maintenanceWindow', 'maintenanceWindows'),
    misspelt('backupConfig', 'backupConfigs'),
    misspelt('automationconfig', 'automationConfig'),
    misspelt('apikeys', 'apiKeys'),
    misspelt('drives', 'disks', async (api) => {
      const { projectId, id } = await hostThere()(api);
      return `/groups/${projectId}/hosts/${id}/`;
    }),
  ],
  UNEXPECTED_ERROR: scenario({
    given: 'an event that is listed, but that the server fails to show',
    state: unreadableEvent,
    when: (_, { events, unreadable }) => events.read(unreadable),
    beside: (_, { events, readable }) => events.read(readable),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
