import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { current, differences, frozen, refusals } from './frozen-requirements.ts';

const { added, changed, vanished } = differences(frozen(), current());

function none(ids: readonly string[], whatToDo: string): void {
  assert.ok(ids.length === 0, `${ids.join(', ')}: ${whatToDo}`);
}

describe('the ids, levels, bases and sentences of the catalogue are frozen', () => {
  test('no requirement vanished', () => {
    none(vanished, 'an id is never given up; put it back, with `untested` and the reason if it can no longer be seen');
  });

  test('no requirement reads otherwise', () => {
    none(
      changed,
      'a changed level, basis or sentence needs a new id, unless it means the same; then name it: npm run freeze -- <id>',
    );
  });

  test('every requirement is in the snapshot', () => {
    none(added, 'new; freeze it with: npm run freeze');
  });
});

describe('freezing', () => {
  const row = { level: 'MUST', basis: 'documented', says: 'A.' } as const;
  const before = { 'list.a': row, 'list.b': row, 'list.c': row };

  test('adds rows', () => {
    const after = { ...before, 'list.d': row };
    assert.deepEqual(differences(before, after), { added: ['list.d'], changed: [], vanished: [] });
    assert.deepEqual(refusals(before, after, []), []);
  });

  test('changes a row only where it is named', () => {
    const after = {
      'list.a': { ...row, says: 'B.' },
      'list.b': { ...row, level: 'SHOULD' },
      'list.c': { ...row, basis: 'inferred' },
    } as const;
    assert.deepEqual(differences(before, after).changed, ['list.a', 'list.b', 'list.c']);
    assert.match(
      refusals(before, after, ['list.a', 'list.b']).join('\n'),
      /^list\.c reads otherwise.*npm run freeze -- list\.c$/,
    );
    assert.deepEqual(refusals(before, after, ['list.*']), []);
  });

  test('never gives up an id, named or not', () => {
    const { 'list.b': _, ...after } = before;
    for (const named of [[], ['list.b']]) {
      assert.match(refusals(before, after, named).join('\n'), /^list\.b has vanished: put it back/);
    }
  });
});
