import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadDotenv } from '../targets/dotenv-file.ts';
import { UsageError } from '../targets/usage-error.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** Folder of a run's reports: the one that was named, else that of the environment or `.env`, else `reports`. */
export const outFolder = (named: string | undefined): string =>
  path.resolve(named || process.env['RUN_OUT'] || loadDotenv(process.cwd())['RUN_OUT'] || 'reports');

/** The verdict in that folder. Throws UsageError when there is none, or none of this format. */
export function readVerdict(out: string): Verdict {
  const file = path.join(out, 'verdict.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`there is no verdict in ${out}: run \`omconform run\` first, or name another folder`);
  }
  try {
    const verdict = JSON.parse(text) as Verdict;
    if (verdict.schemaVersion === 1 && Array.isArray(verdict.requirements)) return verdict;
  } catch { /* said below */ }
  throw new UsageError(`${file} is no verdict of this version: run \`omconform run\` anew`);
}
