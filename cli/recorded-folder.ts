import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../targets/usage-error.ts';
import { readEvidenceText, type Evidence } from '../verdict/recorded-run.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { hashOfEvidence } from '../verdict/write.ts';

/** The evidence that a run left in a folder. Throws UsageError where there is none that can be read. */
export function evidenceIn(out: string): Evidence {
  const file = path.join(out, 'evidence.ndjson');
  try {
    return readEvidenceText(read(file).toString('utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be judged again: ${(error as Error).message}`);
  }
}

/** The verdict in the folder. Throws UsageError where there is none. */
export function verdictIn(out: string): Verdict {
  const file = path.join(out, 'verdict.json');
  let verdict: unknown;
  try {
    verdict = JSON.parse(read(file).toString('utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} is no verdict: ${(error as Error).message}`);
  }
  const { suite, requirements } = (verdict ?? {}) as Partial<Verdict>;
  if (typeof suite?.catalogueHash !== 'string' || !Array.isArray(requirements)) throw new UsageError(`${file} is no verdict`);
  return verdict as Verdict;
}

/**
 * Whether the evidence in the folder is, byte for byte, what its verdict was made from. Throws UsageError when the
 * verdict does not tell.
 */
export function isEvidenceOf(out: string, { evidenceHash }: Verdict): boolean {
  if (evidenceHash === undefined) {
    throw new UsageError(`${path.join(out, 'verdict.json')} names no hash of its evidence: an older version wrote it`);
  }
  return hashOfEvidence(read(path.join(out, 'evidence.ndjson'))) === evidenceHash;
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UsageError(`there is no ${file}: name the folder of a run's results`);
    throw new UsageError(`${file} cannot be read: ${code}`);
  }
}
