import assert from 'node:assert/strict';
import { test } from 'node:test';
import { products } from '../../src/contract/products.ts';
import { liveMock, shortLived, shortLivedEnv, verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { stackedLies } from '../support/stacked-lies.ts';
import { ofEngine, type Outcomes } from '../support/two-runners.ts';
import { wholeRun } from '../support/whole-run.ts';

// replay.test.ts holds them to the same verdict on a mock that tells several lies.
const notOpening = ['rate-never-opens-again'];
const dialectOf = { 'ops-manager': 'access-list', 'cloud-manager': 'whitelist' } as const;
const [rate = {}, ...whole] = await ofEngine([
  { lies: notOpening, grep: '@rate\\.' },
  ...products.map((product) => ({ product, dialect: dialectOf[product], lies: [], grep: '@' })),
]);

const outcomesIn = (out: string): Outcomes =>
  Object.fromEntries(verdictIn(out).requirements.map(({ id, outcome }) => [id, outcome]));

for (const [index, product] of products.entries()) {
  test(`Playwright and the engine come to the same outcomes on the true mock of ${product}`, async (context) => {
    const out = await wholeRun(context, product);
    assert.deepEqual(outcomesIn(out), whole[index]);
    assert.deepEqual(verdictIn(out).faults, []);

    const again = await omconform(context, ['verify', out]);
    assert.equal(again.code, 0, `${again.stdout}\n${again.stderr}`);
  });
}

test('time that really passes for one runner, and is moved on by the other, shows both the same', async (context) => {
  const { env } = await liveMock(context, { ...shortLived, ...stackedLies(notOpening) });
  const out = temporaryFolder(context);
  const words = ['run', '--risk', 'irreversible', '--grep', '@rate\\.', '--out', out];
  const { code, stdout, stderr } = await omconform(context, words, { ...env, ...shortLivedEnv });
  assert.equal(code, 1, `${stdout}\n${stderr}`);

  const here = outcomesIn(out);
  assert.deepEqual(here, Object.fromEntries(Object.keys(here).map((id) => [id, rate[id]])));
  assert.equal(here['rate.opens-again'], 'broken');
  assert.deepEqual(verdictIn(out).faults, []);

  const again = await omconform(context, ['verify', out]);
  assert.equal(again.code, 0, `${again.stdout}\n${again.stderr}`);
});
