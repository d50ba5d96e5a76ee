import { withSteps } from '../client/call-steps.ts';
import type { ClientOptions } from '../client/client.ts';
import type { Client, Guard, GuardedCall, Transport } from '../client/types.ts';
import type { Settings } from '../target/settings/types.ts';
import { waitingForRemovals } from '../cleanup/accepted.ts';
import { withNotedClock } from './provenance.ts';
import { currentRecorder, doubt, grantTime, isJudging } from './test/current-test.ts';
import { seededNames } from '../cleanup/names.ts';
import { withinPageSize } from './page-size.ts';
import type { Health } from './guards/circuit.ts';
import { firstOfEachOperation } from './guards/bare-requests.ts';
import { guardForPlan } from './guards/plan-guard.ts';
import { relocated } from './relocated-paths.ts';
import { retryPolicyOf } from './guards/retry-policy.ts';
import { allOf, demandOf, guardFor, type Demand } from './guards/risk-guard.ts';
import type { RunCounts } from './guards/run-counts.ts';
import { circuitOf } from './guards/target-health.ts';
import { heldTo } from './guards/transport-layers.ts';
import { makingOnlyWhatGoes } from './removable.ts';
import { guardForFamilies } from './offered.ts';
import { ledgerOf } from './run-ledger.ts';
import { knownSecrets } from '../target/secrets.ts';
import { openSession, type Session } from './session.ts';

/** Told of a call that is about to be made, and of what it demands. */
export type CallWatcher = (call: GuardedCall, demand: Demand) => void;

/**
 * The session of one worker: the main caller on the line to the target, held to what is polite, to the budget and to
 * the plan and the risk, with a ledger of what it makes.
 */
export function workerSession({
  settings,
  line,
  counts,
  health,
  connect,
  watchCall,
  worker,
  name = worker,
}: {
  readonly settings: Settings;
  readonly line: Transport;
  readonly counts: RunCounts;
  /** What the workers of the run know of the target's health; undefined where nobody watches it. */
  readonly health?: Health | undefined;
  /** Makes clients: such as ask the target, or such as answer from a record. */
  readonly connect: (options: ClientOptions) => Client;
  readonly watchCall?: CallWatcher | undefined;
  /** Index of the worker; and what it is called in the whole run, from which its names derive. */
  readonly worker: number;
  readonly name?: number | string;
}): Session {
  const baseUrl = settings.target.url;
  const secrets = knownSecrets(settings);
  const names = seededNames(settings.run.seed, name);
  const ledger = ledgerOf(settings, worker, names.mark);
  const ownership = { baseUrl, ledger };
  const guard = guardFor(settings.run.risk, ownership);
  const watch: Guard = (call) => watchCall?.(call, demandOf(call, ownership));
  const transport = heldTo(line, {
    settings,
    counts,
    risk: guard,
    plan: guardForPlan(settings),
    circuit: health && circuitOf(settings, health),
  });
  const client: Client = withSteps(
    connect({
      baseUrl,
      transport,
      ledger,
      secrets,
      guard: allOf(guardForFamilies(settings), guard, watch),
      caller: { name: 'main', ...settings.target.keys },
      recorder: currentRecorder,
      retryPolicy: retryPolicyOf(settings, transport, counts),
      asksBareFirst: firstOfEachOperation(baseUrl, counts),
    }),
    [
      waitingForRemovals(withNotedClock(transport), { isJudging, grantTime, doubt }),
      makingOnlyWhatGoes(() => session),
      withinPageSize(settings),
      // Last: the others know the paths of the documents.
      relocated(settings.target.paths),
    ],
  );
  const session: Session = openSession({
    settings,
    client,
    secrets,
    transport: withNotedClock(transport),
    ledger,
    names: ledger.claiming(names),
  });
  return session;
}
