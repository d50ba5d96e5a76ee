import { NetworkFault } from '../types.ts';

/** What bounds one round trip, whatever the other end does. */
export interface Limits {
  /** Seconds until a connection must stand, TLS included. */
  readonly connectSeconds: number;
  /** Seconds until an answer must have begun: its status and its headers are there. */
  readonly firstByteSeconds: number;
  /** Seconds for all of it, from connecting to the last byte. */
  readonly timeoutSeconds: number;
  /** Largest answer read, in bytes, also after decompression. */
  readonly maxBodyBytes: number;
}

export type GivenLimits = Pick<Limits, 'timeoutSeconds'> & Partial<Limits>;

/** The limits that were given, the others filled in; no part of a round trip may take longer than all of it. */
export function limitsOf({ timeoutSeconds, connectSeconds = 10, firstByteSeconds, maxBodyBytes }: GivenLimits): Limits {
  return {
    timeoutSeconds,
    connectSeconds: Math.min(connectSeconds, timeoutSeconds),
    firstByteSeconds: Math.min(firstByteSeconds ?? timeoutSeconds, timeoutSeconds),
    maxBodyBytes: maxBodyBytes ?? 16 * 1024 * 1024,
  };
}

/** The clocks of one round trip. */
export interface Clocks {
  /** A connection stands. */
  connected(): void;
  /** The answer has begun. */
  begun(): void;
  /** Nothing more is waited for. */
  stop(): void;
}

const wordsOf = {
  connectSeconds: 'accepted no connection',
  firstByteSeconds: 'did not begin to answer',
  timeoutSeconds: 'gave no complete answer',
} as const;
type Clock = keyof typeof wordsOf;

/** The fault of a clock that ran out, in words of its own. */
export const outOfTime = (clock: Clock, limits: Limits, host: string): NetworkFault =>
  new NetworkFault('timeout', `${host} ${wordsOf[clock]} within ${limits[clock]} s`);

/**
 * Starts clocks of a round trip to `host`, those named in `among`. The first that runs out is told to `onFault`, and
 * no other; of two that run out together it is the one that is named first.
 */
export function startClocks(
  limits: Limits,
  host: string,
  among: readonly Clock[],
  onFault: (fault: NetworkFault) => void,
): Clocks {
  const timers = new Map<Clock, NodeJS.Timeout>();
  const end = (...clocks: readonly Clock[]) => {
    for (const clock of clocks) clearTimeout(timers.get(clock));
  };
  const stop = () => end(...among);
  for (const clock of among) {
    timers.set(
      clock,
      setTimeout(() => {
        stop();
        onFault(outOfTime(clock, limits, host));
      }, limits[clock] * 1000),
    );
  }
  return {
    connected: () => end('connectSeconds'),
    begun: () => end('connectSeconds', 'firstByteSeconds'),
    stop,
  };
}
