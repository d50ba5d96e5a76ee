import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Comparison } from '../../src/verdict/comparing/comparison.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { mutants } from '../mutants/index.ts';
import { changingMock } from '../support/changing-mock.ts';
import { verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';

const lie = mutants.find(({ name }) => name === 'error-for-an-unknown-resource-lacks-the-path')!;
/** The verdict of a folder as an earlier suite would have given it, which did not see what is broken. */
function asByEarlierSuite(folder: string): void {
  const { evidenceHash, ...verdict } = verdictIn(folder) as Verdict & Record<string, unknown>;
  const earlier = {
    ...verdict,
    evidenceHash,
    verdict: 'conformant',
    suite: { ...verdict.suite, version: '0.0.9', catalogueHash: '9'.repeat(64) },
    requirements: verdict.requirements.map(({ reason: _reason, reasons: _reasons, ...row }) => ({
      ...row,
      outcome: 'kept',
      fingerprint: null,
      reason: null,
      checks: row.checks.map((check) => ({ ...check, outcome: 'kept', reason: null, violations: [] })),
    })),
  };
  writeFileSync(path.join(folder, 'verdict.json'), JSON.stringify(earlier));
}

test('two runs are compared, and the evidence tells whether the target or the suite changed', async (context) => {
  const { env, tell } = await changingMock(context);
  const folder = temporaryFolder(context);
  const judge = async (out: string) => {
    await omconform(context, ['run', '--only', lie.breaks, '--risk', 'read-only', '--out', path.join(folder, out)], env);
    return verdictIn(path.join(folder, out));
  };
  const diff = (...words: string[]) => omconform(context, ['diff', ...words], {}, folder);
  const json = async (...words: string[]) => {
    const { code, stdout, stderr } = await diff(...words, '--json');
    assert.equal(stderr, '');
    return { code, ...(JSON.parse(stdout) as Comparison) };
  };
  const turns = ({ changes }: Comparison) => changes.map(({ id, change, ground }) => `${id} ${change} ${ground}`);

  const before = await judge('before');
  tell(lie.mock);
  const after = await judge('after');
  assert.deepEqual([before.verdict, after.verdict], ['conformant', 'non-conformant']);

  await context.test('the target, where the evidence of the earlier run is judged as it was', async () => {
    const found = await json('before', 'after');
    assert.deepEqual(turns(found), ['error.unknown-resource newly-broken target']);
    assert.deepEqual([found.code, found.worse, found.before.judgedAgain], [1, true, true]);
  });

  await context.test('and the other way round it is mended, which is no failure', async () => {
    const { code, stdout } = await diff('after', 'before');
    assert.equal(code, 0);
    assert.match(stdout, /^Mended \(1\): the target answers otherwise\n {2}error\.unknown-resource: broken, now kept\n {4}\S/m);
  });

  await context.test('the suite, where it is judged as the later run was', async () => {
    cpSync(path.join(folder, 'after'), path.join(folder, 'earlier'), { recursive: true });
    asByEarlierSuite(path.join(folder, 'earlier'));
    assert.deepEqual(turns(await json('earlier', 'after')), ['error.unknown-resource newly-broken suite']);
  });

  await context.test('and nobody can tell where there is no evidence, or another one', async () => {
    writeFileSync(path.join(folder, 'kept.json'), readFileSync(path.join(folder, 'earlier', 'verdict.json')));
    const alone = await json('kept.json', path.join('after', 'verdict.json'));
    assert.deepEqual(turns(alone), ['error.unknown-resource newly-broken unknown']);
    assert.match(alone.before.whyNotAgain ?? '', /only its verdict/);
    cpSync(path.join(folder, 'before', 'evidence.ndjson'), path.join(folder, 'earlier', 'evidence.ndjson'));
    assert.match((await json('earlier', 'after')).before.whyNotAgain ?? '', /not that of its run/);
    rmSync(path.join(folder, 'earlier', 'evidence.ndjson'));
    assert.deepEqual(turns(await json('earlier', 'after')), ['error.unknown-resource newly-broken unknown']);
  });

  await context.test('the same run has not changed', async () => {
    const { code, stdout } = await diff('after', 'after');
    assert.equal(code, 0);
    assert.match(stdout, /^Nothing changed: \d+ requirements? (?:is|are) as before\.$/m);
  });

  await context.test('that a mock started for a run was at another address is no difference', async () => {
    for (const [name, port] of [
      ['one', '1'],
      ['another', '2'],
    ] as const) {
      cpSync(path.join(folder, 'after'), path.join(folder, name), { recursive: true });
      for (const file of ['verdict.json', 'evidence.ndjson'].map((one) => path.join(folder, name, one))) {
        const text = readFileSync(file, 'utf8').replaceAll(after.target.url, `http://127.0.0.1:${port}/api/public/v1.0`);
        writeFileSync(file, text.replace('"embedded":false', '"embedded":true'));
      }
    }
    const { stdout } = await diff('one', 'another');
    assert.match(stdout, /^Nothing changed: /m);
    assert.doesNotMatch(stdout, /target: /);
  });

  await context.test('what cannot be compared is said in one line', async () => {
    mkdirSync(path.join(folder, 'empty'));
    writeFileSync(path.join(folder, 'later.json'), JSON.stringify({ ...after, schemaVersion: 99 }));
    for (const [words, says] of [
      [['nowhere', 'after'], /nowhere: there is no such file: run `omconform run` first, or name the folder of its results/],
      [['after', 'empty'], /empty\/verdict\.json: there is no such file/],
      [['after/summary.md', 'after'], /summary\.md:1:\d+: is no JSON/],
      [['after', 'later.json'], /later\.json: is no verdict of this version: \/schemaVersion must be 1/],
      [['after'], /missing required argument 'after'/],
      [['after', 'after', '--json', '--markdown'], /cannot be used with/],
    ] as const) {
      const { code, stdout, stderr } = await diff(...words);
      assert.deepEqual([code, stdout, stderr.trimEnd().split('\n').length], [2, '', 1], stderr);
      assert.match(stderr, says);
    }
  });
});
