import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createClient } from '../../src/client/client.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import { readLedger } from '../../src/cleanup/ledger-file.ts';
import { openLedger } from '../../src/cleanup/ledger.ts';
import { undo } from '../../src/cleanup/undo.ts';
import { liveMock, shortLived } from '../support/live-mock.ts';
import { omconform, temporaryFolder, type Ended } from '../support/omconform-process.ts';
import { worldOf } from '../support/owner-view.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One line, exit code 3, and no stack trace. */
function isTold({ code, stdout, stderr }: Ended, says: RegExp): void {
  assert.match(stderr, /^omconform: .+\n$/, stdout);
  assert.match(stderr, says);
  assert.equal(code, 3);
  assert.doesNotMatch(stdout, /^ {4}at /m);
}

const small = ['--only', 'resource.project-created'];

describe('what cannot be written', () => {
  test('is told by each command that writes a folder or a file, below a file', async (context) => {
    const out = temporaryFolder(context);
    await omconform(context, ['run', '--only', 'pretty.entity-formatted', '--out', out]);
    const to = ['--out', '/dev/null/out'];
    for (const words of [
      ['run'],
      ['replay', out],
      ['judge', path.join(out, 'evidence.ndjson')],
      ['plan', '--only', 'pretty.*'],
    ]) {
      isTold(await omconform(context, [...words, ...to]), /--out \/dev\/null\/out cannot be written to: ENOTDIR/);
    }
  });

  test('plan says on a full disk', async (context) => {
    isTold(
      await omconform(context, ['plan', '--only', 'pretty.*', '--out', '/dev/full']),
      /--out \/dev\/full cannot be written to: ENOSPC/,
    );
  });

  test('run says before it sends anything', async (context) => {
    const seen: string[] = [];
    const { env } = await liveMock(context, {
      wire: (next) => (request) => {
        seen.push(request.target);
        return next(request);
      },
    });
    for (const [name, type] of [
      ['ledger', 'file'],
      ['verdict.json', 'folder'],
    ] as const) {
      const to = temporaryFolder(context);
      if (type === 'file') writeFileSync(path.join(to, name), '');
      else mkdirSync(path.join(to, name, 'x'), { recursive: true });
      isTold(await omconform(context, ['run', ...small, '--out', to], env), /cannot be written to/);
    }
    assert.deepEqual(seen, []);
  });

  test('run says at its end, when it has removed what it made and told the verdict', async (context) => {
    const { mock, env } = await liveMock(context, shortLived);
    const to = temporaryFolder(context);
    mkdirSync(path.join(to, 'evidence.ndjson', 'in the way'), { recursive: true });
    const before = await worldOf(mock);
    const run = await omconform(context, ['run', ...small, '--risk', 'own-resources', '--out', to], env);
    isTold(run, /cannot be written to/);
    assert.match(run.stdout, /Cleaned up: [1-9]\d* made/);
    assert.deepEqual(await worldOf(mock), before);
    assert.deepEqual(
      readdirSync(to).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  for (const words of [
    ['run', '--help'],
    ['explain', 'GROUP_NOT_FOUND'],
    ['plan', '--only', 'pretty.*'],
  ]) {
    test(`${words[0]} says of its own output`, async (context) => {
      const full = openSync('/dev/full', 'w');
      const child = spawn(process.execPath, [path.join(root, 'src/omconform.js'), ...words], {
        cwd: temporaryFolder(context),
        stdio: ['ignore', full, 'pipe'],
      });
      let stderr = '';
      child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
        stderr += chunk;
      });
      const code = await new Promise<number | null>((resolve) => {
        child.once('close', resolve);
      });
      isTold({ code, stdout: '', stderr }, /standard output cannot be written to: ENOSPC/);
    });
  }
});

describe('a ledger on a full disk', () => {
  test('holds whole lines only, and no file where not one had room', (context) => {
    const folder = temporaryFolder(context);
    const script = `
      const { ledgerWriter } = await import(${JSON.stringify(path.join(root, 'src/cleanup/ledger-file.ts'))});
      const head = (x) => ({ ledger: 1, run: x, worker: 0, pid: 1, host: 'h', target: 't', startedAt: '' });
      const write = ledgerWriter('part', head('r'));
      try { for (;;) write({ n: 1, nothing: 'x'.repeat(100) }); } catch ({ code }) { console.log(code); }
      const none = ledgerWriter('none', head('y'.repeat(4000)));
      for (const _ of [1, 2]) try { none({ n: 1, nothing: '' }); } catch ({ code }) { console.log(code); }`;
    // The system refuses to let any file of that process grow beyond 2 blocks.
    const said = execFileSync(
      'sh',
      [
        '-c',
        'ulimit -f 2; exec "$0" --import "$1" --input-type=module -e "$2"',
        process.execPath,
        path.join(root, 'node_modules/tsx/dist/loader.mjs'),
        script,
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    assert.equal(said, 'EFBIG\n'.repeat(3));
    assert.deepEqual(readdirSync(folder), ['part']);
    assert.deepEqual(readLedger(path.join(folder, 'part'))!.garbled, []);
    assert.match(readFileSync(path.join(folder, 'part'), 'utf8'), /\n$/);
  });

  test('lets nothing be made that it cannot name, and loses nothing of what it named', async () => {
    const {
      settings: { target },
      transport,
    } = mockTarget();
    const requests: string[] = [];
    let room = 1;
    const ledger = openLedger({
      baseUrl: target.url,
      product: target.product,
      mark: 'omc-',
      given: [],
      write: () => {
        room -= 1;
        if (room < 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      },
    });
    const client = createClient({
      baseUrl: target.url,
      ledger,
      guard: () => {},
      caller: { name: 'main', ...target.keys },
      recorder: () => ({
        nextId: () => '1',
        record: ({ request: { method, url } }) => void requests.push(`${method} ${new URL(url).pathname}`),
      }),
      transport,
    });
    const make = (name: string) => client.send({ method: 'POST', path: '/groups', body: { name, orgId: target.orgId } });
    assert.equal((await make('omc-full-disk')).status, 201);
    const sent = requests.length;
    await assert.rejects(make('omc-more'), /ENOSPC/);
    assert.deepEqual(requests.slice(sent), []);
    await undo(ledger, client, { readBack: true });
    assert.deepEqual(
      [...ledger.entries.values()].map(({ state }) => state),
      ['gone'],
    );
  });
});
