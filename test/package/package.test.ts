import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { commandNames } from '../../src/cli/commands/main.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { firstLine } from '../support/omconform-process.ts';
import { installPackage, says } from './installed-package.ts';

const installed = await installPackage();
after(() => installed.remove());
const { folder, packed, omconform } = installed;

describe('the tarball', () => {
  test('holds the built program, its licence, and nothing of the tests or sources', () => {
    const files = packed.files.map((file) => file.path);
    for (const needed of [
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'package.json',
      'src/omconform.js',
      'dist/playwright.config.js',
    ])
      assert.ok(files.includes(needed), needed);
    const known = /^(?:dist\/(?:src|specs|fixtures|schemas)\/|dist\/(?:package\.json|playwright\.config\.(?:js|js\.map|d\.ts))$)/;
    assert.deepEqual(
      files.filter((file) => file.includes('/') && file !== 'src/omconform.js' && !known.test(file)),
      [],
    );
    assert.deepEqual(
      files.filter((file) => /^(?:dist\/)?(?:test|bench)\/|\/examples\/|(?<!\.d)\.ts$/.test(file)),
      [],
    );
  });

  test('takes less than 2 MB, and less than 60 MB with all that it needs', () => {
    assert.ok(packed.unpackedSize < 2_000_000, `${packed.unpackedSize} bytes`);
    const sizes = readdirSync(path.join(folder, 'node_modules'), { recursive: true, encoding: 'utf8' }).map(
      (file) => statSync(path.join(folder, 'node_modules', file)).size,
    );
    const all = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(all < 60_000_000, `${all} bytes`);
  });

  test('brings neither a loader for TypeScript nor Allure with it', () => {
    const names = readdirSync(path.join(folder, 'node_modules'));
    assert.deepEqual(
      names.filter((name) => ['tsx', 'esbuild', 'typescript', 'allure'].includes(name)),
      [],
    );
  });
});

describe('who checks packages', () => {
  test('publint finds nothing', async () => {
    const { messages } = await publint({ pkgDir: path.join(folder, 'node_modules/omconform'), strict: true });
    // It takes the doors of `dist/` for unused; Node.js looks for them in the nearest package.json, and every run goes through one.
    const told = messages.filter(({ code }) => code !== 'NESTED_PACKAGE_JSON_FIELD_IGNORED');
    assert.deepEqual(told, []);
  });

  test('are-the-types-wrong finds nothing but that the modules are ESM alone', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(installed.tarball)));
    assert.ok(analysis.types !== false && Object.keys(analysis.entrypoints).length >= 4);
    // Of resolution `node10` nothing knows that can run this; CommonJS requires ESM from the first version that is taken.
    const told = analysis.problems.filter(
      (problem) => problem.kind !== 'CJSResolvesToESM' && !('resolutionKind' in problem && problem.resolutionKind === 'node10'),
    );
    assert.deepEqual(told, []);
  });
});

describe('what is installed', () => {
  const results = path.join(folder, 'reports');

  test('runs the whole suite on the embedded mock', async () => {
    const { code, stdout, stderr } = await says('npx', ['omconform', 'run'], folder);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /^CONFORMANT: all \d+ documented MUSTs in scope/m);
    const verdict = JSON.parse(readFileSync(path.join(results, 'verdict.json'), 'utf8')) as {
      requirements: { id: string; checks: { file: string; line: number }[] }[];
    };
    const check = verdict.requirements.find(({ id }) => id === 'list.page-size-honoured')!.checks[0]!;
    // A check is where the sources have it, so that a verdict tells the same wherever it was made.
    const source = readFileSync(new URL(`../../${check.file}`, import.meta.url), 'utf8').split('\n');
    assert.match(source[check.line - 1]!, /^\s*test\(/, `${check.file}:${check.line}`);
  });

  const evidence = path.join(results, 'evidence.ndjson');
  const calls: Readonly<Record<string, readonly (readonly [words: readonly string[], code: number, says: RegExp])[]>> = {
    run: [[['--explain'], 0, /^target\.url +\(the embedded mock, started for the run\) +default$/m]],
    doctor: [[[], 0, /^A run can judge every documented MUST/m]],
    plan: [[[], 0, /GET +\/users\/byName\/\{name\}/]],
    report: [[['--out', results], 2, /^omconform: this needs the package allure, which is not installed: npm i -D allure$/m]],
    sweep: [[[], 0, /^nothing to sweep/]],
    replay: [[[results], 0, /^CONFORMANT/m]],
    verify: [[[results], 0, /^The verdict follows from its evidence/]],
    merge: [[[results, '--out', 'merged'], 2, /is a whole run, no part of one/]],
    diff: [[[results, results], 0, /^Nothing changed: \d+ requirements are as before\.$/m]],
    matrix: [[[`one=${results}`, `two=${results}`], 0, /^\d+ requirements are alike in all\.$/m]],
    news: [[[results], 0, /^$/]],
    show: [[['auth.never-basic', '--out', results], 0, /^kept: in every exchange$/m]],
    judge: [[[evidence, '--out', 'judged'], 4, /^INCOMPLETE: none was broken/m]],
    har: [[['--out', results], 0, /exchanges\.har$/m]],
    explain: [
      [['GROUP_NOT_FOUND'], 0, /^Given .*\(specs\/error-codes\/.*\.spec\.ts; needs --risk [\s\S]*curl --digest/m],
      [['list.page-size-honoured'], 0, /^specs\/principles\/list\.spec\.ts:\d+ /m],
    ],
    init: [[[], 0, /^own-specs\/projects\.spec\.ts$/m]],
    baseline: [[['propose', results], 2, /^omconform: too many arguments for 'propose'/m]],
    target: [[['init', 'staging'], 0, /^targets\/staging\.yaml$/m]],
  };

  for (const [name, each] of Object.entries(calls))
    for (const [words, expected, pattern] of each)
      test(`omconform ${[name, ...words].join(' ').replaceAll(folder, '')}`, async () => {
        const { code, stdout, stderr } = await omconform([name, ...words]);
        assert.equal(code, expected, stdout + stderr);
        assert.match(stdout + stderr, pattern);
        assert.doesNotMatch(stderr, /^ {4}at |Warning/m);
      });

  test('has no command that is not called here', () => {
    assert.deepEqual(commandNames.toSorted(), [...Object.keys(calls), 'mock'].toSorted());
  });

  test('omconform mock serves', async (context) => {
    const child = spawn(process.execPath, [installed.command, 'mock', '--json'], { cwd: folder });
    context.after(() => child.kill('SIGKILL'));
    const { url } = JSON.parse(await firstLine(child)) as { url: string };
    assert.equal((await fetch(`${url}/groups`)).status, 401);
  });

  test('tells its version and its help', async () => {
    assert.match((await omconform(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
    assert.match((await omconform(['--help'])).stdout, /^Usage: omconform /);
  });
});

describe('as a library', () => {
  const page = readFileSync(new URL('../../docs/library.md', import.meta.url), 'utf8');
  const blocks = (language: string): string[] =>
    [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code]) => code!);

  const node = (file: string, code: string) => {
    writeFileSync(path.join(folder, file), code);
    return says(process.execPath, [file], folder);
  };

  for (const [index, code] of blocks('js').entries())
    test(`example ${index + 1} of docs/library.md runs`, async () => {
      const { code: ended, stdout, stderr } = await node(`example-${index}.js`, code);
      assert.equal(ended, 0, stdout + stderr);
      assert.match(
        stdout,
        [/^# pass 2$|^ℹ pass 2$/m, /^list\.page-size-honoured: \/results [\s\S]*^1 judged, 0 breaches$/m][index]!,
      );
    });

  test('its modules are required, too', async () => {
    const code = `const { startMock } = require('omconform/mock');
      startMock().then((mock) => mock.stop().then(() => console.log('stopped')));`;
    assert.equal((await node('required.cjs', code)).stdout, 'stopped\n');
  });

  test('omconform init makes a folder whose spec is run, beside the one of docs/library.md, by run and by Playwright', async () => {
    const own = path.join(folder, 'own');
    await omconform(['init', own]);
    writeFileSync(path.join(own, 'own-specs/names.spec.ts'), blocks('ts')[0]!);
    writeFileSync(
      path.join(own, 'own-specs/never.spec.ts'),
      blocks('ts')[0]!.replace('toBeLessThanOrEqual(64)', 'toBeLessThan(0)').replaceAll('are-short', 'are-none'),
    );
    const { code, stdout } = await omconform(['run', '--only', 'own.*'], { cwd: own });
    assert.equal(code, 1, stdout);
    const verdict = () => JSON.parse(readFileSync(path.join(own, 'reports/verdict.json'), 'utf8')) as Verdict;
    assert.deepEqual(
      verdict().requirements.map(({ id, outcome, checks }) => [id, outcome, checks[0]!.file]),
      [
        ['own.project-names-are-short', 'kept', 'own-specs/names.spec.ts'],
        ['own.project-names-are-none', 'broken', 'own-specs/never.spec.ts'],
        ['own.projects-are-named', 'kept', 'own-specs/projects.spec.ts'],
      ],
    );
    const verified = await omconform(['verify', path.join(own, 'reports')]);
    assert.equal(verified.code, 0, verified.stdout);

    const chosen = ['playwright', 'test', '--grep', 'the project that is looked at has a name'];
    const played = await says('npx', chosen, own);
    assert.equal(played.code, 0, played.stdout + played.stderr);
    assert.match(played.stdout, /^CONFORMANT/m);
  });
});
