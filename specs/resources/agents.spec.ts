import { allWith, examined, expect, present, proves, replacedAgentConfig, telling, test, updatedAgents } from '#suite';

const types = ['MONITORING', 'BACKUP', 'AUTOMATION'] as const;

test(
  'the configuration of monitoring agents is replaced',
  proves('resource.monitoring-agent-config-replaced'),
  async ({ api }) => {
    const { replaced, after, logPath } = await replacedAgentConfig(api, 'Monitoring');

    expect(replaced).toHaveStatus(200, 201);
    expect(after).toHold({ '/logPath': logPath });
  },
);

test('the configuration of backup agents is replaced', proves('resource.backup-agent-config-replaced'), async ({ api }) => {
  const { replaced, after, logPath } = await replacedAgentConfig(api, 'Backup');

  expect(replaced).toHaveStatus(200, 201);
  expect(after).toHold({ '/logPath': logPath });
});

test('agents are updated to a version', proves('resource.agent-versions-updated'), async ({ api }) => {
  const answer = await updatedAgents(api);

  expect(answer).toHaveStatus(200, 202);
  expect(answer).toHold({ '/automationAgentVersion': present });
});

test('a list of agents holds those of its type', proves('resource.agents-by-type'), async ({ api: { given } }) => {
  for (const typeName of examined(types)) {
    expect(telling(await given.agents.list(typeName))).toHold({ '/results': allWith({ typeName }) });
  }
});

test('the agents of a project link to the list of each type', proves('resource.agents-index'), async ({ api: { given } }) => {
  const index = telling(await given.agents.read());

  expect(index).toHaveStatus(200);
  for (const type of types) expect(index).toLink(`${type.toLowerCase()}Agents`);
});

test('the versions of agents can be read', proves('resource.agent-versions-read'), async ({ api, onlyFor }) => {
  onlyFor('ops-manager');

  expect(telling(await api.given.agents.readVersions())).toHaveStatus(200);
});

test('the versions of what is handed out can be read', proves('resource.software-versions-read'), async ({ client, onlyFor }) => {
  onlyFor('ops-manager');

  expect(telling(await client.send({ method: 'GET', path: '/softwareComponents/versions' }))).toHaveStatus(200);
});
