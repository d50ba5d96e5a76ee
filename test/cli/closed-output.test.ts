import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { ended, startOmconform, temporaryFolder } from '../support/omconform-process.ts';

const commands = [
  'run',
  'doctor',
  'plan',
  'mock',
  'report',
  'sweep',
  'replay',
  'verify',
  'merge',
  'judge',
  'explain',
  'baseline',
  'target',
];

/** Runs a command whose standard output nobody reads any more. */
async function unread(context: TestContext, words: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  const child = startOmconform(context, words);
  child.stdout.destroy();
  return ended(child);
}

describe('a reader who has seen enough (omconform … | head)', () => {
  for (const words of [
    ...commands.map((name) => [name, '--help']),
    ['--help'],
    ['plan', '--only', 'pretty.*'],
    ['doctor', '--only', 'pretty.*'],
    ['explain', 'GROUP_NOT_FOUND'],
  ]) {
    test(`disturbs ${words.join(' ')} in nothing`, async (context) => {
      assert.deepEqual(await unread(context, words), { code: 0, stdout: '', stderr: '' });
    });
  }

  test('disturbs neither a run nor what judges it again', async (context) => {
    const out = temporaryFolder(context);
    const run = await unread(context, ['run', '--only', 'pretty.entity-formatted', '--out', out]);
    assert.deepEqual([run.code, run.stderr, existsSync(path.join(out, 'verdict.json'))], [0, '', true]);
    for (const words of [
      ['verify', out],
      ['replay', out],
      ['judge', path.join(out, 'evidence.ndjson'), '--allow-incomplete'],
      ['baseline', 'propose', '--out', out],
    ]) {
      const { code, stderr } = await unread(context, words);
      assert.deepEqual([words[0], code, stderr], [words[0], 0, '']);
    }
  });
});
