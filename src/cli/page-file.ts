import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { requirements } from '../contract/requirements/index.ts';
import type { Comparison } from '../verdict/comparing/comparison.ts';
import type { HistoryLine } from '../verdict/comparing/history.ts';
import { pageData, type Catalogue } from '../verdict/page/data-of-run.ts';
import { isPage, pageHtml, viewOfPage } from '../verdict/page/page.ts';
import { asTyped } from '../verdict/reports/as-typed.ts';
import { exchangesByTest, type ExchangesOfTest } from '../verdict/recorded-run.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { NotWritten } from './failures.ts';
import { writeWhole } from './new-file.ts';

/** Bytes of evidence that are read for a page; of a longer one it shows what the verdict itself holds. */
const mostOfEvidence = 256 * 1024 * 1024;

/** What a page shows beside the verdict of its run. */
interface Beside {
  readonly comparison?: Comparison;
  readonly history?: readonly HistoryLine[];
}

const pageFile = (out: string): string => path.join(out, 'index.html');

/**
 * Makes the page of the run whose results lie in the folder, and says where it is. A file of its name that is no page of a
 * run is left, and told. Throws NotWritten.
 */
export async function makePage(out: string, verdict: Verdict, { comparison, history = [] }: Beside = {}): Promise<string> {
  const file = pageFile(out);
  if (isOfOthers(file)) return `${asTyped(file)} is no page of a run: it was left, and no page was made`;
  const sources = { verdict, tests: testsIn(out), comparison, history, catalogue: requirements as Catalogue };
  const html = pageHtml(pageData(sources), await viewOfPage());
  writeWhole(file, html);
  return `Page: ${asTyped(file)}`;
}

/** The exchanges of the run; undefined where there are more than a page can be made of. */
function testsIn(out: string): readonly ExchangesOfTest[] | undefined {
  const evidence = path.join(out, 'evidence.ndjson');
  const bytes = statSync(evidence, { throwIfNoEntry: false })?.size ?? Infinity;
  return bytes > mostOfEvidence ? undefined : exchangesByTest(readFileSync(evidence, 'utf8'));
}

/** A page of somebody else's: the folder of a run may be one where other things lie. */
function isOfOthers(file: string): boolean {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return false;
  try {
    return !isPage(readFileSync(file, 'utf8'));
  } catch {
    return true;
  }
}

/** Takes the page of an earlier run away: it would be taken for this one's own. Throws NotWritten. */
export function removePage(out: string): void {
  const file = pageFile(out);
  if (isOfOthers(file)) return;
  try {
    rmSync(file, { force: true });
  } catch (error) {
    throw new NotWritten(file, error);
  }
}
