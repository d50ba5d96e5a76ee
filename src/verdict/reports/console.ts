import type { Exchange } from '../../wire/exchange.ts';
import { cleanupLines } from './cleanup.ts';
import { notProvokedSentence } from './not-provoked.ts';
import { newFieldLines } from '../new-fields.ts';
import { firstProof, requestLine, whatIsWrong } from './request-line.ts';
import { verdictSentence } from './sentence.ts';
import { columnOf, columns, isKnown, rowsByArea, totalRow, unseenByReason, type Column, type Row } from './tally.ts';
import { insecureTlsWarning, type RequirementVerdict, type Verdict } from '../verdict.ts';
import { unwrapped, wrap } from './wrap.ts';

const width = 80;
/** Ids named under one reason; the rest is counted, and stands in verdict.json. */
const idsShown = 12;

export interface ConsoleOptions {
  readonly colour: boolean;
  /** Paths of the reports that were written. */
  readonly reports: readonly string[];
}

type Colour = 'red' | 'yellow' | 'green' | 'bold' | 'dim';
type Paint = (colour: Colour, text: string) => string;

/**
 * The verdict for a terminal of 80 columns: a table by area, what is broken and how it shows, warnings, what nobody
 * could see and why, the verdict in words, and where the reports are. Ends with a line break.
 */
export function renderConsole(verdict: Verdict, exchanges: readonly Exchange[], options: ConsoleOptions): string {
  const paint = painter(options.colour);
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const sections = [
    [
      ...wrap(`${verdict.target.product} at ${verdict.target.url}`, width, '  '),
      ...(verdict.run.insecureTls ? wrap(`Mind: ${insecureTlsWarning}.`, width, '  ').map((text) => paint('yellow', text)) : []),
    ],
    table(verdict, paint),
    broken(verdict, byId, paint),
    listing('Warnings', verdict.requirements.filter((each) => columnOf(each) === 'warned' && !isKnown(each)), paint),
    listing('Known deviations', verdict.requirements.filter(isKnown), paint),
    wrap(notProvokedSentence(verdict, idsShown) ?? '', width, '  '),
    newFields(verdict, paint),
    unseen(verdict, paint),
    faults(verdict, paint),
    cleanup(verdict, paint),
    wrap(verdictSentence(verdict), width).map((text) => paint(verdictColour(verdict), text)),
    options.reports.map((path) => `  ${path}`),
  ];
  return `\n${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const columnColours: Partial<Record<Column, Colour>> = {
  kept: 'green', broken: 'red', warned: 'yellow', unverified: 'yellow',
};

function table(verdict: Verdict, paint: Paint): string[] {
  return [
    paint('bold', line('', columns.map((column) => aligned(column, column)))),
    ...rowsByArea(verdict).map(([area, row]) => line(area, cells(row, paint))),
    line('all', cells(totalRow(verdict), paint)),
  ];
}

function line(name: string, texts: readonly string[]): string {
  return `  ${name.padEnd(10)}${texts.join('')}`;
}

function cells(row: Row, paint: Paint): string[] {
  return columns.map((column) => {
    if (row[column] === 0) return paint('dim', aligned(column, '·'));
    const text = aligned(column, String(row[column]));
    const colour = columnColours[column];
    return colour === undefined ? text : paint(colour, text);
  });
}

function aligned(column: Column, text: string): string {
  return text.padStart(column.length + 1);
}

function broken(verdict: Verdict, exchanges: ReadonlyMap<string, Exchange>, paint: Paint): string[] {
  const found = verdict.requirements.filter((requirement) => columnOf(requirement) === 'broken');
  if (found.length === 0) return [];
  return [paint('bold', `Broken (${found.length})`), ...found.flatMap((each) => breach(each, exchanges, paint))];
}

function breach(requirement: RequirementVerdict, exchanges: ReadonlyMap<string, Exchange>, paint: Paint): string[] {
  const proof = firstProof(requirement, exchanges);
  return [
    `  ${paint('red', requirement.id)}`,
    ...wrap(requirement.says, width, '    '),
    ...whatIsWrong(requirement).flatMap((said) => wrap(said, width, '    ')).map((text) => paint('red', text)),
    ...(proof === undefined ? [] : [`    ${proof.check.file}:${proof.check.line}`]),
    ...(proof?.exchange === undefined ? [] : [unwrapped(requestLine(proof.exchange), '    ')]),
  ];
}

function listing(title: string, found: readonly RequirementVerdict[], paint: Paint): string[] {
  if (found.length === 0) return [];
  return [
    paint('bold', `${title} (${found.length})`),
    ...found.flatMap((requirement) => {
      const [first = '', ...more] = wrap(`${requirement.id}: ${whatIsWrong(requirement).join('; ')}`, width - 2, '  ');
      return [first, ...more.map((text) => `  ${text}`)];
    }),
  ];
}

function newFields(verdict: Verdict, paint: Paint): string[] {
  const fields = newFieldLines(verdict);
  return fields.length === 0 ? [] : [paint('bold', 'Fields that no page names'), ...fields.flatMap((field) => wrap(field, width, '  '))];
}

function unseen(verdict: Verdict, paint: Paint): string[] {
  const groups = unseenByReason(verdict);
  if (groups.length === 0) return [];
  return [
    paint('bold', 'What nobody could see'),
    ...groups.flatMap(({ says, requirements }) => {
      const ids = requirements.slice(0, idsShown).map(({ id }) => id);
      const rest = requirements.length - ids.length;
      const named = `${ids.join(' ')}${rest > 0 ? ` and ${rest} more` : ''}`;
      return [
        ...wrap(`${requirements.length} ${says}`, width, '  '),
        ...wrap(named, width, '    ').map((text) => paint('dim', text)),
      ];
    }),
  ];
}

function faults(verdict: Verdict, paint: Paint): string[] {
  if (verdict.faults.length === 0) return [];
  return [
    paint('bold', 'What went wrong in the run itself'),
    ...verdict.faults.flatMap((fault) => wrap(fault, width, '  ')),
  ];
}

function cleanup(verdict: Verdict, paint: Paint): string[] {
  const colour = (verdict.cleanup?.left.length ?? 0) > 0 ? 'yellow' : 'dim';
  return cleanupLines(verdict.cleanup, width).map((text) => paint(colour, text));
}

function verdictColour({ verdict }: Verdict): Colour {
  if (verdict === 'conformant') return 'green';
  return ['conformant-with-known-deviations', 'incomplete'].includes(verdict) ? 'yellow' : 'red';
}

const codes: Record<Colour, string> = { red: '31', yellow: '33', green: '32', bold: '1', dim: '2' };

function painter(colour: boolean): Paint {
  return (name, text) => (colour ? `\u001B[${codes[name]}m${text}\u001B[0m` : text);
}
