import type { Dispatcher } from 'undici';
import type { Header } from '../../wire/http.ts';

/** An answer as it came, not decoded. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly bytes: Buffer;
}

/** A request that is on its way. */
export interface Dispatched {
  /** Rejects with what undici says, or with what it was given up for. */
  readonly answer: Promise<RawAnswer>;
  giveUp(reason: Error): void;
}

/** undici gives raw headers as one flat list. */
function pairs(flat: readonly Buffer[]): Header[] {
  const headers: Header[] = [];
  for (let n = 0; n + 1 < flat.length; n += 2) headers.push([String(flat[n]), flat[n + 1]!.toString('latin1')]);
  return headers;
}

/**
 * Sends a request and gathers its answer, without the streams and signals that undici's other methods make for each.
 *
 * @param begun called when the answer's headers are there.
 */
export function dispatch(agent: Dispatcher, request: Dispatcher.DispatchOptions, begun: () => void): Dispatched {
  let giveUp: Dispatched['giveUp'] = () => {};
  const answer = new Promise<RawAnswer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let head: Omit<RawAnswer, 'bytes'> = { status: 0, headers: [] };
    // While a connection is made there is nothing to end, and that has a clock of its own.
    let givenUp: Error | undefined;
    giveUp = (reason) => {
      givenUp = reason;
    };
    agent.dispatch(request, {
      onRequestStart(controller) {
        giveUp = (reason) => controller.abort(reason);
        if (givenUp !== undefined) giveUp(givenUp);
      },
      onResponseStart(controller, status) {
        // What comes before the answer, such as 103.
        if (status < 200) return;
        head = { status, headers: pairs(controller.rawHeaders as Buffer[]) };
        begun();
      },
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => resolve({ ...head, bytes: Buffer.concat(chunks) }),
      onResponseError: (_controller, error) => reject(error),
    });
  });
  return { answer, giveUp: (reason) => giveUp(reason) };
}
