import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { listen } from '../../src/mock/server/listen.ts';
import type { Listening } from '../../src/mock/server/listen.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import type { MockOptions } from '../../src/mock/forms/types.ts';
import { authorize, base, freshNonce } from '../support/mock-caller.ts';

const run = promisify(execFile);

async function serving(
  work: (at: Listening, mock: ReturnType<typeof createMock>) => Promise<void>,
  options: MockOptions = {},
  tls = false,
) {
  const mock = createMock(options);
  const at = await listen(mock, { port: 0, tls });
  try {
    await work(at, mock);
  } finally {
    await at.close();
  }
}

/** Everything that comes back for these bytes until the peer closes. */
async function bytesFor(at: Listening, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(new URL(at.url).port), '127.0.0.1', () => socket.write(text));
    socket
      .on('data', (chunk) => chunks.push(chunk))
      .on('error', reject)
      .on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

async function curlIsThere(): Promise<boolean> {
  return run('curl', ['--version']).then(
    () => true,
    () => false,
  );
}

describe('the socket', () => {
  test('curl --digest works as in the tutorial', async (t) => {
    if (!(await curlIsThere())) return t.diagnostic('no curl here: nothing to see');
    await serving(async (at, { identity }) => {
      const { stdout } = await run('curl', [
        '--silent',
        '--user',
        `${identity.publicKey}:${identity.privateKey}`,
        '--digest',
        `${at.url}/groups/${identity.projectId}?pretty=true`,
      ]);
      assert.equal((JSON.parse(stdout) as { id: string }).id, identity.projectId);
    });
  });
  test('TLS has a certificate that its CA file vouches for, gone after close', async (t) => {
    let file = '';
    await serving(
      async (at, { identity }) => {
        file = at.caFile ?? '';
        assert.match(at.url, /^https:/);
        assert.equal(await readFile(file, 'utf8'), at.caPem);
        if (!(await curlIsThere())) return t.diagnostic('no curl here');
        const user = `${identity.publicKey}:${identity.privateKey}`;
        for (const host of ['127.0.0.1', 'localhost']) {
          const { stdout } = await run('curl', [
            '--silent',
            '--cacert',
            file,
            '--user',
            user,
            '--digest',
            '--resolve',
            `localhost:${new URL(at.url).port}:127.0.0.1`,
            at.url.replace('127.0.0.1', host),
          ]);
          assert.match(stdout, new RegExp(`"href":"https://${host}:`));
        }
        assert.equal(
          await bytesFor(at, `GET ${base} HTTP/1.1\r\nHost: x\r\n\r\n`).then(
            (text) => text.includes('throttling'),
            () => false,
          ),
          false,
        );
      },
      {},
      true,
    );
    await assert.rejects(access(file));
  });
  test('not a byte follows the header block of HEAD', async () => {
    await serving(async (at, mock) => {
      const authorization = authorize('HEAD', base, { ...mock.identity, nonce: await freshNonce(mock) });
      const text = await bytesFor(
        at,
        `HEAD ${base} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: ${authorization}\r\n\r\n`,
      );
      assert.match(text, /^HTTP\/1.1 200 OK\r\n/);
      assert.match(text, /\r\nContent-Length: [1-9]/);
      assert.equal(text.slice(text.indexOf('\r\n\r\n') + 4), '');
    });
  });
  test('a mutant that answers HEAD with a body is heard', async () => {
    await serving(
      async (at) => {
        const text = await bytesFor(at, `HEAD ${base} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
        assert.equal(text.slice(text.indexOf('\r\n\r\n') + 4), 'lie');
      },
      { wire: (next) => async (asked) => ({ ...(await next(asked)), body: 'lie' }) },
    );
  });
  test('what is no HTTP is 400, what is too large 413, and both end', async () => {
    await serving(async (at) => {
      assert.match(await bytesFor(at, 'nonsense\r\n\r\n'), /^HTTP\/1.1 400 Bad Request\r\n[^]*"error":400/);
      const large = await fetch(`${at.url}/groups`, { method: 'POST', body: 'x'.repeat(1_048_577) });
      assert.equal(large.status, 413);
      await large.text();
      const most = await fetch(`${at.url}/groups`, { method: 'POST', body: 'x'.repeat(1_048_576) });
      assert.equal(most.status, 401);
      await most.text();
    });
  });
  test('a connection serves many requests', async () => {
    await serving(async (at) => {
      const one = `GET ${base} HTTP/1.1\r\nHost: x\r\n\r\n`;
      const text = await bytesFor(at, one + one + one.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
      assert.equal(text.match(/HTTP\/1\.1 401 Unauthorized/g)?.length, 3);
    });
  });
  test('a fault inside is 500 and tells nothing', async () => {
    await serving(
      async (at) => {
        const response = await fetch(at.url);
        assert.deepEqual([response.status, (await response.text()).includes('secret')], [500, false]);
      },
      {
        wire: () => () => {
          throw new Error('secret place');
        },
      },
    );
  });
});
