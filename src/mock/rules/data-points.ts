import { formatSecond } from '../world/dates.ts';
import type { Fields } from '../world/json.ts';
import type { Metric } from '../world/metrics.ts';
import { refuse } from '../world/refusal.ts';
import type { TimeSpan } from './time-span.ts';
import type { Host, World } from '../world/world.ts';

/** Older points are not kept. */
const mostPoints = 1000;

/**
 * What a metric was at each full step of the span; nothing of a host that no agent has reported on.
 * Values follow from the time alone, so that asking twice brings the same.
 */
export function dataPoints(host: Host, { rate }: Metric, { start, end }: TimeSpan, stepMs: number): Fields[] {
  if (host['lastPing'] === undefined) return [];
  const last = Math.floor(end / stepMs);
  const first = Math.max(Math.ceil(start / stepMs), last - mostPoints + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    timestamp: formatSecond((first + index) * stepMs),
    value: rate && index === 0 ? null : (first + index) % 10,
  }));
}

/** Ops Manager says so where there is no monitoring data; Cloud Manager knows no such code and shows no points. */
export function refuseUnmonitored(host: Host, { product }: World): void {
  if (product === 'ops-manager' && host['lastPing'] === undefined) refuse('INVALID_MONITORING_STATE');
}
