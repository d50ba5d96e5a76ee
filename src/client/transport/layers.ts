import { NetworkFault, type IncomingResponse, type OutgoingRequest, type SendOptions, type Transport } from '../types.ts';

/** Time, as the layers below have it pass. */
export type Clock = Pick<Transport, 'now' | 'pause'>;

/** Told what became of a request: an answer, a fault of the network; undefined where something below did not let it go. */
export type Leave = (came: IncomingResponse | NetworkFault | undefined) => void | Promise<void>;

/** What stands between a client and the network, and holds what is sent to something. */
export interface TransportLayer {
  /**
   * Asked before a request goes on to the layers below. Throws where it may not go, and may take its time; what it
   * gives, if anything, is told what came of the request, after the layers below were.
   */
  enter?(request: OutgoingRequest, options: SendOptions, below: Clock): Leave | undefined | Promise<Leave | undefined>;
  /** Asked before a pause, with its milliseconds. Throws where nobody may wait so long. */
  pause?(milliseconds: number): void;
}

/**
 * The transport behind layers, the first of which is asked first; absent ones are passed over. Without any it is the
 * transport itself.
 */
export function layered(transport: Transport, given: readonly (TransportLayer | undefined)[]): Transport {
  const layers = given.filter((layer) => layer !== undefined);
  if (layers.length === 0) return transport;

  /** The clock below the first `count` layers. */
  const clockBelow = (count: number): Clock => ({
    now: () => transport.now(),
    async pause(milliseconds) {
      for (const layer of layers.slice(count)) layer.pause?.(milliseconds);
      await transport.pause(milliseconds);
    },
  });
  const clocks = layers.map((_, index) => clockBelow(index + 1));

  async function send(request: OutgoingRequest, options: SendOptions = {}): Promise<IncomingResponse> {
    const leaves: Leave[] = [];
    let came: IncomingResponse | NetworkFault | undefined;
    try {
      for (const [index, layer] of layers.entries()) {
        const entered = layer.enter?.(request, options, clocks[index]!);
        const leave = entered instanceof Promise ? await entered : entered;
        if (leave !== undefined) leaves.push(leave);
      }
      return (came = await transport.send(request, options));
    } catch (error) {
      if (error instanceof NetworkFault) came = error;
      throw error;
    } finally {
      for (const leave of leaves.toReversed()) await leave(came);
    }
  }

  return { ...transport, send, pause: clockBelow(0).pause };
}
