import { join } from 'node:path';
import { writeAllureResults } from '../formats/allure.ts';
import type { Evidence } from '../recorded-run.ts';
import type { Verdict } from '../verdict.ts';
import { writeReports } from './write.ts';

/** Files and folders that a run has written, and what kept it from writing the rest. */
export interface Results {
  readonly written: readonly string[];
  readonly notWritten?: string;
}

/**
 * Writes the reports of a run, and its results for Allure. Does not reject where something cannot be written, such as for
 * a full disk: the verdict can still be told.
 */
export async function writeResults(out: string, verdict: Verdict, evidence: Evidence): Promise<Results> {
  const allure = join(out, 'allure-results');
  let written: readonly string[] = [];
  try {
    written = Object.values(await writeReports(out, verdict, evidence)) as string[];
    writeAllureResults(allure, verdict);
    return { written: [...written, allure] };
  } catch (error) {
    const { code, path = out } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { written, notWritten: `${path} cannot be written to: ${code}` };
  }
}
