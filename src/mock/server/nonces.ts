import { createHmac } from 'node:crypto';

/** Counts that may still come in out of order: a client with many calls under way does not send them in order. */
const windowSize = 1024;

interface Counts {
  readonly expires: number;
  highest: number;
  /** One bit of memory a count, by count modulo the window. */
  readonly seen: Uint8Array;
}

function madeAt(nonce: string): number {
  return Number.parseInt(nonce.slice(0, 12), 16);
}

export interface Nonces {
  issue(): string;
  /** genuine: made here and alive; expired: made here, but too long ago; foreign: made up. */
  judge(nonce: string): 'genuine' | 'expired' | 'foreign';
  /** Takes a count of a genuine nonce: used when it was taken before, stale when it is too old to tell. */
  take(nonce: string, count: number): 'taken' | 'used' | 'stale';
}

/**
 * Nonces that carry their time and a seal, so that a challenge costs no memory; only the counts of nonces in use are
 * kept, until they expire. Source: RFC 7616, 3.3 and 5.4.
 */
export function createNonces(seed: string, lifetimeMs: number, now: () => number): Nonces {
  const inUse = new Map<string, Counts>();
  let issued = 0;
  const seal = (plain: string): string => createHmac('sha256', seed).update(plain).digest('hex').slice(0, 24);

  const forgetExpired = (): void => {
    // In order of first use, not of expiry: one that outlives its elders waits for them, which is short.
    for (const [nonce, { expires }] of inUse) {
      if (expires >= now()) return;
      inUse.delete(nonce);
    }
  };

  return {
    issue: () => {
      issued += 1;
      const plain = now().toString(16).padStart(12, '0') + issued.toString(16).padStart(8, '0');
      return plain + seal(plain);
    },
    judge: (nonce) => {
      const known = inUse.get(nonce);
      if (known) return known.expires >= now() ? 'genuine' : 'expired';
      if (nonce.length !== 44 || seal(nonce.slice(0, 20)) !== nonce.slice(20)) return 'foreign';
      return madeAt(nonce) + lifetimeMs >= now() ? 'genuine' : 'expired';
    },
    take: (nonce, count) => {
      let counts = inUse.get(nonce);
      if (!counts) {
        forgetExpired();
        counts = { expires: madeAt(nonce) + lifetimeMs, highest: 0, seen: new Uint8Array(windowSize) };
        inUse.set(nonce, counts);
      }
      const { highest, seen } = counts;
      if (count <= highest - windowSize) return 'stale';
      if (count <= highest && seen[count % windowSize] === 1) return 'used';
      if (count - highest >= windowSize) seen.fill(0);
      else for (let skipped = highest + 1; skipped < count; skipped += 1) seen[skipped % windowSize] = 0;
      seen[count % windowSize] = 1;
      counts.highest = Math.max(highest, count);
      return 'taken';
    },
  };
}
