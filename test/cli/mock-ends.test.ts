import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { firstLine, startOmconform } from '../support/omconform-process.ts';

const command = fileURLToPath(new URL('../../src/omconform.js', import.meta.url));

const serves = async (url: string): Promise<boolean> =>
  fetch(`${url}/groups`).then(
    ({ status }) => status === 401,
    () => false,
  );

test('mock --json ends when the pipe of its standard input is closed', async (context) => {
  const child = startOmconform(context, ['mock', '--json']);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const { url } = JSON.parse(await firstLine(child)) as { url: string };
  assert.equal(await serves(url), true);
  child.stdin.end();
  assert.equal(await ended, 0);
});

test('mock --json goes on without any standard input, and mock when a pipe is closed', async (context) => {
  const silent = spawn(process.execPath, [command, 'mock', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  context.after(() => silent.kill('SIGKILL'));
  const { url } = JSON.parse(await firstLine(silent as never)) as { url: string };
  // What ends it would have been seen before a request that came later is answered.
  for (let times = 0; times < 3; times += 1) assert.equal(await serves(url), true);

  const plain = startOmconform(context, ['mock']);
  plain.stdin.end();
  const [, address = ''] = /(http:\S+)/.exec(await firstLine(plain)) ?? [];
  for (let times = 0; times < 3; times += 1) assert.equal(await serves(address), true);
});

test('mock --exit-with-parent ends when who started it is gone', async (context) => {
  const words = JSON.stringify([command, 'mock', '--json', '--exit-with-parent']);
  const code = `require('node:child_process').spawn(process.execPath, ${words}, { stdio: ['ignore', 'inherit', 'inherit'] });`;
  const parent = spawn(process.execPath, ['-e', code], { stdio: ['pipe', 'pipe', 'inherit'] });
  context.after(() => parent.kill('SIGKILL'));
  // The mock holds the same pipe: it closes when both are gone.
  const closed = new Promise<void>((resolve) => parent.stdout.once('close', resolve));
  const { url } = JSON.parse(await firstLine(parent as never)) as { url: string };
  assert.equal(await serves(url), true);
  parent.stdout.resume();
  parent.kill('SIGKILL');
  await closed;
  assert.equal(await serves(url), false);
});
