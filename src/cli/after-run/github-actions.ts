import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { Comparison } from '../../verdict/comparing/comparison.ts';
import { annotations } from '../../verdict/formats/github.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/** Bytes that GitHub takes of a step for the summary of its job: 1 MiB; somebody else may have written there too. */
const room = 900_000;

/** Whether this is a step of a workflow of GitHub Actions. */
const inGitHubActions = (): boolean => process.env['GITHUB_ACTIONS'] === 'true';

/**
 * From here until the returned function is called, no line of the output is taken for a command of the workflow: it may
 * quote the target.
 */
export function withoutCommands(): () => void {
  if (!inGitHubActions()) return () => {};
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n`);
  return () => void process.stdout.write(`::${token}::\n`);
}

/** Annotates the run, and writes the summary of the job. A summary that cannot be written is told, and no more. */
export function tellGitHub(verdict: Verdict, comparison: Comparison | undefined, summary: string): void {
  if (!inGitHubActions()) return;
  for (const line of annotations(verdict, comparison)) process.stdout.write(`${line}\n`);
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (!file) return;
  const bytes = Buffer.from(summary);
  const cut =
    bytes.length > room
      ? `${bytes
          .subarray(0, room)
          .toString()
          .replace(/[^\n]*$/, '')}\nThe rest is in summary.md.\n`
      : summary;
  try {
    appendFileSync(file, cut);
  } catch (error) {
    process.stderr.write(`omconform: the summary of the job cannot be written: ${(error as NodeJS.ErrnoException).code}\n`);
  }
}
