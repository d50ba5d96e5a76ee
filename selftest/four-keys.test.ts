import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineProcess } from './engine-process.ts';

interface Told {
  readonly red: readonly string[];
  readonly kept: number;
  readonly unseen: number;
  readonly more: readonly string[];
  readonly less: readonly string[];
}

/** What takes a write, another key, or what nobody told. */
const mostUnseen = 146;

test('with each key that people have nothing is red, and nothing stays or goes', async () => {
  const told = await engineProcess<Readonly<Record<string, Told>>>(new URL('./four-keys.ts', import.meta.url));
  assert.equal(Object.keys(told).length, 10);
  for (const [name, { red, kept, more, less }] of Object.entries(told)) {
    assert.deepEqual({ red, more, less }, { red: [], more: [], less: [] }, name);
    assert.ok(kept > 150, `${name}: ${kept} kept`);
  }
  const { unseen = Infinity } = told['owner of a project, read-only'] ?? {};
  assert.ok(unseen <= mostUnseen, `${unseen} documented MUSTs that an owner of a project cannot see where nothing may be made`);
});
