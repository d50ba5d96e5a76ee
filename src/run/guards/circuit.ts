import type { TransportLayer } from '../../client/transport/layers.ts';
import { NetworkFault, type IncomingResponse, type OutgoingRequest } from '../../client/types.ts';
import { isOfGateway } from '../../wire/gateway.ts';

/** What is known of a target's health; shared by all who send to it, and by those who come after them. */
export interface Health {
  /** Why nothing is sent any more; undefined while there is hope. */
  cause(): string | undefined;
  /** Notes that one more request had no answer; gives how many there are in a row. */
  fault(): number;
  /** The target answered, which ends the row. */
  answered(): void;
  /** The target is given up; the first cause stands. */
  giveUp(cause: string): void;
}

export interface CircuitOptions {
  /** URL of the API's root. What is sent to another origin, plain HTTP beside https for one, is none of its business. */
  readonly baseUrl: string;
  readonly health: Health;
  /** Asks the target for a sign of life, past this circuit; gives what is wrong, or undefined when it is well. */
  readonly ask: () => Promise<string | undefined>;
  /** What to do with a request to a target that was given up. */
  readonly refuse: (cause: string) => never;
}

/**
 * Faults in a row before the target is asked for a sign of life: a call that is tried three times fails thrice for one
 * fault that passes, and a fault that has passed lets the target answer.
 */
export const faultsBeforeAsking = 3;
/** Faults in a row after which its signs of life count for nothing. */
export const mostFaults = 12;

/**
 * Stops what is sent to a target that is down. Faults of the network count, and what a gateway answers in
 * the target's place; any answer of the target ends the row, but for a 401: a server that challenges, and is silent
 * to everybody who then logs in, is as good as down.
 */
export function circuitLayer({ baseUrl, health, ask, refuse }: CircuitOptions): TransportLayer {
  const { origin } = new URL(baseUrl);
  const isOurs = ({ url }: OutgoingRequest) => url === origin || url.startsWith(`${origin}/`);

  async function noteFault(words: string): Promise<void> {
    const faults = health.fault();
    if (faults < faultsBeforeAsking) return;
    const obstacle = await ask();
    if (obstacle !== undefined) health.giveUp(`the target went down during the run: ${obstacle}`);
    else if (faults >= mostFaults) {
      health.giveUp(`the target answers at its root, but ${faults} requests in a row had no answer: ${words}`);
    }
  }

  async function note(came: IncomingResponse | NetworkFault | undefined): Promise<void> {
    if (came === undefined) return;
    if (came instanceof NetworkFault) await noteFault(came.message);
    else if (isOfGateway(came)) await noteFault(`what stands before it answers ${came.status}`);
    else if (came.status !== 401) health.answered();
  }

  return {
    enter(request) {
      if (!isOurs(request)) return undefined;
      const cause = health.cause();
      return cause === undefined ? note : refuse(cause);
    },
  };
}
