import { visibleJson } from '../../wire/visible.ts';
import { changes, type Change } from '../comparing/changes.ts';
import type { Comparison, RowChange } from '../comparing/comparison.ts';
import type { Ground } from '../comparing/grounds.ts';
import { code, escapeMarkdown, section } from './markdown.ts';
import { wrap } from './wrap.ts';

const width = 80;
/** Requirements named of one change; the rest is counted, and stands in the JSON document. */
const shown = 10;

/** What each change is called, in the order in which they are told. */
export const headings: Readonly<Record<Change, string>> = {
  'newly-broken': 'Newly broken',
  changed: 'Broken in another way',
  'newly-unseen': 'No longer seen',
  mended: 'Mended',
  'newly-seen': 'Now seen',
  listed: 'Broken, and now listed as known',
  added: 'Newly in scope',
  dropped: 'No longer in scope',
};

const grounds: Readonly<Record<Ground, string>> = {
  target: 'the target answers otherwise',
  capabilities: 'the target offers other resources',
  data: 'the target holds other things',
  means: 'the run was given other means, another list or another scope',
  run: 'the run ended early, or nobody answered',
  suite: 'the suite judges otherwise what was recorded',
  'suite-and-target': 'the suite judges otherwise, and the target answers otherwise',
  unknown: 'it cannot be told whether it is the target or the suite',
};

/** What lies behind a change, in words. */
export const groundInWords = (ground: Ground): string => grounds[ground];

export type ComparisonForm = 'text' | 'json' | 'markdown';

/** What changed, in one of its forms. Ends with a line break. */
export function comparisonText(comparison: Comparison, form: ComparisonForm): string {
  if (form === 'json') return `${visibleJson(JSON.stringify(comparison, null, 2))}\n`;
  return form === 'text' ? renderComparison(comparison) : `${comparisonMarkdown(comparison).join('\n')}\n`;
}

/** For a terminal of 80 columns, with what lies behind each change. */
function renderComparison(comparison: Comparison): string {
  const { before, after } = comparison;
  const sections = [
    [
      ...wrap(`Before: ${runIn(before)}`, width, '  '),
      ...wrap(`After:  ${runIn(after)}`, width, '  '),
      ...besides(comparison).flatMap((text) => wrap(text, width, '  ')),
    ],
    ...changes.map((change) => listing(comparison, change)),
    wrap(conclusion(comparison), width),
  ];
  return `\n${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** As sections of the summary of a run, without its last line break. */
export function comparisonMarkdown(comparison: Comparison): string[] {
  const { before } = comparison;
  return [
    ...section(`Since ${escapeMarkdown(runIn(before))}`, [
      escapeMarkdown(conclusion(comparison)),
      ...besides(comparison).map((text) => `- ${escapeMarkdown(text)}`),
    ]),
    ...changes.flatMap((change) => {
      const { found, rest } = pick(comparison, change);
      return section(`${headings[change]} (${found.length + rest})`, [
        ...found.map(
          (row) =>
            `- ${code(row.id)}${escapeMarkdown(`${weight(row)}: ${turn(row)}; ${grounds[row.ground]}${row.detail === null ? '' : `: ${row.detail}`}`)}`,
        ),
        ...(rest > 0 ? [`- and ${rest} more`] : []),
      ]);
    }),
  ];
}

const runIn = ({ startedAt, verdict, target }: Comparison['before']): string =>
  `${startedAt.slice(0, 16).replace('T', ' ')} ${verdict.toUpperCase()}, ${target.product} at ${target.url}`;

/** What is not the same beside the outcomes, and what keeps the grounds from being told. */
function besides({ before, after, differences, changes: all }: Comparison): string[] {
  const isSameSuite = before.suite.catalogueHash === after.suite.catalogueHash && before.suite.version === after.suite.version;
  return [
    ...differences.map(({ what, before: was, after: is }) => `${what}: ${was}, now ${is}`),
    ...(all.length > 0 && before.whyNotAgain !== null && !isSameSuite
      ? [`The earlier run could not be judged again by this suite: ${before.whyNotAgain}`]
      : []),
  ];
}

function pick({ changes: all }: Comparison, change: Change): { readonly found: readonly RowChange[]; readonly rest: number } {
  const found = all.filter((row) => row.change === change);
  return { found: found.slice(0, shown), rest: Math.max(0, found.length - shown) };
}

function listing(comparison: Comparison, change: Change): string[] {
  const { found, rest } = pick(comparison, change);
  if (found.length === 0) return [];
  const behind = [...new Set(found.map(({ ground }) => ground))];
  return [
    ...wrap(`${headings[change]} (${found.length + rest})${behind.length === 1 ? `: ${grounds[behind[0]!]}` : ''}`, width),
    ...found.flatMap((row) => [
      ...wrap(`${row.id}${weight(row)}: ${turn(row)}`, width, '  '),
      ...(behind.length > 1 ? wrap(grounds[row.ground], width, '    ') : []),
      ...wrap(row.detail ?? '', width, '    '),
    ]),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

const weight = ({ binding }: RowChange): string => (binding ? '' : ' (decides no verdict)');
/** From what to what. */
export const turn = ({ before, after }: RowChange): string => `${before ?? 'not in scope'}, now ${after ?? 'not in scope'}`;

/** What changed, in one line. */
export function conclusion({ worse, changes: all, unchanged }: Comparison): string {
  const same = `${unchanged} ${unchanged === 1 ? 'requirement is' : 'requirements are'} as before.`;
  if (all.length === 0) return `Nothing changed: ${same}`;
  const counts = changes.flatMap((change) => {
    const count = all.filter((row) => row.change === change).length;
    return count > 0 ? [`${count} ${headings[change].toLowerCase()}`] : [];
  });
  return `${worse ? 'It got worse' : 'Nothing got worse'}: ${counts.join('; ')}. ${same}`;
}
