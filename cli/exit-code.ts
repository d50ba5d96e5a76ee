import { readFileSync } from 'node:fs';
import type { Settings } from '../targets/settings-types.ts';
import { exitCode, type Verdict } from '../verdict/verdict.ts';

/** How the message of a set-up failure begins. */
const setUp = /^(?:Error: )?Setup: /;

/** Exit code of a run that never got to a check because its target could not be judged. */
const notJudged = 3;

/**
 * Exit code of a run that has ended, from the verdict it left. A run without a verdict could not judge, and neither
 * could one whose set-up failed, although it ran no check, which else is wrong use.
 */
export function exitCodeOfRun(verdictFile: string, { run }: Settings): number {
  let verdict: Verdict;
  try {
    verdict = JSON.parse(readFileSync(verdictFile, 'utf8')) as Verdict;
  } catch {
    process.stderr.write('omconform: the run ended without a verdict\n');
    return notJudged;
  }
  const obstacle = verdict.faults.find((fault) => setUp.test(fault));
  if (verdict.noChecks && obstacle !== undefined) {
    process.stderr.write(`omconform: ${obstacle.replace(setUp, '')}\n`);
    return notJudged;
  }
  return exitCode(verdict, run);
}
