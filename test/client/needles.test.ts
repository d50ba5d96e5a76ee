import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { needles } from '../../src/client/redaction/needles.ts';

test('many needles are found in a text exactly where one by one would be', () => {
  // Few letters, so that needles begin alike, overlap and meet the ends of texts.
  const word = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', '\u00e9', '\ud83d\ude00'), minLength: 1, maxLength });
  fc.assert(fc.property(fc.array(word(7), { maxLength: 6 }), word(40), (wanted, text) => {
    const found = needles();
    for (const needle of wanted) found.add(needle);
    assert.equal(found.areIn(text), wanted.some((needle) => text.includes(needle)));
  }), { numRuns: 2000 });
});

test('a needle is the whole text, or its end', () => {
  const found = needles();
  found.add('0123456789');
  for (const text of ['0123456789', 'x0123456789', '0123456789x']) assert.equal(found.areIn(text), true, text);
  for (const text of ['', '012', '012345678', 'x01234-6789']) assert.equal(found.areIn(text), false, text);
});
