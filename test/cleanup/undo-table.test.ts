import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inferredPaths } from '../../src/contract/inferred-paths.ts';
import { operationFor, operations, type OperationId } from '../../src/contract/operations/index.ts';
import { undoOf, undoOfInferred, type MakesNothing, type Removal } from '../../src/contract/operations/undo.ts';
import { filled, parametersOf } from '../../src/contract/path-templates.ts';

const rows: readonly (readonly [string, string, Removal | MakesNothing])[] = [
  ...Object.entries(undoOf).map(([id, row]) => [id, operations[id as OperationId].path, row] as const),
  ...Object.entries(undoOfInferred).map(([path, row]) => [path, path, row] as const),
];
const removals = rows.flatMap(([id, path, row]) => ('makesNothing' in row ? [] : [{ id, path, row }]));
/** A template as a request would have it. */
const asRequested = (template: string): string => filled(template, { ...allFilled(template), accessList: 'accessList' });
const allFilled = (template: string) =>
  Object.fromEntries(parametersOf(template).map((name) => [name, '5f0c2d3e4b5a69788796a5b4']));

describe('the table of what takes back a POST', () => {
  test('has a row for each POST of the API, and for nothing else', () => {
    const posts = Object.entries(operations)
      .filter(([, { method }]) => method === 'POST')
      .map(([id]) => id);
    assert.deepEqual(Object.keys(undoOf).toSorted(), posts.toSorted());
  });

  test('says of each how it is removed, or why it is not', () => {
    for (const { id, row } of removals) assert.ok(row.removedAt !== undefined || row.stays !== undefined, id);
  });

  test('removes with operations that there are', () => {
    const inferred: readonly string[] = Object.values(inferredPaths);
    for (const { id, row } of removals) {
      for (const template of [row.removedAt, row.elseRemovedAt, row.also?.removedAt].filter((one) => one !== undefined)) {
        const known =
          operationFor('DELETE', asRequested(template)) !== undefined ||
          inferred.some((path) => asRequested(path) === asRequested(template));
        assert.ok(known, `${id}: DELETE ${template}`);
      }
    }
  });

  test('looks things up where they can be read', () => {
    const inferred: readonly string[] = Object.values(inferredPaths);
    for (const {
      id,
      row: { name, readAt },
    } of removals) {
      for (const template of [name?.at, readAt].filter((one) => one !== undefined)) {
        const known =
          operationFor('GET', asRequested(template)) !== undefined ||
          inferred.some((path) => asRequested(path) === asRequested(template));
        assert.ok(known, `${id}: GET ${template}`);
      }
    }
  });

  test('fills its templates from what a request tells', () => {
    const toldLater = ['made', 'name', 'orgOfProject', 'roleOrgId'];
    for (const { id, path, row } of removals) {
      const used = [row.removedAt, row.elseRemovedAt, row.name?.at].flatMap((one) =>
        one === undefined ? [] : parametersOf(one),
      );
      const known = [...parametersOf(path), ...toldLater];
      assert.deepEqual(
        [...used, ...(row.goesWith ?? [])].filter((name) => !known.includes(name)),
        [],
        id,
      );
    }
  });
});
