import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineProcess } from './support/engine-process.ts';

test('a right server is conformant without anything being told that its owner cannot know or have', async () => {
  const found = await engineProcess<unknown>(new URL('./nothing-more-known.ts', import.meta.url));
  const conformant = { verdict: 'conformant', lacking: true };
  assert.deepEqual(found, { 'ops-manager': conformant, 'cloud-manager': conformant });
});
