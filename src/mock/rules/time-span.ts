import { dateParameter } from './query.ts';
import { refuse } from '../world/refusal.ts';
import type { Call } from './reply.ts';

/** Milliseconds since the epoch. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

const duration = /^P(?=.)(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;
const unitMs = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];

/** Milliseconds that an ISO 8601 duration of weeks, days, hours, minutes and seconds lasts; undefined when it is none. */
function durationMs(text: string): number | undefined {
  const parts = duration.exec(text)?.slice(1);
  const length = parts?.reduce((sum, part, index) => sum + Number(part ?? 0) * (unitMs[index] ?? 0), 0);
  return length === 0 ? undefined : length;
}

/** The time that the query asks about: the `period` up to now, or else from `start` to `end`. Refuses anything else. */
export function timeSpan({ query, world }: Call): TimeSpan {
  const [start, end] = [dateParameter(query, 'start'), dateParameter(query, 'end')];
  const period = query.get('period');
  if (period === null) {
    return start !== undefined && end !== undefined && start < end ? { start, end } : refuse('INVALID_PERIOD');
  }
  if (start !== undefined) refuse('MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS', 'period', 'start');
  if (end !== undefined) refuse('MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS', 'period', 'end');
  const length = durationMs(period) ?? refuse('INVALID_PERIOD');
  return { start: world.now() - length, end: world.now() };
}
