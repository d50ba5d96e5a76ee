import { withSteps } from '../client/call-steps.ts';
import { createClient } from '../client/client.ts';
import { guardLayer } from '../client/transport/guard-layer.ts';
import { layered } from '../client/transport/layers.ts';
import type { Caller, Client, Guard, Transport } from '../client/types.ts';
import { pathBelow, valuesAt } from '../contract/path-templates.ts';
import type { OtherCaller, Settings } from '../target/settings/types.ts';
import { waitingForRemovals } from './accepted.ts';
import { appendTo, isAtWork, type StoredLedger } from './ledger-file.ts';
import { apply, type LedgerEntry } from './ledger-entries.ts';
import { unlessFull } from './full-disk.ts';
import { transportTo } from '../target/live-transport.ts';
import { knownSecrets } from '../target/secrets.ts';
import { undo } from './undo.ts';

/** Of what is sent to clean up nothing is evidence. */
const unrecorded = { nextId: () => 'cleaning up', record: () => {} };

/**
 * Undoes what ledgers say that nobody writes to any more, and notes in them what came of it; never rejects for what
 * could not be undone. Nothing can be sent but reads and what the ledgers name. `all` are the ledgers of the folder:
 * what one of a run that is still at work names is not touched.
 */
export async function sweepLedgers(
  ledgers: readonly StoredLedger[],
  settings: Settings,
  { readBack, all }: { readonly readBack: boolean; readonly all: readonly StoredLedger[] },
): Promise<StoredLedger[]> {
  if (ledgers.length === 0) return [];
  const others = new Set(
    all.filter(isAtWork).flatMap(({ entries }) => [...entries.values()].flatMap(({ removals }) => removals.flat())),
  );
  const { target } = settings;
  const transport = transportTo(settings);
  const swept: StoredLedger[] = [];
  try {
    for (const ledger of ledgers) {
      const entries = new Map<number, LedgerEntry>(ledger.entries);
      const client = withSteps(sweeper(settings, transport, onlyNamedIn(ledger, target.url)), [waitingForRemovals(transport)]);
      await undo(
        {
          entries,
          makerOf: (n) => callerNamedIn(settings, entries.get(n)?.by),
          note(line) {
            unlessFull(() => appendTo(ledger, line));
            apply(entries, line);
          },
        },
        client,
        { readBack, isOthers: (path) => others.has(path) },
      );
      swept.push({ ...ledger, entries });
    }
  } finally {
    await transport.close();
  }
  return swept;
}

/** Of callers whose keys the user gave, those keys; those that a run made itself went with it. */
function callerNamedIn({ target }: Settings, name: string | undefined): Caller | undefined {
  const keys = name === undefined ? undefined : target.callers[name as OtherCaller];
  return keys && { name: name!, ...keys };
}

function sweeper(settings: Settings, transport: Transport, guard: Guard): Client {
  return createClient({
    baseUrl: settings.target.url,
    guard,
    transport: layered(transport, [guardLayer(guard)]),
    secrets: knownSecrets(settings),
    caller: { name: 'main', ...settings.target.keys },
    recorder: () => unrecorded,
  });
}

/** Lets pass reads, and what the ledger names. */
function onlyNamedIn({ entries }: StoredLedger, baseUrl: string): Guard {
  const named = [...entries.values()].flatMap(({ change, path, removals }) =>
    change ? [{ method: 'PATCH', template: path }] : removals.flat().map((template) => ({ method: 'DELETE', template })),
  );
  return ({ method, url, authenticated }) => {
    if (method === 'GET' || !authenticated) return;
    const path = pathBelow(baseUrl, url) ?? url;
    if (named.some((one) => one.method === method && valuesAt(one.template, path) !== undefined)) return;
    throw new Error(`the ledger does not name ${method} ${path}`);
  };
}
