import assert from 'node:assert/strict';
import { createServer as createTcp, type Server } from 'node:net';
import { describe, test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { networkFault } from '../../src/client/transport/faults.ts';
import { limitsOf } from '../../src/client/transport/limits.ts';
import { liveTransport, type LiveOptions } from '../../src/client/transport/live.ts';
import { NetworkFault } from '../../src/client/types.ts';
import { header } from '../../src/wire/http.ts';
import { request, saying, using, web } from './small-servers.ts';

describe('send', () => {
  test('keeps method, path, headers and body as they are, and the names and lines of the answer', () =>
    using(
      web((incoming, outgoing) => {
        let text = '';
        incoming.on('data', (chunk) => {
          text += String(chunk);
        });
        incoming.on('end', () => {
          outgoing.writeHead(201, ['X-Case', 'a', 'Set-Cookie', '1', 'Set-Cookie', '2']);
          outgoing.end(JSON.stringify([incoming.method, incoming.url, incoming.headers['x-one'], text]));
        });
      }),
      async (authority, transport) => {
        const answer = await transport.send(
          request(`http://${authority}/a%20b/é?x=%2f&y=[1]`.replace('é', '%C3%A9'), {
            method: 'PATCH',
            headers: [['X-One', '1']],
            body: '{"ä":1}',
          }),
        );
        assert.equal(answer.status, 201);
        assert.deepEqual(JSON.parse(answer.body), ['PATCH', '/a%20b/%C3%A9?x=%2f&y=[1]', '1', '{"ä":1}']);
        assert.deepEqual(answer.headers.slice(0, 3), [
          ['X-Case', 'a'],
          ['Set-Cookie', '1'],
          ['Set-Cookie', '2'],
        ]);
      },
    ));

  test('does not follow redirects', () =>
    using(
      web((_, outgoing) => {
        outgoing.writeHead(302, { Location: '/other' }).end();
      }),
      async (authority, transport) => {
        const answer = await transport.send(request(`http://${authority}/x`));
        assert.deepEqual([answer.status, header(answer.headers, 'location')], [302, '/other']);
      },
    ));

  test('uses a connection again', () => {
    const ports = new Set<number | undefined>();
    return using(
      web((incoming, outgoing) => {
        ports.add(incoming.socket.remotePort);
        outgoing.end('x');
      }),
      async (authority, transport) => {
        for (let n = 0; n < 5; n += 1) await transport.send(request(`http://${authority}/`));
        // Two, because undici frees the first one a moment after the answer is there.
        assert.ok(ports.size <= 2, `${ports.size} connections`);
      },
    );
  });

  const codings = { gzip: gzipSync, deflate: deflateSync, 'deflate ': deflateRawSync, br: brotliCompressSync };
  for (const [coding, compress] of Object.entries(codings)) {
    test(`reads an answer in ${coding}`, () =>
      using(
        web((incoming, outgoing) => {
          assert.match(incoming.headers['accept-encoding'] ?? '', /gzip/);
          outgoing.writeHead(200, { 'Content-Encoding': coding.trim() }).end(compress('{"ü":1}'));
        }),
        async (authority, transport) => {
          assert.equal((await transport.send(request(`http://${authority}/`))).body, '{"ü":1}');
        },
      ));
  }

  test('reads an empty answer that claims to be gzip', () =>
    using(
      web((_, outgoing) => {
        outgoing.writeHead(200, { 'Content-Encoding': 'gzip' }).end();
      }),
      async (authority, transport) => {
        assert.equal((await transport.send(request(`http://${authority}/`, { method: 'HEAD' }))).body, '');
      },
    ));
});

const big = web((_, outgoing) => {
  outgoing.end('x'.repeat(5000));
});
const zipped = (bytes: Buffer) =>
  web((_, outgoing) => {
    outgoing.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bytes);
  });
const half = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf';

type FaultCase = [title: string, kind: NetworkFault['kind'], words: RegExp, server: Server, options?: Partial<LiveOptions>];
describe('faults in words', () => {
  const cases: FaultCase[] = [
    ['no answer', 'timeout', /^127\.0\.0\.1:\d+ did not begin to answer within 0\.2 s$/, web(() => {}), { timeoutSeconds: 0.2 }],
    ['half an answer, then nothing', 'timeout', /no complete answer/, saying(half, false), { timeoutSeconds: 0.2 }],
    ['half an answer, then the end', 'reset', /closed the connection before the answer was complete/, saying(half)],
    [
      'the end at once',
      'reset',
      /before the answer was complete/,
      createTcp((socket) => {
        socket.end();
      }),
    ],
    ['something else than HTTP', 'protocol', /no HTTP/, saying('220 mail.example ESMTP\r\n\r\n')],
    ['too large an answer', 'too-large', /larger than the limit/, big, { maxBodyBytes: 1000 }],
  ];
  for (const [title, kind, message, server, options] of cases) {
    for (const way of ['plain', 'raw'] as const) {
      test(`${title}, ${way}`, () =>
        using(
          server,
          async (authority, transport) => {
            const sending = transport.send(request(`http://${authority}/x`), { raw: way === 'raw' });
            await assert.rejects(sending, { name: 'NetworkFault', kind, message });
          },
          options,
        ));
    }
  }

  const bomb = gzipSync('x'.repeat(50_000));
  test('an answer too large when decompressed', () =>
    using(
      zipped(bomb),
      async (authority, transport) => {
        const sending = transport.send(request(`http://${authority}/x`));
        await assert.rejects(sending, { kind: 'too-large', message: /decompressed/ });
      },
      { maxBodyBytes: 10_000 },
    ));

  test('broken gzip', () =>
    using(zipped(Buffer.from('no gzip')), async (authority, transport) => {
      const sending = transport.send(request(`http://${authority}/x`));
      await assert.rejects(sending, { kind: 'protocol', message: /decompressed/ });
    }));

  test('nobody listens', async () => {
    const free = await using(
      web(() => {}),
      (authority) => Promise.resolve(authority),
    );
    const transport = liveTransport({ timeoutSeconds: 5 });
    for (const way of ['plain', 'raw'] as const) {
      const sending = transport.send(request(`http://${free}/`), { raw: way === 'raw' });
      await assert.rejects(sending, { kind: 'unreachable', message: /refuses the connection/ });
    }
    await transport.close();
  });

  test('a name that cannot be resolved', () => {
    const error = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    const fault = networkFault(error, 'http://nowhere.example/x', limitsOf({ timeoutSeconds: 1 }));
    assert.ok(fault instanceof NetworkFault);
    assert.deepEqual([fault.kind, fault.message], ['unreachable', 'the name of nowhere.example cannot be resolved (ENOTFOUND)']);
  });

  test('a mistake of ours stays what it is', () => {
    const error = new TypeError('mistake');
    assert.equal(networkFault(error, 'http://h/', limitsOf({ timeoutSeconds: 1 })), error);
  });
});
