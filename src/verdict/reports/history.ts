import type { Outcome } from '../../contract/outcomes.ts';
import { alike, standings, type HistoryLine, type Standing } from '../comparing/history.ts';
import { namesInLine } from './causes.ts';
import { code, escapeMarkdown, section } from './markdown.ts';
import { wrap } from './wrap.ts';

const width = 80;
/** Runs that a trend shows. */
const runsShown = 10;

const day = (instant: string): string => instant.slice(0, 10);

/** Columns of the trend, and the outcomes that count in each. */
const counted: Readonly<Record<'kept' | 'broken' | 'known' | 'not seen', readonly Outcome[]>> = {
  kept: ['kept'],
  broken: ['broken', 'stale'],
  known: ['known'],
  'not seen': ['unverified', 'setup-failed', 'not-offered', 'not-provoked'],
};
type Column = keyof typeof counted;
const columns = Object.keys(counted) as Column[];

/** The latest runs of a history, oldest first, and of each how many requirements were what. */
export interface Trend {
  readonly columns: readonly string[];
  readonly runs: readonly {
    /** ISO 8601, UTC. */
    readonly startedAt: string;
    readonly verdict: string;
    readonly version: string;
    readonly counts: readonly number[];
  }[];
}

/** The trend of the runs that judged what the last one did; null where it was the first. */
export function trendOf(lines: readonly HistoryLine[]): Trend | null {
  const own = alike(lines);
  if (own.length < 2) return null;
  const runs = own.slice(-runsShown).map((line) => ({
    startedAt: line.startedAt,
    verdict: line.verdict,
    version: line.target.serverVersion ?? 'unknown',
    counts: columns.map((column) => count(line, column)),
  }));
  return { columns, runs };
}

const count = ({ outcomes }: HistoryLine, column: Column): number =>
  counted[column].reduce((sum, outcome) => sum + (outcomes[outcome]?.length ?? 0), 0);

/** What a state is called, with how long it has stood: `broken since 2026-11-27 (4 runs)`. */
export const standingInWords = ({ outcome, since, runs, fromTheFirst }: Standing): string =>
  `${outcome} since ${fromTheFirst ? 'the first run kept, ' : ''}${day(since)} (${runs} ${runs === 1 ? 'run' : 'runs'})`;

/** Broken first, what is as it should be last, and of each the latest first. */
const order: readonly Outcome[] = ['broken', 'stale', 'known', 'setup-failed', 'unverified', 'not-offered', 'not-provoked'];
const rank = (outcome: Outcome): number => (order.includes(outcome) ? order.indexOf(outcome) : order.length);
const inOrder = (found: readonly Standing[]): Standing[] =>
  found.toSorted((a, b) => rank(a.outcome) - rank(b.outcome) || a.runs - b.runs);

/** How the runs went, and since when each requirement is as it is: sections of the summary. `lines` ends with the run itself. */
export function historyMarkdown(lines: readonly HistoryLine[]): string[] {
  const own = alike(lines);
  const trend = trendOf(lines);
  if (trend === null) return [];
  return [
    ...section(`Trend (${own.length} runs)`, [
      `| run | verdict | version | ${columns.join(' | ')} |`,
      `| --- | --- | --- |${columns.map(() => ' ---: |').join('')}`,
      ...trend.runs.map(
        ({ startedAt, verdict, version, counts }) =>
          `| ${escapeMarkdown(startedAt.slice(0, 16).replace('T', ' '))} | ${verdict} | ${escapeMarkdown(version)} | ${counts.map((one) => one || '').join(' | ')} |`,
      ),
    ]),
    ...section(
      'Since when',
      inOrder(standings(own)).map(
        (found) => `- ${found.ids.length} ${escapeMarkdown(standingInWords(found))}${named(found, code)}`,
      ),
    ),
  ];
}

/** The same for a terminal of 80 columns, of what is not as it should be alone. Empty where there was no run like it before. */
export function historyText(lines: readonly HistoryLine[]): string {
  const own = alike(lines);
  const trend = trendOf(lines);
  if (trend === null) return '';
  const course = (column: string, index: number) => `${column} ${trend.runs.map(({ counts }) => counts[index]).join(' ')}`;
  const wrong = inOrder(standings(own)).filter(({ outcome }) => ['broken', 'stale', 'known'].includes(outcome));
  return `${[
    ...wrap(`Trend of ${own.length} runs: ${columns.map(course).join('; ')}`, width),
    ...wrong.flatMap((found) => wrap(`${found.ids.length} ${standingInWords(found)}${named(found, String)}`, width, '  ')),
  ].join('\n')}\n`;
}

/** Ids are named of what somebody may have to see to. */
function named({ outcome, ids }: Standing, show: (id: string) => string): string {
  if (!order.includes(outcome)) return '';
  return `: ${namesInLine(ids, show)}`;
}
