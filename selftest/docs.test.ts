import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { generatedPages } from '../docs/generate.ts';

for (const [file, text] of Object.entries(generatedPages())) {
  test(`${file} is what npm run docs would write`, () => {
    const written = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    assert.ok(written === text, `${file} is out of date; run npm run docs`);
  });
}
