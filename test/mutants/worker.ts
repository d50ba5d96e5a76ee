import { loadSpecs } from '../../src/engine/run.ts';
import { equivalents } from './equivalent.ts';
import { mutants } from './index.ts';
import { runEquivalent, seeTruth } from './run-equivalent.ts';
import { isScenario, runMutant } from './run-mutant.ts';
import { runTrueMock, trueMocks } from './run-true-mock.ts';

// A child of ../mutants.ts: takes names one at a time, so that two workers finish together.
const withCodes = !process.argv.includes('--principles');
const tests = (await loadSpecs()).filter((test) => withCodes || !isScenario(test));
let truth: ReturnType<typeof seeTruth> | undefined;

async function run(
  name: string,
): Promise<{ readonly faults: readonly string[]; readonly seen?: readonly string[]; readonly remark?: string }> {
  const trueMock = trueMocks.find((one) => one.name === name);
  if (trueMock !== undefined) return runTrueMock(trueMock, tests);
  const mutant = mutants.find((one) => one.name === name);
  if (mutant !== undefined) return runMutant(mutant, tests);
  const equivalent = equivalents.find((one) => one.name === name);
  if (equivalent === undefined) throw new Error(`there is no mutant called ${name}`);
  truth ??= seeTruth(tests);
  return { faults: await runEquivalent(equivalent, tests, await truth) };
}

process.on('message', (name: string) => {
  run(name).then(
    (seen) => process.send?.({ name, ...seen }),
    (error: unknown) => process.send?.({ name, faults: [`the engine failed: ${(error as Error).stack}`] }),
  );
});
process.send?.({ ready: true });
