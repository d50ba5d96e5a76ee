import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  automationChangedMeanwhile,
  circumstances,
  expect,
  ownAutomation,
  projectWithoutAutomation,
  play,
  proves,
  scenario,
  test,
  withAnotherRole,
  type Scenarios,
} from '#suite';

const scenarios: Scenarios<ErrorCodeOf<'automation'>> = {
  AUTOMATION_CONFIG_CONCURRENT_MODIFICATION: scenario({
    given: 'a change to a configuration that somebody else changed since it was read',
    state: automationChangedMeanwhile,
    when: (api, { replaceConfig, config }) => replaceConfig(withAnotherRole(config, api.names.name('role'))),
    watch: (_, { readConfig }) => readConfig(),
    beside: async (_, { replaceConfig, readConfig }) => replaceConfig((await readConfig()).json),
  }),
  AUTOMATION_CONFIG_NOT_FOUND: scenario({
    given: 'a project in which Automation was never set up',
    state: projectWithoutAutomation,
    when: (_, { readConfig }) => readConfig(),
    fills: (_, { id }) => [id],
    beside: (_, { having }) => having.readConfig(),
  }),
  INVALID_AGENT_TYPE_NAME: {
    given: 'agents of a type that does not exist',
    when: ({ agents }) => agents.list('NO_SUCH_TYPE'),
    fills: () => ['NO_SUCH_TYPE'],
    beside: ({ agents }) => agents.list('MONITORING'),
  },
  UNSUPPORTED_AUTOMATION_AGENT_VERSION: scenario({
    given: 'a configuration that asks for an agent of version 1',
    state: ownAutomation,
    when: (_, { replaceConfig, config }) => replaceConfig({ ...config, agentVersion: { name: '1.0.0.1-1' } }),
    watch: (_, { readConfig }) => readConfig(),
    beside: (_, { replaceConfig, config }) => replaceConfig(config),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
