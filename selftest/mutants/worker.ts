import { loadSpecs } from '../../engine/run.ts';
import { mutants } from './index.ts';
import { runMutant } from './run-mutant.ts';

// A child of ../mutants.ts: takes names one at a time, so that two workers finish together.
const tests = await loadSpecs();
process.on('message', (name: string) => {
  const mutant = mutants.find((one) => one.name === name);
  if (mutant === undefined) throw new Error(`there is no mutant called ${name}`);
  runMutant(mutant, tests).then(
    (faults) => process.send?.({ name, faults }),
    (error: unknown) => process.send?.({ name, faults: [`the engine failed: ${(error as Error).stack}`] }),
  );
});
process.send?.({ ready: true });
