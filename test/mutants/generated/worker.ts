import { loadSpecs } from '../../../src/engine/run.ts';
import { judging } from './judge.ts';
import { toldBy } from './lie.ts';
import { learnVocabularies } from './vocabulary.ts';

// A child of command.ts: takes names of lies one at a time.
const tests = await loadSpecs();
const judge = judging(tests, await learnVocabularies(tests));

process.on('message', (name: string) => {
  judge(toldBy(name)!).then(
    (fate) => process.send?.({ name, fate }),
    (error: unknown) => process.send?.({ name, failure: (error as Error).stack }),
  );
});
process.send?.({ ready: true });
