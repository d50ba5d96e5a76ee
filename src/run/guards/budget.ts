import type { Budget } from '../../client/transport/budget.ts';
import type { Settings } from '../../target/settings/types.ts';
import { isJudging } from '../test/current-test.ts';
import { unlessFull } from '../../cleanup/full-disk.ts';
import type { RunCounts } from './run-counts.ts';
import { unverified } from '../test/unmet.ts';

/** True when the run may not send all it would. */
export const hasBudget = ({ run }: Settings): boolean => run.maxRequests !== undefined || run.maxSeconds !== undefined;

/** Starts the clock of `--max-time`, unless it runs already; gives when it began. `now` in milliseconds. */
export const beginBudget = (counts: RunCounts, now: number): number => counts.first('began', now);

/**
 * What all workers of a run may spend together; undefined where nobody set a limit. A test for which nothing is left
 * ends as unverified. What is sent between tests, to clean up, is counted and never stopped.
 */
export function budgetOf(settings: Settings, counts: RunCounts, now: () => number): Budget | undefined {
  if (!hasBudget(settings)) return undefined;
  const { maxRequests = Infinity, maxSeconds = Infinity } = settings.run;
  const end = beginBudget(counts, now()) + maxSeconds * 1000;
  const refuse = (at: number): void => {
    if (at > end) unverified(`budget: the ${maxSeconds} s of --max-time are used up`);
  };
  return {
    request() {
      if (!isJudging()) return unlessFull(() => void counts.add('requests', 1));
      const sent = counts.add('requests', 1);
      if (sent > maxRequests) unverified(`budget: the ${maxRequests} requests of --max-requests are used up`);
      refuse(now());
    },
    pause(milliseconds) {
      if (isJudging()) refuse(now() + milliseconds);
    },
  };
}
