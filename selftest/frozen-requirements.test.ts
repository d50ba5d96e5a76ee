import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { current, differences, frozen } from './frozen-requirements.ts';

const { added, changed, vanished } = differences(frozen(), current());

function none(ids: readonly string[], whatToDo: string): void {
  assert.ok(ids.length === 0, `${ids.join(', ')}: ${whatToDo}`);
}

describe('the ids, levels, bases and sentences of the catalogue are frozen', () => {
  test('no requirement vanished', () => {
    none(vanished, 'an id is never given up; put it back, with `untested` and the reason if it can no longer be seen');
  });

  test('no requirement reads otherwise', () => {
    none(changed, 'a changed level, basis or sentence needs a new id, unless it means the same; '
      + 'then name it: npm run freeze -- <id>');
  });

  test('every requirement is in the snapshot', () => {
    none(added, 'new; freeze it with: npm run freeze');
  });

  test('and any other catalogue would be noticed', () => {
    const row = { level: 'MUST', basis: 'documented', says: 'A.' } as const;
    const before = { 'list.a': row, 'list.b': row, 'list.c': row, 'list.d': row };
    const after = {
      'list.a': row, 'list.b': { ...row, says: 'B.' }, 'list.c': { ...row, level: 'SHOULD' as const }, 'list.e': row,
    };
    assert.deepEqual(differences(before, after), {
      added: ['list.e'], changed: ['list.b', 'list.c'], vanished: ['list.d'],
    });
  });
});
