import { done, entity } from '../reply.ts';
import { groupRole } from '../roles.ts';
import { refuse } from '../refusal.ts';
import { route } from '../route.ts';
import type { Shape } from '../body.ts';
import { alphabetical } from '../json.ts';
import type { Fields } from '../json.ts';

const oldestAgent = 3;

/** What a configuration is made of at the top; below that it is the agents' business, and not looked into. */
const shape: Shape = {
  ...Object.fromEntries([
    'auth', 'backupVersions', 'balancer', 'clientPIT', 'cpsModules', 'edition', 'indexConfigs', 'kerberos', 'ldap',
    'mongoDbToolsVersion',
    'mongoDbVersions', 'mongosqlds', 'mongots', 'monitoringVersions', 'onlineArchiveModules', 'options',
    'processes', 'prometheus',
    'replicaSets', 'roles', 'sharding', 'ssl', 'tls', 'uiBaseUrl',
  ].map(name => [name, { type: 'any' } as const])),
  agentVersion: { type: 'object' },
  version: { type: 'integer' },
};

function checkAgentVersion({ agentVersion }: Fields): void {
  const name = (agentVersion as Fields | undefined)?.['name'];
  if (name !== undefined && Number.parseInt(String(name), 10) < oldestAgent) {
    refuse('UNSUPPORTED_AUTOMATION_AGENT_VERSION');
  }
}

const need = groupRole('GROUP_AUTOMATION_ADMIN');

export const automation = [
  route('GET', '/groups/{group}/automationConfig', { need }, ({ group }) => entity(group.automationConfig)),
  route('PUT', '/groups/{group}/automationConfig', {
    need, body: { shape, mode: 'replace' },
  }, ({ group }, { world, body }) => {
    checkAgentVersion(body);
    const current = Number(group.automationConfig['version']);
    // On Cloud Manager the later modification wins; Ops Manager has a code for one made from an older version.
    const outdated = body['version'] !== undefined && Number(body['version']) < current;
    if (outdated && world.product === 'ops-manager') refuse('AUTOMATION_CONFIG_CONCURRENT_MODIFICATION');
    group.automationConfig = alphabetical({ ...body, version: current + 1 });
    return done();
  }),
  route('GET', '/groups/{group}/automationStatus', {}, ({ group }) => {
    const { processes = [], version } = group.automationConfig;
    return entity({
      goalVersion: version,
      processes: (processes as readonly Fields[]).map(({ hostname, name }) => ({
        hostname, lastGoalVersionAchieved: version, name, plan: [],
      })),
    });
  }),
];
