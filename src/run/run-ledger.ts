import { hostname } from 'node:os';
import type { Settings } from '../target/settings/types.ts';
import { noteClaim } from './test/claimed-id-records.ts';
import { birthOf, ledgerFile, ledgerWriter } from '../cleanup/ledger-file.ts';
import type { LedgerHead, LedgerLine } from '../cleanup/ledger-entries.ts';
import { openLedger, type RunLedger } from '../cleanup/ledger.ts';
import { runName } from './run-name.ts';

/**
 * The ledger of one worker: on disk, in the run's output folder, unless the target goes when the run does. `mark` is
 * what the worker's names begin with.
 */
export function ledgerOf({ target, run }: Settings, worker: number, mark: string): RunLedger {
  const name = runName();
  const head: LedgerHead = {
    ledger: 1,
    run: name ?? '',
    worker,
    pid: process.pid,
    host: hostname(),
    born: birthOf(process.pid) ?? undefined,
    target: target.url,
    startedAt: new Date().toISOString(),
  };
  return openLedger({
    baseUrl: target.url,
    product: target.product,
    mark,
    onClaim: noteClaim,
    given: [target.orgId, target.projectId].filter((id) => id !== undefined),
    ...(name !== undefined && !run.embedded && { write: orStop(ledgerWriter(ledgerFile(run.out, head), head)) }),
  });
}

/** Where nothing can be written down, nothing may be made, and the run had better end now: cleaned up, as on Ctrl-C. */
function orStop(write: (line: LedgerLine) => void): (line: LedgerLine) => void {
  let stopped = false;
  return (line) => {
    try {
      write(line);
    } catch (error) {
      if (!stopped && process.env['TEST_WORKER_INDEX'] !== undefined) process.kill(process.ppid, 'SIGINT');
      stopped = true;
      throw error;
    }
  };
}
