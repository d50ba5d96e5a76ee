import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { connect, type Socket } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { liveTransport } from '../../src/client/transport/live.ts';
import type { Transport } from '../../src/client/types.ts';
import { knownSecrets } from '../../src/target/secrets.ts';
import { proxyFor } from '../../src/target/proxy.ts';
import type { Settings } from '../../src/target/settings/types.ts';
import { certificateFor, filesOf, listening, tellingServer } from '../support/made-certificates.ts';

describe('which proxy', () => {
  const proxy = 'http://proxy.example.com:3128/';
  const https = { HTTPS_PROXY: 'http://proxy.example.com:3128' };
  const cases: readonly [string, string, Record<string, string>, string | undefined][] = [
    ['https goes through HTTPS_PROXY', 'https://om.example.com', https, proxy],
    ['and http does not', 'http://om.example.com', https, undefined],
    ['http goes through HTTP_PROXY', 'http://om.example.com', { HTTP_PROXY: proxy }, proxy],
    ['and https does not', 'https://om.example.com', { HTTP_PROXY: proxy }, undefined],
    ['small letters win', 'https://om.example.com', { ...https, https_proxy: 'http://other:1' }, 'http://other:1/'],
    ['the scheme may be left out', 'https://om.example.com', { https_proxy: 'proxy.example.com:3128' }, proxy],
    ['an empty variable is none', 'https://om.example.com', { HTTPS_PROXY: '' }, undefined],
    ['loopback is reached directly', 'https://localhost:8443', https, undefined],
    ['by its address too', 'https://127.0.0.1', https, undefined],
    ['and by its IPv6 literal', 'https://[::1]:8443', https, undefined],
    ['NO_PROXY names a host', 'https://om.example.com', { ...https, NO_PROXY: 'a.example, om.example.com' }, undefined],
    ['or its domain', 'https://om.example.com', { ...https, no_proxy: '.example.com' }, undefined],
    ['without a dot too', 'https://om.example.com', { ...https, no_proxy: 'example.com' }, undefined],
    ['not the end of a name', 'https://om.badexample.com', { ...https, NO_PROXY: 'example.com' }, proxy],
    ['with its port', 'https://om.example.com:8443', { ...https, NO_PROXY: 'om.example.com:8443' }, undefined],
    ['not with another one', 'https://om.example.com', { ...https, NO_PROXY: 'om.example.com:8443' }, proxy],
    ['or an IPv6 literal', 'https://[2001:db8::1]:8443', { ...https, NO_PROXY: '[2001:db8::1]:8443' }, undefined],
    ['or everything', 'https://om.example.com', { ...https, NO_PROXY: '*' }, undefined],
  ];
  for (const [title, url, env, expected] of cases) test(title, () => assert.equal(proxyFor(url, env), expected));

  for (const value of ['socks5://u:secret-word@proxy:1080', 'http://u:secret-word@:80:80']) {
    test(`is refused without showing the password: ${value.split(':')[0]}`, () => {
      assert.throws(
        () => proxyFor('https://om.example.com', { HTTPS_PROXY: value }),
        (error: Error) => {
          assert.equal(error.name, 'UsageError');
          assert.match(error.message, /^HTTPS_PROXY names no HTTP proxy: [^\n]+$/);
          assert.doesNotMatch(error.message, /secret-word/);
          return true;
        },
      );
    });
  }
});

interface Seen {
  readonly line: string;
  readonly authorization: string | undefined;
}

/** A proxy that leads every name to one port of loopback, and notes what it was asked for. */
async function proxyTo(
  context: TestContext,
  port: number,
  { status = 200, tls }: { status?: number; tls?: { cert: string; key: string } } = {},
) {
  const seen: Seen[] = [];
  const note = (request: IncomingMessage): void => {
    seen.push({ line: `${request.method} ${request.url}`, authorization: request.headers['proxy-authorization'] });
  };
  const server = tls === undefined ? createServer() : createSecure(tls);
  server.on('connect', (request: IncomingMessage, client: Socket, head: Buffer) => {
    note(request);
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const one of [upstream, client])
      one
        .on('error', () => {})
        .on('close', () => {
          upstream.destroy();
        });
  });
  server.on('request', (request: IncomingMessage, response) => {
    note(request);
    response.end(JSON.stringify({ host: request.headers.host, handedOn: true }));
  });
  return { seen, port: await listening(context, server) };
}

const ways = ['plain', 'raw'] as const;
const ask = async (transport: Transport, way: (typeof ways)[number], url: string): Promise<unknown> =>
  JSON.parse((await transport.send({ method: 'GET', url, headers: [], body: null }, { raw: way === 'raw' })).body);
const name = 'om.example.test';
const forTarget = await certificateFor({ name });
const forProxy = await certificateFor({ ip: '127.0.0.1' });

function through(context: TestContext, proxy: string, caFile?: string): Transport {
  const transport = liveTransport({ proxy, caFile, timeoutSeconds: 5 });
  context.after(() => transport.close());
  return transport;
}

describe('through a proxy', () => {
  for (const way of ways) {
    test(`TLS goes to the target itself, in a tunnel (${way})`, async (context) => {
      const { seen, port } = await proxyTo(context, await listening(context, tellingServer(forTarget)));
      const { ca } = filesOf(context, { ca: forTarget.cert });
      const transport = through(context, `http://me:pass%20word@127.0.0.1:${port}`, ca);

      assert.deepEqual(await ask(transport, way, `https://${name}/x`), { sni: name, host: name });

      assert.deepEqual(seen, [{ line: `CONNECT ${name}:443`, authorization: `Basic ${btoa('me:pass word')}` }]);
    });

    test(`that speaks TLS itself, it does too (${way})`, async (context) => {
      const { seen, port } = await proxyTo(context, await listening(context, tellingServer(forTarget)), { tls: forProxy });
      const { ca } = filesOf(context, { ca: `${forTarget.cert}\n${forProxy.cert}` });

      assert.deepEqual(await ask(through(context, `https://127.0.0.1:${port}`, ca), way, `https://${name}:8443/`), {
        sni: name,
        host: `${name}:8443`,
      });

      assert.deepEqual(seen, [{ line: `CONNECT ${name}:8443`, authorization: undefined }]);
    });

    for (const [status, message] of [
      [407, /^the proxy 127\.0\.0\.1:\d+ wants other credentials \(407\)$/],
      [403, /^the proxy 127\.0\.0\.1:\d+ does not connect to om\.example\.test \(403\)$/],
    ] as const) {
      test(`that answers ${status} the target is unreachable, and no password is shown (${way})`, async (context) => {
        const { port } = await proxyTo(context, 1, { status });
        await assert.rejects(ask(through(context, `http://me:pass-word@127.0.0.1:${port}`), way, `https://${name}/`), {
          kind: 'unreachable',
          message,
        });
      });
    }

    test(`that is not there the target is unreachable (${way})`, async (context) => {
      await assert.rejects(ask(through(context, 'http://me:pass-word@127.0.0.1:1'), way, `https://${name}/`), {
        kind: 'unreachable',
        message: /^the proxy 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)$/,
      });
    });

    test(`the certificate of the target is still looked at (${way})`, async (context) => {
      const { port } = await proxyTo(context, await listening(context, tellingServer(forTarget)));
      await assert.rejects(ask(through(context, `http://127.0.0.1:${port}`), way, `https://${name}/`), {
        kind: 'tls',
        message: /self-signed/,
      });
    });
  }

  test('plain HTTP is handed on as it is told to be, …', async (context) => {
    const { seen, port } = await proxyTo(context, 1);
    const transport = through(context, `http://me:word@127.0.0.1:${port}`);
    assert.deepEqual(await ask(transport, 'plain', `http://${name}:8080/a?b=1`), { host: `${name}:8080`, handedOn: true });
    assert.deepEqual(seen, [{ line: `GET http://${name}:8080/a?b=1`, authorization: `Basic ${btoa('me:word')}` }]);
  });

  test("… but read as bytes only in a tunnel: what is handed on is the proxy's own", async (context) => {
    const plain = createServer((_, response) => {
      response.end('{"tunnel":true}');
    });
    const { seen, port } = await proxyTo(context, await listening(context, plain));
    assert.deepEqual(await ask(through(context, `http://127.0.0.1:${port}`), 'raw', `http://${name}/`), { tunnel: true });
    assert.deepEqual(
      seen.map(({ line }) => line),
      [`CONNECT ${name}:80`],
    );
  });
});

describe('what gets a run past a proxy', () => {
  const target = {
    target: { url: 'https://om.example.com', keys: { publicKey: 'public', privateKey: '' }, callers: {} },
  } as unknown as Settings;
  const secretsWith = (context: TestContext, proxy: string) => {
    const before = process.env;
    process.env = { https_proxy: proxy };
    context.after(() => {
      process.env = before;
    });
    return knownSecrets(target);
  };

  test('is taken out of everything that is recorded', (context) => {
    const secrets = secretsWith(context, 'http://me:a%20long%20word@proxy:1');
    for (const echo of ['a long word', 'a%20long%20word', `Basic ${btoa('me:a long word')}`]) {
      assert.doesNotMatch(secrets.redact(`<b>${echo}</b>`).text, /long|Basic \w/, echo);
    }
  });
  test('leaves words alone that are as short as others, but not their encoded form', (context) => {
    const secrets = secretsWith(context, 'http://me:om@proxy:1');
    assert.equal(secrets.redact('from').text, 'from');
    assert.equal(secrets.redact(btoa('me:om')).text, '[removed]');
  });
  test('is nothing where there is no proxy, or no password', (context) => {
    assert.equal(secretsWith(context, '').redact('none').text, 'none');
    assert.equal(secretsWith(context, 'http://proxy:1').redact('proxy').text, 'proxy');
  });
});
