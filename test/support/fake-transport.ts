import type { IncomingResponse, OutgoingRequest, Transport } from '../../src/client/types.ts';

/** What a made transport saw: each request, with the moment at which it left. */
export interface Left {
  readonly at: number;
  readonly request: OutgoingRequest;
}

/**
 * A transport without a network, on a clock that only `pause` and `takes` move: nobody waits. Each answer takes that
 * many milliseconds of it, as long as others are on their way too.
 */
export function fakeTransport(answer: (request: OutgoingRequest, n: number) => IncomingResponse, takes = 0) {
  const left: Left[] = [];
  let now = 1_000_000;
  let underWay = 0;
  let most = 0;
  const due: { at: number; go: () => void }[] = [];
  /** Moves the clock to the next moment at which somebody goes on, once everybody stands still. */
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((go) => {
      due.push({ at: now + milliseconds, go });
      setImmediate(() => {
        const next = due.toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) return;
        due.splice(due.indexOf(next), 1);
        now = Math.max(now, next.at);
        next.go();
      });
    });
  const send = async (request: OutgoingRequest): Promise<IncomingResponse> => {
    left.push({ at: now, request });
    underWay += 1;
    most = Math.max(most, underWay);
    const n = left.length;
    await wait(takes);
    underWay -= 1;
    return answer(request, n);
  };
  const transport: Transport = { send, pause: wait, now: () => now, close: async () => {} };
  return { transport, left, now: () => now, most: () => most };
}
