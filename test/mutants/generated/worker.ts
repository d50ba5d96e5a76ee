import { products, type Product } from '../../../src/contract/products.ts';
import { loadSpecs } from '../../../src/engine/run.ts';
import { judging } from './judge.ts';
import { toldBy } from './lie.ts';
import { keepTraffic, keptTraffic, type Share, type Traffic } from './traffic.ts';
import { vocabularyOf, type Vocabularies, type Vocabulary } from './vocabulary.ts';

/** What command.ts asks of this process: to record traffic, then to read all that was recorded, then to judge lies. */
export type Task =
  | { readonly record: Share; readonly folder: string }
  | { readonly read: string; readonly parts: number }
  | { readonly judge: string };

const tests = await loadSpecs();
let judge: ReturnType<typeof judging> | undefined;

async function done(task: Task): Promise<unknown> {
  if ('record' in task) return keepTraffic(tests, task.folder, task.record);
  if ('judge' in task) return judge!(toldBy(task.judge)!);
  const traffic = Object.fromEntries(
    products.map((product) => [product, keptTraffic(tests, task.read, product, task.parts)]),
  ) as Record<Product, Traffic>;
  const vocabularies = Object.fromEntries(
    products.map((product): [Product, Vocabulary] => [product, vocabularyOf(product, traffic[product])]),
  ) as Vocabularies;
  judge = judging(tests, traffic, vocabularies);
  return vocabularies;
}

process.on('message', (task: Task) => {
  done(task).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ failure: (error as Error).stack }),
  );
});
