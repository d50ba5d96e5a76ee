import { unlessFull } from '../../cleanup/full-disk.ts';
import type { Clock, TransportLayer } from '../../client/transport/layers.ts';
import { reason } from '../../contract/reasons.ts';
import type { Settings } from '../../target/settings/types.ts';
import { isJudging } from '../test/current-test.ts';
import { unverified } from '../test/unmet.ts';
import type { RunCounts } from './run-counts.ts';

/** True when the run may not send all it would. */
export const hasBudget = ({ run }: Settings): boolean => run.maxRequests !== undefined || run.maxSeconds !== undefined;

/** Starts the clock of `--max-time`, unless it runs already; gives when it began. `now` in milliseconds. */
export const beginBudget = (counts: RunCounts, now: number): number => counts.first('began', now);

/**
 * Holds requests and pauses to what all workers of a run may spend together; undefined where nobody set a limit. A test
 * for which nothing is left ends as unverified. What is sent between tests, to clean up, is counted and never stopped.
 */
export function budgetLayer(settings: Settings, counts: RunCounts, { now }: Pick<Clock, 'now'>): TransportLayer | undefined {
  if (!hasBudget(settings)) return undefined;
  const { maxRequests = Infinity, maxSeconds = Infinity } = settings.run;
  const end = beginBudget(counts, now()) + maxSeconds * 1000;
  const refuse = (at: number): void => {
    if (at > end) unverified(reason('budget', `budget: the ${maxSeconds} s of --max-time are used up`));
  };
  return {
    enter() {
      if (!isJudging()) {
        unlessFull(() => void counts.add('requests', 1));
        return undefined;
      }
      const sent = counts.add('requests', 1);
      if (sent > maxRequests) unverified(reason('budget', `budget: the ${maxRequests} requests of --max-requests are used up`));
      refuse(now());
      return undefined;
    },
    pause(milliseconds) {
      if (isJudging()) refuse(now() + milliseconds);
    },
  };
}
