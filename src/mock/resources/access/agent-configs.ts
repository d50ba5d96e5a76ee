import { alphabetical } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import type { BodyRule } from '../../rules/body.ts';
import { entity } from '../../rules/reply.ts';
import { refuse } from '../../world/refusal.ts';
import { groupRole } from '../../world/roles.ts';
import { route } from '../../rules/route.ts';
import type { Group } from '../../world/world.ts';

/** What the service hands out by now. */
const newest = { automation: '12.0.24.7719-1', biConnector: '2.14.4', tools: '100.6.1' };

const text = { type: 'string' } as const;
const body: BodyRule = {
  mode: 'replace',
  shape: {
    configOverrides: { type: 'object' },
    hasPassword: { type: 'boolean' },
    hasSslPEMKeyPwd: { type: 'boolean' },
    logPath: text,
    logPathWindows: text,
    logRotate: { type: 'object' },
    password: text,
    sslPEMKeyFile: text,
    sslPEMKeyFileWindows: text,
    sslPEMKeyPwd: text,
    username: text,
  },
};

const usual: Fields = {
  configOverrides: {},
  hasPassword: false,
  hasSslPEMKeyPwd: false,
  logRotate: { sizeThresholdMB: 1_000, timeThresholdHrs: 24 },
};

/** Secrets are kept out of what is shown; that they are set is told. */
function shown({ password, sslPEMKeyPwd, ...rest }: Fields): Fields {
  return alphabetical({ ...rest, hasPassword: password !== undefined, hasSslPEMKeyPwd: sslPEMKeyPwd !== undefined });
}

const need = groupRole('GROUP_AUTOMATION_ADMIN');

function configs(
  kind: 'monitoring' | 'backup',
  path: '/groups/{group}/automationConfig/monitoringAgentConfig' | '/groups/{group}/automationConfig/backupAgentConfig',
) {
  return [
    route('GET', path, { need }, ({ group }) => entity(group.agentConfigs.get(kind) ?? usual)),
    route('PUT', path, { need, body }, ({ group }, call) => {
      const config = shown(call.body);
      group.agentConfigs.set(kind, config);
      return entity(config);
    }),
  ];
}

function updateAgents(group: Group): void {
  const config = group.automationConfig ?? refuse('AUTOMATION_CONFIG_NOT_FOUND', group.id);
  const { agentVersion, version } = config;
  if ((agentVersion as Fields | undefined)?.['name'] === newest.automation) return;
  group.automationConfig = alphabetical({ ...config, agentVersion: { name: newest.automation }, version: Number(version) + 1 });
}

/** What is set for the agents beside automation, and which versions there are. Fields: public clients of the API. */
export const agentConfigs = [
  ...configs('monitoring', '/groups/{group}/automationConfig/monitoringAgentConfig'),
  ...configs('backup', '/groups/{group}/automationConfig/backupAgentConfig'),
  route('POST', '/groups/{group}/automationConfig/updateAgentVersions', { need }, ({ group }) => {
    updateAgents(group);
    return entity({ automationAgentVersion: newest.automation, biConnectorVersion: newest.biConnector });
  }),
  route('GET', '/groups/{group}/agents/versions', { product: 'ops-manager' }, ({ group }) =>
    entity({
      count: group.agents.length,
      entries: group.agents.map(({ hostname, typeName }) => ({
        address: hostname,
        agentVersion: (group.automationConfig?.['agentVersion'] as Fields | undefined)?.['name'],
        kind: typeName,
      })),
      isAnyAgentNotManaged: group.agents.some(({ isManaged }) => isManaged !== true),
    }),
  ),
  route('GET', '/softwareComponents/versions', { product: 'ops-manager' }, () =>
    entity({
      automationVersion: newest.automation,
      biConnectorVersion: newest.biConnector,
      mongoDbToolsVersion: newest.tools,
    }),
  ),
];
