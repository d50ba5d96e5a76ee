import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { requirements, requirementOf, type RequirementId } from '../contract/requirements/index.ts';
import { loadSpecs } from '../engine/run.ts';
import { equivalents } from './mutants/equivalent.ts';
import { mutants } from './mutants/index.ts';
import { judged, withOutcome } from './mutants/judged.ts';

/**
 * `node --import tsx --conditions=engine selftest/mutants.ts [name…]`: is every check able to fail?
 * The true mock must be kept whole, every mutant must turn its requirement red, every requirement that a run can see
 * must have a mutant, and no equivalent may change the outcome of any. Ends with `N passed, N failed`.
 */
const wanted = process.argv.slice(2);
const isWanted = (name: string, breaks?: string): boolean =>
  wanted.length === 0 || wanted.some((part) => name.includes(part) || part === breaks);
const chosen = [
  ...mutants.filter(({ name, breaks }) => isWanted(name, breaks)),
  ...equivalents.filter(({ name }) => isWanted(name)),
].map(({ name }) => name);
/** Codes that the table of each product lists; a number that falls is a scenario that was lost. */
const documentedCodes = { 'ops-manager': 205, 'cloud-manager': 245 } as const;

let passed = 0;
let failed = 0;

function tell(name: string, faults: readonly string[]): void {
  if (faults.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  process.stdout.write(`${name}\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
}

const tests = await loadSpecs();
for (const product of ['ops-manager', 'cloud-manager'] as const) {
  for (const dialect of ['access-list', 'whitelist'] as const) {
    const verdict = await judged(tests, { product, dialect });
    const lost = verdict.requirements.filter(({ outcome }) => !['kept', 'not-applicable', 'untested'].includes(outcome));
    tell(`the true mock: ${product}, ${dialect}`, lost.map(({ id, outcome, reason, checks }) =>
      `${id} is ${outcome}: ${checks.flatMap((check) => check.violations).map(({ path, message }) => `${path} ${message}`)[0] ?? reason}`));
    const kept = withOutcome(verdict, 'kept').filter((id) => id.startsWith('code.')).length;
    process.stdout.write(`${product}, ${dialect}: ${kept} of ${documentedCodes[product]} codes kept\n`);
    tell(`the codes of ${product}, ${dialect}`, kept === documentedCodes[product] ? [] : [`${kept} are kept, not ${documentedCodes[product]}`]);
  }
}

if (wanted.length === 0) {
  const names = [...mutants, ...equivalents].map(({ name }) => name);
  const broken = new Set(mutants.map(({ breaks }) => breaks));
  tell('the names of the mutants', names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is there twice`));
  tell('a mutant for every requirement', (Object.keys(requirements) as RequirementId[])
    .filter((id) => requirementOf(id).untested === undefined && !broken.has(id)).map((id) => `${id} has none`));
}

const queue = [...chosen];
const workers = Math.min(availableParallelism(), 4, queue.length);
let told = 0;
await Promise.all(Array.from({ length: workers }, () => new Promise<void>((resolve, reject) => {
  const child = fork(new URL('./mutants/worker.ts', import.meta.url), { execArgv: process.execArgv });
  child.on('error', reject);
  child.on('exit', (code) => (code === 0 || code === null ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  child.on('message', (message: { name?: string; faults?: readonly string[] }) => {
    if (message.name !== undefined) {
      tell(message.name, message.faults ?? []);
      told += 1;
      if (told % 25 === 0) process.stdout.write(`${told} of ${chosen.length} mutants\n`);
    }
    const next = queue.shift();
    if (next === undefined) child.kill();
    else child.send(next);
  });
})));

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
