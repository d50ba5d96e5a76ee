import path from 'node:path';
import { Command } from 'commander';
import { judgeAgain } from '../judging/judge-again.ts';

const more = `
Each machine runs one part against the same target: omconform run --shard 1/4,
2/4 and so on. Parts that are missing or do not belong together are refused.

Exit codes are those of run.
`;

/** `omconform merge <out…> --out <dir>`: one verdict from the parts of a split run. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('Make one verdict of the parts of a split run (run --shard)')
    .argument('<out...>', "Folders of the parts' results, in any order")
    .requiredOption('--out <dir>', 'Folder for the results of the whole')
    .option('--allow-incomplete', 'End with 0 when a documented MUST stayed unverified')
    .addHelpText('after', more)
    .action(async (outs: readonly string[], options: { out: string; allowIncomplete?: true }) => {
      process.exitCode = await judgeAgain({
        act: 'merge',
        outs: outs.map((out) => path.resolve(out)),
        writeTo: path.resolve(options.out),
        allowIncomplete: options.allowIncomplete === true,
      });
    });
}
