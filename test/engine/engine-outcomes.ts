import { loadSpecs } from '../../src/engine/run.ts';
import { judged } from '../mutants/judged.ts';
import { stackedLies } from '../support/stacked-lies.ts';
import type { Case, Outcomes } from '../support/two-runners.ts';

/**
 * `node --import tsx --conditions=engine test/engine/engine-outcomes.ts <cases as JSON>`: judges each with the engine.
 * Prints, as JSON, the outcome of every requirement for each of them.
 */
const cases = JSON.parse(process.argv[2] ?? '[]') as Case[];
const tests = await loadSpecs();
const reported: Outcomes[] = [];
for (const { product, dialect, lies, grep } of cases) {
  const chosen = tests.filter(({ details }) => details.tag.some((tag) => new RegExp(grep).test(tag)));
  const { requirements } = await judged(chosen, {
    ...stackedLies(lies),
    ...(product && { product }),
    ...(dialect && { dialect }),
  });
  reported.push(Object.fromEntries(requirements.map(({ id, outcome }) => [id, outcome])));
}
process.stdout.write(JSON.stringify(reported));
