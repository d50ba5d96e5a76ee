import path from 'node:path';
import { Command, Option } from 'commander';
import type { ComparisonForm } from '../../verdict/reports/comparison.ts';
import { compareRuns } from '../judging/compare-runs.ts';

const more = `
Compares two runs, requirement by requirement. Where the evidence of the
earlier run lies beside its verdict, it is judged again by this suite, without
sending anything: what comes out otherwise is laid to the suite, and the rest
to the target, to what it offers or holds, or to what the run was given.

Exit codes:
  0  nothing got worse
  1  a documented MUST is newly broken, or can no longer be seen
  2  wrong use: no such results, or no verdict of this version
`;

/** `omconform diff <before> <after>`: what changed from one run to another, and why. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('Tell what changed from one run to another, and why')
    .argument('<before>', 'Folder of the results of the earlier run, or a verdict')
    .argument('<after>', 'The same of the later run')
    .option('--json', 'As a JSON document (schemas/documents/comparison.json)')
    .addOption(new Option('--markdown', 'As a section of a summary').conflicts('json'))
    .addHelpText('after', more)
    .action(async (before: string, after: string, { json, markdown }: { json?: true; markdown?: true }) => {
      const print: ComparisonForm = json ? 'json' : markdown ? 'markdown' : 'text';
      process.exitCode = await compareRuns({ before: path.resolve(before), after: path.resolve(after), print });
    });
}
