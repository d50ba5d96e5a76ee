import { loadSpecs } from '../../engine/run.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { equivalents } from './equivalent.ts';
import { mutants } from './index.ts';
import { judged } from './judged.ts';
import { runEquivalent } from './run-equivalent.ts';
import { runMutant } from './run-mutant.ts';

// A child of ../mutants.ts: takes names one at a time, so that two workers finish together.
const tests = await loadSpecs();
let truth: Promise<Verdict> | undefined;

async function run(name: string): Promise<string[]> {
  const mutant = mutants.find((one) => one.name === name);
  if (mutant !== undefined) return runMutant(mutant, tests);
  const equivalent = equivalents.find((one) => one.name === name);
  if (equivalent === undefined) throw new Error(`there is no mutant called ${name}`);
  truth ??= judged(tests, {});
  return runEquivalent(equivalent, tests, await truth);
}

process.on('message', (name: string) => {
  run(name).then(
    (faults) => process.send?.({ name, faults }),
    (error: unknown) => process.send?.({ name, faults: [`the engine failed: ${(error as Error).stack}`] }),
  );
});
process.send?.({ ready: true });
