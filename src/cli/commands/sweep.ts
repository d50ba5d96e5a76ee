import { Command } from 'commander';
import {
  isAtWork,
  dropLedger,
  faultsOfLedgers,
  ledgerFolder,
  storedLedgers,
  type StoredLedger,
} from '../../cleanup/ledger-file.ts';
import { outstanding } from '../../cleanup/ledger-entries.ts';
import { preflight } from '../../run/guards/preflight.ts';
import { sweepLedgers } from '../../cleanup/sweep.ts';
import { describeUndo } from '../../cleanup/undo.ts';
import type { Settings } from '../../target/settings/types.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import { visible } from '../../wire/visible.ts';
import { settingsOf, withSettings } from '../setting-flags.ts';
import { messageOf } from '../../wire/message-of.ts';

const more = `
Every run writes down what it is about to make before it asks for it, in
<out>/ledger, and takes it away again when it ends. What a run that was killed
left there is removed by this command: exactly what the ledgers name, never by
a pattern, and never what a run that is still at work has made. A request whose
answer nobody heard is followed up by the one name that it gave, in the one
list that it was for.

Keys are those of a run: TARGET_PUBLIC_KEY and TARGET_PRIVATE_KEY, from the
environment or .env.

Exit codes:
  0  all is gone
  1  something is left, or a ledger cannot be read whole
  2  wrong use
  3  the target cannot be reached
`;

/** `omconform sweep`: removes what killed runs left on a target. */
export function sweepCommand(): Command {
  const command = new Command('sweep').description('Remove what killed runs left on a target');
  return withSettings(command)
    .option('--dry-run', 'Print what would be removed, and send nothing')
    .option('--force', 'Also of runs whose process seems to be at work still')
    .addHelpText('after', more)
    .action(async (options: { dryRun?: true; force?: true }, invoked: Command) => {
      process.exitCode = await sweep(invoked, options);
    });
}

const say = (line: string): void => void process.stdout.write(`${visible(line)}\n`);

/** Sweeps what can be read, and names what cannot: then something may be left. */
async function sweep(command: Command, options: { dryRun?: true; force?: true }): Promise<number> {
  const { settings } = settingsOf(command);
  const faults = faultsOfLedgers(settings.run.out);
  const code = await sweepReadable(settings, options);
  for (const fault of faults) process.stderr.write(`omconform: ${visible(fault)}: what it names is not swept\n`);
  return code === 0 && faults.length > 0 ? 1 : code;
}

async function sweepReadable(settings: Settings, { dryRun, force }: { dryRun?: true; force?: true }): Promise<number> {
  const all = storedLedgers(settings.run.out);
  const idle = all.filter((ledger) => force || !isAtWork(ledger)).filter(hasSomething);
  for (const { head } of all.filter((ledger) => !force && isAtWork(ledger))) {
    say(`not touched: what run ${head.run} has made; process ${head.pid} on ${head.host} is still at work (else: --force)`);
  }
  const meant = idle.filter(({ head }) => head.target === settings.target.url);
  const elsewhere = [...new Set(idle.filter((ledger) => !meant.includes(ledger)).map(({ head }) => head.target))];
  if (settings.run.embedded && elsewhere.length > 0) {
    throw new UsageError(`name the target that is to be swept: --target ${elsewhere.join(' or ')}`);
  }
  for (const url of elsewhere) say(`not touched: what is on ${url}; name it with --target`);
  if (meant.length === 0) {
    say(
      `nothing to sweep: ${ledgerFolder(settings.run.out)} names nothing${elsewhere.length > 0 ? ` on ${settings.target.url}` : ''}`,
    );
    return 0;
  }
  if (dryRun) {
    for (const { entries } of meant) for (const entry of outstanding(entries)) say(describeUndo(entry));
    return 0;
  }
  return (await isReached(settings)) ? remove(meant, settings, force ? [] : all) : 3;
}

/** Whether there is something to undo; a ledger without is taken away. */
function hasSomething(ledger: StoredLedger): boolean {
  if (outstanding(ledger.entries).length > 0) return true;
  dropLedger(ledger);
  return false;
}

async function isReached(settings: Settings): Promise<boolean> {
  try {
    const lack = await preflight(settings);
    if (lack === undefined) return true;
    process.stderr.write(`omconform: ${visible(lack)}\n`);
    return false;
  } catch (error) {
    const message = visible(messageOf(error));
    process.stderr.write(`omconform: ${message.replace(/^Setup: /, '')}\n`);
    return false;
  }
}

async function remove(ledgers: readonly StoredLedger[], settings: Settings, all: readonly StoredLedger[]): Promise<number> {
  const wanted = ledgers.map(({ entries }) => outstanding(entries));
  const swept = await sweepLedgers(ledgers, settings, { readBack: true, all });
  let left = 0;
  for (const [index, ledger] of swept.entries()) {
    for (const { n } of wanted[index]!) {
      const { state, why, ...entry } = ledger.entries.get(n)!;
      if (state === 'left') left += 1;
      const word = { gone: 'gone', partly: 'gone in part', nothing: 'nothing' }[state as 'gone'] ?? 'left';
      say(`${word}: ${describeUndo({ ...entry, state })}${why === undefined ? '' : `: ${why}`}`);
      if (state === 'partly' && entry.stays !== undefined) say(`  ${entry.stays}`);
    }
    if (outstanding(ledger.entries).length === 0) dropLedger(ledger);
  }
  say(left === 0 ? 'Nothing is left.' : `${left} left.`);
  return left === 0 ? 0 : 1;
}
