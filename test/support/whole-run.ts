import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Product } from '../../src/contract/products.ts';
import { omconform, temporaryFolder } from './omconform-process.ts';

/** Names the folder in which `npm test` has just left the results of a whole run for each product. */
export const wholeRunsVariable = 'SELFTEST_WHOLE_RUNS';

/**
 * The folder with the results of a whole run on the embedded mock of that product, which no test may change: those that
 * `npm test` has made, so that the longest run there is happens once; for a test that runs by itself, its own.
 */
export async function wholeRun(context: TestContext, product: Product): Promise<string> {
  const made = process.env[wholeRunsVariable];
  if (made !== undefined && existsSync(path.join(made, product, 'verdict.json'))) return path.join(made, product);
  const out = temporaryFolder(context);
  await omconform(context, ['run', '--product', product, '--out', out]);
  return out;
}
