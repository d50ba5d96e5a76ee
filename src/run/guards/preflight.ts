import { createClient } from '../../client/client.ts';
import { NetworkFault, type Client, type Guard } from '../../client/types.ts';
import { transportTo } from '../../target/live-transport.ts';
import { knownSecrets } from '../../target/secrets.ts';
import type { Settings } from '../../target/settings/types.ts';
import { lackOfLogin, obstacle, offersLogin, refusal } from './first-answers.ts';
import { guardForPlan } from './plan-guard.ts';
import { countsInMemory, type RunCounts } from './run-counts.ts';
import { heldTo } from './transport-layers.ts';

/** Somebody waits for the first sign of life; a target may still take longer for a call of the run. */
const longestWaitSeconds = 10;

const onlyReads: Guard = ({ method }) => {
  if (method !== 'GET') throw new Error(`${method} before the run has begun`);
};

/** Of what is sent ahead nothing is evidence. */
const unrecorded = { nextId: () => 'preflight', record: () => {} };

/** What is asked for first, and what else where that offers no login: a server may serve its root otherwise. */
const doors = ['', '/groups'];

/**
 * Asks the target for its root, first without credentials and then with them. Gives why nobody can log in there, in words
 * that begin with its URL, where it offers no Digest: that can be judged, and nothing else. Rejects with an Error of one
 * line that begins `Setup: ` when no run could judge it: unreachable, TLS, credentials refused, throttled, or somewhere
 * else.
 */
export async function preflight(settings: Settings, counts: RunCounts = countsInMemory()): Promise<string | undefined> {
  const { target } = settings;
  const timeoutSeconds = Math.min(target.timeoutSeconds, longestWaitSeconds);
  const transport = heldTo(transportTo(settings, { timeoutSeconds }), {
    settings,
    counts,
    risk: onlyReads,
    plan: guardForPlan(settings),
  });
  const client = createClient({
    baseUrl: target.url,
    transport,
    caller: { name: 'main', ...target.keys },
    secrets: knownSecrets(settings),
    recorder: () => unrecorded,
    guard: onlyReads,
  });
  try {
    const lack = await lackAtAllDoors(client);
    return lack && `${client.baseUrl} ${lack}`;
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    throw new Error(`Setup: ${target.url} cannot be reached: ${error.message}`, { cause: error });
  } finally {
    await transport.close();
  }
}

/** How the root answers, where neither it nor what else is asked for offers a login. */
async function lackAtAllDoors(client: Client): Promise<string | undefined> {
  let first: string | undefined;
  for (const path of doors) {
    const lack = await lackAt(client, path);
    if (lack === undefined) return undefined;
    first ??= lack;
  }
  return first;
}

async function lackAt(client: Client, path: string): Promise<string | undefined> {
  const door = { method: 'GET', path };
  const anonymous = await client.as(undefined).send(door);
  refuse(client, obstacle(anonymous));
  const known = await client.send(door);
  refuse(client, obstacle(known) ?? (offersLogin(anonymous) ? refusal(known) : undefined));
  return lackOfLogin(known, anonymous);
}

function refuse(client: Client, reason: string | undefined): void {
  if (reason !== undefined) throw new Error(`Setup: ${client.baseUrl} ${reason}`);
}
