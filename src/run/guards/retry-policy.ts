import type { Next, RetryPolicy, Tried } from '../../client/trips.ts';
import type { Transport } from '../../client/types.ts';
import { reason } from '../../contract/reasons.ts';
import { errorCodes, isErrorCodeName } from '../../contract/error-codes/index.ts';
import type { Violation } from '../../contract/outcomes.ts';
import type { Settings } from '../../target/settings/types.ts';
import { grantTime, isJudging, requirementOf, runningTest, type CurrentTest } from '../test/current-test.ts';
import { isTransient, throttlePause, transientPause, wordsFor } from './retry-pauses.ts';
import type { RunCounts } from './run-counts.ts';
import { setupFailed } from '../test/unmet.ts';

/** Windows of the target's rate limit that one call waits at most, and all calls of a run together. */
const windowsOfCall = 1;
const windowsOfRun = 5;
/** Calls of a run whose every trip met a fault; after so many, and where no further trip ever helped, a call gets one. */
const mostInVain = 10;
/** Milliseconds beyond a window: clocks are never the same. */
const margin = 5000;

/** Checks that bring a 429 about outside of the area for it. */
const otherProvokers: readonly string[] = ['journey.two-users-two-projects'];

/**
 * Whether a check is after a 429 itself. It counts its requests too, so that nothing of it is ever sent twice.
 */
export function provokesThrottling(requirement: string): boolean {
  const code = requirement.replace(/^code\./, '');
  if (isErrorCodeName(code) && errorCodes[code].status === 429) return true;
  return requirement.startsWith('rate.') || otherProvokers.includes(requirement);
}

/** What a check tells of a request that went out again. */
export const sentAgain = (tried: Pick<Tried, 'request' | 'came' | 'id'>): Violation => ({
  path: '',
  message: `${shown(tried)} was sent again after: ${wordsFor(tried.came)}`,
  exchange: tried.id,
});

const shown = ({ request }: Pick<Tried, 'request'>): string => `${request.method} ${new URL(request.url).pathname}`;

/**
 * How much the calls of a run put up with. A 429 is waited out, within a budget that all workers share, and else ends
 * the test as setup-failed; a transient fault of a safe request is met with a second and a third try, each of which
 * stands in the evidence, until it has shown that the fault does not pass. A check that provokes 429 sees what comes as it comes.
 */
export function retryPolicyOf(settings: Settings, transport: Transport, counts: RunCounts): RetryPolicy {
  const windowMs = settings.target.rateWindowSeconds * 1000;
  const mostOfCall = windowsOfCall * windowMs + margin;
  const mostOfRun = windowsOfRun * settings.target.rateWindowSeconds;

  const pause = (pauseMs: number): Next => ({
    pauseMs,
    async wait() {
      grantTime(pauseMs);
      await transport.pause(pauseMs);
    },
  });

  const giveUp = (tried: Tried, why: string): Next => ({
    pauseMs: 0,
    wait: async () =>
      setupFailed(
        reason(
          'throttled',
          `throttled: ${shown(tried)} is answered 429 ${why}; try again later, or with a smaller --requests-per-second`,
        ),
      ),
  });

  /** Once the test is over nobody can be told that the run gave up; what was answered is then the answer. */
  function throttled(tried: Tried, test: CurrentTest | undefined): Next | undefined {
    if (tried.came instanceof Error) return undefined;
    const end = (why: string) => (test === undefined ? undefined : giveUp(tried, why));
    if (tried.handmade) return end('and its credentials are good for one use');
    const pauseMs = throttlePause(tried.came, tried.attempt, transport.now());
    if (pauseMs > mostOfCall) return end(`and asks to come back in ${Math.ceil(pauseMs / 1000)} s`);
    if (tried.waitedMs + pauseMs > mostOfCall) return end(`still, after ${Math.round(tried.waitedMs / 1000)} s`);
    if (counts.add('waited', Math.ceil(pauseMs / 1000)) > mostOfRun) return end(`again, and the run has waited ${mostOfRun} s`);
    return pause(pauseMs);
  }

  /** Notes for the run what came of a further trip: whether faults pass there, or never do. */
  function noteSecondTrips({ came, attempt }: Tried, isLast: boolean): void {
    if (attempt === 1) return;
    // A 401 may only say that the nonce has grown old in the meantime.
    if (!isTransient(came) && !('status' in came && came.status === 401)) counts.add('helped', 1);
    if (isTransient(came) && isLast) counts.add('in-vain', 1);
  }

  const isInVain = (): boolean => counts.add('in-vain', 0) >= mostInVain && counts.add('helped', 0) === 0;

  function transient(tried: Tried, test: CurrentTest | undefined): Next | undefined {
    const pauseMs = transientPause(tried);
    noteSecondTrips(tried, pauseMs === undefined);
    if (pauseMs === undefined || isInVain()) return undefined;
    const next = pause(pauseMs);
    return {
      pauseMs,
      async wait() {
        await next.wait();
        test?.findings.push(sentAgain(tried));
      },
    };
  }

  return {
    after(tried) {
      const judging = isJudging() ? runningTest() : undefined;
      if (judging !== undefined && provokesThrottling(requirementOf(judging.info))) return undefined;
      const { came } = tried;
      return 'status' in came && came.status === 429 ? throttled(tried, judging) : transient(tried, judging);
    },
  };
}
