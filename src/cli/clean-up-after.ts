import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { isAtWork, storedLedgers } from '../cleanup/ledger-file.ts';
import { outstanding } from '../cleanup/ledger-entries.ts';
import type { Settings } from '../target/settings/types.ts';

// Not `import`: most runs need nothing of what this brings with it.
const load = createRequire(import.meta.url);

/** Milliseconds that the processes of a run get to see that it is over. */
const patience = 5_000;

/**
 * Removes what a run left that ended without cleaning up: its processes were killed, or stopped twice. Gives a line
 * that says so; undefined when there was nothing to do. To be called when the run's own process has ended.
 */
export async function cleanUpAfter(settings: Settings, run: string): Promise<string | undefined> {
  // A run that ends by itself leaves only ledgers of what could not be removed. One in which all is gone is of a worker that
  // had time to clean up when its runner died, and none to take the ledger away.
  const unfinished = () =>
    storedLedgers(settings.run.out, run).filter(({ entries }) => {
      const open = outstanding(entries);
      return open.length === 0 || open.some(({ state }) => state !== 'left');
    });
  if (unfinished().length === 0) return undefined;
  const given = performance.now() + patience;
  while (performance.now() < given && unfinished().some(isAtWork)) await delay(50);
  const { endLedgers } = load('../cleanup/leftovers.ts') as typeof import('../cleanup/leftovers.ts');
  const { removed, made, left, command } = await endLedgers(settings, run);
  const rest = left.length === 0 ? '' : `; ${left.length} left, see: ${command}`;
  return `The run ended before it had cleaned up; that is made good: ${removed} of ${made} things removed${rest}`;
}
