import { Refusal } from '../world/refusal.ts';

/** Counts one request of a project and refuses it when the project has used up the window. */
export type RateLimiter = (groupId: string, path: string) => void;

/**
 * So many requests a window and project, in windows that begin with the clock's: a window of 60 seconds is a minute
 * of the clock. Source: Rate Limiting.
 */
export function createRateLimiter(limit: number, windowSeconds: number, now: () => number): RateLimiter {
  let current = 0;
  let counts = new Map<string, number>();
  return (groupId, path) => {
    const seconds = now() / 1000;
    const window = Math.floor(seconds / windowSeconds);
    if (window !== current) {
      current = window;
      counts = new Map();
    }
    const count = counts.get(groupId) ?? 0;
    if (count < limit) {
      counts.set(groupId, count + 1);
      return;
    }
    const left = Math.max(1, Math.ceil((window + 1) * windowSeconds - seconds));
    const minutes = String(Number((windowSeconds / 60).toFixed(3)));
    throw new Refusal('RATE_LIMITED', [path, String(limit), minutes], { 'Retry-After': String(left) });
  };
}
