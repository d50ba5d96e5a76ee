import { withinBudget } from '../../client/transport/budget.ts';
import { politely } from '../../client/transport/polite.ts';
import type { Transport } from '../../client/types.ts';
import type { Settings } from '../../target/settings/types.ts';
import { budgetOf } from './budget.ts';
import { grantTime } from '../test/current-test.ts';
import type { RunCounts } from './run-counts.ts';

/** Workers that a run may have: more than requests in flight would have nothing to do. */
export const workersOf = ({ run }: Settings): number => Math.min(run.workers, run.inFlight ?? run.workers);

/** The transport of one worker, held to the run's budget and to the worker's share of what is polite. */
export function carefully(transport: Transport, settings: Settings, counts: RunCounts): Transport {
  const { requestsPerSecond, inFlight } = settings.run;
  const workers = workersOf(settings);
  // The budget is asked last, when it is the request's turn: what waits has not been spent.
  return politely(
    withinBudget(
      transport,
      budgetOf(settings, counts, () => transport.now()),
    ),
    {
      perSecond: requestsPerSecond === undefined ? undefined : requestsPerSecond / workers,
      inFlight: inFlight === undefined ? undefined : Math.max(1, Math.floor(inFlight / workers)),
      onHold: grantTime,
    },
  );
}
