import { createClient } from '../client/client.ts';
import type { Answer, Client, Guard, Transport } from '../client/types.ts';
import type { CheckRecord } from '../contract/outcomes.ts';
import { heldTo } from '../run/guards/transport-layers.ts';
import { currentRecorder } from '../run/test/current-test.ts';
import { openLedger } from '../cleanup/ledger.ts';
import { transportTo } from '../target/live-transport.ts';
import { seededNames } from '../cleanup/names.ts';
import { guardForFamilies } from '../run/offered.ts';
import { allOf } from '../run/guards/risk-guard.ts';
import { countsInMemory } from '../run/guards/run-counts.ts';
import { knownSecrets } from '../target/secrets.ts';
import { openSession, type Session } from '../run/session.ts';
import { unverified } from '../run/test/unmet.ts';
import type { Settings } from '../target/settings/types.ts';
import { testsInScope } from './rehearsal.ts';
import { reason, type Reason } from '../contract/reasons.ts';
import { loadSpecs, runTests } from '../engine/run.ts';

/** How a look ends that found everything up to the act. */
const wouldWrite = (what: string): Reason => reason('would-write', `would write now: ${what}`);

/** Scenarios of credentials and of throttling are left out: one tries wrong keys, the other sends hundreds of requests. */
const isLookedAt = (file: string): boolean =>
  /\/specs\/error-codes\//.test(file) && !/\/(?:authentication|rate-limited)\.spec/.test(file);

const onlyReads: Guard = ({ method, url }) => {
  if (method !== 'GET' && method !== 'HEAD') unverified(wouldWrite(`${method} ${new URL(url).pathname}`));
};

/** A client that asks once for what it is asked for again: nothing is changed meanwhile. */
function remembering(client: Client): Client {
  const answers = new Map<string, Promise<Answer>>();
  return {
    ...client,
    send(call) {
      const isPlain = call.method === 'GET' && call.authentication === undefined && !call.raw && call.headers === undefined;
      const key = isPlain ? JSON.stringify([call.path, call.query]) : undefined;
      const known = key === undefined ? undefined : answers.get(key);
      if (known !== undefined) return known;
      const answer = client.send(call);
      if (key !== undefined) answers.set(key, answer);
      return answer;
    },
    as: (caller) => remembering(client.as(caller)),
  };
}

/**
 * Plays each scenario of an error code on the target up to its first write, which is not sent: what it ends with tells
 * whether the state that it needs is there. Needs `--conditions=engine`.
 */
export async function lookForStates(settings: Settings): Promise<CheckRecord[]> {
  const { target, run } = settings;
  const live = heldTo(transportTo(settings), { settings, counts: countsInMemory() });
  const secrets = knownSecrets(settings);
  const names = seededNames(run.seed, 0);
  const transport: Transport = { ...live, pause: async () => unverified(wouldWrite('waits')) };
  const reading: Settings = { ...settings, run: { ...run, risk: 'read-only' } };
  const client = remembering(
    createClient({
      baseUrl: target.url,
      transport,
      secrets,
      caller: { name: 'main', ...target.keys },
      recorder: currentRecorder,
      guard: allOf(onlyReads, guardForFamilies(settings)),
    }),
  );
  const session: Session = {
    ...openSession({
      settings: reading,
      transport,
      client,
      names,
      secrets,
      ledger: openLedger({ baseUrl: target.url, product: target.product, mark: names.mark, given: [] }),
    }),
    // What would be needed is told by the forecast; here a scenario goes on until it would write.
    needs: () => {},
  };
  try {
    const tests = testsInScope(await loadSpecs(), run.only).filter(({ file }) => isLookedAt(file));
    return (await runTests(tests, { settings: reading, transport, session })).map(({ record }) => record);
  } finally {
    await live.close();
  }
}

/** The part of a record that tells why a scenario cannot be played. */
export type Hindrance = Pick<CheckRecord, 'outcome' | 'reason' | 'reasonKind' | 'needs'>;

/** Why a scenario cannot be played on the target; undefined where it can, or where only the run's own settings hinder it. */
export function hindranceOf({ outcome, reason: says, reasonKind, needs }: CheckRecord): Hindrance | undefined {
  // In a run these come from its settings, or from what it makes itself.
  const isOfSettings =
    reasonKind === 'would-write' ||
    (needs !== undefined && (needs.settings !== undefined || needs.risk !== undefined || needs.own !== undefined));
  const hinders = outcome === 'not-offered' || (outcome === 'unverified' && !isOfSettings);
  return hinders ? { outcome, reason: says, reasonKind, needs } : undefined;
}
