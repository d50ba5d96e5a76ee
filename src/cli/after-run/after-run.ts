import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Comparison } from '../../verdict/comparing/comparison.ts';
import { historyLine } from '../../verdict/comparing/history.ts';
import { comparisonMarkdown } from '../../verdict/reports/comparison.ts';
import { historyMarkdown, historyText } from '../../verdict/reports/history.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { NotWritten } from '../failures.ts';
import { compareRuns } from '../judging/compare-runs.ts';
import { tellGitHub } from './github-actions.ts';
import { makePage } from '../page-file.ts';
import { addToHistory, historyIn } from './history-file.ts';

export interface EndedRun {
  readonly out: string;
  /** The target was a mock that was started for the run. */
  readonly embedded: boolean;
  /** What to compare with, where that was asked. */
  readonly baseline: string | undefined;
}

interface Told {
  readonly verdict: Verdict;
  readonly comparison: Comparison | undefined;
  /** Text of summary.md. */
  readonly summary: string;
}

/**
 * Once a run has its verdict: compares it with the baseline, adds it to the history, tells both, there and in the summary,
 * and tells GitHub Actions. A part of a split run is none of that: what the parts are merged to is. `withCommands` ends
 * what withoutCommands began. Throws UsageError and NotWritten.
 */
export async function afterRun(run: EndedRun, withCommands: () => void): Promise<void> {
  const told = await tellHere(run).finally(withCommands);
  if (told !== undefined) tellGitHub(told.verdict, told.comparison, told.summary);
}

async function tellHere({ out, embedded, baseline }: EndedRun): Promise<Told | undefined> {
  const verdict = documentIn<Verdict>(path.join(out, 'verdict.json'));
  if (verdict === undefined || verdict.run.shard !== undefined) return undefined;
  // Whatever becomes of the comparison, the run belongs to the history.
  addToHistory(out, historyLine(verdict, embedded));
  const file = path.join(out, 'comparison.json');
  removeEarlier(file);
  if (baseline !== undefined) await compareRuns({ before: baseline, after: out, print: 'text', writeTo: out });
  const comparison = documentIn<Comparison>(file);
  const { lines, passedOver } = historyIn(out);
  if (passedOver !== undefined) process.stderr.write(`omconform: ${passedOver}\n`);
  const text = historyText(lines);
  if (text !== '') process.stdout.write(`\n${text}`);
  process.stdout.write(`\n${await makePage(out, verdict, { comparison, history: lines })}\n`);
  const summary = path.join(out, 'summary.md');
  const sections = [...(comparison === undefined ? [] : comparisonMarkdown(comparison)), ...historyMarkdown(lines)];
  try {
    if (sections.length > 0) appendFileSync(summary, `${sections.join('\n')}\n`);
  } catch (error) {
    throw new NotWritten(summary, error);
  }
  return { verdict, comparison, summary: readFileSync(summary, 'utf8') };
}

/** Takes what an earlier run left away: it would be taken for this one's own. Throws NotWritten. */
function removeEarlier(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    throw new NotWritten(file, error);
  }
}

/** A document that the run left; undefined where it ended without. Who could not write it has said why. */
function documentIn<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
