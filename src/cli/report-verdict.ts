import { asTyped } from '../verdict/reports/as-typed.ts';
import { isColoured } from '../verdict/reports/colour.ts';
import { renderConsole } from '../verdict/reports/console.ts';
import { writeReports, type WrittenEvidence } from '../verdict/reporter/write.ts';
import type { Evidence } from '../verdict/recorded-run.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { NotWritten } from './failures.ts';

/** Prints a verdict, and writes its reports where a folder is named. Throws NotWritten when that cannot be written to. */
export async function reportVerdict(
  verdict: Verdict,
  evidence: Evidence | WrittenEvidence,
  writeTo: string | undefined,
): Promise<void> {
  const reports = writeTo === undefined ? [] : await written(writeTo, verdict, evidence);
  process.stdout.write(
    renderConsole(verdict, {
      colour: isColoured(process.stdout),
      reports,
    }),
  );
}

async function written(folder: string, verdict: Verdict, evidence: Evidence | WrittenEvidence): Promise<string[]> {
  try {
    const files = Object.values(await writeReports(folder, verdict, evidence)) as string[];
    return files.map(asTyped);
  } catch (error) {
    throw new NotWritten(`--out ${folder}`, error);
  }
}
