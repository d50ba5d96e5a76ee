import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { curlLine } from '../../wire/curl-line.ts';
import { documentedCircumstances } from '../../contract/error-codes/circumstances.ts';
import {
  errorCodes,
  isErrorCodeName,
  messageTemplate,
  undocumentedCodes,
  type ErrorCodeName,
} from '../../contract/error-codes/index.ts';
import { requirementOf, requirements, type RequirementId } from '../../contract/requirements/index.ts';
import type { CheckOf, ScenarioSeen } from '../../engine/scenarios.ts';
import { nearestName } from '../../target/input/nearest-name.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import { wrap } from '../../verdict/reports/wrap.ts';
import { visible } from '../../wire/visible.ts';
import { engineFlags } from '../project.ts';
import { outFolder } from '../out-folder.ts';
import { evidenceIn, verdictIn } from '../judging/recorded-folder.ts';

const width = 80;
/** So many of the exchanges that show what came of a code in a run are told. */
const mostShown = 3;

/**
 * `omconform explain <id>`: what the catalogue says of an error code or a requirement, what looks at it, a request that
 * brings a code about, and what a run met.
 */
export function explainCommand(): Command {
  return new Command('explain')
    .description('Tell what an error code or a requirement means, how it is brought about, and what a run met')
    .argument('<id>', 'An error code or a requirement, e.g. GROUP_NOT_FOUND or list.shape')
    .option('--out <dir>', "Folder of a run's results (default: RUN_OUT, else reports)")
    .action((asked: string, { out }: { out?: string }) => {
      const name = asked.replace(/^code\./, '').toUpperCase();
      const id = isErrorCodeName(name) ? `code.${name}` : asked.toLowerCase();
      if (!Object.hasOwn(requirements, id)) throw unknown(asked);
      const page = isErrorCodeName(name) ? ofCode(name) : ofRequirement(id as RequirementId);
      const folder = outFolder(out);
      process.stdout.write(page + (out === undefined ? metIfAny(folder, id) : metBy(folder, id)));
    });
}

function unknown(asked: string): UsageError {
  const code = asked.replace(/^code\./, '').toUpperCase();
  const seen = Object.hasOwn(undocumentedCodes, code) ? ' (real servers send it, but neither product documents it)' : '';
  const nearest = /^[a-z]+\./.test(asked)
    ? nearestName(asked, Object.keys(requirements))
    : nearestName(code, Object.keys(errorCodes));
  return new UsageError(`${asked} is no documented code and no requirement${seen}; did you mean ${nearest}?`);
}

function ofRequirement(id: RequirementId): string {
  const { level, basis, source, says, products, untested, standing } = requirementOf(id);
  const tests = askWorker<readonly CheckOf[]>('tests', id);
  return [
    `${id}  ${level}, ${basis}  (${source})`,
    ...wrap(says, width, '  '),
    ...(products === undefined ? [] : [`  concerns ${products.join(', ')}`]),
    ...(untested === undefined ? [] : wrap(`untested: ${untested}`, width, '  ')),
    '',
    ...(standing ? ['Looked at in every exchange.'] : []),
    ...tests.map(({ title, file, line }) => `${file}:${line} ${title}`),
    ...(untested === undefined ? [`  npx omconform run --only ${id}`] : []),
    '',
  ].join('\n');
}

function ofCode(name: ErrorCodeName): string {
  const { status, products, basis, counterpart } = errorCodes[name];
  const scenarios = askWorker<readonly ScenarioSeen[]>('scenarios', errorCodes[name].products[0]!, name);
  return [
    `${name}  ${status} ${STATUS_CODES[status]}  (${products.join(', ')})`,
    `  ${messageTemplate(name, products[0]!)}`,
    `  status: ${basis}; circumstance: ${documentedCircumstances.has(name) ? 'documented' : 'inferred'}`,
    ...(counterpart === undefined ? [] : [`  in the other dialect: ${counterpart}`]),
    '',
    ...(scenarios.length === 0 ? ['No scenario brings it about yet.'] : scenarios.flatMap(scenarioLines)),
    '',
  ].join('\n');
}

/** The same of the folder that nobody asked for: that its results cannot be read is told, and is no error. */
function metIfAny(folder: string, id: string): string {
  if (!existsSync(path.join(folder, 'evidence.ndjson'))) return '';
  try {
    return metBy(folder, id);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return `What a run met is not told: ${error.message}\n`;
  }
}

/** What came of a requirement in the run whose results are in that folder. Throws UsageError where there are none. */
function metBy(folder: string, id: string): string {
  const { requirements: rows, run, target } = verdictIn(folder);
  const row = rows.find((one) => one.id === id);
  if (row === undefined) return '';
  const exchanges = evidenceIn(folder).tests.flatMap((test) => test.exchanges);
  const shown = row.checks
    .flatMap(({ violations, findings }) => [...violations, ...findings])
    .flatMap(({ exchange: shownBy }) => exchanges.find((exchange) => exchange.id === shownBy) ?? []);
  return visible(
    [
      `In the run of ${run.startedAt} at ${target.url}: ${row.outcome}${row.reason === null ? '' : `, ${row.reason}`}`,
      ...[...new Set(shown)]
        .slice(0, mostShown)
        .flatMap((exchange) => [
          `  ${curlLine(exchange)}`,
          `  → ${exchange.response?.status ?? 'no answer'} ${exchange.response?.body.trim() ?? exchange.fault ?? ''}`,
        ]),
      '',
    ].join('\n'),
  );
}

function askWorker<T>(...words: readonly string[]): T {
  const worker = fileURLToPath(new URL('../engine/explain-worker.ts', import.meta.url));
  const args = [...engineFlags(), worker, ...words];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })) as T;
}

function scenarioLines({ given, file, risk, refused, outcome, reason }: ScenarioSeen): string[] {
  if (refused === undefined)
    return [`Given ${given} (${file}):`, `  ${outcome} on the mock: ${reason ?? 'not refused with it'}`, ''];
  return [
    `Given ${given} (${file}; needs --risk ${risk ?? 'irreversible'}):`,
    `  ${curlLine(refused).replace(/http:\/\/127\.0\.0\.1:\d+/, 'https://{TARGET}')}`,
    `  → ${refused.response?.status} ${refused.response?.body.trim()}`,
    '',
  ];
}
