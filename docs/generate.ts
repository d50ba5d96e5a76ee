import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { errorCodesByArea, type ErrorCode } from '../contract/error-codes/index.ts';
import { areaOf, requirements } from '../contract/requirements/index.ts';
import type { Requirement } from '../contract/requirement.ts';
import { environmentExample, environmentPage } from '../targets/environment-page.ts';

const requirementTable: Readonly<Record<string, Requirement>> = requirements;
const note = '<!-- Written by `npm run docs` from contract/; changes made here are lost. -->';

function line(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function page(title: string, introduction: string, sections: readonly (readonly [heading: string, body: string])[]): string {
  const parts = sections.map(([heading, body]) => `## ${heading}\n\n${body}\n`);
  return [`# ${title}\n`, `${note}\n`, `${introduction}\n`, ...parts].join('\n');
}

function remarks({ untested, products, standing }: Requirement): string {
  return [
    untested && `Untested: ${untested}.`,
    products && `Concerns ${products.join(', ')}.`,
    standing && 'Looked at in every exchange.',
  ].filter(Boolean).join(' ');
}

function requirementsPage(): string {
  const all = Object.entries(requirementTable);
  const areas = [...new Set(all.map(([id]) => areaOf(id)))];
  const untested = all.filter(([, { untested: reason }]) => reason !== undefined).length;
  return page(
    'Requirements',
    `${all.length} requirements in ${areas.length} areas, ${untested} of them untested for the reason given. `
      + 'Only a broken MUST that is documented makes a target non-conformant.',
    areas.map(area => [area, table(
      ['id', 'level', 'basis', 'says', 'source', 'remarks'],
      all.filter(([id]) => areaOf(id) === area)
        .map(([id, row]) => [`\`${id}\``, row.level, row.basis, row.says, row.source, remarks(row)]),
    )]),
  );
}

function messages({ message }: ErrorCode): string {
  if (typeof message === 'string') return message;
  return Object.entries(message).map(([product, text]) => `${product}: ${text}`).join('<br>');
}

function errorCodesPage(): string {
  const areas: [string, Readonly<Record<string, ErrorCode>>][] = Object.entries(errorCodesByArea);
  const count = areas.reduce((total, [, codes]) => total + Object.keys(codes).length, 0);
  return page(
    'Error codes',
    `The ${count} codes that the error tables of Ops Manager and Cloud Manager list. The basis is that of the status: `
      + 'inferred where the table that lists the code does not show it.',
    areas.map(([area, codes]) => [area, table(
      ['code', 'products', 'status', 'basis', 'message'],
      Object.entries(codes).map(([code, row]) =>
        [`\`${code}\``, row.products.join(', '), String(row.status), row.basis, messages(row)]),
    )]),
  );
}

/** What the generated files have to hold, by their path from the project's root. */
export function generatedPages(): Readonly<Record<string, string>> {
  return {
    'docs/requirements.md': requirementsPage(),
    'docs/error-codes.md': errorCodesPage(),
    'docs/environment.md': environmentPage(),
    '.env.example': environmentExample(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(generatedPages())) {
    writeFileSync(new URL(`../${file}`, import.meta.url), text);
    console.log(file);
  }
}
