import { visibleJson } from '../../wire/visible.ts';
import type { Matrix, MatrixColumn, MatrixRow } from '../comparing/matrix.ts';
import type { ComparisonForm } from './comparison.ts';
import { foldedList, namesInLine } from './causes.ts';
import { code, escapeMarkdown, section } from './markdown.ts';
import { wrap } from './wrap.ts';

const width = 80;

/** Several runs side by side, in one of its forms. Ends with a line break. */
export function matrixText(matrix: Matrix, form: ComparisonForm): string {
  if (form === 'json') return `${visibleJson(JSON.stringify(matrix, null, 2))}\n`;
  return form === 'text' ? renderMatrix(matrix) : `${matrixMarkdown(matrix).join('\n')}\n`;
}

const columnIn = ({ verdict, target, startedAt, real }: MatrixColumn): string =>
  `${verdict.toUpperCase()}, ${target.product} ${target.serverVersion ?? 'of unknown version'} at ${target.url}, ${startedAt.slice(0, 10)}${real ? '' : ' (not a real one)'}`;

const suspectSays = 'suspect: all real targets contradict it';
const suspects = (rows: readonly MatrixRow[]): MatrixRow[] => rows.filter(({ suspect }) => suspect);

/** Requirements that all targets answer alike, each in its own way. */
function grouped(rows: readonly MatrixRow[]): (readonly MatrixRow[])[] {
  const groups = new Map<string, MatrixRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.suspect, row.cells.map((cell) => cell && [cell.outcome, cell.detail])]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  // What is wrong with the requirement itself comes first: it speaks of us.
  return [...groups.values()].toSorted((a, b) => Number(b[0]!.suspect) - Number(a[0]!.suspect));
}

/** Some lines for what is alike, since a terminal has no room for a column a target. */
function renderMatrix({ columns, rows, alike }: Matrix): string {
  const { shown, more } = foldedList(grouped(rows));
  const rest = rows.length - shown.reduce((sum, group) => sum + group.length, 0);
  const differing = [
    `They differ in ${rows.length}, or these are suspect`,
    ...shown.flatMap((group) => groupLines(group, columns)),
    ...(more === undefined ? [] : [`  and ${rest} more: --json names them all`]),
  ];
  const sections = [
    columns.flatMap((column) => wrap(`${column.name}: ${columnIn(column)}`, width, '  ')),
    ...(rows.length === 0 ? [] : [differing]),
    wrap(conclusion({ rows, alike }), width),
  ];
  return `\n${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function groupLines(group: readonly MatrixRow[], columns: readonly MatrixColumn[]): string[] {
  const [{ cells, suspect }] = group as [MatrixRow];
  return [
    ...wrap(`${namesInLine(group.map(({ id }) => id))}${suspect ? ` (${suspectSays})` : ''}`, width, '  '),
    ...columns.flatMap(({ name }, index) => {
      const cell = cells[index];
      if (!cell) return wrap(`${name}: not in scope`, width, '    ');
      return wrap(`${name}: ${cell.outcome}${cell.detail === null ? '' : `, ${cell.detail}`}`, width, '    ');
    }),
  ];
}

function conclusion({ rows, alike }: Pick<Matrix, 'rows' | 'alike'>): string {
  const suspect = suspects(rows).length;
  return [
    `${alike} ${alike === 1 ? 'requirement is' : 'requirements are'} alike in all.`,
    ...(suspect > 0
      ? [
          `${suspect} ${suspect === 1 ? 'is' : 'are'} suspect: every real target that could be judged contradicts the requirement, so look at that first.`,
        ]
      : []),
  ].join(' ');
}

function matrixMarkdown(matrix: Matrix): string[] {
  const { columns, rows } = matrix;
  return [
    ...section('Side by side', [
      ...columns.map((column) => `- ${code(column.name)} ${escapeMarkdown(columnIn(column))}`),
      '',
      escapeMarkdown(conclusion(matrix)),
    ]),
    ...section(
      'Where they differ',
      rows.length === 0
        ? []
        : [
            `| requirement | ${columns.map(({ name }) => escapeMarkdown(name)).join(' | ')} |`,
            `| --- |${columns.map(() => ' --- |').join('')}`,
            ...rows.map(
              ({ id, cells, suspect }) =>
                `| ${code(id)}${suspect ? ' **suspect**' : ''} | ${cells.map((cell) => cell?.outcome ?? '').join(' | ')} |`,
            ),
          ],
    ),
  ];
}
