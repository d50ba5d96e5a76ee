import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isErrorCodeName, messageTemplate, placeholders, undocumentedCodes } from '../../src/contract/error-codes/index.ts';

const folder = fileURLToPath(new URL('../../src/mock', import.meta.url));

/** How many arguments follow the first one of a call, whose text begins behind that first one. */
function argumentsAfter(text: string): number {
  let depth = 0;
  let count = 0;
  for (const sign of text) {
    if ('([{'.includes(sign)) depth += 1;
    else if (sign === ')' && depth === 0) return count;
    else if (')]}'.includes(sign)) depth -= 1;
    else if (sign === ',' && depth === 0) count += 1;
  }
  return count;
}

function wanted(code: string): number {
  if (isErrorCodeName(code)) return placeholders(messageTemplate(code, 'ops-manager')).length;
  assert.ok(Object.hasOwn(undocumentedCodes, code), code);
  return placeholders(undocumentedCodes[code as keyof typeof undocumentedCodes].message).length;
}

// The compiler knows the codes, but not how many parameters the message of each takes.
test('every refusal of the mock fills its message', async () => {
  let seen = 0;
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  for (const name of names) {
    const source = await readFile(join(folder, name), 'utf8');
    for (const { 0: call, 1: code = '', index } of source.matchAll(/\brefuse\('([A-Z_]+)'/g)) {
      assert.equal(argumentsAfter(source.slice(index + call.length)), wanted(code), `${name}: ${code}`);
      seen += 1;
    }
  }
  assert.ok(seen > 150, `${seen} refusals`);
});
