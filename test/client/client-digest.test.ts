import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Exchange } from '../../src/wire/exchange.ts';
import { parseAuthorization } from '../../src/wire/digest.ts';
import { header } from '../../src/wire/http.ts';
import { createClient } from '../../src/client/client.ts';
import { DigestSession } from '../../src/client/digest.ts';
import { liveTransport } from '../../src/client/transport/live.ts';
import { createRecorder } from '../../src/client/record.ts';
import type { Client, IncomingResponse, OutgoingRequest } from '../../src/client/types.ts';
import { countPolicies, keys, startDigestServer } from './client-digest-servers.ts';
import type { Answering, DigestServerOptions } from './client-digest-servers.ts';

type Server = Awaited<ReturnType<typeof startDigestServer>>;
interface Scene {
  readonly client: Client;
  readonly server: Server;
  readonly exchanges: Exchange[];
}

async function withServer(options: DigestServerOptions, act: (scene: Scene) => Promise<void>, pair = keys) {
  const server = await startDigestServer(options);
  const transport = liveTransport({ timeoutSeconds: 10 });
  const exchanges: Exchange[] = [];
  const recorder = createRecorder({
    test: 'self',
    onExchange: (exchange) => {
      exchanges.push(exchange);
    },
  });
  const client = createClient({
    baseUrl: server.url,
    transport,
    caller: { name: 'main', ...pair },
    recorder: () => recorder,
    guard: () => {},
  });
  try {
    await act({ client, server, exchanges });
  } finally {
    await transport.close();
    await server.stop();
  }
}

const get = (client: Client, n: number | string = '') => client.send({ method: 'GET', path: `/things/${n}` });
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** One Digest challenge. */
const offer = (nonce: string, rest: string) => `Digest realm="MMS Public API", nonce="${nonce}"${rest}`;
const withoutStale = (nonce: string) => [offer(nonce, ', qop="auth"')];
const withAlgorithm = (nonce: string, algorithm: string) => offer(nonce, `, algorithm=${algorithm}, qop="auth"`);
const announcing: Answering = (_, nonce) => ({
  status: 200,
  headers: { 'Authentication-Info': `qop=auth, nextnonce="${nonce}"` },
});
const refusingTheSecond: Answering = ({ target }) => ({
  status: target.endsWith('/1') ? 401 : 200,
  body: '{"errorCode":"USER_UNAUTHORIZED"}',
});

describe('N calls make N+1 requests', () => {
  for (const [name, accepts] of Object.entries(countPolicies)) {
    for (const concurrency of [1, 20]) {
      const title = `against a ${name} server, ${concurrency} at a time`;
      test(title, () =>
        withServer({ accepts }, async ({ client, server }) => {
          for (let n = 0; n < 100; n += concurrency) {
            const answers = await Promise.all(numbers(concurrency).map((k) => get(client, n + k)));
            assert.deepEqual(
              answers.map(({ status }) => status),
              answers.map(() => 200),
            );
          }
          assert.equal(server.seen.length, 101);
          assert.deepEqual(
            server.seen.slice(1).map(({ digest }) => Number.parseInt(digest?.['nc'] ?? '', 16)),
            numbers(100).map((n) => n + 1),
          );
        }),
      );
    }
  }

  test('and one more for each thousand, before a windowed server runs out of counts', () =>
    withServer({ accepts: countPolicies.windowed }, async ({ client, server }) => {
      for (let n = 0; n < 2100; n += 100) await Promise.all(numbers(100).map(() => get(client)));
      assert.equal(server.seen.length, 2103);
      assert.equal(server.seen.filter(({ status }) => status === 401).length, 3);
    }));
});

describe('a new nonce', () => {
  test('after stale=true is used at once, and counts from 1', () =>
    withServer({ callsPerNonce: 3 }, async ({ client, server, exchanges }) => {
      for (const n of numbers(6)) assert.equal((await get(client, n)).status, 200);
      assert.deepEqual(
        server.seen.map(({ digest }) => digest?.['nc'] ?? '-'),
        ['-', '00000001', '00000002', '00000003', '00000004', '00000001', '00000002', '00000003'],
      );
      assert.deepEqual(
        exchanges.map(({ kind }) => kind),
        ['challenge', 'call', 'call', 'call', 'challenge', 'call', 'call', 'call'],
      );
    }));

  test('that comes without stale for a nonce used before is answered once too', () => {
    return withServer({ callsPerNonce: 1, challenge: withoutStale }, async ({ client, server }) => {
      for (const n of numbers(3)) assert.equal((await get(client, n)).status, 200);
      assert.equal(server.seen.length, 1 + 3 + 2);
    });
  });

  test('announced by Authentication-Info is taken', () => {
    return withServer({ answer: announcing }, async ({ client, server }) => {
      for (const n of numbers(3)) await get(client, n);
      assert.deepEqual(
        server.seen.map(({ digest }) => [digest?.['nonce'], digest?.['nc']]),
        [
          [undefined, undefined],
          ['nonce-1', '00000001'],
          ['nonce-2', '00000001'],
          ['nonce-3', '00000001'],
        ],
      );
    });
  });
});

describe('a 401', () => {
  test('that refuses good credentials is the answer, and the nonce stays', () => {
    return withServer({ answer: refusingTheSecond }, async ({ client, server }) => {
      const statuses = [await get(client, 0), await get(client, 1), await get(client, 2)].map(({ status }) => status);
      assert.deepEqual(statuses, [200, 401, 200]);
      assert.deepEqual(
        server.seen.map(({ digest }) => digest?.['nc'] ?? '-'),
        ['-', '00000001', '00000002', '00000003'],
      );
    });
  });

  test('for wrong credentials ends the call', () =>
    withServer(
      {},
      async ({ client, server }) => {
        assert.equal((await get(client)).status, 401);
        assert.equal(server.seen.length, 2);
        assert.equal((await get(client)).status, 401);
        assert.equal(server.seen.length, 4);
      },
      { ...keys, privateKey: 'wrong' },
    ));

  test('that always brings a stale nonce does not make the client loop', () =>
    withServer({ callsPerNonce: 0 }, async ({ client, server }) => {
      assert.equal((await get(client)).status, 401);
      assert.equal(server.seen.length, 3);
    }));

  test('that offers Basic only is returned, and Basic is never sent', () =>
    withServer({ challenge: () => ['Basic realm="x"'] }, async ({ client, server }) => {
      assert.equal((await get(client)).status, 401);
      assert.deepEqual(
        server.seen.map(({ headers }) => headers.authorization),
        [undefined],
      );
    }));
});

describe('the challenge', () => {
  const offers: Record<string, DigestServerOptions> = {
    'in one header after Basic': { challenge: (nonce) => [`Basic realm="x", ${offer(nonce, ', qop="auth"')}`] },
    'in a header after Basic': { challenge: (nonce) => ['Basic realm="x"', offer(nonce, ', qop="auth"')] },
    'with SHA-256': { algorithm: 'SHA-256', challenge: (nonce) => [withAlgorithm(nonce, 'SHA-256')] },
    'with SHA-256 before MD5': {
      algorithm: 'SHA-256',
      challenge: (nonce) => [withAlgorithm(nonce, 'SHA-256'), withAlgorithm(nonce, 'MD5')],
    },
    'with MD5 before SHA-256': {
      challenge: (nonce) => [withAlgorithm(nonce, 'MD5'), withAlgorithm(nonce, 'SHA-256')],
    },
    'with an unknown algorithm first': {
      challenge: (nonce) => [withAlgorithm(nonce, 'WHIRL'), offer(nonce, ', qop="auth"')],
    },
    'with a session algorithm': { algorithm: 'MD5-sess', challenge: (nonce) => [withAlgorithm(nonce, 'MD5-sess')] },
    'with a list of qop': { challenge: (nonce) => [offer(nonce, ', qop="auth-int,auth"')] },
    'without qop': { challenge: (nonce) => [offer(nonce, '')] },
    'with a quoted algorithm': { challenge: (nonce) => [offer(nonce, ', algorithm="md5", qop=auth, opaque="a=b,c"')] },
  };
  for (const [name, options] of Object.entries(offers)) {
    test(`${name} is met`, () =>
      withServer(options, async ({ client, server }) => {
        assert.equal((await get(client, 'a%20b?x=1&y=%C3%A9')).status, 200);
        assert.equal(server.seen.length, 2);
      }));
  }

  test('without qop is answered without count and cnonce', () =>
    withServer({ challenge: (nonce) => [offer(nonce, '')] }, async ({ client, server }) => {
      await get(client);
      assert.deepEqual(Object.keys(server.seen[1]?.digest ?? {}).toSorted(), [
        'algorithm',
        'nonce',
        'realm',
        'response',
        'uri',
        'username',
      ]);
    }));

  test('is asked for with the method and without a body', () =>
    withServer({}, async ({ client, server }) => {
      await client.send({ method: 'POST', path: '/things', body: { a: 1 } });
      const [probe, call] = server.seen;
      assert.deepEqual([probe?.method, probe?.body, probe?.headers['content-type']], ['POST', '', undefined]);
      assert.deepEqual([call?.method, call?.body, call?.headers['content-type']], ['POST', '{"a":1}', 'application/json']);
    }));
});

/** A session answers the challenge of a published example; gives the header it sent. */
async function answerTo(caller: typeof keys, challenges: readonly string[], cnonce: string) {
  const session = new DigestSession({ name: 'example', ...caller });
  session.makeNonce = () => cnonce;
  const sent: OutgoingRequest[] = [];
  await session.send(
    { method: 'GET', url: 'http://www.example.org/dir/index.html', headers: [], body: null },
    {
      trip: (make): Promise<IncomingResponse> => {
        sent.push(make());
        const status = sent.length === 1 ? 401 : 200;
        const headers = challenges.map((value) => ['WWW-Authenticate', value] as const);
        return Promise.resolve({ status, headers, body: '' });
      },
      onChallenge: () => {},
      probeMayAnswer: true,
    },
  );
  return parseAuthorization(header(sent[1]?.headers ?? [], 'authorization') ?? '');
}

describe('published examples', () => {
  test('RFC 2617, 3.5', async () => {
    const fields = await answerTo(
      { publicKey: 'Mufasa', privateKey: 'Circle Of Life' },
      [
        'Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", ' +
          'opaque="5ccc069c403ebaf9f0171e9517f40e41"',
      ],
      '0a4f113b',
    );
    assert.equal(fields?.['response'], '6629fae49393a05397450978507c4ef1');
    assert.equal(fields?.['opaque'], '5ccc069c403ebaf9f0171e9517f40e41');
  });

  const rest =
    'realm="http-auth@example.org", qop="auth, auth-int", ' +
    'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
  const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
  const mufasa = { publicKey: 'Mufasa', privateKey: 'Circle of Life' };
  test('RFC 7616, 3.9.1, the first offer is taken', async () => {
    const offers = [`Digest ${rest}, algorithm=SHA-256`, `Digest ${rest}, algorithm=MD5`];
    const fields = await answerTo(mufasa, offers, cnonce);
    assert.equal(fields?.['response'], '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1');
  });
  test('RFC 7616, 3.9.1, MD5', async () => {
    const fields = await answerTo(mufasa, [`Digest ${rest}, algorithm=MD5`], cnonce);
    assert.equal(fields?.['response'], '8ca523f5e9506fed4657c9700eebdbec');
  });
});
