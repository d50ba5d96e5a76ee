import { changes, type Change, type Comparison, type Ground, type RowChange } from '../comparison.ts';
import { wrap } from './wrap.ts';

const width = 80;
/** Requirements named of one change; the rest is counted. */
const shown = 10;

const headings: Readonly<Record<Change, string>> = {
  'newly-broken': 'Newly broken',
  changed: 'Broken in another way',
  'newly-unseen': 'No longer seen',
  mended: 'Mended',
  'newly-seen': 'Now seen',
  added: 'Newly in scope',
  dropped: 'No longer in scope',
};

const grounds: Readonly<Record<Ground, string>> = {
  target: 'the target answers otherwise',
  data: 'the target holds other things',
  means: 'the run was given other means, or another scope',
  run: 'the run ended early, or nobody answered',
  suite: 'the suite has other requirements',
  'suite-or-target': 'the target or the suite: they were judged by different catalogues',
};

/** What changed, for a terminal of 80 columns, with what lies behind it. Ends with a line break. */
export function renderComparison(comparison: Comparison): string {
  const { before, after, unchanged } = comparison;
  const sections = [
    [
      ...wrap(`Before: ${runIn(before)}`, width, '  '),
      ...wrap(`After:  ${runIn(after)}`, width, '  '),
      ...differences(comparison).flatMap((text) => wrap(text, width, '  ')),
    ],
    ...changes.map((change) => listing(change, comparison.changes)),
    wrap(conclusion(comparison), width),
    wrap(`${unchanged} requirements are as they were.`, width),
  ];
  return `\n${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const runIn = ({ startedAt, verdict, target }: Comparison['before']): string =>
  `${startedAt.slice(0, 16).replace('T', ' ')} ${verdict.toUpperCase()}, ${target.product} at ${target.url}`;

/** What the two runs do not have in common beside their outcomes. */
function differences({ before, after }: Comparison): string[] {
  const pairs: readonly (readonly [what: string, was: string, is: string])[] = [
    ['version of the target', before.target.serverVersion ?? 'unknown', after.target.serverVersion ?? 'unknown'],
    ['dialect', before.target.dialect, after.target.dialect],
    ['risk', before.risk, after.risk],
    ['scope', before.scope, after.scope],
    ['catalogue', before.suite.catalogueHash.slice(0, 12), after.suite.catalogueHash.slice(0, 12)],
  ];
  return pairs.filter(([, was, is]) => was !== is).map(([what, was, is]) => `${what}: ${was}, now ${is}`);
}

function listing(change: Change, all: readonly RowChange[]): string[] {
  const found = all.filter((row) => row.change === change);
  if (found.length === 0) return [];
  const rest = found.length - shown;
  return [
    `${headings[change]} (${found.length}): ${[...new Set(found.map(({ ground }) => grounds[ground]))].join('; ')}`,
    ...found.slice(0, shown).flatMap((row) => [
      ...wrap(`${row.id}${row.binding ? '' : ' (decides no verdict)'}: ${row.before ?? 'not in scope'}, now ${row.after ?? 'not in scope'}`, width, '  '),
      ...wrap(row.detail ?? '', width, '    '),
    ]),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].flatMap((text, index) => (index === 0 ? wrap(text, width) : [text]));
}

function conclusion({ worse, changes: all }: Comparison): string {
  if (all.length === 0) return 'Nothing changed.';
  return worse ? 'It got worse.' : 'Nothing got worse.';
}
