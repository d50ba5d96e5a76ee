import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Setting } from '../../src/target/settings/setting.ts';
import { settingsTable } from '../../src/target/settings/table.ts';
import { omconform } from '../support/omconform-process.ts';

describe('--help', () => {
  for (const command of [
    [],
    ['run'],
    ['doctor'],
    ['plan'],
    ['mock'],
    ['report'],
    ['sweep'],
    ['replay'],
    ['verify'],
    ['merge'],
    ['diff'],
    ['matrix'],
    ['explain'],
    ['baseline'],
    ['baseline', 'propose'],
    ['target'],
    ['target', 'init'],
    ['init'],
  ]) {
    test(`of omconform ${command.join(' ')} fits 80 columns`, async (context) => {
      const { code, stdout, stderr } = await omconform(context, [...command, '--help']);
      assert.deepEqual([code, stderr], [0, '']);
      const tooLong = stdout.split('\n').filter((line) => line.length > 80);
      assert.deepEqual(tooLong, []);
    });
  }

  test('in a terminal, without a command, is told in eight lines and in 80 columns what can be done', async () => {
    const command = fileURLToPath(new URL('../../src/omconform.js', import.meta.url));
    // `script` runs it on a terminal of its own.
    const { stdout } = spawnSync('script', ['-qec', `${process.execPath} ${command}`, '/dev/null'], { encoding: 'utf8' });
    const lines = stdout.replaceAll('\r', '').trim().split('\n').filter(Boolean);
    assert.match(lines[0] ?? '', /^omconform \d+\.\d+\.\d+: /);
    assert.equal(lines.length, 8);
    assert.ok(lines.slice(1).every((line) => /^ {2}omconform /.test(line)));
    assert.deepEqual(
      lines.filter((line) => line.length > 80),
      [],
    );
  });

  test('of run names every flag of the settings and every exit code', async (context) => {
    const { stdout } = await omconform(context, ['run', '--help']);
    const rows: readonly Setting[] = settingsTable;
    const missing = rows.flatMap(({ flag }) => (flag === undefined || stdout.includes(flag) ? [] : [flag]));
    assert.deepEqual(missing, []);
    for (const code of [0, 1, 2, 3, 4]) assert.match(stdout, new RegExp(`^ {2}${code} {2}\\w`, 'm'));
  });

  test('no command at all is wrong use', async (context) => {
    const { code, stderr } = await omconform(context, []);
    assert.equal(code, 2);
    assert.match(stderr, /^omconform: name a command: run, (?:\w+, )+\w+\n$/);
  });
});

describe('run --explain', () => {
  const env = { TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: 'very-private', RUN_WORKERS: '3' };
  const words = ['run', '--target', 'https://om.example.com', '--only', 'list.*', '--only', 'auth.*', '--explain'];

  test('prints each setting and where it came from, and runs nothing', async (context) => {
    const { code, stdout } = await omconform(context, words, env);
    assert.equal(code, 0);
    assert.match(stdout, /^target\.url +https:\/\/om\.example\.com\/api\/public\/v1\.0 +flag --target$/m);
    assert.match(stdout, /^run\.only +list\.\*,auth\.\* +flag --only$/m);
    assert.match(stdout, /^run\.workers +3 +environment RUN_WORKERS$/m);
    assert.match(stdout, /^run\.risk +read-only +default$/m);
    assert.equal(stdout.trimEnd().split('\n').length, settingsTable.length);
  });

  test('masks secrets', async (context) => {
    const { stdout } = await omconform(context, words, env);
    assert.match(stdout, /^target\.keys\.privateKey +\*+ +environment TARGET_PRIVATE_KEY$/m);
    assert.doesNotMatch(stdout, /very-private/);
  });
});
