import { execFile, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { liveMock, verdictIn } from '../support/live-mock.ts';
import { temporaryFolder } from '../support/omconform-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workflow = readFileSync(path.join(root, '.github/workflows/nightly.yml'), 'utf8');

interface Step {
  readonly name: string;
  readonly run: string;
  /** Runs also after a step that failed. */
  readonly always: boolean;
}

/** The shell steps of the workflow, which keeps to one line for each. */
function shellSteps(): Step[] {
  const items = workflow
    .slice(workflow.indexOf('    steps:\n'))
    .split(/^ {6}- /m)
    .slice(1);
  return items.flatMap((item) => {
    const run = /^ *run: (.+)$/m.exec(item)?.[1];
    assert.notEqual(run, '|', 'a step of several lines needs another reader');
    const name = /^ *name: (.+)$/m.exec(item)?.[1] ?? '';
    return run === undefined ? [] : [{ name, run, always: /^ *if: .*(?:always|!cancelled)\(\)/m.test(item) }];
  });
}

/** The variables that the job hands to its steps, with values for the secrets; what nobody set is empty, as there. */
function jobEnv(secrets: Readonly<Record<string, string>>): Record<string, string> {
  const names = [...workflow.matchAll(/^ {6}([A-Z_]+): \$\{\{ (?:secrets|vars)\.([A-Z_]+) \}\}$/gm)];
  return Object.fromEntries(names.map(([, name = '', secret = '']) => [name, secrets[secret] ?? '']));
}

/** What a fresh clone would have, and the installed packages. */
async function cleanFolder(context: TestContext): Promise<string> {
  const folder = path.join(temporaryFolder(context), 'omconform');
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: root });
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(path.join(root, name)))) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    copyFileSync(path.join(root, file), path.join(folder, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Runs a line as the job's shell does. Gives its exit code and everything it said. */
async function shell(line: string, cwd: string, env: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string }> {
  const child = spawn('bash', ['-e', '-c', line], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { code, said };
}

test('the steps of the nightly workflow, in a clean folder', async (context) => {
  const [install, judge, ...rest] = shellSteps();
  const { env: secrets } = await liveMock(context);
  const folder = await cleanFolder(context);
  const summary = path.join(folder, 'job-summary.md');
  const own = Object.entries(process.env).filter(([name]) => !/^(?:TARGET_|RUN_|OMCONFORM_|NODE_TEST|npm_)/.test(name));
  // The steps are what is looked at; a few checks go through them as all do, and sooner.
  const env = {
    ...Object.fromEntries(own),
    ...jobEnv(secrets),
    GITHUB_STEP_SUMMARY: summary,
    RUN_ONLY: 'resource.cluster-updated,method.put-replaces',
  };

  await context.test('install, then judge, then tell in any case', () => {
    assert.equal(install?.run, 'npm ci');
    assert.match(judge?.run ?? '', /^npx omconform run\b/);
    assert.notEqual(rest.length, 0);
    assert.deepEqual(
      rest.filter(({ always }) => !always),
      [],
    );
  });

  await context.test(`${judge?.name}: ${judge?.run}`, async () => {
    const { code, said } = await shell(judge!.run, folder, env);
    // Nobody said which resource is limited, so a part of the catalogue stays unseen.
    assert.equal(code, 4, said);
    const verdict = verdictIn(path.join(folder, 'reports'));
    assert.deepEqual([verdict.target.url, verdict.verdict], [secrets['TARGET_URL'], 'incomplete'], said);
  });

  for (const { name, run } of rest) {
    await context.test(`${name}: ${run}`, async () => {
      const { code, said } = await shell(run, folder, env);
      assert.equal(code, 0, said);
    });
  }

  await context.test('leave the reports, and the summary of the job', () => {
    for (const file of ['verdict.json', 'evidence.ndjson', 'junit.xml', 'allure-results', 'allure-report/index.html']) {
      assert.ok(existsSync(path.join(folder, 'reports', file)), file);
    }
    assert.match(readFileSync(summary, 'utf8'), /incomplete/i);
    assert.equal(/^ +path: (.+)$/m.exec(workflow)?.[1], 'reports/');
  });

  await context.test('without the secret that names the target, nothing is judged', async () => {
    const { code, said } = await shell(judge!.run, folder, { ...env, TARGET_URL: '' });
    assert.equal(code, 2, said);
    assert.match(said, /--target is empty/);
  });
});

test('the README gives the same commands', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  for (const { run } of shellSteps().filter(({ run: line }) => /^np[mx] /.test(line))) {
    const command = run.replace(/ --target .*/, ' --target');
    assert.ok(readme.includes(command), `README.md does not name \`${command}\``);
  }
});
