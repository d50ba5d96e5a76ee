import path from 'node:path';
import { renderConsole } from '../verdict/console.ts';
import { exchangesOf } from '../verdict/recorded-run.ts';
import { writeReports } from '../verdict/write.ts';
import type { Evidence } from '../verdict/recorded-run.ts';
import { UsageError } from '../targets/usage-error.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** Prints a verdict, and writes its reports where a folder is named. Throws UsageError when that cannot be written to. */
export async function tell(verdict: Verdict, evidence: Evidence, writeTo: string | undefined): Promise<void> {
  const reports = writeTo === undefined ? [] : await write(writeTo, verdict, evidence);
  process.stdout.write(renderConsole(verdict, exchangesOf(evidence.tests), {
    colour: process.stdout.isTTY && !process.env['NO_COLOR'], reports,
  }));
}

async function write(folder: string, verdict: Verdict, evidence: Evidence): Promise<string[]> {
  try {
    const files = Object.values(await writeReports(folder, verdict, evidence)) as string[];
    return files.map((file) => {
      const here = path.relative(process.cwd(), file);
      return here.startsWith('..') ? file : here;
    });
  } catch (error) {
    throw new UsageError(`--out ${folder} cannot be written to: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}
