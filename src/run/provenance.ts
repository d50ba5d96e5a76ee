import type { Transport } from '../client/types.ts';
import type { Provenance } from '../contract/outcomes.ts';
import { runningTest } from './test/current-test.ts';
import type { Session } from './session.ts';

/** What either runner tells of the worker that runs a test. */
interface WorkerPlace {
  readonly workerIndex: number;
  readonly config: { readonly shard: { readonly current: number; readonly total: number } | null };
}

/** The worker's name in the whole run: two parts of one run may have the same seed, and each has a worker 0. */
export const workerName = ({ workerIndex, config: { shard } }: WorkerPlace): number | string =>
  shard === null ? workerIndex : `${shard.current}/${shard.total} ${workerIndex}`;

/** How a test comes to run, as far as it is known when it begins. */
export const provenanceOf = (
  { workerIndex, config: { shard } }: WorkerPlace,
  session: Session,
  startedAt: number,
): Omit<Provenance, 'clock'> => ({
  ...(shard !== null && { shard: shard.current }),
  worker: workerIndex,
  turn: session.nextTurn(),
  named: session.names.given,
  startedAt,
});

/** The transport with every reading of its clock noted: dates that a test sends derive from them. */
export const withNotedClock = (transport: Transport): Transport => ({
  ...transport,
  now() {
    const at = transport.now();
    runningTest()?.provenance.clock.push(at);
    return at;
  },
});
