import type { Answer, Call, Client } from './types.ts';

/** What is done to each call of a client, or because of it. */
export interface CallStep {
  /** Gives the call as it is to be sent. May ask the target first; throws where the call is not to be sent. */
  before?(call: Call): Call | Promise<Call>;
  /** Told of the answer before whoever made the call is. `client` is the one that made it, with all of its steps. */
  after?(call: Call, answer: Answer, client: Client): void | Promise<void>;
}

/** The same client with steps: the first has the call first, and its answer last. Absent ones are passed over. */
export function withSteps(client: Client, given: readonly (CallStep | undefined)[]): Client {
  const steps = given.filter((step) => step !== undefined);
  const around = (inner: Client): Client => {
    const outer: Client = {
      ...inner,
      async send(call) {
        let sent = call;
        for (const step of steps) if (step.before !== undefined) sent = await step.before(sent);
        const answer = await inner.send(sent);
        for (const step of steps.toReversed()) await step.after?.(call, answer, outer);
        return answer;
      },
      as: (caller) => around(inner.as(caller)),
    };
    return outer;
  };
  return around(client);
}
