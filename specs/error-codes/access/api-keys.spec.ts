import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  circumstances,
  expect,
  newAgentApiKey,
  sharedApiKey,
  prepared,
  play,
  proves,
  scenario,
  test,
  type Scenarios,
} from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'api-keys'>> = {
  API_KEY_NOT_FOUND: [
    scenario({
      given: 'an id that names no API key',
      state: async ({ names }) => names.unknownId(),
      when: ({ organizationApiKeys }, id) => organizationApiKeys.read(id),
      fills: (_, id) => [id],
    }),
    scenario({
      given: 'an API key that is not in the project, to be removed from it',
      state: sharedApiKey,
      when: ({ apiKeys }, { id }) => apiKeys.unassign(id),
      fills: (_, { id }) => [id],
      watch: ({ apiKeys }) => apiKeys.list(),
      beside: async ({ apiKeys }, { id }) => {
        prepared(await apiKeys.assign(id, { roles: ['GROUP_READ_ONLY'] }), 'assign an API key to a project');
        return apiKeys.unassign(id);
      },
    }),
  ],
  INVALID_KEY_ID: scenario({
    given: 'text that is no id of an agent API key',
    state: newAgentApiKey,
    when: ({ agentApiKeys }) => agentApiKeys.remove('not-an-id'),
    fills: () => ['not-an-id'],
    watch: ({ agentApiKeys }) => agentApiKeys.list(),
    beside: ({ agentApiKeys }, { id }) => agentApiKeys.remove(id),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
