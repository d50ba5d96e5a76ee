import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { curlLine } from '../checks/explain.ts';
import { documentedCircumstances } from '../contract/error-codes/circumstances.ts';
import { errorCodes, isErrorCodeName, messageTemplate, undocumentedCodes, type ErrorCodeName } from '../contract/error-codes/index.ts';
import type { ScenarioSeen } from '../engine/scenarios.ts';
import { nearestName } from '../targets/nearest-name.ts';
import { UsageError } from '../targets/usage-error.ts';
import { visible } from '../wire/visible.ts';
import { typescriptLoader } from './project.ts';
import { outFolder } from './out-folder.ts';
import { evidenceIn, verdictIn } from './recorded-folder.ts';

/** So many of the exchanges that show what came of a code in a run are told. */
const mostShown = 3;

/** `omconform explain CODE`: what the catalogue says of an error code, a request that brings it about, and what a run met. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('Tell what an error code means, how to bring it about, and what a run met')
    .argument('<code>', 'An error code, e.g. GROUP_NOT_FOUND')
    .option('--out <dir>', 'Folder of a run\'s results (default: RUN_OUT, else reports)')
    .action((code: string, { out }: { out?: string }) => {
      const name = code.replace(/^code\./, '').toUpperCase();
      const folder = outFolder(out);
      const isThere = out !== undefined || existsSync(path.join(folder, 'evidence.ndjson'));
      process.stdout.write(explanation(name) + (isThere ? metBy(folder, name) : ''));
    });
}

function explanation(name: string): string {
  if (!isErrorCodeName(name)) {
    const seen = Object.hasOwn(undocumentedCodes, name) ? ' (real servers send it, but neither product documents it)' : '';
    throw new UsageError(`${name} is no documented code${seen}; did you mean ${nearestName(name, Object.keys(errorCodes))}?`);
  }
  const { status, products, basis, counterpart } = errorCodes[name];
  const scenarios = playedOnMock(name);
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

/** What came of the code in the run whose results are in that folder. Throws UsageError where there are none. */
function metBy(folder: string, name: string): string {
  const { requirements, run, target } = verdictIn(folder);
  const row = requirements.find(({ id }) => id === `code.${name}`);
  if (row === undefined) return '';
  const exchanges = evidenceIn(folder).tests.flatMap((test) => test.exchanges);
  const shown = row.checks.flatMap(({ violations, findings }) => [...violations, ...findings])
    .flatMap(({ exchange: id }) => exchanges.find((exchange) => exchange.id === id) ?? []);
  return visible([
    `In the run of ${run.startedAt} at ${target.url}: ${row.outcome}${row.reason === null ? '' : `, ${row.reason}`}`,
    ...[...new Set(shown)].slice(0, mostShown).flatMap((exchange) => [
      `  ${curlLine(exchange)}`,
      `  → ${exchange.response?.status ?? 'no answer'} ${exchange.response?.body.trim() ?? exchange.fault ?? ''}`,
    ]),
    '',
  ].join('\n'));
}

function playedOnMock(name: ErrorCodeName): ScenarioSeen[] {
  const worker = fileURLToPath(new URL('explain-worker.ts', import.meta.url));
  const args = ['--import', typescriptLoader(), '--conditions=engine', worker, errorCodes[name].products[0]!, name];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })) as ScenarioSeen[];
}

function scenarioLines({ given, file, risk, refused, outcome, reason }: ScenarioSeen): string[] {
  if (refused === undefined) return [`Given ${given} (${file}):`, `  ${outcome} on the mock: ${reason ?? 'not refused with it'}`, ''];
  return [
    `Given ${given} (${file}; needs --risk ${risk ?? 'irreversible'}):`,
    `  ${curlLine(refused).replace(/http:\/\/127\.0\.0\.1:\d+/, 'https://{TARGET}')}`,
    `  → ${refused.response?.status} ${refused.response?.body.trim()}`,
    '',
  ];
}
