import type { Exchange } from '../../../src/wire/exchange.ts';

/** By standing requirement: exchanges that keep it, break it, and say nothing about it. */
export type Examples = Readonly<
  Record<
    string,
    {
      readonly keep: readonly Exchange[];
      readonly break: readonly Exchange[];
      readonly silent: readonly Exchange[];
    }
  >
>;

/** The same, with credentials in its request. */
export const signed = (one: Exchange): Exchange => ({
  ...one,
  request: { ...one.request, headers: [['Authorization', 'Digest ‹removed›']] },
});
