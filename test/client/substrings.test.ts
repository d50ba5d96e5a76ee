import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { substrings } from '../../src/client/redaction/substrings.ts';

test('many substrings are found in a text exactly where one by one would be', () => {
  // Few letters, so that substrings begin alike, overlap and meet the ends of texts.
  const word = (maxLength: number) =>
    fc.string({ unit: fc.constantFrom('a', 'b', '\u00e9', '\ud83d\ude00'), minLength: 1, maxLength });
  fc.assert(
    fc.property(fc.array(word(7), { maxLength: 6 }), word(40), (wanted, text) => {
      const found = substrings();
      for (const substring of wanted) found.add(substring);
      assert.deepEqual(found.in(text), new Set(wanted.filter((substring) => text.includes(substring))));
    }),
    { numRuns: 2000 },
  );
});

test('a substring is the whole text, or its end', () => {
  const found = substrings();
  found.add('0123456789');
  for (const text of ['0123456789', 'x0123456789', '0123456789x']) assert.equal(found.in(text).size, 1, text);
  for (const text of ['', '012', '012345678', 'x01234-6789']) assert.equal(found.in(text).size, 0, text);
});
