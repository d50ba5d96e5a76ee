import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { validateXML } from 'xmllint-wasm';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { junitXml } from '../../src/verdict/formats/junit.ts';
import { manyBroken } from '../support/page-sample.ts';
import { fullInput } from '../support/verdict-sample.ts';

const schema = readFileSync(new URL('./junit.xsd', import.meta.url), 'utf8');

/** What the schema has against it. */
async function faultsOf(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents: xml }], schema: [schema] });
  return errors.map(({ message }) => message);
}

const verdicts = {
  'of every outcome': deriveVerdict(fullInput()),
  'of much that is broken': manyBroken(40, 'is <b>, "c" & \u0007').verdict,
};

for (const [what, verdict] of Object.entries(verdicts)) {
  test(`a verdict ${what} is valid under the schema of JUnit's XML`, async () => {
    assert.deepEqual(await faultsOf(junitXml(verdict)), []);
  });
}

test('the schema sees what it does not know', async () => {
  const [fault] = await faultsOf(junitXml(verdicts['of every outcome']).replace('<testcase ', '<testcase line="1" '));
  assert.match(fault ?? '', /attribute 'line' is not allowed/);
});
