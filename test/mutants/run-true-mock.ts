import { dialects, products } from '../../src/contract/products.ts';
import type { DeclaredTest } from '../../src/engine/registry.ts';
import { judged, withOutcome } from './judged.ts';
import { isScenario } from './run-mutant.ts';

/** Codes that the table of each product lists; a number that falls is a scenario that was lost. */
const documentedCodes = { 'ops-manager': 205, 'cloud-manager': 245 } as const;

/** The mock that tells no lies, in every form there is of it. */
export const trueMocks = products.flatMap((product) =>
  dialects.map((dialect) => ({
    name: `the true mock: ${product}, ${dialect}`,
    product,
    dialect,
  })),
);

/** Runs these tests against the true mock. Gives what it does not keep, in words, and how many codes it does. */
export async function runTrueMock(
  { product, dialect }: (typeof trueMocks)[number],
  tests: readonly DeclaredTest[],
): Promise<{ readonly faults: readonly string[]; readonly remark?: string }> {
  const withCodes = tests.some(isScenario);
  const verdict = await judged(tests, { product, dialect });
  const lost = verdict.requirements.filter(
    ({ area, outcome }) => !['kept', 'not-applicable', 'untested'].includes(outcome) && (withCodes || area !== 'code'),
  );
  const faults = lost.map(
    ({ id, outcome, reason, checks }) =>
      `${id} is ${outcome}: ${checks.flatMap((check) => check.violations).map(({ path, message }) => `${path} ${message}`)[0] ?? reason}`,
  );
  if (!withCodes) return { faults };
  const kept = withOutcome(verdict, 'kept').filter((id) => id.startsWith('code.')).length;
  const remark = `${product}, ${dialect}: ${kept} of ${documentedCodes[product]} codes kept`;
  return { faults: kept === documentedCodes[product] ? faults : [...faults, remark], remark };
}
