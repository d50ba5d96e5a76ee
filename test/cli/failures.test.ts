import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { failureOf } from '../../src/cli/failures.ts';
import { projectFolder } from '../../src/cli/project.ts';
import { UsageError } from '../../src/target/input/usage-error.ts';
import { temporaryFolder } from '../support/omconform-process.ts';

const saidOf = (fails: () => void): ReturnType<typeof failureOf> => {
  try {
    fails();
  } catch (error) {
    return failureOf(error);
  }
  return assert.fail('it did not fail');
};

test('what cannot be written is told as that', (context) => {
  const place = path.join(temporaryFolder(context), 'nowhere', 'verdict.json');
  assert.deepEqual(
    saidOf(() => writeFileSync(place, '')),
    { says: `${place} cannot be written to: ENOENT`, code: 3 },
  );
});

test('a file of the program that is missing is not taken for one', () => {
  const place = path.join(projectFolder, 'schemas', 'nothing.json');
  assert.deepEqual(
    saidOf(() => readFileSync(place)),
    { says: `${place} is missing, which is a file of this program: install it anew`, code: 3 },
  );
});

test('wrong use is 2, and a defect shows its stack', () => {
  assert.deepEqual(failureOf(new UsageError('two\nlines')), { says: 'two lines', code: 2 });
  assert.equal(failureOf(new TypeError('x is not a function')), undefined);
});
