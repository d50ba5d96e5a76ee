import type { Comparison, RowChange } from '../comparing/comparison.ts';
import type { Verdict } from '../verdict.ts';
import { comparisonMarkdown } from './comparison.ts';
import { escapeMarkdown } from './markdown.ts';
import { verdictSentence } from './sentence.ts';

/** Turns that whoever keeps a target waits for, whichever way they go. */
const newsworthy = ({ binding, change }: RowChange): boolean =>
  binding && ['newly-broken', 'changed', 'newly-unseen', 'mended'].includes(change);

/** Whether the verdict is another one, or what it rests on. */
const isNews = ({ before, after, changes }: Comparison): boolean => before.verdict !== after.verdict || changes.some(newsworthy);

/**
 * What somebody should be told of a run, as Markdown without its last line break: nothing where nothing changed that
 * matters to the verdict, or, without a comparison, where all is well.
 */
export function newsMarkdown(verdict: Verdict, comparison: Comparison | undefined): string[] {
  const says = escapeMarkdown(verdictSentence(verdict));
  if (comparison === undefined) return verdict.verdict === 'conformant' ? [] : [says];
  return isNews(comparison) ? [says, ...comparisonMarkdown(comparison)] : [];
}
