import { visibleJson } from '../../wire/visible.ts';
import { totalRow } from '../reports/tally.ts';
import type { Verdict, VerdictWord } from '../verdict.ts';

const colours: Readonly<Record<VerdictWord, string>> = {
  conformant: 'brightgreen',
  'conformant-with-known-deviations': 'yellowgreen',
  'non-conformant': 'red',
  incomplete: 'yellow',
  error: 'lightgrey',
};

/**
 * The verdict as an endpoint badge, a document that shields.io draws; one that speaks of a part says so, and is not green.
 * Source: https://shields.io/badges/endpoint-badge
 */
export function badgeJson(document: Verdict): string {
  const { verdict, target, totals, partial } = document;
  const { known } = totals.byOutcome;
  const word = verdict === 'conformant-with-known-deviations' ? 'conformant' : verdict;
  const counts = verdict === 'non-conformant' ? ` (${totalRow(document).broken} broken)` : known > 0 ? ` (${known} known)` : '';
  const badge = {
    schemaVersion: 1,
    label: `${target.product} API`,
    message: `${word}${counts}${partial ? ', partial' : ''}`,
    color: partial && word === 'conformant' ? 'yellow' : colours[verdict],
    ...(verdict === 'error' && { isError: true }),
  };
  return `${visibleJson(JSON.stringify(badge))}\n`;
}
