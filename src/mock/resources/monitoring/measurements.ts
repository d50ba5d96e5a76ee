import { dataPoints, refuseUnmonitored } from '../../rules/data-points.ts';
import { formatSecond } from '../../world/dates.ts';
import { findPart } from '../../world/hosts.ts';
import type { Fields } from '../../world/json.ts';
import { metrics } from '../../world/metrics.ts';
import type { Measured, Metric } from '../../world/metrics.ts';
import { refuse } from '../../world/refusal.ts';
import { entity, links } from '../../rules/reply.ts';
import type { Call, Reply } from '../../rules/reply.ts';
import { route } from '../../rules/route.ts';
import { timeSpan } from '../../rules/time-span.ts';
import type { Host } from '../../world/world.ts';

const stepsMs: ReadonlyMap<string, number> = new Map([
  ['PT10S', 10_000],
  ['PT30S', 30_000],
  ['PT1M', 60_000],
  ['PT5M', 300_000],
  ['PT1H', 3_600_000],
  ['P1D', 86_400_000],
]);

function metricsAsked({ query }: Call, of: Measured): Metric[] {
  const names = query.getAll('m');
  const known = [...metrics.values()].filter((metric) => metric.of === of);
  if (names.length === 0) return known;
  return names.map((name) => known.find((metric) => metric.name === name) ?? refuse('INVALID_METRIC_NAME', name));
}

/** What was measured of a host, or of the part of it that `part` names. `below` is its place under the host's path. */
function measurements(call: Call, host: Host, of: Measured, below: string, part: Fields = {}): Reply {
  const { query, world } = call;
  const granularity = query.get('granularity') ?? refuse('MISSING_QUERY_PARAMETER', 'granularity');
  const stepMs = stepsMs.get(granularity) ?? refuse('INVALID_GRANULARITY', granularity);
  const span = timeSpan(call);
  const asked = metricsAsked(call, of);
  refuseUnmonitored(host, world);
  const group = `/groups/${String(host['groupId'])}`;
  const path = `${group}/hosts/${host.id}`;
  return entity({
    ...part,
    end: formatSecond(span.end),
    granularity,
    groupId: host['groupId'],
    hostId: host.id,
    links: links(call, `${path}${below}/measurements?${query}`, [
      ['group', group],
      ['host', path],
    ]),
    measurements: asked.map((metric) => ({
      dataPoints: dataPoints(host, metric, span, stepMs),
      name: metric.name,
      units: metric.units,
    })),
    processId: `${host.hostname}:${host.port}`,
    start: formatSecond(span.start),
  });
}

export const measurementsOfHosts = [
  route('GET', '/groups/{group}/hosts/{host}/measurements', {}, ({ host }, call) => measurements(call, host, 'host', '')),
  route('GET', '/groups/{group}/hosts/{host}/databases/{name}/measurements', {}, ({ group, host, name }, call) => {
    findPart('databases', group, host, name);
    return measurements(call, host, 'database', `/databases/${encodeURIComponent(name)}`, { databaseName: name });
  }),
  route('GET', '/groups/{group}/hosts/{host}/disks/{name}/measurements', {}, ({ group, host, name }, call) => {
    findPart('disks', group, host, name);
    return measurements(call, host, 'disk', `/disks/${encodeURIComponent(name)}`, { partitionName: name });
  }),
];
