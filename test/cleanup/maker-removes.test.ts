import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '../../src/client/client.ts';
import type { Caller } from '../../src/client/types.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import type { LedgerLine } from '../../src/cleanup/ledger-entries.ts';
import { lineOf } from '../../src/cleanup/ledger-lines.ts';
import { openLedger } from '../../src/cleanup/ledger.ts';
import { undo } from '../../src/cleanup/undo.ts';

test('what a caller made, that caller removes, where the main one may not', async () => {
  const {
    settings: { target },
    transport,
    identity,
  } = mockTarget();
  const sent: string[] = [];
  const lines: LedgerLine[] = [];
  const ledger = openLedger({
    baseUrl: target.url,
    product: target.product,
    mark: 'omc-1',
    given: [],
    write: (line) => void lines.push(line),
  });
  const as = (caller: Caller, withLedger: boolean) =>
    createClient({
      baseUrl: target.url,
      transport,
      caller,
      guard: () => {},
      ...(withLedger && { ledger }),
      recorder: () => ({
        nextId: () => '1',
        record: ({ caller: who, request: { method }, response }) => {
          if (response?.status !== 401) sent.push(`${who} ${method} ${response?.status}`);
        },
      }),
    });
  const owner = as({ name: 'owner', ...target.keys }, false);
  const keyOf = async (role: string): Promise<Caller> => {
    const made = await owner.send({
      method: 'POST',
      path: `/groups/${identity.projectId}/apiKeys`,
      body: { desc: role, roles: [role] },
    });
    return { name: role, ...(made.json as { publicKey: string; privateKey: string }) };
  };
  const reader = await keyOf('GROUP_READ_ONLY');
  const administrator = await keyOf('GROUP_OWNER');

  const main = as(reader, true);
  const made = await main.as(administrator).send({
    method: 'POST',
    path: `/groups/${identity.projectId}/maintenanceWindows`,
    body: {
      startDate: '2030-01-01T00:00:00Z',
      endDate: '2030-01-02T00:00:00Z',
      alertTypeNames: ['HOST'],
      description: 'omc-1-window',
    },
  });
  assert.ok(made.status < 300, made.exchange.response?.body);
  await undo(ledger, main, { readBack: false });
  assert.deepEqual(
    [...ledger.entries.values()].map(({ thing, state, by }) => [thing, state, by]),
    [['maintenance window', 'gone', 'GROUP_OWNER']],
  );
  assert.ok(sent.includes('GROUP_OWNER DELETE 204') || sent.includes('GROUP_OWNER DELETE 200'), sent.join('\n'));
  assert.ok(!sent.some((one) => one.startsWith('GROUP_READ_ONLY DELETE')));
  for (const line of lines) assert.deepEqual(lineOf(JSON.stringify(line)), JSON.parse(JSON.stringify(line)));
  assert.doesNotMatch(JSON.stringify(lines), new RegExp(administrator.privateKey));
});
