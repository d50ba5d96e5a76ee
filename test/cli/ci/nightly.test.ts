import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { mutants } from '../../mutants/index.ts';
import { changingMock } from '../../support/changing-mock.ts';
import { verdictIn } from '../../support/live-mock.ts';
import { temporaryFolder } from '../../support/omconform-process.ts';
import { cleanFolder, filledIn, jobEnvironment, runSteps, type Said, type Step } from '../../support/workflow-shell.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly strategy: { readonly matrix: { readonly part?: readonly number[] } };
}
interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<'judge' | 'conclude', Job>>;
}
const workflow = parse(readFileSync(path.join(root, '.github/workflows/nightly.yml'), 'utf8')) as Workflow;
const action = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};
const release = parse(readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8')) as {
  readonly jobs: { readonly publish: Job };
};
const nightlySteps = [...workflow.jobs.judge.steps, ...workflow.jobs.conclude.steps];
const allSteps = [...nightlySteps, ...action.runs.steps, ...release.jobs.publish.steps];

const lie = mutants.find(({ name }) => name === 'error-for-an-unknown-resource-lacks-the-path')!;
const only = [lie.breaks, 'pretty.compact-by-default'];

describe('the workflows and the action', () => {
  test('pin what they use by commit', () => {
    const uses = allSteps.flatMap((step) => step.uses ?? []);
    assert.ok(uses.length >= 10);
    assert.deepEqual(
      uses.filter((name) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/.test(name)),
      [],
    );
  });
  test('may do no more than they have to', () => {
    const { judge, conclude } = workflow.jobs;
    assert.deepEqual(
      [workflow.permissions, judge.permissions, conclude.permissions],
      [{}, { contents: 'read' }, { contents: 'read', issues: 'write' }],
    );
    assert.ok(!JSON.stringify(conclude).includes('secrets.'));
    const checkouts = nightlySteps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    assert.deepEqual(
      checkouts.map((step) => step.with?.['persist-credentials']),
      [false, false],
    );
  });
  test('install what a clone runs with', () => {
    const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { devDependencies: object };
    assert.ok('tsx' in devDependencies);
    const installs = allSteps.flatMap(({ run = '' }) => run.match(/^npm ci.*$/gm) ?? []);
    assert.equal(installs.length, 4);
    for (const line of installs) assert.doesNotMatch(line, /omit|production/);
  });
  test('keep the targets apart, also where the name of one begins with that of another', () => {
    const withOf = (part: string): Readonly<Record<string, string>> =>
      nightlySteps.find(({ uses }) => uses?.startsWith(part))!.with as Record<string, string>;
    const of = (text: string | undefined, target: string): string =>
      filledIn({ text: text ?? '' }, { 'matrix.target': target, 'matrix.part': '1' })['text']!;
    const pattern = of(withOf('actions/download-artifact@')['pattern'], 'staging').replaceAll('?', '.');
    const artifact = withOf('actions/upload-artifact@')['name'];
    assert.match(of(artifact, 'staging'), new RegExp(`^${pattern}$`));
    assert.doesNotMatch(of(artifact, 'staging-eu'), new RegExp(`^${pattern}$`));
    const { key, 'restore-keys': earlier } = withOf('actions/cache/restore@');
    assert.ok(of(key, 'staging').startsWith(of(earlier, 'staging')));
    assert.ok(!of(key, 'staging-eu').startsWith(of(earlier, 'staging')));
  });
  test('put no expression into a line of the shell, where it would be taken for code', () => {
    assert.deepEqual(
      allSteps.filter(({ run }) => run?.includes('${{')),
      [],
    );
  });
});

/** A stand-in for the client of GitHub that remembers what it was asked, and has an issue once one was opened. */
function standIn(folder: string): { readonly bin: string; asked(): string[][] } {
  const log = path.join(folder, 'asked.ndjson');
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(
    path.join(bin, 'gh'),
    `#!/usr/bin/env node
const { appendFileSync, existsSync, writeFileSync } = require('node:fs');
const [what, act] = process.argv.slice(2);
appendFileSync(${JSON.stringify(log)}, JSON.stringify(process.argv.slice(2)) + '\\n');
const open = ${JSON.stringify(path.join(folder, 'open'))};
if (what === 'issue' && act === 'create') writeFileSync(open, '');
if (what === 'issue' && act === 'list' && existsSync(open)) console.log('7');
`,
  );
  chmodSync(path.join(bin, 'gh'), 0o755);
  return {
    bin,
    asked: () => {
      if (!existsSync(log)) return [];
      const calls = readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as string[]);
      rmSync(log);
      return calls.filter(([, act]) => act !== 'list');
    },
  };
}

/** Leaves in a clone what the cache would bring to the next night. */
function nextMorning(folder: string): void {
  const { with: { path: paths } = {} } = workflow.jobs.conclude.steps.find(({ uses }) =>
    uses?.startsWith('actions/cache/save@'),
  )!;
  const kept = String(paths).trim().split(/\s+/);
  for (const name of readdirSync(path.join(folder, 'reports'))) {
    if (!kept.includes(`reports/${name}`)) rmSync(path.join(folder, 'reports', name), { recursive: true });
  }
  for (const name of ['parts', 'before']) rmSync(path.join(folder, name), { recursive: true });
}

test('night after night, in a clean folder', async (context) => {
  const { env: target, tell } = await changingMock(context);
  const folder = await cleanFolder(context);
  const github = standIn(temporaryFolder(context));
  const summary = path.join(folder, 'job-summary.md');
  const secrets = Object.fromEntries(Object.entries(target).map(([name, value]) => [`secrets.${name}`, value]));
  const values = { ...secrets, 'matrix.target': 'staging', 'github.token': 'token', 'github.repository': 'a/b' };
  const env = {
    ...jobEnvironment(),
    PATH: `${github.bin}${path.delimiter}${process.env['PATH']}`,
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: summary,
    // The steps are what is looked at; a few checks go through them as all do, and sooner.
    RUN_ONLY: only.join(','),
    RUN_WORKERS: '1',
  };
  const { judge, conclude } = workflow.jobs;
  /** What the shell steps of a night said. */
  const night = async (): Promise<{ readonly parts: Said[]; readonly whole: Said[] }> => {
    const parts = await Promise.all(
      judge.strategy.matrix.part!.map((part) => {
        const here = { ...values, 'matrix.part': String(part) };
        return runSteps(judge.steps, folder, { ...env, ...filledIn(judge.env, here) }, here);
      }),
    );
    const whole = await runSteps(conclude.steps, folder, { ...env, ...filledIn(conclude.env, values) }, values);
    return { parts: parts.flat(), whole };
  };
  const codes = (said: readonly Said[]) => said.map(({ code }) => code);
  const words = ({ parts, whole }: Awaited<ReturnType<typeof night>>) => [...parts, ...whole].map(({ said }) => said).join('\n');

  await context.test('the first is silent where all is well', async () => {
    const said = await night();
    assert.deepEqual(
      [codes(said.parts), codes(said.whole)],
      [
        [0, 0],
        [0, 0],
      ],
      words(said),
    );
    assert.deepEqual(github.asked(), []);
    const verdict = verdictIn(path.join(folder, 'reports'));
    assert.deepEqual(
      [verdict.target.url, verdict.verdict, verdict.requirements.length],
      [target['TARGET_URL'], 'conformant', only.length],
    );
    assert.match(readFileSync(summary, 'utf8'), /CONFORMANT/);
    nextMorning(folder);
  });

  await context.test('the second says exactly what changed, in an issue', async () => {
    tell(lie.mock);
    const said = await night();
    assert.deepEqual(
      [codes(said.parts), codes(said.whole)],
      [
        [0, 0],
        [1, 0],
      ],
      words(said),
    );
    const [[issue, act, , title, , body] = [], ...more] = github.asked();
    assert.deepEqual([issue, act, title, more], ['issue', 'create', 'omconform: staging', []]);
    assert.match(body!, /^NON-CONFORMANT: 1 cause breaks 1 of the 2 documented MUSTs that were seen\./);
    assert.match(
      body!,
      /^### Newly broken \(1\)\n\n- <code>error\.unknown-resource<\/code>: kept, now broken; the target answers otherwise: /m,
    );
    assert.deepEqual(body!.match(/^### (?!Since).*$/gm), ['### Newly broken (1)']);
    assert.match(readFileSync(summary, 'utf8'), /^### Trend \(2 runs\)$/m);
    nextMorning(folder);
  });

  await context.test('the third, as the second, is red and silent', async () => {
    const said = await night();
    assert.deepEqual(codes(said.whole), [1, 0], words(said));
    assert.deepEqual(github.asked(), []);
    nextMorning(folder);
  });

  await context.test('the fourth tells in the same issue that it is mended', async () => {
    tell();
    const said = await night();
    assert.deepEqual(codes(said.whole), [0, 0], words(said));
    const [[, act, number, , body] = [], ...more] = github.asked();
    assert.deepEqual([act, number, more], ['comment', '7', []]);
    assert.match(body!, /^### Mended \(1\)$/m);
  });

  await context.test('a night whose parts are not all there says nothing of the night before', async () => {
    nextMorning(folder);
    mkdirSync(path.join(folder, 'parts'));
    const whole = await runSteps(conclude.steps, folder, { ...env, ...filledIn(conclude.env, values) }, values);
    assert.deepEqual(codes(whole), [2, 0], whole.map(({ said }) => said).join('\n'));
    assert.deepEqual([github.asked(), existsSync(path.join(folder, 'reports/verdict.json'))], [[], false]);
  });

  await context.test('without the secret that names the target, nothing is judged', async () => {
    const [said] = await runSteps(
      judge.steps,
      folder,
      { ...env, ...filledIn(judge.env, { ...values, 'secrets.TARGET_URL': '', 'matrix.part': '1' }) },
      values,
    );
    assert.equal(said?.code, 2, said?.said);
    assert.match(said?.said ?? '', /--target is empty/);
  });
});

test('the action judges, and gives the verdict and the news to the steps behind it', async (context: TestContext) => {
  const { env: target, tell } = await changingMock(context);
  tell(lie.mock);
  const folder = temporaryFolder(context);
  const output = path.join(folder, 'output');
  const given: Readonly<Record<string, string | undefined>> = {
    target: target['TARGET_URL'],
    'public-key': target['TARGET_PUBLIC_KEY'],
    'private-key': target['TARGET_PRIVATE_KEY'],
    project: target['TARGET_PROJECT_ID'],
    only: lie.breaks,
  };
  const values = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, given[name] ?? input.default ?? '']),
  );
  const env = { ...jobEnvironment(), GITHUB_ACTION_PATH: root, GITHUB_OUTPUT: output };
  const [said] = await runSteps(action.runs.steps, folder, env, values);
  assert.equal(said?.code, 1, said?.said);
  assert.equal(verdictIn(path.join(folder, 'reports')).run.risk, 'read-only');
  assert.match(readFileSync(output, 'utf8'), /^verdict=non-conformant\nnews<<(\S+)\nNON-CONFORMANT: .*\n\1\n$/);
});
