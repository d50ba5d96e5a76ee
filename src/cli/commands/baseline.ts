import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { withProposals, type Proposal } from '../../target/propose-known.ts';
import { isTargetName, targetFilePath } from '../../target/target-file.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import { readUserFile } from '../../target/input/user-file.ts';
import { shapesByMark } from '../../verdict/fingerprint.ts';
import type { RequirementVerdict, Verdict } from '../../verdict/verdict.ts';
import { inOneLine, NotWritten } from '../failures.ts';
import { outFolder } from '../out-folder.ts';
import { verdictIn } from '../judging/recorded-folder.ts';

/** Shapes of a failure that a proposal tells; the rest is counted. */
const shapesShown = 3;

/** `omconform baseline propose`: today's failures as entries of a target's list of known deviations. */
export function baselineCommand(): Command {
  const baseline = new Command('baseline').description('Keep the list of known deviations of a target');
  baseline
    .command('propose')
    .description('Write entries for the failures of the last run, for a person to complete with a reason and a last day')
    .option('--out <dir>', "Folder of the run's results (default: RUN_OUT, else reports)")
    .option('--target <name>', 'Add them to targets/<name>.yaml instead of printing them')
    .action(({ out, target }: { out?: string; target?: string }) => {
      const proposals = proposalsOf(verdictIn(outFolder(out)));
      if (proposals.length === 0) process.stdout.write('Nothing is broken that is not known.\n');
      else if (target === undefined) process.stdout.write(withProposals('', proposals));
      else addTo(target, proposals);
    });
  return baseline;
}

/** What is broken and not known, whatever its level: a warning may be put up with too. */
function proposalsOf({ requirements, run }: Verdict): Proposal[] {
  return requirements
    .filter(({ outcome }) => outcome === 'broken')
    .map((requirement) => ({
      requirement: requirement.id,
      fingerprint: requirement.fingerprint ?? '',
      about: [requirement.says, ...shapes(requirement), `Seen ${run.startedAt.slice(0, 10)} by ${run.command}`],
    }));
}

function shapes({ checks }: RequirementVerdict): string[] {
  const all = [...shapesByMark(checks).values()];
  const rest = all.length - shapesShown;
  return [
    ...all.slice(0, shapesShown).map((shape) => `- ${inOneLine(shape).replace(/\s+/g, ' ')}`),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
  ];
}

/** Adds them to the file, which is replaced as a whole or not at all. */
function addTo(name: string, proposals: readonly Proposal[]): void {
  if (!isTargetName(name)) throw new UsageError(`"${name}" is no name of a target file: expected one such as staging`);
  const file = targetFilePath(name, process.cwd());
  const shown = path.relative(process.cwd(), file);
  const half = `${file}.${process.pid}.tmp`;
  const completed = withProposals(
    readUserFile(file, { shown, hint: `write it with \`omconform target init ${name}\`` }),
    proposals,
  );
  try {
    writeFileSync(half, completed);
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw new NotWritten(shown, error);
  }
  process.stdout.write(`${shown}: ${proposals.length} added; complete why and until of each, or take it out\n`);
}
