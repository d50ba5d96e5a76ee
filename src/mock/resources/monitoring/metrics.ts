import { dataPoints, refuseUnmonitored } from '../../rules/data-points.ts';
import { findPart, partsOf } from '../../world/hosts.ts';
import { metrics } from '../../world/metrics.ts';
import type { Metric } from '../../world/metrics.ts';
import { refuse } from '../../world/refusal.ts';
import { entity, links, list } from '../../rules/reply.ts';
import type { Call, Reply } from '../../rules/reply.ts';
import { route } from '../../rules/route.ts';
import { timeSpan } from '../../rules/time-span.ts';
import type { Group, Host } from '../../world/world.ts';

const stepsMs: ReadonlyMap<string, number> = new Map([
  ['MINUTE', 60_000],
  ['HOUR', 3_600_000],
  ['DAY', 86_400_000],
]);

/** Points that are shown where the query says nothing of a time. */
const usualPoints = 60;

function pathOf(host: Host, metric: Metric, part?: string): string {
  const path = `/groups/${String(host['groupId'])}/hosts/${host.id}/metrics/${metric.name}`;
  return part === undefined ? path : `${path}/${encodeURIComponent(part)}`;
}

interface Place {
  readonly metric: Metric;
  /** The database or disk partition. */
  readonly part?: string;
}

/** Where a metric is measured: once for the host, or once for each of its databases or disk partitions. */
function placesOf(metric: Metric, group: Group, host: Host): Place[] {
  if (metric.of === 'host') return [{ metric }];
  return partsOf(metric.of === 'database' ? 'databases' : 'disks', group, host).map((part) => ({ metric, part }));
}

function reading(call: Call, host: Host, metric: Metric, part?: string): Reply {
  const { query, world } = call;
  const granularity = query.get('granularity') ?? 'MINUTE';
  const stepMs = stepsMs.get(granularity) ?? refuse('INVALID_GRANULARITY', granularity);
  const timed = ['period', 'start', 'end'].some((name) => query.has(name));
  const span = timed ? timeSpan(call) : { start: world.now() - usualPoints * stepMs, end: world.now() };
  refuseUnmonitored(host, world);
  const group = `/groups/${String(host['groupId'])}`;
  const path = `${group}/hosts/${host.id}`;
  return entity({
    dataPoints: dataPoints(host, metric, span, stepMs),
    databaseName: metric.of === 'database' ? part : undefined,
    deviceName: metric.of === 'disk' ? part : undefined,
    granularity,
    groupId: host['groupId'],
    hostId: host.id,
    links: links(call, `${pathOf(host, metric, part)}?${query}`, [
      ['group', group],
      ['host', path],
    ]),
    metricName: metric.name,
    units: metric.units,
  });
}

/** The resource that measurements took the place of. */
export const metricsOfHosts = [
  route('GET', '/groups/{group}/hosts/{host}/metrics', {}, ({ group, host }, call) =>
    list(
      call,
      [...metrics.values()].flatMap((metric) => placesOf(metric, group, host)),
      ({ metric, part }) => ({
        databaseName: metric.of === 'database' ? part : undefined,
        deviceName: metric.of === 'disk' ? part : undefined,
        groupId: group.id,
        hostId: host.id,
        links: links(call, pathOf(host, metric, part)),
        metricName: metric.name,
        units: metric.units,
      }),
    ),
  ),
  route('GET', '/groups/{group}/hosts/{host}/metrics/{metric}', {}, ({ host, metric }, call) => {
    if (metric.of === 'database') refuse('DATABASE_NAME_REQUIRED', metric.name);
    if (metric.of === 'disk') refuse('DEVICE_NAME_REQUIRED', metric.name);
    return reading(call, host, metric);
  }),
  route('GET', '/groups/{group}/hosts/{host}/metrics/{metric}/{name}', {}, ({ group, host, metric, name }, call) => {
    if (metric.of === 'host') refuse('NOT_DATABASE_OR_DISK_METRIC', metric.name);
    findPart(metric.of === 'database' ? 'databases' : 'disks', group, host, name);
    return reading(call, host, metric, name);
  }),
];
