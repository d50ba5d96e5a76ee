import type { IncomingResponse, OutgoingRequest, Transport } from '../types.ts';

export interface Politeness {
  /** Requests in a second, evenly spread; fractions are allowed. */
  readonly perSecond?: number;
  /** Requests that wait for their answers at once. */
  readonly inFlight?: number;
  /** Told of the milliseconds for which a request is about to be held back. */
  readonly onHold?: (milliseconds: number) => void;
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
 * The same transport, held to a number of requests in a second and in flight, on the clock that its `pause` moves.
 * Without limits it is the transport itself.
 */
export function politely(transport: Transport, { perSecond, inFlight, onHold }: Politeness): Transport {
  if (perSecond === undefined && inFlight === undefined) return transport;
  const gate = turnstile(inFlight ?? Infinity);
  const spacing = perSecond === undefined ? 0 : 1000 / perSecond;
  let free = -Infinity;

  /** Waits for the next moment at which a request may leave. */
  async function slot(): Promise<void> {
    const now = transport.now();
    const at = Math.max(now, free);
    free = at + spacing;
    if (at <= now) return;
    onHold?.(at - now);
    await transport.pause(at - now);
  }

  const held =
    (send: Transport['send']) =>
    async (request: OutgoingRequest): Promise<IncomingResponse> => {
      const came = transport.now();
      await gate.enter();
      try {
        await slot();
        const left = transport.now();
        return { ...(await send(request)), heldMs: left - came };
      } finally {
        gate.leave();
      }
    };
  return { ...transport, send: held(transport.send), sendRaw: held(transport.sendRaw) };
}
