import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'node:https';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ended, firstLine, omconform, startOmconform } from '../support/omconform-process.ts';

interface Ready {
  readonly url: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly orgId: string;
  readonly projectId: string;
  readonly rateLimitedPath: string;
  readonly rateWindowSeconds: number;
  readonly callers: Record<string, { publicKey: string; privateKey: string }>;
  readonly caFile?: string;
}

const parsed = (line: string) => JSON.parse(line) as Ready;

describe('omconform mock', () => {
  test('--json says in one line how to reach it', async (context) => {
    const child = startOmconform(context, ['mock', '--json', '--rate-window-seconds', '3']);
    const ready = parsed(await firstLine(child));
    assert.match(ready.url, /^http:\/\/127\.0\.0\.1:\d+/);
    assert.match(ready.projectId, /^[0-9a-f]{24}$/);
    assert.match(ready.orgId, /^[0-9a-f]{24}$/);
    assert.match(ready.rateLimitedPath, /\{projectId\}/);
    assert.equal(ready.rateWindowSeconds, 3);
    const callers = Object.keys(ready.callers).toSorted();
    assert.deepEqual(callers, ['emptyAccessList', 'otherAddress', 'outsider', 'readOnly', 'withoutUser']);
    const challenge = await fetch(ready.url);
    assert.equal(challenge.status, 401);
    await challenge.body?.cancel();
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`ends well on ${signal}`, async (context) => {
      const child = startOmconform(context, ['mock', '--json']);
      const { url } = parsed(await firstLine(child));
      // A connection that is kept alive must not keep the process.
      const answer = await fetch(url);
      await answer.body?.cancel();
      const end = ended(child);
      child.kill(signal);
      assert.deepEqual(await end, { code: 0, stdout: '', stderr: '' });
    });
  }

  test('without --json it says so in words, with a curl line to try', async (context) => {
    const line = await firstLine(startOmconform(context, ['mock']));
    assert.match(line, /^The mock listens on http:\/\/127\.0\.0\.1:\d+/);
  });

  test('--tls speaks https with a certificate of the CA file it names', async (context) => {
    const { url, caFile } = parsed(await firstLine(startOmconform(context, ['mock', '--json', '--tls'])));
    assert.match(url, /^https:\/\//);
    assert.ok(caFile !== undefined);
    const status = await new Promise((resolve, reject) => {
      request(url, { ca: readFileSync(caFile), agent: false }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    assert.equal(status, 401);
  });

  test('--algorithm offers that one only', async (context) => {
    const { url } = parsed(await firstLine(startOmconform(context, ['mock', '--json', '--algorithm', 'SHA-256'])));
    const challenge = await fetch(url);
    await challenge.body?.cancel();
    assert.match(challenge.headers.get('WWW-Authenticate') ?? '', /algorithm="?SHA-256\b/);
    assert.doesNotMatch(challenge.headers.get('WWW-Authenticate') ?? '', /MD5/);
  });

  test('--algorithm both offers MD5 and SHA-256, no algorithm MD5 alone', async (context) => {
    for (const [words, offered] of [
      [
        ['--algorithm', 'both'],
        ['MD5', 'SHA-256'],
      ],
      [[], ['MD5']],
    ] as const) {
      const { url } = parsed(await firstLine(startOmconform(context, ['mock', '--json', ...words])));
      const challenge = await fetch(url);
      await challenge.body?.cancel();
      const given = challenge.headers.get('WWW-Authenticate') ?? '';
      assert.deepEqual(
        [...given.matchAll(/algorithm=([\w-]+)/g)].map(([, name]) => name),
        offered,
      );
    }
  });

  test('an algorithm that nobody speaks is wrong use', async (context) => {
    const { code, stderr } = await omconform(context, ['mock', '--algorithm', 'md4']);
    assert.deepEqual([code, stderr], [2, 'omconform: --algorithm is "md4": expected one of md5, sha-256, both\n']);
  });

  test('--product and --dialect are what they say', async (context) => {
    const words = ['mock', '--json', '--product', 'cloud-manager', '--dialect', 'whitelist'];
    assert.match(parsed(await firstLine(startOmconform(context, words))).url, /^http:/);
  });

  test('a port that is taken is wrong use', async (context) => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    context.after(() => other.close());
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await omconform(context, ['mock', '--port', String(port)]);
    assert.deepEqual([code, stderr], [2, `omconform: --port ${port}: something listens there already\n`]);
  });
});
