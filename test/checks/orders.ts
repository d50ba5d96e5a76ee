import type { Product } from '../../src/contract/products.ts';
import { requirementOf, type RequirementId } from '../../src/contract/requirements/index.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import type { FormName } from '../../src/mock/forms/forms.ts';
import type { Risk } from '../../src/contract/risks.ts';
import { verdictOf } from '../mutants/judged.ts';

/**
 * `node --import tsx --conditions=engine test/checks/orders.ts`: the suite on the mock with its lists in other orders, with
 * the project and organization named and left to be found. Prints of each what became of which requirement that is
 * otherwise on the mock as it is, and of how many it was kept.
 */
interface TestRun {
  readonly product: Product;
  readonly risk: Risk;
  readonly named: boolean;
}

const runs: readonly TestRun[] = [
  { product: 'ops-manager', risk: 'read-only', named: true },
  { product: 'ops-manager', risk: 'own-resources', named: false },
  { product: 'cloud-manager', risk: 'irreversible', named: true },
  { product: 'cloud-manager', risk: 'read-only', named: false },
];

const tests = await loadSpecs();

async function outcomes({ product, risk, named }: TestRun, forms: readonly FormName[]): Promise<ReadonlyMap<string, string>> {
  const {
    settings: { target, run },
    ...hands
  } = mockTarget({ product, forms });
  const { orgId: _org, projectId: _project, ...unnamed } = target;
  const settings = { target: named ? target : unnamed, run: { ...run, risk } };
  const { requirements } = verdictOf(settings, await runTests(tests, { ...hands, settings }));
  return new Map(requirements.map(({ id, outcome }) => [id, outcome]));
}

/** What is kept as soon as it is met anywhere, in whatever it is that is looked at, may or may not be met. */
const isMetByChance = (id: string, ...both: readonly (string | undefined)[]): boolean =>
  requirementOf(id as RequirementId).onceSeen === true && both.every((one) => one === 'kept' || one === 'unverified');

const reported: Record<string, { readonly kept: number; readonly strayed: readonly string[] }> = {};
for (const run of runs) {
  const truth = await outcomes(run, []);
  for (const form of ['lists-reversed', 'lists-by-hash'] as const) {
    const seen = await outcomes(run, [form]);
    reported[`${Object.values(run).join(' ')} ${form}`] = {
      kept: [...seen.values()].filter((outcome) => outcome === 'kept').length,
      strayed: [...seen]
        .filter(([id, outcome]) => outcome !== truth.get(id) && !isMetByChance(id, outcome, truth.get(id)))
        .map(([id, outcome]) => `${id}: ${outcome}, not ${truth.get(id)}`),
    };
  }
}
process.stdout.write(JSON.stringify(reported));
