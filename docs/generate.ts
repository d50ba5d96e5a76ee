import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { errorCodesByArea, type ErrorCode } from '../src/contract/error-codes/index.ts';
import { areaOf, requirements } from '../src/contract/requirements/index.ts';
import type { Requirement } from '../src/contract/requirement.ts';
import { seeScenarios, type ScenarioSeen } from '../src/engine/scenarios.ts';
import { githubWorkflow } from '../src/cli/ci/github.ts';
import { environmentExample } from '../src/target/environment-example.ts';
import { environmentPage, targetFileSchema } from './environment-page.ts';

const requirementTable: Readonly<Record<string, Requirement>> = requirements;
const note = '<!-- Written by `npm run docs` from contract/; changes made here are lost. -->';

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function page(title: string, introduction: string, sections: readonly (readonly [heading: string, body: string])[]): string {
  const parts = sections.map(([heading, body]) => `## ${heading}\n\n${body}\n`);
  return [`# ${title}\n`, `${note}\n`, `${introduction}\n`, ...parts].join('\n');
}

function remarks({ untested, products, standing, circumstance }: Requirement): string {
  return [
    circumstance && 'What brings it about is inferred.',
    untested && `Untested: ${untested}.`,
    products && `Concerns ${products.join(', ')}.`,
    standing && 'Looked at in every exchange.',
  ]
    .filter(Boolean)
    .join(' ');
}

function requirementsPage(): string {
  const all = Object.entries(requirementTable);
  const areas = [...new Set(all.map(([id]) => areaOf(id)))];
  const untested = all.filter(([, { untested: reason }]) => reason !== undefined).length;
  return page(
    'Requirements',
    `${all.length} requirements in ${areas.length} areas, ${untested} of them untested for the reason given. ` +
      'Only a broken MUST that is documented makes a target non-conformant.',
    areas.map((area) => [
      area,
      table(
        ['id', 'level', 'basis', 'says', 'source', 'remarks'],
        all
          .filter(([id]) => areaOf(id) === area)
          .map(([id, row]) => [`\`${id}\``, row.level, row.basis, row.says, row.source, remarks(row)]),
      ),
    ]),
  );
}

function messages({ message }: ErrorCode): string {
  if (typeof message === 'string') return message;
  return Object.entries(message)
    .map(([product, text]) => `${product}: ${text}`)
    .join('<br>');
}

/** The circumstances of one code, as the mock showed them: what it takes, the risk, and what came of it by product. */
function scenarioCells(seen: readonly ScenarioSeen[]): [given: string, risk: string, verified: string] {
  const unique = (values: readonly string[]): string => [...new Set(values)].join('; ');
  return [
    unique(seen.map(({ given }) => given)),
    unique(seen.map(({ risk }) => risk ?? '-')),
    seen.length > 0 && seen.every(({ outcome }) => outcome === 'kept')
      ? 'kept'
      : unique(seen.map(({ product, outcome, reason }) => `${product}: ${outcome} ${reason ?? ''}`.trim())),
  ];
}

function errorCodesPage(scenarios: readonly ScenarioSeen[]): string {
  const areas: [string, Readonly<Record<string, ErrorCode>>][] = Object.entries(errorCodesByArea);
  const count = areas.reduce((total, [, codes]) => total + Object.keys(codes).length, 0);
  return page(
    'Error codes',
    `The ${count} codes that the error tables of Ops Manager and Cloud Manager list. The basis is that of the status: ` +
      'inferred where the table that lists the code does not show it. The risk is the least that a run must be allowed ' +
      'to bring the circumstance about; the last column tells what a run against the mock saw. ' +
      '`npx omconform explain <CODE>` shows the request.',
    areas.map(([area, codes]) => [
      area,
      table(
        ['code', 'products', 'status', 'basis', 'message', 'scenario', 'risk', 'on the mock'],
        Object.entries(codes).map(([code, row]) => [
          `\`${code}\``,
          row.products.join(', '),
          String(row.status),
          row.basis,
          messages(row),
          ...scenarioCells(scenarios.filter((one) => one.code === code)),
        ]),
      ),
    ]),
  );
}

/** What the generated files have to hold, by their path from the project's root. */
async function generatedPages(): Promise<Readonly<Record<string, string>>> {
  const scenarios = [...(await seeScenarios('ops-manager')), ...(await seeScenarios('cloud-manager'))];
  return {
    'docs/requirements.md': requirementsPage(),
    'docs/error-codes.md': errorCodesPage(scenarios),
    'docs/environment.md': environmentPage(),
    '.env.example': environmentExample(),
    'schemas/documents/target-file.json': targetFileSchema(),
    '.github/workflows/nightly.yml': githubWorkflow,
  };
}

// With `--check` nothing is written: the files that are out of date are named, and the exit code is 1 if any is.
const checking = process.argv.includes('--check');
for (const [file, text] of Object.entries(await generatedPages())) {
  const place = new URL(`../${file}`, import.meta.url);
  const outdated = !existsSync(place) || readFileSync(place, 'utf8') !== text;
  if (!outdated) continue;
  if (checking) process.exitCode = 1;
  else writeFileSync(place, text);
  console.log(checking ? `${file} is out of date; run npm run docs` : file);
}
