import { loadSpecs, runTests } from '../../src/engine/run.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import { limits } from '../../src/contract/limits.ts';
import { operationFor } from '../../src/contract/operations/index.ts';
import { products } from '../../src/contract/products.ts';
import { pathBelow } from '../../src/contract/path-templates.ts';

/**
 * `node --import tsx --conditions=engine test/engine/engine-successes.ts`: runs all specs but the scenarios of the error
 * codes on the true mock. Prints, as JSON, the operations that were answered with a success, by product.
 */
const tests = (await loadSpecs()).filter(({ file }) => !file.includes('/specs/error-codes/'));
const reported: Record<string, string[]> = {};
for (const product of products) {
  const succeeded = new Set<string>();
  for (const { exchanges } of await runTests(tests, { ...mockTarget({ product }) })) {
    for (const { request, response } of exchanges) {
      const status = response?.status ?? 0;
      const operation = operationFor(request.method, pathBelow(limits.basePath, request.url) ?? '');
      if (status >= 200 && status < 300 && operation !== undefined) succeeded.add(operation);
    }
  }
  reported[product] = [...succeeded];
}
process.stdout.write(JSON.stringify(reported));
