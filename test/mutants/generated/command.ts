import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { loadSpecs } from '../../../src/engine/run.ts';
import { readBlindSpots } from './blind-spots.ts';
import { drawLies } from './draw.ts';
import type { Fate } from './judge.ts';
import { kindOf } from './kinds.ts';
import { nameOf, toldBy } from './lie.ts';
import { summaryOf, type Judged } from './summary.ts';
import { learnVocabularies } from './vocabulary.ts';

interface Message {
  readonly name?: string;
  readonly fate?: Fate;
  readonly failure?: string;
}

/** Has the lies of these names judged by two processes, each taking the next one when it is free. */
async function judgedInParallel(names: readonly string[], told: (done: number) => void): Promise<Judged[]> {
  const queue = [...names];
  const judged: Judged[] = [];
  const workers = Math.max(1, Math.min(availableParallelism(), 4, Math.ceil(names.length / 8)));
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(new URL('./worker.ts', import.meta.url), [], { execArgv: process.execArgv });
      child.on('error', reject);
      child.on('exit', (code) => (code === 0 || code === null ? resolve() : reject(new Error(`a worker ended with ${code}`))));
      child.on('message', ({ name, fate, failure }: Message) => {
        if (failure !== undefined) {
          child.kill();
          reject(new Error(`the engine failed at ${name}: ${failure}`));
          return;
        }
        if (name !== undefined && fate !== undefined) {
          judged.push({ name, ...fate });
          told(judged.length);
        }
        const next = queue.shift();
        if (next === undefined) child.kill();
        else child.send(next);
      });
    });
  await Promise.all(Array.from({ length: workers }, work));
  return judged;
}

async function drawn(count: number, seed: number): Promise<string[]> {
  return drawLies(count, seed, await learnVocabularies(await loadSpecs())).map(nameOf);
}

/**
 * `--generate N --seed S` draws N lies and tells how many of them the suite notices; `--lie NAME` (any number of times) tells
 * what becomes of these. Gives the exit code: 1 where too many survive unexplained or a blind spot is stale.
 */
export async function generated(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      generate: { type: 'string' },
      seed: { type: 'string', default: '1' },
      lie: { type: 'string', multiple: true, default: [] },
    },
  });
  const [count, seed] = [Number(values.generate ?? 0), Number(values.seed)];
  if (!Number.isInteger(count) || count < 0 || !Number.isInteger(seed)) {
    console.error('--generate and --seed take whole numbers.');
    return 2;
  }
  const unknown = values.lie.find((name) => kindOf(toldBy(name) ?? { kind: '' }) === undefined);
  if (unknown !== undefined) {
    console.error(`There is no lie called ${unknown}; a name is product:kind:operation:part:listener.`);
    return 2;
  }
  const begun = performance.now();
  const names = [...values.lie, ...(count > 0 ? await drawn(count, seed) : [])];
  const judged = await judgedInParallel(names, (done) => {
    if (done % 100 === 0) process.stdout.write(`${done} of ${names.length} lies\n`);
  });
  for (const { name, fate, by, met, ran } of judged) {
    if (values.lie.includes(name)) console.log(`${name}: ${fate}${by ? ` by ${by}` : ''}, ${met} tests meet it, ${ran} ran`);
  }
  const { lines, isGood } = summaryOf(judged, readBlindSpots());
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(`${lines.join('\n')}\nseed ${seed}, ${seconds} s\n`);
  return isGood ? 0 : 1;
}
