import { usualDialect } from '../../../src/contract/products.ts';
import { mockTarget } from '../../../src/engine/mock-target.ts';
import { loadSpecs, openWorker, runTest } from '../../../src/engine/run.ts';
import type { Layer } from '../../../src/mock/forms/types.ts';
import { countsInMemory } from '../../../src/run/guards/run-counts.ts';
import type { Passing } from '../recorded-traffic.ts';
import { drawLies } from './draw.ts';
import { meeting } from './judge.ts';
import { kindOf, lyingMock, placesOf, subjects } from './kinds.ts';
import { nameOf, toldBy, type Told } from './lie.ts';
import { sorted, type Traffic } from './traffic.ts';
import { vocabularyOf } from './vocabulary.ts';

/*
 * `node --import tsx --conditions=engine test/mutants/generated/sample.ts`: draws lies by what a few specs show, and prints
 * as JSON the names drawn by each of some seeds, and the kinds of which no lie changes anything of what those specs show.
 */
const files =
  /specs\/(?:principles\/(?:every-family|list|rate|auth|access)|resources\/(?:access-lists|teams|maintenance-windows)|error-codes\/(?:generic|access\/access-list))/;
const product = 'ops-manager';
const tests = (await loadSpecs()).filter(({ file }) => files.test(file));

/** What passes the true mock while these specs run, in one worker. */
async function traffic(): Promise<Traffic> {
  const all: Passing[] = [];
  let test = tests[0]!;
  const noting =
    (seam: Passing['seam']): Layer =>
    (next) =>
    async (request) => {
      const response = await next(request);
      all.push({ test, seam, request, response });
      return response;
    };
  const target = mockTarget({ product, dialect: usualDialect[product], wire: noting('wire'), inner: noting('inner') });
  const worker = openWorker({ counts: countsInMemory(), ...target });
  for (test of tests) await runTest(test, worker, { workerIndex: 0 });
  await worker.end();
  return sorted(all);
}

const passed = await traffic();
const vocabulary = vocabularyOf(product, passed);

/** Whether some lie of a kind changes something. */
async function differs(kind: string): Promise<boolean> {
  const places = placesOf(kindOf({ kind })!, vocabulary).flat();
  for (const { at, to, parts } of places) {
    for (const part of parts) {
      const told: Told = { product, kind, at, part, to };
      const met = await meeting(told, lyingMock(told, vocabulary), passed);
      if (met === 'all' || met.size > 0) return true;
    }
  }
  return false;
}

const drawn = (seed: number): string[] =>
  drawLies(200, seed, { [product]: vocabulary, 'cloud-manager': { ...vocabulary, product: 'cloud-manager' } }).map(nameOf);
const seeds = { first: drawn(17), again: drawn(17), other: drawn(18) };
const idle: string[] = [];
for (const { name } of subjects.flatMap(({ kinds }) => kinds)) if (!(await differs(name))) idle.push(name);
const misread = seeds.first.filter((name) => nameOf(toldBy(name)!) !== name);
process.stdout.write(JSON.stringify({ ...seeds, idle, misread }));
