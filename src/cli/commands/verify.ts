import path from 'node:path';
import { Command } from 'commander';
import { judgeAgain } from '../judging/judge-again.ts';

const more = `
It compares the hashes of catalogue and evidence that verdict.json names,
judges the evidence again, and compares every requirement.

Exit codes:
  0  the verdict follows from the evidence
  1  it does not
  2  wrong use: no such results, or they were judged by another catalogue
`;

/** `omconform verify <out>`: whether the verdict in a folder follows from the evidence beside it. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Tell whether a verdict follows from its evidence')
    .argument('<out>', "Folder of the run's results")
    .addHelpText('after', more)
    .action(async (out: string) => {
      process.exitCode = await judgeAgain({ act: 'verify', out: path.resolve(out) });
    });
}
