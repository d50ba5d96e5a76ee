import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import type { Comparison } from '../../verdict/comparing/comparison.ts';
import { newsMarkdown } from '../../verdict/reports/news.ts';
import { parseUserJson } from '../../target/input/user-file.ts';
import { outFolder } from '../out-folder.ts';
import { verdictIn } from '../judging/recorded-folder.ts';

const more = `
Markdown for an issue or a message: the verdict, and what changed since the
baseline of the run. Nothing is printed when nothing changed that matters to
the verdict; of a run without a baseline, when its target is conformant.
`;

/** `omconform news [out]`: what somebody should be told of the last run, or nothing. */
export function newsCommand(): Command {
  return new Command('news')
    .description('Tell what is new in the last run; nothing when nothing is')
    .argument('[out]', "Folder of the run's results (default: RUN_OUT, else reports)")
    .addHelpText('after', more)
    .action((out: string | undefined) => {
      const folder = out === undefined ? outFolder(undefined) : path.resolve(out);
      const verdict = verdictIn(folder);
      const file = path.join(folder, 'comparison.json');
      const comparison = existsSync(file) ? (parseUserJson(readFileSync(file, 'utf8'), file) as Comparison) : undefined;
      const lines = newsMarkdown(verdict, comparison?.after.id === verdict.run.id ? comparison : undefined);
      if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
    });
}
