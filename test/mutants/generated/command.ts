import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { products } from '../../../src/contract/products.ts';
import { readBlindSpots } from './blind-spots.ts';
import { drawLies } from './draw.ts';
import type { Fate } from './judge.ts';
import { kindOf } from './kinds.ts';
import { nameOf, toldBy } from './lie.ts';
import { summaryOf, type Judged } from './summary.ts';
import type { Vocabularies } from './vocabulary.ts';
import type { Task } from './worker.ts';

interface Message {
  readonly result?: unknown;
  readonly failure?: string;
}

/** A process that does one task after the other. */
class Hand {
  readonly #child: ChildProcess;

  constructor() {
    this.#child = fork(new URL('./worker.ts', import.meta.url), [], { execArgv: process.execArgv, serialization: 'advanced' });
  }

  do(task: Task): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`a worker ended with ${code}`));
      this.#child.once('exit', ended);
      this.#child.once('message', ({ result, failure }: Message) => {
        this.#child.off('exit', ended);
        if (failure === undefined) resolve(result);
        else reject(new Error(failure));
      });
      this.#child.send(task);
    });
  }

  end(): void {
    this.#child.kill();
  }
}

/** Has the hands take tasks from a queue, each the next one when it is free. */
async function shared<Item>(hands: readonly Hand[], items: readonly Item[], work: (hand: Hand, item: Item) => Promise<void>) {
  const queue = [...items];
  await Promise.all(
    hands.map(async (hand) => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(hand, item);
    }),
  );
}

/**
 * `--generate N --seed S` draws N lies and tells how many of them the suite notices; `--lie NAME` (any number of times) tells
 * what becomes of these. `--traffic FOLDER` keeps what was recorded of the true mock there, and takes what is there. Gives the exit code: 1 where too many survive unexplained or a blind spot is stale.
 */
export async function generated(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      generate: { type: 'string' },
      seed: { type: 'string', default: '1' },
      lie: { type: 'string', multiple: true, default: [] },
      traffic: { type: 'string' },
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
  const parts = Math.min(availableParallelism(), 4);
  const folder = values.traffic ?? mkdtempSync(path.join(tmpdir(), 'omconform-traffic-'));
  const hands = Array.from({ length: parts }, () => new Hand());
  const judged: Judged[] = [];
  try {
    const shares = products.flatMap((product) => hands.map((_, part) => ({ product, part, of: parts })));
    await shared(hands, shares, async (hand, record) => void (await hand.do({ record, folder })));
    const [vocabularies] = (await Promise.all(hands.map((hand) => hand.do({ read: folder, parts })))) as Vocabularies[];
    const names = [...values.lie, ...(count > 0 ? drawLies(count, seed, vocabularies!).map(nameOf) : [])];
    await shared(hands, names, async (hand, name) => {
      judged.push({ name, ...((await hand.do({ judge: name })) as Fate) });
      if (judged.length % 100 === 0) process.stdout.write(`${judged.length} of ${names.length} lies\n`);
    });
  } finally {
    for (const hand of hands) hand.end();
    if (values.traffic === undefined) rmSync(folder, { recursive: true, force: true });
  }
  for (const { name, fate, by, met, ran } of judged) {
    if (values.lie.includes(name)) console.log(`${name}: ${fate}${by ? ` by ${by}` : ''}, ${met} tests meet it, ${ran} ran`);
  }
  const { lines, isGood } = summaryOf(judged, readBlindSpots());
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(`${lines.join('\n')}\nseed ${seed}, ${seconds} s\n`);
  return isGood ? 0 : 1;
}
