import { bodyOf } from '../../checks/exchange/json.ts';
import { createClient } from '../../client/client.ts';
import { NetworkFault, type Answer, type Client, type Guard } from '../../client/types.ts';
import { transportTo } from '../../target/live-transport.ts';
import { countsInMemory, type RunCounts } from './run-counts.ts';
import type { Settings } from '../../target/settings/types.ts';
import { header } from '../../wire/http.ts';
import { guardForPlan } from './plan-guard.ts';
import { heldTo } from './transport-layers.ts';
import { knownSecrets } from '../../target/secrets.ts';
import { statusAndCode } from '../../wire/json.ts';

/** Somebody waits for the first sign of life; a target may still take longer for a call of the run. */
const longestWaitSeconds = 10;

const onlyReads: Guard = ({ method }) => {
  if (method !== 'GET') throw new Error(`${method} before the run has begun`);
};

/** Of what is sent ahead nothing is evidence. */
const unrecorded = { nextId: () => 'preflight', record: () => {} };

/**
 * Asks the target for its root, first without credentials and then with them. Rejects with an Error of one line that
 * begins `Setup: ` when no run could judge it: unreachable, TLS, credentials refused, throttled, or somewhere else.
 */
export async function preflight(settings: Settings, counts: RunCounts = countsInMemory()): Promise<void> {
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
    await refuseUnlessJudgeable(client);
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    throw new Error(`Setup: ${target.url} cannot be reached: ${error.message}`, { cause: error });
  } finally {
    await transport.close();
  }
}

async function refuseUnlessJudgeable(client: Client): Promise<void> {
  const root = { method: 'GET', path: '' };
  const anonymous = await client.as(undefined).send(root);
  refuse(client, obstacle(anonymous));
  const known = await client.send(root);
  refuse(client, obstacle(known) ?? refusal(known, anonymous));
}

function refuse(client: Client, reason: string | undefined): void {
  if (reason !== undefined) throw new Error(`Setup: ${client.baseUrl} ${reason}`);
}

/** Why nobody could judge a target that answers so, whoever asks. */
export function obstacle({ status, json, exchange }: Answer): string | undefined {
  // As it was recorded: what a server echoes of a secret must not come out in the words.
  const { headers = [] } = exchange.response ?? {};
  if (status === 429) {
    return `is throttling already (429): try again in ${header(headers, 'Retry-After') ?? '60'} seconds`;
  }
  if ([502, 503, 504].includes(status)) return `is not there: what stands before it answers ${status}`;
  if ([301, 302, 303, 307, 308].includes(status)) {
    const location = header(headers, 'Location') ?? '';
    const { url } = exchange.request;
    const place = URL.canParse(location, url) ? new URL(location, url) : undefined;
    const words = place === undefined ? 'no place that there could be' : `${place.origin}${place.pathname}`;
    return `sends elsewhere (${status}), to ${words}: name that as the target`;
  }
  // Whoever mistypes the address meets some server's own page, and would have to hear of each of its faults.
  if (status === 200 && json === undefined && /^text\/html\b/i.test(header(headers, 'Content-Type') ?? '')) {
    return "answers at its root with a page for people: is it the API's address?";
  }
  return undefined;
}

/** Why the run's own credentials cannot be used there. */
export function refusal({ status, exchange }: Answer, anonymous: Answer): string | undefined {
  const body = bodyOf(exchange);
  const code = statusAndCode(status, body.kind === 'json' ? body.value : undefined);
  if (status === 403) return `does not let the credentials in from this address (${code}): see their access list`;
  if (status !== 401) return undefined;
  return /\bdigest\b/i.test(header(anonymous.headers, 'WWW-Authenticate') ?? '')
    ? `refuses the credentials (${code}): check TARGET_PUBLIC_KEY and TARGET_PRIVATE_KEY`
    : `refuses the credentials (${code}) and offers no Digest challenge: is it the API's address?`;
}
