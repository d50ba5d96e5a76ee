import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withSteps } from '../../src/client/call-steps.ts';
import type { Answer, Call, Client } from '../../src/client/types.ts';
import { waitingForRemovals } from '../../src/cleanup/accepted.ts';
import { base, exchange, id } from '../support/made-exchanges.ts';
import { engineProcess } from '../support/engine-process.ts';

/** A client that is answered from a list, by what is asked, and the clock that it waits on. */
function answering(answer: (asked: string, n: number) => { status: number; json?: unknown }) {
  const asked: string[] = [];
  let waited = 0;
  const client: Client = {
    baseUrl: base,
    caller: undefined,
    async send({ method, path }: Call): Promise<Answer> {
      asked.push(`${method} ${path}`);
      const { status, json } = answer(`${method} ${path}`, asked.length);
      return { status, json, headers: [], body: '', exchange: exchange({ method, path, status }) };
    },
    as: () => client,
  };
  const waiting = withSteps(client, [
    waitingForRemovals({
      pause: async (milliseconds) => {
        waited += milliseconds;
      },
    }),
  ]);
  return { asked, waited: () => waited, remove: (path: string) => waiting.as(undefined).send({ method: 'DELETE', path }) };
}

describe('a removal', () => {
  test('that is carried out at once is not looked at again', async () => {
    for (const status of [200, 204, 404, 409]) {
      const { asked, remove } = answering(() => ({ status }));
      assert.equal((await remove(`/groups/${id}`)).status, status);
      assert.deepEqual(asked, [`DELETE /groups/${id}`]);
    }
  });

  test('that is accepted is waited for, until it is neither to be read nor listed', async () => {
    const path = `/groups/${id}/hosts/${id}`;
    const { asked, waited, remove } = answering((what, n) => {
      if (what.startsWith('DELETE')) return { status: 202 };
      if (what === `GET ${path}`) return n < 4 ? { status: 200 } : { status: 404 };
      return { status: 200, json: { results: n < 6 ? [{ id }] : [], totalCount: 1 } };
    });
    assert.equal((await remove(path)).status, 202);
    const list = `GET /groups/${id}/hosts`;
    assert.deepEqual(asked, [`DELETE ${path}`, `GET ${path}`, `GET ${path}`, `GET ${path}`, list, `GET ${path}`, list]);
    assert.ok(waited() > 0);
  });

  test('of what only its list shows is waited for there', async () => {
    const path = `/groups/${id}/teams/${id}`;
    const { asked, remove } = answering((what, n) =>
      what.startsWith('DELETE')
        ? { status: 202 }
        : { status: 200, json: { results: n < 3 ? [{ teamId: id }] : [], totalCount: 0 } },
    );
    await remove(path);
    assert.deepEqual(asked.slice(1), [`GET /groups/${id}/teams`, `GET /groups/${id}/teams`]);
  });

  test('that never happens ends the wait, and so does a closed door', async () => {
    const never = answering((what) => ({ status: what.startsWith('DELETE') ? 202 : 200 }));
    await never.remove(`/groups/${id}`);
    assert.ok(never.waited() > 5_000 && never.waited() <= 30_000, String(never.waited()));
    const closed = answering((what) => ({ status: what.startsWith('DELETE') ? 202 : 403 }));
    await closed.remove(`/groups/${id}/hosts/${id}`);
    assert.ok(closed.waited() === 0 && closed.asked.length === 2, closed.asked.join());
  });
});

test('what is accepted and not carried out in time is not told as kept, and not as broken', async () => {
  const outcomes = await engineProcess<Record<string, [string, string | null]>>(
    new URL('./accepted-removals.ts', import.meta.url),
  );
  for (const row of [
    'resource.host-removed',
    'resource.maintenance-window-removed',
    'resource.team-removed',
    'method.delete-removes',
  ]) {
    const [outcome, reason] = outcomes[row]!;
    assert.equal(outcome, 'unverified', row);
    assert.match(String(reason), /needs removals to be carried out within 30 s/, row);
  }
});
