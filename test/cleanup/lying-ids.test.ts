import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engineProcess } from '../support/engine-process.ts';
import type { LyingRun } from './lying-ids.ts';

const runs = await engineProcess<LyingRun[]>(new URL('./lying-ids.ts', import.meta.url));

/** Nothing tells one of these from another, so that what the target hides is left, and told. */
const nameless = ['log collection jobs', 'global alert configurations', 'orders of machines'];

describe('a target that creates what was asked, and answers with', () => {
  for (const { family, kind, lies, broken, lost, left, failed } of runs) {
    test(`${kind === 'another' ? 'the id of another of its' : 'what is no id of'} ${family}`, () => {
      assert.ok(lies > 0, 'it lied');
      assert.ok(broken.length > 0, 'it is found out');
      assert.deepEqual(lost, [], 'nothing is lost or changed');
      if (!nameless.includes(family)) assert.deepEqual(left, [], 'what it made is found by its name, and removed');
      assert.deepEqual(failed, []);
    });
  }
});
