import { tarGz } from '../../world/archive.ts';
import { partsOf } from '../../world/hosts.ts';
import { download, entity } from '../../rules/reply.ts';
import { refuse } from '../../world/refusal.ts';
import { groupRole } from '../../world/roles.ts';
import { route } from '../../rules/route.ts';
import type { Group, Host } from '../../world/world.ts';

/** A process by its id, or by host and port, as newer clients name it. */
function processNamed({ id, hosts }: Group, name: string): Host {
  const found = hosts.get(name) ?? [...hosts.values()].find(({ hostname, port }) => `${hostname}:${port}` === name);
  return found ?? refuse('HOST_NOT_FOUND', name, id);
}

/** What could be faster, and what is handed to those who help. Nothing here is slow. Source: public clients of the API. */
export const performanceAdvisor = [
  route('GET', '/groups/{group}/hosts/{name}/performanceAdvisor/namespaces', {}, ({ group, name }) =>
    entity({
      namespaces: partsOf('databases', group, processNamed(group, name)).map((database) => ({
        namespace: `${database}.items`,
        type: 'collection',
      })),
    }),
  ),
  route('GET', '/groups/{group}/hosts/{name}/performanceAdvisor/slowQueryLogs', {}, ({ group, name }) => {
    processNamed(group, name);
    return entity({ slowQueries: [] });
  }),
  route('GET', '/groups/{group}/hosts/{name}/performanceAdvisor/suggestedIndexes', {}, ({ group, name }) => {
    processNamed(group, name);
    return entity({ shapes: [], suggestedIndexes: [] });
  }),
  route('GET', '/groups/{group}/diagnostics', { need: groupRole() }, ({ group }) =>
    download('application/gzip', tarGz({ 'project.json': JSON.stringify({ id: group.id, name: group.name }) })),
  ),
];
