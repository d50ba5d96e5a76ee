import { addToHistory } from '../../src/cli/after-run/history-file.ts';
import { historyLine } from '../../src/verdict/comparing/history.ts';
import { verdictOf } from './compared-verdicts.ts';

// A child of history-file.test.ts: adds lines of one run each, each longer than what a pipe takes at once.
const [, , out = '', name = '', count = '0'] = process.argv;
const ids = Array.from({ length: 4_000 }, (_, index) => `code.${name.toUpperCase()}_${index}`);
const line = historyLine(verdictOf(Object.fromEntries(ids.map((id) => [id, {}]))), false);
for (let run = 0; run < Number(count); run += 1) addToHistory(out, { ...line, run: `${name}-${run}` });
