import { formatSecond, parseDate } from '../../world/dates.ts';
import { inOrder } from '../../world/orders.ts';
import { bare, done, entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { groupRole } from '../../world/roles.ts';
import { plainAddress } from '../../rules/addresses.ts';
import { refuse } from '../../world/refusal.ts';
import { route } from '../../rules/route.ts';
import type { Shape } from '../../rules/body.ts';
import type { Fields } from '../../world/json.ts';
import type { Group } from '../../world/world.ts';

const types = ['MONITORING', 'BACKUP', 'AUTOMATION'] as const;

const keyShape: Shape = {
  desc: { type: 'string', required: true },
  ...Object.fromEntries(
    ['_id', 'createdBy', 'createdIpAddr', 'createdTime', 'createdUserId', 'key'].map((name) => [
      name,
      { type: 'any', readOnly: true } as const,
    ]),
  ),
};

function agentView(agent: Fields, group: Group, call: Call): Fields {
  const self = `/groups/${group.id}/agents/${String(agent['typeName'])}/${encodeURIComponent(String(agent['hostname']))}`;
  return { ...agent, links: links(call, self) };
}

function agentsOf(group: Group, agentType: string): Fields[] {
  if (!(types as readonly string[]).includes(agentType)) refuse('INVALID_AGENT_TYPE_NAME', agentType);
  return group.agents.filter(({ typeName }) => typeName === agentType);
}

/** Agents have no id; what tells them apart within their type is their host. */
export const agents = [
  route('GET', '/groups/{group}/agents', {}, ({ group }, call) => {
    const path = `/groups/${group.id}/agents`;
    return entity({
      links: links(
        call,
        path,
        types.map((type) => [`${type.toLowerCase()}Agents`, `${path}/${type}`] as const),
      ),
    });
  }),
  route('GET', '/groups/{group}/agents/{agentType}', {}, ({ group, agentType }, call) =>
    list(call, agentsOf(group, agentType), (agent) => agentView(agent, group, call)),
  ),
  route('GET', '/groups/{group}/agents/{agentType}/{name}', {}, ({ group, agentType, name }, call) => {
    const agent = agentsOf(group, agentType).find(({ hostname }) => hostname === name);
    return entity(agentView(agent ?? refuse('RESOURCE_NOT_FOUND', new URL(call.self).pathname), group, call));
  }),
  route('GET', '/groups/{group}/agentapikeys', {}, ({ group }, { world }) =>
    bare(inOrder([...group.agentApiKeys.values()], (key) => key, world.forms)),
  ),
  route(
    'POST',
    '/groups/{group}/agentapikeys',
    {
      need: groupRole(),
      body: { shape: keyShape, mode: 'create' },
    },
    ({ group }, call) => {
      const { world, caller, remoteAddress } = call;
      const createdTime = parseDate(formatSecond(world.now()));
      const key = {
        _id: world.ids.id(),
        createdBy: caller.publicKey,
        createdIpAddr: plainAddress(remoteAddress),
        createdTime,
        createdUserId: caller.userId,
        desc: call.body['desc'],
        key: world.ids.hex(40),
      };
      group.agentApiKeys.set(key['_id'], key);
      return entity(key);
    },
  ),
  route('DELETE', '/groups/{group}/agentapikeys/{agentApiKey}', { need: groupRole() }, ({ group, agentApiKey }) => {
    group.agentApiKeys.delete(agentApiKey['_id']);
    return done();
  }),
];
