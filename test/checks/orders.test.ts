import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineProcess } from '../support/engine-process.ts';

type Told = Readonly<Record<string, { readonly kept: number; readonly strayed: readonly string[] }>>;

test('no outcome depends on the order of a list, whether the place to look at is named or found', async () => {
  const reported = await engineProcess<Told>(new URL('./orders.ts', import.meta.url));
  assert.equal(Object.keys(reported).length, 8);
  for (const [name, { kept, strayed }] of Object.entries(reported)) {
    assert.deepEqual(strayed, [], name);
    assert.ok(kept > 150, `${name}: ${kept} kept`);
  }
});
