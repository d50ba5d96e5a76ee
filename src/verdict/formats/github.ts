import type { Comparison } from '../comparing/comparison.ts';
import type { Verdict } from '../verdict.ts';
import { whatIsWrong } from '../reports/what-is-wrong.ts';
import { verdictSentence } from '../reports/sentence.ts';
import { columnOf } from '../reports/tally.ts';
import { visible } from '../../wire/visible.ts';

/** GitHub shows so many annotations of a level and step; the rest is counted. */
const shown = 9;

/** As workflow commands demand it: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
const data = (text: string): string => visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Workflow commands that annotate a run: the verdict, and each requirement that makes it what it is, those first that are
 * newly broken. What only warns makes no annotation.
 */
export function annotations(verdict: Verdict, comparison: Comparison | undefined): string[] {
  const fresh = new Set(comparison?.changes.flatMap(({ id, change }) => (change === 'newly-broken' ? [id] : [])));
  const broken = verdict.requirements
    .filter((requirement) => columnOf(requirement) === 'broken')
    .toSorted((a, b) => Number(fresh.has(b.id)) - Number(fresh.has(a.id)));
  const rest = broken.length - shown;
  return [
    `::notice title=${property(verdict.target.product)}::${data(verdictSentence(verdict))}`,
    ...broken
      .slice(0, shown)
      .map(
        (requirement) =>
          `::error title=${property(`${requirement.id}${fresh.has(requirement.id) ? ' (new)' : ''}`)}::${data([requirement.says, ...whatIsWrong(requirement)].join('\n'))}`,
      ),
    ...(rest > 0 ? [`::error title=and more::${data(`${rest} more are broken: see the summary of the job`)}`] : []),
  ];
}
