import { readFileSync } from 'node:fs';
import type { Settings } from '../target/settings/types.ts';
import { exitCode, type Verdict } from '../verdict/verdict.ts';
import { inOneLine } from './failures.ts';

/** What the process of a run tells the one that started it where its reports could not be written. */
export interface NotWrittenMessage {
  readonly notWritten: string;
}

/** How Playwright, and our own set-up, begin a message. */
const prefix = /^(?:Error: )?(?:Setup: )?/;

/** Exit code of a run that could not judge its target. */
const notJudged = 3;

/**
 * Exit code of a run that has ended, from the verdict it left. A run without a verdict could not judge, and neither
 * could one that went wrong before its first check; only a choice that holds no check is wrong use. `notWritten` says
 * which report could not be written: what the run found was told, and nothing can rest on it.
 */
export function exitCodeOfRun(verdictFile: string, { run }: Settings, notWritten?: string): number {
  if (notWritten !== undefined) {
    process.stderr.write(`omconform: ${inOneLine(notWritten)}\n`);
    return notJudged;
  }
  let verdict: Verdict;
  try {
    verdict = JSON.parse(readFileSync(verdictFile, 'utf8')) as Verdict;
  } catch {
    process.stderr.write('omconform: the run ended without a verdict\n');
    return notJudged;
  }
  const obstacle = verdict.faults.find((fault) => !fault.includes('No tests found'));
  if (verdict.noChecks && obstacle !== undefined) {
    process.stderr.write(`omconform: ${inOneLine(obstacle.replace(prefix, ''))}\n`);
    return notJudged;
  }
  return exitCode(verdict, run);
}
