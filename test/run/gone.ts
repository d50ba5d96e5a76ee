import { loadSpecs } from '../../src/engine/run.ts';
import { firstIsGone } from '../mutants/gone.ts';
import { judged } from '../mutants/judged.ts';

// `node --import tsx --conditions=engine test/run/gone.ts`: the suite on a mock on which what is listed first is not there.
const tests = await loadSpecs();
const [truth, seen] = [await judged(tests, {}), await judged(tests, { inner: firstIsGone })];
process.stdout.write(
  JSON.stringify(
    seen.requirements.flatMap(({ id, outcome }, index) =>
      outcome === truth.requirements[index]?.outcome ? [] : [[id, outcome]],
    ),
  ),
);
