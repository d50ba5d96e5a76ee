import { checkAutomationConfig } from '../../rules/automation-rules.ts';
import { refuseLowPlan } from '../../world/accounts.ts';
import { done, entity } from '../../rules/reply.ts';
import { groupRole } from '../../world/roles.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import { alphabetical } from '../../world/json.ts';
import type { Fields } from '../../world/json.ts';
import type { Group } from '../../world/world.ts';

const oldestAgent = 3;

/** Newer versions have parts of it that older ones do not know, so that it is open; these two are looked into. */
const shape: Shape = { agentVersion: { type: 'object' }, version: { type: 'integer' } };

function checkAgentVersion({ agentVersion }: Fields): void {
  const name = (agentVersion as Fields | undefined)?.['name'];
  if (name !== undefined && Number.parseInt(String(name), 10) < oldestAgent) {
    refuse('UNSUPPORTED_AUTOMATION_AGENT_VERSION');
  }
}

function configOf({ id, automationConfig }: Group): Fields {
  return automationConfig ?? refuse('AUTOMATION_CONFIG_NOT_FOUND', id);
}

const need = groupRole('GROUP_AUTOMATION_ADMIN');

export const automation = [
  route('GET', '/groups/{group}/automationConfig', { need }, ({ group }) => {
    refuseLowPlan(group);
    return entity(configOf(group));
  }),
  route(
    'PUT',
    '/groups/{group}/automationConfig',
    {
      need,
      body: { shape, mode: 'replace', open: true },
    },
    ({ group }, { world, body }) => {
      refuseLowPlan(group);
      checkAgentVersion(body);
      checkAutomationConfig(body);
      const current = Number(group.automationConfig?.['version'] ?? 0);
      // On Cloud Manager the later modification wins; Ops Manager has a code for one made from an older version.
      const outdated = body['version'] !== undefined && Number(body['version']) < current;
      if (outdated && world.product === 'ops-manager') refuse('AUTOMATION_CONFIG_CONCURRENT_MODIFICATION');
      group.automationConfig = alphabetical({ ...body, version: current + 1 });
      return done();
    },
  ),
  route('GET', '/groups/{group}/automationStatus', {}, ({ group }) => {
    const { processes = [], version } = configOf(group);
    return entity({
      goalVersion: version,
      processes: (processes as readonly Fields[]).map(({ hostname, name }) => ({
        hostname,
        lastGoalVersionAchieved: version,
        name,
        plan: [],
      })),
    });
  }),
];
