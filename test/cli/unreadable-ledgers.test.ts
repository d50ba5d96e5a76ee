import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { appendTo, faultsOfLedgers, readLedger } from '../../src/cleanup/ledger-file.ts';
import { liveMock } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';

const headFor = (target: string) => ({
  ledger: 1,
  run: 'dead',
  worker: 0,
  pid: 2 ** 22 + 1,
  host: hostname(),
  target,
  startedAt: '',
});
const made = (n: number): string =>
  [
    { n, intends: 'project', path: '/groups', removedAt: [['/groups/{made}']] },
    { n, made: [[`/groups/${'ab'.repeat(11)}0${n}`]] },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

/** What may lie where a ledger should: its content after the first line, and how it is named. */
const lines: Readonly<Record<string, string>> = {
  'no JSON': '{"n":1,',
  'a number': '7',
  null: 'null',
  'a list': '[]',
  'no kind': '{"n":1}',
  'no number': '{"made":[["/x"]]}',
  'removals of a wrong type': '{"n":9,"made":"/groups/1"}',
  'paths of a wrong type': '{"n":9,"made":[[7]]}',
  'an intent without removals': '{"n":9,"intends":"project","path":"/groups"}',
  bytes: '\u0000\u0001\uFFFD',
  'a huge line': `"${'x'.repeat(2_000_000)}`,
};

describe('a ledger that cannot be read whole', () => {
  for (const [kind, line] of Object.entries(lines)) {
    test(`${kind}: is named by its line, and the others are read`, (context) => {
      const out = temporaryFolder(context);
      mkdirSync(path.join(out, 'ledger'));
      const file = path.join(out, 'ledger', 'dead.0-1.ndjson');
      writeFileSync(file, `${JSON.stringify(headFor('http://x'))}\n${made(1)}${line}\n${made(2)}`);
      assert.deepEqual([...readLedger(file)!.entries.keys()], [1, 2]);
      assert.deepEqual(faultsOfLedgers(out), [`${file}: line 4 cannot be read`]);
    });
  }

  test('a last line that was cut off is no fault, also when something is noted behind it', (context) => {
    const out = temporaryFolder(context);
    mkdirSync(path.join(out, 'ledger'));
    const file = path.join(out, 'ledger', 'dead.0-1.ndjson');
    writeFileSync(file, `${JSON.stringify(headFor('http://x'))}\n${made(1)}{"n":2,"int`);
    assert.deepEqual(faultsOfLedgers(out), []);
    appendTo(readLedger(file)!, { n: 1, left: 'why' });
    assert.deepEqual([faultsOfLedgers(out), readLedger(file)!.entries.get(1)!.state], [[], 'left']);
  });

  test('is named by sweep with exit code 1, and everything that can be read is swept', async (context) => {
    const { env } = await liveMock(context);
    const out = temporaryFolder(context);
    const ledger = path.join(out, 'ledger');
    mkdirSync(path.join(ledger, 'folder.0-1.ndjson'), { recursive: true });
    const head = JSON.stringify(headFor(env['TARGET_URL']!));
    writeFileSync(path.join(ledger, 'empty.0-1.ndjson'), '');
    writeFileSync(path.join(ledger, 'binary.0-1.ndjson'), Buffer.from([0, 255, 254, 10, 27]));
    writeFileSync(path.join(ledger, 'part.0-1.ndjson'), `${head}\n${made(1)}garbled\n${made(2)}`);
    writeFileSync(path.join(ledger, 'whole.0-1.ndjson'), `${head}\n${made(3)}`);
    const { code, stdout, stderr } = await omconform(context, ['sweep', '--out', out], env);
    assert.equal(code, 1, `${stdout}${stderr}`);
    for (const name of ['folder', 'empty', 'binary', 'part'])
      assert.match(stderr, new RegExp(`^omconform: .*${name}\\.0-1\\.ndjson: `, 'm'));
    assert.doesNotMatch(`${stdout}${stderr}`, /^ {4}at /m);
    for (const n of [1, 2, 3]) assert.match(stdout, new RegExp(`/groups/${'ab'.repeat(11)}0${n} `), stdout);
    assert.deepEqual(
      [existsSync(path.join(ledger, 'part.0-1.ndjson')), existsSync(path.join(ledger, 'whole.0-1.ndjson'))],
      [true, false],
    );
  });

  test('a file in place of the folder is named too', async (context) => {
    const { env } = await liveMock(context);
    const out = temporaryFolder(context);
    writeFileSync(path.join(out, 'ledger'), 'x');
    const { code, stderr } = await omconform(context, ['sweep', '--out', out], env);
    assert.equal(code, 1);
    assert.match(stderr, /^omconform: .*ledger: cannot be read: ENOTDIR/);
  });
});
