import { loadSpecs } from '../engine/run.ts';
import { mutants } from './mutants/index.ts';
import { judged } from './mutants/judged.ts';
import { trueMock, type Case } from './two-runners.ts';

/**
 * `node --import tsx --conditions=engine selftest/engine-outcomes.ts <cases as JSON>`: judges each with the engine.
 * Prints, as JSON, the outcome of every requirement for each of them.
 */
const cases = JSON.parse(process.argv[2] ?? '[]') as Case[];
const tests = await loadSpecs();
const told: Record<string, Record<string, string>> = {};
for (const { name, grep } of cases) {
  const mutant = mutants.find((one) => one.name === name);
  if (mutant === undefined && name !== trueMock) throw new Error(`there is no mutant called ${name}`);
  const chosen = tests.filter(({ details }) => details.tag.some((tag) => new RegExp(grep).test(tag)));
  const { requirements } = await judged(chosen, { ...mutant?.mock });
  told[name] = Object.fromEntries(requirements.map(({ id, outcome }) => [id, outcome]));
}
process.stdout.write(JSON.stringify(told));
