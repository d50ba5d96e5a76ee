import type { Json, Fields } from '../world/json.ts';
import type { Cluster, Group } from '../world/world.ts';

/** The first version of the backup agent that filters namespaces; which one it was is not documented. */
const filtersNamespaces = 3;

/** The major version of the backup agent that runs beside a cluster's processes; a current one where none is named. */
function majorVersionFor({ hosts, automationConfig }: Group, cluster: Cluster): number {
  const members = new Set(
    [...hosts.values()].filter(({ clusterId }) => clusterId === cluster.id).map(({ hostname }) => hostname as Json),
  );
  const agents = (automationConfig?.['backupVersions'] ?? []) as readonly Fields[];
  const agent = agents.find(({ hostname }) => members.has(hostname));
  return agent === undefined ? Infinity : Number.parseInt(String(agent['name']), 10);
}

/** True where backup can leave namespaces out, or keep to some. */
export function canFilterNamespaces(group: Group, cluster: Cluster): boolean {
  return majorVersionFor(group, cluster) >= filtersNamespaces;
}
