import type { CleanupReport } from '../contract/cleanup-report.ts';
import type { Settings } from '../target/settings/types.ts';
import { dropLedger, faultsOfLedgers, isAtWork, ledgerFolder, storedLedgers, type StoredLedger } from './ledger-file.ts';
import { isHopeless, outstanding, type LedgerEntry } from './ledger-entries.ts';
import { sweepLedgers } from './sweep.ts';
import { shellWord } from '../wire/shell-word.ts';

/**
 * Ends the ledgers of a run whose workers have ended: undoes what one of them had no time to, tells what became of
 * everything, and takes away the ledgers that nobody needs any more. The rest is for `omconform sweep`.
 */
export async function endLedgers(settings: Settings, run: string): Promise<CleanupReport> {
  const { out } = settings.run;
  const unfinished = (ledger: StoredLedger): boolean =>
    !isAtWork(ledger) && outstanding(ledger.entries).some(({ state }) => state !== 'left');
  const all = storedLedgers(out);
  const swept = await sweepLedgers(
    all.filter((ledger) => ledger.head.run === run && unfinished(ledger)),
    settings,
    { readBack: false, all },
  );
  // Of what was swept it is known, also where a full disk did not take the note of it.
  const ledgers = storedLedgers(out, run).map((ledger) => swept.find(({ file }) => file === ledger.file) ?? ledger);
  for (const ledger of ledgers) if (outstanding(ledger.entries).length === 0) dropLedger(ledger);
  return leftoversOf(
    ledgers.flatMap(({ entries }) => [...entries.values()]),
    sweepCommand(settings),
  );
}

function leftoversOf(entries: readonly LedgerEntry[], command: string | null): CleanupReport {
  const there = entries.filter(({ state }) => state !== 'nothing');
  const left = there.filter((entry) => !isHopeless(entry) && ['intended', 'made', 'left'].includes(entry.state));
  const stays = new Map<string, { thing: string; count: number; why: string }>();
  for (const entry of there) {
    if (!isHopeless(entry) && entry.state !== 'partly') continue;
    const thing = entry.change ? `change by ${entry.thing}` : entry.thing;
    const why = entry.change ? 'what was there before is not known, or nothing' : (entry.stays ?? 'no operation removes it');
    stays.set(thing, { thing, why, count: (stays.get(thing)?.count ?? 0) + 1 });
  }
  const things = there.filter(({ change }) => !change);
  return {
    made: things.length,
    removed: things.filter(({ state }) => state === 'gone' || state === 'partly').length,
    left: left.map(({ thing, path, removals, change, why }) => ({
      thing: change ? 'change' : thing,
      path: change ? path : (removals.flat()[0] ?? path),
      why: why ?? 'the worker that made it ended before it could',
    })),
    stays: [...stays.values()],
    command: left.length === 0 ? null : command,
  };
}

/** The command line that removes what is left of the runs into this folder. */
const sweepCommand = ({ target, run }: Settings): string => sweepOf(target.url, run.out);

const sweepOf = (url: string, out: string): string => `npx omconform sweep --target ${shellWord(url)} --out ${shellWord(out)}`;

/**
 * What earlier runs into this folder left in its ledgers, in one line, with the command that removes it; undefined when
 * that is nothing. Ledgers with nothing to undo are taken away.
 */
export function earlierLeftovers(settings: Settings, run?: string): string | undefined {
  let count = 0;
  const targets = new Set<string>();
  for (const ledger of storedLedgers(settings.run.out)) {
    if (ledger.head.run === run || isAtWork(ledger)) continue;
    const things = outstanding(ledger.entries).length;
    if (things === 0) dropLedger(ledger);
    count += things;
    if (things > 0) targets.add(ledger.head.target);
  }
  const faults = faultsOfLedgers(settings.run.out).length;
  if (count === 0 && faults === 0) return undefined;
  return (
    [
      `Earlier runs left ${count} ${count === 1 ? 'thing' : 'things'} behind, named in ${ledgerFolder(settings.run.out)}`,
      ...(faults > 0 ? [`of which ${faults} ${faults === 1 ? 'file' : 'files'} cannot be read whole`] : []),
    ].join(', ') +
    `: ${[...targets].map((url) => sweepOf(url, settings.run.out)).join(' and ') || 'see npx omconform sweep --help'}`
  );
}

/** Carries the account from the end of a run to its reporter, which has no other way to it. */
const variable = 'OMCONFORM_LEFTOVERS';

export function publishLeftovers(leftovers: CleanupReport): void {
  process.env[variable] = JSON.stringify(leftovers);
}

/** Looked up at each use: a reporter is made before there is anything to tell. */
export const latestLeftovers: { readonly report: CleanupReport | undefined } = {
  get report() {
    const json = process.env[variable];
    return json === undefined ? undefined : (JSON.parse(json) as CleanupReport);
  },
};
