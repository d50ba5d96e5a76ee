import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineProcess } from '../support/engine-process.ts';

type Outcomes = Readonly<Record<string, string>>;

test("resources whose paths are no established fact are judged where the target's file says they are", async () => {
  const { reported, untold } = await engineProcess<{ reported: Outcomes; untold: Outcomes }>(
    new URL('./relocated-outcomes.ts', import.meta.url),
  );
  assert.equal(Object.keys(reported).length, 5);
  assert.deepEqual([...new Set(Object.values(reported))], ['kept']);
  assert.deepEqual([...new Set(Object.values(untold))], ['not-offered']);
});
