import type { Comparison } from '../comparing/comparison.ts';
import type { Verdict } from '../verdict.ts';
import { rowsOf } from '../causes.ts';
import { causeOf, exchangeLine, toldCauses, wrongOf } from '../reports/causes.ts';
import { whatIsWrong } from '../reports/what-is-wrong.ts';
import { verdictSentence } from '../reports/sentence.ts';
import { columnOf } from '../reports/tally.ts';
import { visible } from '../../wire/visible.ts';

/** GitHub shows so many annotations of a level and step; the rest is counted. */
const shown = 9;

/** As workflow commands demand it: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
const data = (text: string): string => visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** What one annotation tells. */
interface Annotation {
  readonly title: string;
  readonly lines: readonly string[];
  /** It tells of a requirement that is newly broken. */
  readonly isNew: boolean;
}

/** What makes the verdict what it is: each cause, and what is red without one, such as a listed deviation that is gone. */
function toldIn(verdict: Verdict, fresh: ReadonlySet<string>): Annotation[] {
  const ofCauses = toldCauses(verdict).map((told): Annotation => {
    const { cause, lead } = told;
    const following = cause.follows.length === 0 ? '' : ` and ${cause.follows.length} that follow`;
    const again = cause.proof === null ? [] : [exchangeLine(cause.proof), `Again: ${cause.proof.again}`];
    return {
      title: `${lead.id}${following}`,
      lines: [lead.says, ...wrongOf(told), ...again],
      isNew: rowsOf(cause).some((id) => fresh.has(id)),
    };
  });
  const others = verdict.requirements
    .filter((row) => columnOf(row) === 'broken' && causeOf(verdict, row.id) === undefined)
    .map((row): Annotation => ({ title: row.id, lines: [row.says, ...whatIsWrong(row)], isNew: fresh.has(row.id) }));
  return [...ofCauses, ...others].toSorted((a, b) => Number(b.isNew) - Number(a.isNew));
}

/**
 * Workflow commands that annotate a run: the verdict, and each cause of what makes it what it is, those first for which
 * something is newly broken. What only warns makes no annotation.
 */
export function annotations(verdict: Verdict, comparison: Comparison | undefined): string[] {
  const fresh = new Set(comparison?.changes.flatMap(({ id, change }) => (change === 'newly-broken' ? [id] : [])));
  const told = toldIn(verdict, fresh);
  const rest = told.length - shown;
  return [
    `::notice title=${property(verdict.target.product)}::${data(verdictSentence(verdict))}`,
    ...told
      .slice(0, shown)
      .map(
        ({ title, lines, isNew }) => `::error title=${property(`${title}${isNew ? ' (new)' : ''}`)}::${data(lines.join('\n'))}`,
      ),
    ...(rest > 0 ? [`::error title=and more::${data(`${rest} more: see the summary of the job`)}`] : []),
  ];
}
