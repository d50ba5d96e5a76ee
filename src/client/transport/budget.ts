import type { Transport } from '../types.ts';

/** Says no, by throwing, where nothing is left to be spent. */
export interface Budget {
  /** Asked before each round trip. */
  request(): void;
  /** Asked before each pause, with its milliseconds. */
  pause(milliseconds: number): void;
}

/** The same transport, which asks the budget before a byte leaves and before it waits. */
export function withinBudget(transport: Transport, budget: Budget | undefined): Transport {
  if (budget === undefined) return transport;
  return {
    ...transport,
    async send(request) {
      budget.request();
      return transport.send(request);
    },
    async sendRaw(request) {
      budget.request();
      return transport.sendRaw(request);
    },
    async pause(milliseconds) {
      budget.pause(milliseconds);
      await transport.pause(milliseconds);
    },
  };
}
