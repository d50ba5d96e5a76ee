import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { engineProcess } from '../support/engine-process.ts';

interface Told {
  readonly red: readonly string[];
  readonly kept: readonly string[];
  readonly unseen: number;
  readonly more: readonly string[];
  readonly less: readonly string[];
}

let reported: Readonly<Record<string, Told>> = {};
before(async () => {
  reported = await engineProcess<typeof reported>(new URL('./four-keys.ts', import.meta.url));
});

test('with each key that people have nothing is red, and nothing stays or goes', () => {
  assert.equal(Object.keys(reported).length, 10);
  for (const [name, { red, kept, more, less }] of Object.entries(reported)) {
    assert.deepEqual({ red, more, less }, { red: [], more: [], less: [] }, name);
    assert.ok(kept.length > 200, `${name}: ${kept.length} kept`);
  }
});

test('a run that may make things sees all that one sees which only reads', () => {
  for (const [name, { kept }] of Object.entries(reported)) {
    if (!name.endsWith('read-only')) continue;
    const seen = new Set(reported[name.replace('read-only', 'own-resources')]?.kept);
    assert.deepEqual(
      kept.filter((id) => !seen.has(id)),
      [],
      name,
    );
  }
});

/** Documented MUSTs that no run shows which only reads: they speak of what is made, changed or removed, and how that is answered. */
const mostUnseen = {
  'owner of a project': 127,
  'owner of an organization': 134,
  'reader of a project': 130,
  'reader of an organization': 131,
  'global owner': 131,
};

for (const [key, most] of Object.entries(mostUnseen)) {
  test(`what can be read is shown under read-only to the ${key}`, () => {
    const unseen = reported[`${key}, read-only`]?.unseen ?? Number.NaN;
    assert.ok(unseen <= most, `${unseen} documented MUSTs were not seen`);
  });
}
