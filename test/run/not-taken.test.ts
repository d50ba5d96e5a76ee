import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineProcess } from '../support/engine-process.ts';

test('a preparation that meets what the target does not have ends its rows as not offered', async () => {
  const strayed = await engineProcess<[id: string, outcome: string, reason: string | null][]>(
    new URL('./not-taken.ts', import.meta.url),
  );
  const others = strayed.filter(([, outcome]) => outcome !== 'not-offered').map(([id, outcome]) => `${id} is ${outcome}`);
  // A refusal without a code has no form of the documents; that it says so is right.
  assert.deepEqual(others, ['error.five-fields is broken']);
  const reasons = strayed.map(([, , reason]) => String(reason)).join('\n');
  for (const what of [
    'POST /users',
    'POST /groups/{id}/alertConfigs',
    'POST /groups/{id}/hosts',
    'POST /orgs/{id}/teams',
    'POST /groups/{id}/clusters/{id}/snapshots',
  ]) {
    assert.ok(reasons.includes(`the target does not offer ${what}`), what);
  }
  assert.ok(strayed.length > 100, String(strayed.length));
});
