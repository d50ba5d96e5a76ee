import path from 'node:path';
import { Command } from 'commander';
import { compare } from '../../verdict/comparison.ts';
import { renderComparison } from '../../verdict/reports/comparison.ts';
import { visibleJson } from '../../wire/visible.ts';
import { verdictIn } from '../judging/recorded-folder.ts';

const more = `
Compares the verdicts of two runs, requirement by requirement, and tells what
lies behind each change: the target, what it holds, what the run was given, or
the suite.

Exit codes:
  0  nothing got worse
  1  a documented MUST is newly broken, or can no longer be seen
  2  wrong use: no such results
`;

/** A verdict's folder: the results themselves, or a file in it. */
const folderOf = (named: string): string => (path.basename(named) === 'verdict.json' ? path.dirname(named) : named);

/** `omconform diff <before> <after>`: what changed from one run to another. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('Tell what changed from one run to another')
    .argument('<before>', 'Folder of the results of the earlier run, or its verdict.json')
    .argument('<after>', 'The same of the later run')
    .option('--json', 'As a JSON document (schemas/documents/comparison.json)')
    .addHelpText('after', more)
    .action((before: string, after: string, { json }: { json?: true }) => {
      const comparison = compare(verdictIn(folderOf(path.resolve(before))), verdictIn(folderOf(path.resolve(after))));
      process.stdout.write(json ? `${visibleJson(JSON.stringify(comparison, null, 2))}\n` : renderComparison(comparison));
      process.exitCode = comparison.worse ? 1 : 0;
    });
}
