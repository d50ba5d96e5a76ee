import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineProcess } from '../support/engine-process.ts';

test('where an organization demands access lists, the keys of a run have one with its own address', async () => {
  const reported = await engineProcess<{ readonly red: readonly string[]; readonly lost: readonly string[] }>(
    new URL('./demanded-lists.ts', import.meta.url),
  );
  assert.deepEqual(reported, {
    red: [],
    // What an empty list is needed for cannot be seen there.
    lost: ['access.empty-list-admits-any', 'access.list-required-refuses-empty', 'code.NOT_GLOBAL_USER_ADMIN'],
  });
});
