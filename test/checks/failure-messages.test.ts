import { readdirSync, readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engineProcess } from '../support/engine-process.ts';

const update = 'node --import tsx --conditions=engine test/checks/failure-texts.ts --update';
const folder = new URL('../golden/', import.meta.url);
const texts = await engineProcess<Record<string, string>>(new URL('./failure-texts.ts', import.meta.url));

describe('what a user reads of a failure', () => {
  test('is held by a file each', () => {
    assert.deepEqual(Object.keys(texts).toSorted(), readdirSync(folder).toSorted(), `write them with: ${update}`);
  });

  for (const [file, text] of Object.entries(texts)) {
    test(file, () => {
      assert.equal(text, readFileSync(new URL(file, folder), 'utf8'), `meant? then write it with: ${update}`);
    });
  }

  for (const [file, text] of Object.entries(texts).filter(([name]) => name.endsWith('.check.txt'))) {
    test(`${file} has the request, the place, the answer and a line that repeats it`, () => {
      assert.match(text, /^(?:GET|POST|PUT|PATCH|DELETE) http:\/\/127\.0\.0\.1:1\/api\/public\/v1\.0\/\S+$/m);
      assert.match(text, /^ {2}(?:status|\/\S+) \S.+$/m);
      assert.match(text, /^Answer: \d{3} application\/json\n {2}\{$/m);
      assert.match(text, /^Again: curl --digest -u "\$TARGET_PUBLIC_KEY:\$TARGET_PRIVATE_KEY" .*'http:\/\/127\.0\.0\.1:1\//m);
    });
  }

  test('and what was sent is in the line that repeats it', () => {
    assert.match(texts['unknown-field-is-ignored-on-create.check.txt'] ?? '', /^Again: curl .* -X POST .* --data-raw '\{.+\}'$/m);
  });
});
