import { refuse } from '../../world/refusal.ts';
import { entity, links, list } from '../../rules/reply.ts';
import type { Call } from '../../rules/reply.ts';
import { route } from '../../rules/route.ts';
import type { Fields } from '../../world/json.ts';
import type { Host } from '../../world/world.ts';

function pingView(host: Host, call: Call, alone = true): Fields {
  const group = `/groups/${String(host['groupId'])}`;
  const path = `${group}/hosts/${host.id}`;
  const related = alone
    ? ([
        ['group', group],
        ['host', path],
      ] as const)
    : [];
  return {
    groupId: host['groupId'],
    hostId: host.id,
    lastPing: host['lastPing'],
    links: links(call, `${path}/lastPing`, related),
  };
}

/** Their paths and fields are inferred (src/contract/inferred-paths.ts): all that is known are the codes for their absence. */
export const lastPings = [
  route('GET', '/groups/{group}/lastPings', {}, ({ group }, call) => {
    const pinged = [...group.hosts.values()].filter((host) => host['lastPing'] !== undefined);
    if (pinged.length === 0) refuse('LAST_PING_NOT_FOUND', group.id);
    return list(call, pinged, (host) => pingView(host, call, false));
  }),
  route('GET', '/groups/{group}/hosts/{host}/lastPing', {}, ({ group, host }, call) => {
    if (host['lastPing'] === undefined) refuse('HOST_LAST_PING_NOT_FOUND', host.id, group.id);
    return entity(pingView(host, call));
  }),
];
