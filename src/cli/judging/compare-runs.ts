import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compare, type Comparison } from '../../verdict/comparing/comparison.ts';
import type { Comparand } from '../../verdict/comparing/grounds.ts';
import { comparisonText } from '../../verdict/reports/comparison.ts';
import { NotWritten } from '../failures.ts';
import { judgeAgain, type JudgeAgain } from './judge-again.ts';
import { settingsIn, verdictAt, type PlacedVerdict } from './recorded-folder.ts';

type Request = Omit<JudgeAgain & { readonly act: 'compare' }, 'act'>;

/**
 * Compares two runs, prints what changed, and writes `comparison.json` where a folder is named; 1 when it got worse.
 * Evidence is judged again where something changed and there is some. Throws UsageError and NotWritten.
 */
export async function compareRuns(request: Request): Promise<number> {
  const [before, after] = [verdictAt(request.before), verdictAt(request.after)];
  const plain = compare(comparandOf(before), comparandOf(after));
  if (plain.changes.length > 0 && hasEvidence(before)) return judgeAgain({ act: 'compare', ...request });
  return tellComparison(comparandOf(before), comparandOf(after), request);
}

/** Why a run cannot be judged again of which no more is there. */
export const withoutEvidence = 'only its verdict is at hand, not its evidence';

const hasEvidence = ({ folder }: PlacedVerdict): boolean =>
  folder !== undefined && existsSync(path.join(folder, 'evidence.ndjson'));

const comparandOf = (placed: PlacedVerdict): Comparand =>
  hasEvidence(placed)
    ? { verdict: placed.verdict, settings: settingsIn(placed.folder!, placed.verdict.run.id) }
    : { verdict: placed.verdict, whyNotAgain: withoutEvidence };

/** Compares, prints and writes. Throws NotWritten. */
export function tellComparison(before: Comparand, after: Comparand, { print, writeTo }: Request): number {
  const comparison = compare(before, after);
  process.stdout.write(comparisonText(comparison, print));
  if (writeTo !== undefined) write(path.join(writeTo, 'comparison.json'), comparison);
  return comparison.worse ? 1 : 0;
}

/** The file is written as a whole or not at all. */
function write(file: string, comparison: Comparison): void {
  const half = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(half, comparisonText(comparison, 'json'));
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw new NotWritten(file, error);
  }
}
