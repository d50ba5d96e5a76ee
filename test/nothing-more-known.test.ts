import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineProcess } from './support/engine-process.ts';

test('a right server is conformant without anything being told that its owner cannot know or have', async () => {
  type Found = { readonly verdict: string; readonly untold: readonly string[] };
  const found = await engineProcess<Readonly<Record<string, Found>>>(new URL('./nothing-more-known.ts', import.meta.url));
  assert.deepEqual(Object.keys(found), ['ops-manager', 'cloud-manager']);
  for (const [product, { verdict, untold }] of Object.entries(found)) {
    assert.equal(verdict, 'conformant', product);
    for (const id of ['resource.config-server-snapshot-read', 'rate.refuses-beyond', 'code.BLOCKED_USERNAME'])
      assert.ok(untold.includes(id), id);
  }
});
