import { createClient } from '../client/client.ts';
import type { Answer, Client, Transport } from '../client/types.ts';
import type { Settings } from '../target/settings/types.ts';
import { heldTo } from '../run/guards/transport-layers.ts';
import { transportTo } from '../target/live-transport.ts';
import { isSwitchedOff } from '../run/offered.ts';
import { countsInMemory } from '../run/guards/run-counts.ts';
import { knownSecrets } from '../target/secrets.ts';
import { statusAndCode } from '../wire/json.ts';

/** Somebody waits for the doctor; a target may take longer for a call of a run. */
const longestWaitSeconds = 10;

/** What is sent ahead of a run is no evidence. */
const unrecorded = { nextId: () => 'doctor', record: () => {} };

/** Nothing but GET and HEAD leaves, not even without credentials. */
const onlyReads = ({ method }: { method: string }): void => {
  if (method !== 'GET' && method !== 'HEAD') throw new Error(`the doctor only reads, and sends no ${method}`);
};

/** The target as the doctor sees it: what may be read of it, each thing once. */
export interface Visit {
  readonly settings: Settings;
  readonly transport: Transport;
  readonly client: Client;
  /** GET of a path below the base path. */
  readonly get: (path: string) => Promise<Answer>;
  /** The same; undefined where the target's file switches the family off. */
  readonly look: (path: string) => Promise<Answer | undefined>;
}

/** Opens the way to the target; its transport must be closed. */
export function visit(settings: Settings): Visit {
  const { target } = settings;
  const timeoutSeconds = Math.min(target.timeoutSeconds, longestWaitSeconds);
  const transport = heldTo(transportTo(settings, { timeoutSeconds }), { settings, counts: countsInMemory() });
  const client = createClient({
    baseUrl: target.url,
    transport,
    secrets: knownSecrets(settings),
    caller: { name: 'main', ...target.keys },
    recorder: () => unrecorded,
    guard: onlyReads,
  });
  const seen = new Map<string, Promise<Answer>>();
  const get = (path: string): Promise<Answer> => {
    const known = seen.get(path) ?? client.send({ method: 'GET', path });
    seen.set(path, known);
    return known;
  };
  return { settings, transport, client, get, look: async (path) => (isSwitchedOff(settings, path) ? undefined : get(path)) };
}

/** The entities of a list; none where the answer is no list. */
export function entitiesOf({ json }: Answer): readonly Readonly<Record<string, unknown>>[] {
  const { results } = (json ?? {}) as { results?: unknown };
  const list: unknown = Array.isArray(json) ? json : results;
  return Array.isArray(list) ? (list as Readonly<Record<string, unknown>>[]) : [];
}

/** Status and error code of an answer. */
export const statusOf = ({ status, json }: Answer): string => statusAndCode(status, json);
