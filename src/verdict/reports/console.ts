import { basename, dirname } from 'node:path';
import {
  exchangeLine,
  foldedList,
  mostListed,
  namesInLine,
  sentenceLine,
  toldCauses,
  wrongOf,
  type ToldCause,
} from './causes.ts';
import { cleanupLines } from './cleanup.ts';
import { notProvokedSentence } from './not-provoked.ts';
import { newFieldLines } from '../new-fields.ts';
import { whatIsWrong } from './what-is-wrong.ts';
import { openersOf } from '../openers.ts';
import { openerInWords, verdictSentence } from './sentence.ts';
import { columnOf, columns, isKnown, rowsByArea, totalRow, unseenByReason, type Column, type Row } from './tally.ts';
import { insecureTlsWarning, type RequirementVerdict, type Verdict } from '../verdict.ts';
import { shellWord } from '../../wire/shell-word.ts';
import { unwrapped, wrap } from './wrap.ts';

const width = 80;

export interface ConsoleOptions {
  readonly colour: boolean;
  /** Paths of the reports that were written. */
  readonly reports: readonly string[];
}

type Colour = 'red' | 'yellow' | 'green' | 'bold' | 'dim';
type Paint = (colour: Colour, text: string) => string;

/**
 * The verdict for a terminal of 80 columns: a table by area, what is broken and how it shows, warnings, what nobody
 * could see and why, the verdict in words, its causes in short, and where the reports are. Who reads the last screen
 * alone has what matters. Ends with a line break.
 */
export function renderConsole(verdict: Verdict, options: ConsoleOptions): string {
  const paint = painter(options.colour);
  const sections = [
    [
      ...wrap(`${verdict.target.product} at ${verdict.target.url}`, width, '  '),
      ...(verdict.run.insecureTls ? wrap(`Mind: ${insecureTlsWarning}.`, width, '  ').map((text) => paint('yellow', text)) : []),
    ],
    table(verdict, paint),
    causes(verdict, paint),
    listing(
      'Listed, and kept now or past its day',
      verdict.requirements.filter(({ outcome }) => outcome === 'stale'),
      paint,
    ),
    listing(
      'Warnings',
      verdict.requirements.filter((each) => columnOf(each) === 'warned' && !isKnown(each)),
      paint,
    ),
    listing('Known deviations', verdict.requirements.filter(isKnown), paint),
    wrap(notProvokedSentence(verdict, mostListed) ?? '', width, '  '),
    newFields(verdict, paint),
    unseen(verdict, paint),
    faults(verdict, paint),
    cleanup(verdict, paint),
    [
      ...wrap(verdictSentence(verdict), width).map((text) => paint(verdictColour(verdict), text)),
      ...causesInShort(verdict, options.reports),
    ],
    reportLines(options.reports),
  ];
  return `\n${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const columnColours: Partial<Record<Column, Colour>> = {
  kept: 'green',
  broken: 'red',
  warned: 'yellow',
  unverified: 'yellow',
};

function table(verdict: Verdict, paint: Paint): string[] {
  return [
    paint(
      'bold',
      line(
        '',
        columns.map((column) => aligned(column, column)),
      ),
    ),
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

/** What breaks documented MUSTs: each cause with its first proof, what follows from it, and what it hides. */
function causes(verdict: Verdict, paint: Paint): string[] {
  const told = toldCauses(verdict);
  if (told.length === 0) return [];
  const { shown, more } = foldedList(told);
  return [
    paint('bold', `What breaks it (${told.length})`),
    ...shown.flatMap((one) => causeLines(one, paint)),
    ...(more === undefined ? [] : [`  ${more}: ${namesInLine(told.slice(shown.length).map(({ lead }) => lead.id))}`]),
  ];
}

/** Lines of an answer that are shown here; the rest stands in verdict.json, and `omconform show` prints it. */
const answerShown = 3;

function causeLines(told: ToldCause, paint: Paint): string[] {
  const {
    cause: { proof, follows, hides },
    number,
    lead,
    share,
  } = told;
  const marked = proof?.answer?.lines.filter((one) => one.marked && one.text.length > 1).slice(0, answerShown) ?? [];
  return [
    `  ${number}. ${paint('red', lead.id)} ${share}`,
    ...wrap(sentenceLine(lead), width, '    '),
    ...wrongOf(told)
      .flatMap((said) => wrap(said, width, '    '))
      .map((text) => paint('red', text)),
    ...(proof === null ? [] : [unwrapped(exchangeLine(proof), '    ')]),
    ...marked.map(({ text }) => unwrapped(`> ${text.trim()}`, '      ')),
    ...(proof === null ? [] : [unwrapped(`Again: ${proof.again}`, '    ')]),
    ...(follows.length === 0 ? [] : wrap(`Follow: ${namesInLine(follows.map((one) => one.requirement))}`, width, '    ')),
    ...(hides.length === 0 ? [] : wrap(`Hidden by it: ${namesInLine(hides)}`, width, '    ')),
  ];
}

/** Causes that the last screen names. */
const mostInShort = 5;

/** Each cause in a line or two, for who sees the end alone. */
function causesInShort(verdict: Verdict, reports: readonly string[]): string[] {
  const told = toldCauses(verdict);
  if (told.length === 0) return [];
  const rest = told.length - mostInShort;
  return [
    ...told.slice(0, mostInShort).flatMap((one) => {
      const [first = ''] = wrongOf(one);
      return wrap(
        `${one.number}. ${one.lead.id}: ${first.length > longestInShort ? `${first.slice(0, longestInShort)}…` : first}`,
        width,
        '  ',
      );
    }),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    ...showHint(reports),
  ];
}

/** How to see the first cause whole; nothing where no folder holds the run. */
function showHint([first]: readonly string[]): string[] {
  if (first === undefined) return [];
  const folder = dirname(first);
  return [unwrapped(`Request and answer: omconform show 1${folder === 'reports' ? '' : ` --out ${shellWord(folder)}`}`, '  ')];
}

/** Characters of what is wrong that stand there; what is longer, a list of ids say, is told above. */
const longestInShort = 120;

/** The files of one folder on as few lines as they take. */
function reportLines(paths: readonly string[]): string[] {
  const folders = new Set(paths.map((path) => dirname(path)));
  const [folder] = folders;
  if (folder === undefined) return [];
  if (folders.size > 1) return paths.map((path) => `  ${path}`);
  return wrap(`${folder}/ ${paths.map((path) => basename(path)).join(' ')}`, width, '  ');
}

function listing(title: string, found: readonly RequirementVerdict[], paint: Paint): string[] {
  if (found.length === 0) return [];
  const { shown, more } = foldedList(found);
  return [
    paint('bold', `${title} (${found.length})`),
    ...shown.flatMap((requirement) => {
      const [first = '', ...rest] = wrap(`${requirement.id}: ${whatIsWrong(requirement).join('; ')}`, width - 2, '  ');
      return [first, ...rest.map((text) => `  ${text}`)];
    }),
    ...(more === undefined ? [] : [`  ${more}, in verdict.json`]),
  ];
}

function newFields(verdict: Verdict, paint: Paint): string[] {
  const fields = newFieldLines(verdict);
  return fields.length === 0
    ? []
    : [paint('bold', 'Fields that no page names'), ...fields.flatMap((field) => wrap(field, width, '  '))];
}

function unseen(verdict: Verdict, paint: Paint): string[] {
  const groups = unseenByReason(verdict);
  if (groups.length === 0) return [];
  const { shown, more } = foldedList(groups);
  return [
    paint('bold', 'What nobody could see'),
    ...openersOf(verdict)
      .slice(0, openersShown)
      .map((opener) => `  ${openerInWords(opener)}`),
    ...shown.flatMap(({ says, requirements }) => [
      ...wrap(`${requirements.length} ${says}`, width, '  '),
      ...wrap(namesInLine(requirements.map(({ id }) => id)), width, '    ').map((text) => paint('dim', text)),
    ]),
    ...(more === undefined ? [] : [`  ${more} reasons, in verdict.json`]),
  ];
}

/** What can be given is told of the few things that open the most. */
const openersShown = 3;

function faults(verdict: Verdict, paint: Paint): string[] {
  if (verdict.faults.length === 0) return [];
  return [paint('bold', 'What went wrong in the run itself'), ...verdict.faults.flatMap((fault) => wrap(fault, width, '  '))];
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
