import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineProcess } from '../support/engine-process.ts';

type Row = { readonly id: string; readonly outcome: string; readonly reason: string | null; readonly untold?: true };
const reported = await engineProcess<Readonly<Record<string, readonly Row[]>>>(new URL('./kept-nonce.ts', import.meta.url));

test('a nonce kept from the beginning that is refused in the end was short-lived', () => {
  assert.deepEqual(
    reported['20']!.map(({ outcome }) => outcome),
    ['kept', 'kept'],
  );
});

test('one that is still taken is told with its age, and leaves no target incomplete', () => {
  const [lifetime] = reported['0.1']!;
  assert.deepEqual([lifetime?.outcome, lifetime?.untold], ['unverified', true]);
  assert.match(String(lifetime?.reason), /^needs TARGET_NONCE_LIFETIME_SECONDS: .+; one that is [1-9]\d* s old is still taken$/);
});
