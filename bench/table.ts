import type { Figure, Goal, Row } from './measure.ts';

/** The columns of figures; the name has the rest of 80. */
const widths = { median: 9, min: 9, max: 9, goal: 8, met: 7 } as const;
const unitWidth = 10;
const nameWidth = 80 - unitWidth - Object.values(widths).reduce((sum, width) => sum + width, 0);

/** Three digits that count, and never an exponent. */
function digits(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

const goalInWords = ({ at, value }: Goal): string => `${at === 'most' ? '<=' : '>='} ${value}`;

function line(
  name: string,
  cells: readonly [median: string, min: string, max: string],
  unit: string,
  goal = '',
  met = '',
): string {
  const [median, min, max] = cells;
  const figures = median.padStart(widths.median) + min.padStart(widths.min) + max.padStart(widths.max);
  const indented = `  ${name}`;
  const head = indented.length < nameWidth ? indented.padEnd(nameWidth) : `${indented}\n${' '.repeat(nameWidth)}`;
  return `${head}${figures} ${unit.padEnd(unitWidth - 1)}${goal.padEnd(widths.goal)} ${met.padEnd(widths.met - 1)}`.trimEnd();
}

const isFigure = (row: Row): row is Figure => 'median' in row;

function lineOf(row: Row): string {
  if (!isFigure(row)) return wrapped(`${row.name}: ${row.why}`);
  const cells = [digits(row.median), digits(row.min), digits(row.max)] as const;
  return line(row.name, cells, row.unit, row.goal && goalInWords(row.goal), row.met);
}

/** Words in lines of 80; a word that is longer stays whole, so that it can be copied. */
function wrapped(words: string): string {
  const lines = [''];
  for (const word of words.split(' ')) {
    const last = lines.at(-1) as string;
    if (last !== '' && last.length + word.length + 3 > 80) lines.push(`  ${word}`);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((text) => `  ${text}`).join('\n');
}

/** The rows as a text of 80 columns, under one heading for each subject, in the order in which they come. */
export function table(rows: readonly Row[]): string {
  const lines = [line('', ['median', 'min', 'max'], 'unit', 'goal')];
  let subject: string | undefined;
  for (const row of rows) {
    if (row.subject !== subject) lines.push(row.subject);
    subject = row.subject;
    lines.push(lineOf(row));
  }
  return `${lines.join('\n')}\n`;
}
