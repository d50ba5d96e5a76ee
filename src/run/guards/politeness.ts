import type { Clock, TransportLayer } from '../../client/transport/layers.ts';
import type { Settings } from '../../target/settings/types.ts';
import { grantTime } from '../test/current-test.ts';

export interface Politeness {
  /** Requests in a second, evenly spread; fractions are allowed. */
  readonly perSecond?: number;
  /** Requests that wait for their answers at once. */
  readonly inFlight?: number;
  /** Told of the milliseconds for which a request is about to be held back. */
  readonly onHold?: (milliseconds: number) => void;
}

/** Workers that a run may have: more than requests in flight would have nothing to do. */
export const workersOf = ({ run }: Settings): number => Math.min(run.workers, run.inFlight ?? run.workers);

/** A worker's share of what is polite; the time for which it holds back is not the test's. */
export function politenessOf(settings: Settings): Politeness {
  const { requestsPerSecond, inFlight } = settings.run;
  const workers = workersOf(settings);
  return {
    perSecond: requestsPerSecond === undefined ? undefined : requestsPerSecond / workers,
    inFlight: inFlight === undefined ? undefined : Math.max(1, Math.floor(inFlight / workers)),
    onHold: grantTime,
  };
}

/** Lets at most so many at a time go on; the rest waits in the order in which it came. */
function turnstile(places: number) {
  const waiting: (() => void)[] = [];
  let free = places;
  return {
    async enter(): Promise<void> {
      if (free > 0) free -= 1;
      else
        await new Promise<void>((go) => {
          waiting.push(go);
        });
    },
    leave(): void {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}

/**
 * Holds requests to a number in a second and in flight, on the clock of the layers below. Undefined where there is no
 * limit.
 */
export function politenessLayer({ perSecond, inFlight, onHold }: Politeness): TransportLayer | undefined {
  if (perSecond === undefined && inFlight === undefined) return undefined;
  const gate = turnstile(inFlight ?? Infinity);
  const spacing = perSecond === undefined ? 0 : 1000 / perSecond;
  let free = -Infinity;

  /** Waits for the next moment at which a request may leave. */
  async function slot({ now, pause }: Clock): Promise<void> {
    const came = now();
    const at = Math.max(came, free);
    free = at + spacing;
    if (at <= came) return;
    onHold?.(at - came);
    await pause(at - came);
  }

  return {
    async enter(_request, { onHeld }, below) {
      const came = below.now();
      await gate.enter();
      try {
        await slot(below);
      } catch (error) {
        gate.leave();
        throw error;
      }
      onHeld?.(below.now() - came);
      return gate.leave;
    },
  };
}
