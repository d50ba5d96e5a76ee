import { guardLayer } from '../../client/transport/guard-layer.ts';
import { layered, type TransportLayer } from '../../client/transport/layers.ts';
import type { Guard, Transport } from '../../client/types.ts';
import type { Settings } from '../../target/settings/types.ts';
import { budgetLayer } from './budget.ts';
import { politenessLayer, politenessOf } from './politeness.ts';
import type { RunCounts } from './run-counts.ts';

/** What is sent is held to; what is left out does not hold it. */
export interface Holds {
  readonly settings: Settings;
  /** What the workers of the run count together. */
  readonly counts: RunCounts;
  /** What the run's risk allows. */
  readonly risk?: Guard;
  /** What the run's plan names. */
  readonly plan?: Guard;
  /** Stops what is sent to a target that is down. */
  readonly circuit?: TransportLayer;
}

/**
 * The transport to a target, held to all of that. This is the order in which a request is asked for, from the client
 * to the network:
 *
 * 1. The risk, before anything else: what may not be done is told for that reason, whatever else stands in its way.
 * 2. The plan, before anything that waits or counts: what is refused costs neither time nor budget.
 * 3. Politeness. It waits, on the clock of the layers below: a wait that the budget of time does not have is not begun.
 * 4. The budget, when it is the request's turn: what waits has not been spent, and time that ran out meanwhile counts.
 * 5. The circuit, below what waits: a request that was held back while the target went down is not sent. Between it and
 *    the budget either order would do.
 *
 * Retries are above them all (`src/client/trips.ts`): each further trip passes each layer anew. The ledger is above
 * retries: a request is written down once, however often it is sent.
 */
export function heldTo(transport: Transport, { settings, counts, risk, plan, circuit }: Holds): Transport {
  return layered(transport, [
    risk && guardLayer(risk),
    plan && guardLayer(plan),
    politenessLayer(politenessOf(settings)),
    budgetLayer(settings, counts, transport),
    circuit,
  ]);
}
