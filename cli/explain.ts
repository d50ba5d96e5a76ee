import { execFileSync } from 'node:child_process';
import { STATUS_CODES } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { curlLine } from '../checks/explain.ts';
import { documentedCircumstances } from '../contract/error-codes/circumstances.ts';
import { errorCodes, isErrorCodeName, messageTemplate, undocumentedCodes, type ErrorCodeName } from '../contract/error-codes/index.ts';
import type { ScenarioSeen } from '../engine/scenarios.ts';
import { nearestName } from '../targets/nearest-name.ts';
import { UsageError } from '../targets/usage-error.ts';

/** `omconform explain CODE`: what the catalogue says of an error code, and a request that brings it about. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('Tell what an error code means and how to bring it about')
    .argument('<code>', 'An error code, e.g. GROUP_NOT_FOUND')
    .action((code: string) => {
      process.stdout.write(explanation(code.replace(/^code\./, '').toUpperCase()));
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

function playedOnMock(name: ErrorCodeName): ScenarioSeen[] {
  const worker = fileURLToPath(new URL('explain-worker.ts', import.meta.url));
  const args = ['--import', 'tsx', '--conditions=engine', worker, errorCodes[name].products[0]!, name];
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
