import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { products } from '../src/contract/products.ts';
import { runTestFiles } from './support/node-tests.ts';
import { single, sum, summary, tallyOf, type Tally } from './contract/tally.ts';
import { wholeRunsVariable } from './support/whole-run.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name);

/** Runs a program from the project's root; its output, both streams, comes back whole. */
function output(command: string, args: readonly string[]): Promise<{ text: string; exitCode: number }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      text += String(chunk);
    });
    child.on('error', (error) => resolve({ text: error.message, exitCode: 1 }));
    child.on('close', (code) => resolve({ text, exitCode: code ?? 1 }));
  });
}

async function succeeds(command: string, ...args: string[]): Promise<Tally> {
  const { text, exitCode } = await output(command, args);
  return single(exitCode === 0, `${path.basename(command)} ${args.join(' ')} ended with ${exitCode}\n${text}`);
}

function testFiles(): string[] {
  return readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(root, 'test', file))
    .toSorted();
}

async function mutants(): Promise<Tally> {
  const { text, exitCode } = await output(process.execPath, ['--import', 'tsx', '--conditions=engine', 'test/mutants.ts']);
  return tallyOf(text, exitCode);
}

/** Test files between two lines of progress, and the slowest that are named at the end. */
const filesALine = 20;
const slowest = 10;

async function selftest(): Promise<Tally> {
  const files = testFiles();
  let reported = 0;
  let times: ReadonlyMap<string, number> = new Map();
  const tally = await runTestFiles(files, root, (seconds) => {
    times = seconds;
    if (seconds.size < reported + filesALine) return;
    reported = seconds.size;
    console.log(`  ${reported} of ${files.length} files`);
  });
  if (showsTimes) {
    const sorted = [...times].toSorted(([, a], [, b]) => b - a).slice(0, slowest);
    for (const [file, seconds] of sorted) console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${file}`);
  }
  return tally;
}

/** The suite on both products. The tests that come after it look at what these runs left. */
async function suite(): Promise<Tally> {
  const folder = path.join(root, 'reports', 'test');
  const runs: Tally[] = [];
  for (const product of products) {
    const out = path.join(folder, product);
    runs.push(await succeeds(process.execPath, 'src/omconform.js', 'run', '--product', product, '--out', out));
  }
  process.env[wholeRunsVariable] = folder;
  return sum(runs);
}

const steps: Readonly<Record<string, () => Promise<Tally>>> = {
  // The view of the page is for a browser, and has a configuration of its own.
  types: async () => sum([await succeeds(bin('tsc')), await succeeds(bin('tsc'), '-p', 'src/verdict/page/view')]),
  lint: () => succeeds(bin('oxlint')),
  format: () => succeeds(bin('oxfmt'), '--check'),
  suite,
  selftest,
  mutants,
};

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true, default: [] }, times: { type: 'boolean', default: false } },
});
const showsTimes = values.times;

/** The steps asked for by `--only`, or all of them. Ends the process with 2 when one has no such name. */
function chosenSteps(): string[] {
  const unknown = values.only.find((name) => steps[name] === undefined);
  if (unknown !== undefined) {
    console.error(`There is no step "${unknown}"; the steps are ${Object.keys(steps).join(', ')}.`);
    process.exit(2);
  }
  return values.only.length > 0 ? values.only : Object.keys(steps);
}

const tallies: Tally[] = [];
for (const name of chosenSteps()) {
  const begun = performance.now();
  const tally = await (steps[name] as () => Promise<Tally>)();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${name.padEnd(9)} ${summary(tally)} (${seconds} s)`);
  if (tally.report !== '') console.log(`\n${tally.report}`);
  tallies.push(tally);
}

const total = sum(tallies);
console.log(summary(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
