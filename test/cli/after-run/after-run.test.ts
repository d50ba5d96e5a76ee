import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { departure } from '../../../src/target/input/document-schema.ts';
import type { Comparison } from '../../../src/verdict/comparing/comparison.ts';
import type { HistoryLine } from '../../../src/verdict/comparing/history.ts';
import { mutants } from '../../mutants/index.ts';
import { changingMock } from '../../support/changing-mock.ts';
import { omconform, temporaryFolder } from '../../support/omconform-process.ts';

const lie = mutants.find(({ name }) => name === 'error-for-an-unknown-resource-lacks-the-path')!;

test('a run adds to the history, compares with its baseline, and tells GitHub Actions', async (context) => {
  const { env, tell } = await changingMock(context);
  const folder = temporaryFolder(context);
  const out = path.join(folder, 'out');
  const jobSummary = path.join(folder, 'job-summary.md');
  const run = (words: readonly string[] = [], more: Record<string, string> = {}) =>
    omconform(context, ['run', '--only', lie.breaks, '--risk', 'read-only', '--out', out, ...words], { ...env, ...more });
  const history = () =>
    readFileSync(path.join(out, 'history', 'runs.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as HistoryLine);
  const summary = () => readFileSync(path.join(out, 'summary.md'), 'utf8');

  await context.test('the first run, of which nothing is to be said yet', async () => {
    const { code, stdout, stderr } = await run();
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(
      history().map(({ verdict, outcomes }) => [verdict, outcomes.kept]),
      [['conformant', [lie.breaks]]],
    );
    assert.equal(departure(history()[0], 'history.json'), undefined);
    assert.doesNotMatch(stdout + summary(), /Trend|::/);
  });

  await context.test('the next, compared with what it replaces, in GitHub Actions', async () => {
    tell(lie.mock);
    const { code, stdout } = await run(['--baseline', out], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: jobSummary });
    assert.equal(code, 1, stdout);
    assert.match(stdout, /^Newly broken \(1\): the target answers otherwise$/m);
    const comparison = JSON.parse(readFileSync(path.join(out, 'comparison.json'), 'utf8')) as Comparison;
    assert.deepEqual([comparison.worse, comparison.changes.map(({ id }) => id)], [true, [lie.breaks]]);
    assert.ok(existsSync(path.join(out, 'before', 'evidence.ndjson')));
    assert.match(stdout, /^Trend of 2 runs: kept 1 0; broken 0 1; known 0 0; not seen 0 0$/m);
    assert.match(stdout, /^ {2}1 broken since \d{4}-\d\d-\d\d \(1 run\): error\.unknown-resource$/m);
    assert.match(summary(), /^### Newly broken \(1\)$/m);
    assert.match(summary(), /^### Trend \(2 runs\)$/m);
    assert.equal(readFileSync(jobSummary, 'utf8'), summary());
    const [stop = '', token = ''] = /^::stop-commands::(.+)$/m.exec(stdout) ?? [];
    const commands = stdout.split('\n').filter((line) => line.trimStart().startsWith('::'));
    assert.deepEqual(commands.slice(0, 2), [stop, `::${token}::`]);
    assert.deepEqual(
      commands.slice(2).map((line) => /^::\w+ title=[^:]*/.exec(line)?.[0]),
      ['::notice title=ops-manager', '::error title=error.unknown-resource (new)'],
    );
    const inside = stdout.slice(stdout.indexOf(stop), stdout.indexOf(`::${token}::`));
    assert.match(inside, /Newly broken/);
  });

  await context.test('a crash left half a line, which is passed over with a word', async () => {
    const file = path.join(out, 'history', 'runs.ndjson');
    appendFileSync(file, '\n{"schemaVersion":1,"run":"half');
    const { stdout, stderr } = await run(['--baseline', path.join(out, 'before')]);
    assert.match(stderr, /^omconform: .*runs\.ndjson: passed over what is no run: line 6\n$/);
    assert.match(stdout, /^Trend of 3 runs: kept 1 0 0; broken 0 1 1;/m);
    assert.match(stdout, /^ {2}1 broken since \d{4}-\d\d-\d\d \(2 runs\)/m);
  });

  await context.test('without a baseline that can be read nothing is judged', async () => {
    mkdirSync(path.join(folder, 'empty'));
    writeFileSync(path.join(folder, 'other.json'), '{}');
    for (const place of ['nowhere', 'empty', 'other.json']) {
      const { code, stdout, stderr } = await run(['--baseline', path.join(folder, place)]);
      assert.deepEqual([code, stdout, stderr.trimEnd().split('\n').length], [2, '', 1], stderr);
    }
  });

  await context.test('a comparison that cannot be written is told, and the run is in the history all the same', async () => {
    const runs = history().length;
    rmSync(path.join(out, 'comparison.json'));
    mkdirSync(path.join(out, 'comparison.json'));
    const { code, stderr } = await run(['--baseline', path.join(out, 'before')]);
    assert.deepEqual([code, stderr.trimEnd().split('\n').length, history().length], [3, 1, runs + 1], stderr);
    assert.match(stderr, /^omconform: .*comparison\.json cannot be written to: /);
    rmSync(path.join(out, 'comparison.json'), { recursive: true });
  });

  await context.test('a part of a run is no run of the history', async () => {
    const before = readFileSync(path.join(out, 'history', 'runs.ndjson'), 'utf8');
    await run(['--shard', '1/2']);
    assert.equal(readFileSync(path.join(out, 'history', 'runs.ndjson'), 'utf8'), before);
  });
});

describe('a history that cannot be written', () => {
  test('is told, and the exit code says so', async (context) => {
    const { env } = await changingMock(context);
    const out = temporaryFolder(context);
    writeFileSync(path.join(out, 'history'), 'a file in its way');
    const { code, stderr } = await omconform(context, ['run', '--only', lie.breaks, '--risk', 'read-only', '--out', out], env);
    assert.equal(code, 3, stderr);
    assert.match(stderr, /^omconform: .*history.* cannot be written to: (EEXIST|ENOTDIR)\n$/);
  });
});
