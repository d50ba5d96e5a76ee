import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileOfPackage } from '../src/cli/project.ts';
import { removeEmptySuite, writeEmptySuite } from './empty-suite.ts';
import { alternating, figure, ratios, timed, type Row, type Tell } from './measure.ts';
import { output } from './processes.ts';

const cli = fileOfPackage('@playwright/test', 'cli.js');

/** The specs that wait for a real minute are left out: with one worker, nothing runs beside them. */
const ours = ['test', '--project', 'suite', '--workers', '1'];

interface ListedSuite {
  readonly specs?: readonly unknown[];
  readonly suites?: readonly ListedSuite[];
}

const testsIn = ({ specs = [], suites = [] }: ListedSuite): number =>
  specs.length + suites.reduce((sum, suite) => sum + testsIn(suite), 0);

/** Tests of each spec file. */
async function testsOfFiles(): Promise<number[]> {
  const { text } = await output(process.execPath, [cli, ...ours, '--list', '--reporter', 'json']);
  const { suites = [] } = JSON.parse(text.slice(text.indexOf('{'))) as ListedSuite;
  return suites.map(testsIn);
}

/** Milliseconds that a process of its own takes to have all schemas ready, as every worker does. */
async function schemaLoad(): Promise<number> {
  const script = `
    import { validatorFor } from './checks/validators.ts';
    const begun = performance.now();
    validatorFor('host')({});
    console.log(performance.now() - begun);`;
  const { text } = await output(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script]);
  return Number(text);
}

/** The suite under Playwright with one worker: beside empty tests, and with all reporters beside none. */
export async function playwright(tell: Tell): Promise<Row[]> {
  tell('what tests there are');
  const counts = await testsOfFiles();
  const empty = writeEmptySuite(counts);
  const out = mkdtempSync(path.join(tmpdir(), 'omconform-bench-'));
  const subject = `playwright: ${counts.reduce((sum, count) => sum + count, 0)} tests, one worker`;
  const run = (words: readonly string[], more = ''): Promise<number> =>
    timed(() => output(process.execPath, [cli, ...words], { RUN_OUT: out, RUN_SEED: 'bench', RUN_REPORTER: more }));
  try {
    tell('schemas');
    // The first process after a change of the schemas compiles them for all others.
    await schemaLoad();
    const { schemas } = await alternating({ schemas: schemaLoad });
    tell('the suite with and without reporters, and empty tests, in turn');
    const samples = await alternating(
      {
        suite: () => run([...ours, '--reporter', 'null']),
        empty: () => run(['test', '--config', empty, '--reporter', 'null']),
        reported: () => run(ours, 'html,junit,json,list'),
      },
      { rounds: 5, seconds: 120 },
    );
    const seconds = (milliseconds: readonly number[]): number[] => milliseconds.map((one) => one / 1000);
    return [
      figure(
        { subject, name: 'beside empty tests', unit: '×', goal: { at: 'most', value: 1.35 } },
        ratios(samples.suite, samples.empty),
      ),
      figure(
        { subject, name: 'reporters, beside none', unit: '×', goal: { at: 'most', value: 1.15 } },
        ratios(samples.reported, samples.suite),
      ),
      figure({ subject, name: 'the suite', unit: 's' }, seconds(samples.suite)),
      figure({ subject, name: 'empty tests', unit: 's' }, seconds(samples.empty)),
      figure({ subject, name: 'schemas of a worker', unit: 'ms', goal: { at: 'most', value: 30 } }, schemas),
    ];
  } finally {
    removeEmptySuite();
    rmSync(out, { recursive: true, force: true });
  }
}
