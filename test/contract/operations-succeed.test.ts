import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations, type Operation } from '../../src/contract/operations/index.ts';
import { products } from '../../src/contract/products.ts';
import { engineProcess } from '../support/engine-process.ts';

/** What no check may do: it needs an instance on which nobody has registered yet; test/mock/mock-first-user.test.ts does. */
const elsewhere = ['users.create-first'];
/** Refused to API keys, which are all that a run has. */
const refusedToKeys: Readonly<Record<string, readonly string[]>> = {
  'ops-manager': [],
  'cloud-manager': ['organizations.create', 'organizations.remove'],
};

const succeeded = await engineProcess<Record<string, readonly string[]>>(
  new URL('../engine/engine-successes.ts', import.meta.url),
);

for (const product of products) {
  test(`every operation of ${product} succeeds in some check that is about no error`, () => {
    const missing = Object.entries<Operation>(operations)
      .filter(([id, row]) => row.products.includes(product) && !elsewhere.includes(id) && !refusedToKeys[product]!.includes(id))
      .map(([id]) => id)
      .filter((id) => !succeeded[product]!.includes(id));
    assert.deepEqual(missing, []);
  });
}
