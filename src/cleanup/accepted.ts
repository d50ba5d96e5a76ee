import type { CallStep } from '../client/call-steps.ts';
import type { Answer, Client, Transport } from '../client/types.ts';
import { pathBelow } from '../contract/path-templates.ts';
import { operationFor } from '../contract/operations/index.ts';
import { needs, type Reason } from '../contract/reasons.ts';
import { entitiesAt } from './entities-at.ts';
import { errorCodeOf } from '../wire/json.ts';

/** Successes of a removal; with 202 it is carried out later. */
export const removals = [200, 202, 204];

/** Milliseconds until the first looks at what is being removed; then each as many as the last. */
const pauses = [0, 100, 200, 500, 1_000, 2_000];
/** How long a removal may take, while a check waits for it and while a run cleans up. */
const mostWhileJudging = 30_000;
const mostWhileCleaning = 10_000;

/** The check that waits, where there is one: what is waited is not its time, and a wait in vain is a doubt of what it saw. */
export interface Waiter {
  readonly isJudging: () => boolean;
  readonly grantTime: (milliseconds: number) => void;
  readonly doubt: (reason: Reason) => void;
}

const nobody: Waiter = { isJudging: () => false, grantTime: () => {}, doubt: () => {} };

/** Some codes for what is not there come with 400. Source: both tables of error codes (API_KEY_NOT_FOUND). */
export function isAbsent({ status, json }: Pick<Answer, 'status' | 'json'>): boolean {
  return status === 404 || status === 410 || (status === 400 && String(errorCodeOf(json)).endsWith('_NOT_FOUND'));
}

/** Whether GET tells of a path, as far as the documents have the path at all. */
export const canBeRead = (path: string): boolean =>
  operationFor('GET', path) !== undefined || operationFor('DELETE', path) === undefined;

/**
 * Waits within a limit for each removal that the target only accepted (202): until what was
 * removed is neither to be read nor listed. A check that fails after one which took longer could not see what it claims.
 */
export const waitingForRemovals = ({ pause }: Pick<Transport, 'pause'>, waiter = nobody): CallStep => ({
  async after({ method }, answer, client) {
    if (method === 'DELETE' && answer.status === 202) await untilGone(client, answer, pause, waiter);
  },
});

async function untilGone(
  client: Client,
  { exchange: { request } }: Answer,
  pause: Transport['pause'],
  { isJudging, grantTime, doubt }: Waiter,
): Promise<void> {
  const path = pathBelow(client.baseUrl, request.url);
  if (path === undefined) return;
  const most = isJudging() ? mostWhileJudging : mostWhileCleaning;
  let waited = 0;
  for (let look = 0; ; look += 1) {
    if (!(await isThere(client, path))) return;
    const milliseconds = pauses[Math.min(look, pauses.length - 1)]!;
    if (waited + milliseconds > most) break;
    grantTime(milliseconds);
    await pause(milliseconds);
    waited += milliseconds;
  }
  if (!isJudging()) return;
  doubt(
    needs.state(
      `removals to be carried out within ${most / 1000} s: DELETE ${path} was accepted (202), and what it removes was still there`,
    ),
  );
}

/** Whether something is still to be read at a path, or still in the list right above it; nobody can tell where both are closed. */
async function isThere(client: Client, path: string): Promise<boolean> {
  if (canBeRead(path)) {
    const { status, json } = await client.send({ method: 'GET', path });
    if (status < 300) return true;
    if (!isAbsent({ status, json })) return false;
  }
  const list = path.slice(0, path.lastIndexOf('/'));
  if (operationFor('DELETE', path) !== undefined && operationFor('GET', list) === undefined) return false;
  const found = await entitiesAt(list, (call) => client.send(call));
  const key = decodeURIComponent(path.slice(list.length + 1));
  return 'entities' in found && found.entities.some((one) => Object.values(one).includes(key));
}
