import path from 'node:path';
import { Command } from 'commander';
import { judgeAgain } from '../judging/judge-again.ts';

const more = `
Nothing is sent and no key is needed: every check is answered from
evidence.ndjson, in the order in which it asked. A check that asks for what
was not recorded is unverified and names the request.

Exit codes are those of run.
`;

/** `omconform replay <out>`: judges a recorded run again, without any target. */
export function replayCommand(): Command {
  return new Command('replay')
    .description('Judge a recorded run again, without its target')
    .argument('<out>', "Folder of the run's results")
    .option('--out <dir>', 'Write the new reports there (default: only print them)')
    .option('--allow-incomplete', 'End with 0 when a documented MUST stayed unverified')
    .addHelpText('after', more)
    .action(async (out: string, options: { out?: string; allowIncomplete?: true }) => {
      process.exitCode = await judgeAgain({
        act: 'replay',
        out: path.resolve(out),
        allowIncomplete: options.allowIncomplete === true,
        ...(options.out !== undefined && { writeTo: path.resolve(options.out) }),
      });
    });
}
