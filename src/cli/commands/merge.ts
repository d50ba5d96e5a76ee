import { statSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { afterRun } from '../after-run/after-run.ts';
import { keptBaseline } from '../after-run/baseline.ts';
import { withoutCommands } from '../after-run/github-actions.ts';
import { judgeAgain } from '../judging/judge-again.ts';

const more = `
Each machine runs one part against the same target: omconform run --shard 1/4,
2/4 and so on. Parts that are missing or do not belong together are refused.

Exit codes are those of run.
`;

interface Options {
  readonly out: string;
  readonly baseline?: string;
  readonly allowIncomplete?: true;
}

/** `omconform merge <out…> --out <dir>`: one verdict from the parts of a split run. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('Make one verdict of the parts of a split run (run --shard)')
    .argument('<out...>', "Folders of the parts' results, in any order")
    .requiredOption('--out <dir>', 'Folder for the results of the whole')
    .option('--baseline <place>', 'Results of an earlier run, a folder or a verdict: tell what changed since')
    .option('--allow-incomplete', 'End with 0 when a documented MUST stayed unverified')
    .addHelpText('after', more)
    .action(async (outs: readonly string[], options: Options) => {
      process.exitCode = await merge(outs, options);
    });
}

async function merge(outs: readonly string[], options: Options): Promise<number> {
  const out = path.resolve(options.out);
  const baseline = keptBaseline(options.baseline && path.resolve(options.baseline), out);
  const earlier = fileNumber(out);
  const withCommands = withoutCommands();
  const code = await judgeAgain({
    act: 'merge',
    outs: outs.map((part) => path.resolve(part)),
    writeTo: out,
    allowIncomplete: options.allowIncomplete === true,
  });
  if (fileNumber(out) === earlier) withCommands();
  else await afterRun({ out, embedded: false, baseline }, withCommands);
  return code;
}

/** Another one when a verdict has been put in the place of an earlier one. */
const fileNumber = (out: string): number | undefined => statSync(path.join(out, 'verdict.json'), { throwIfNoEntry: false })?.ino;
