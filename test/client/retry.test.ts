import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createClient } from '../../src/client/client.ts';
import { createRecorder } from '../../src/client/record.ts';
import type { RetryPolicy, Tried } from '../../src/client/trips.ts';
import { NetworkFault, type Call, type IncomingResponse, type OutgoingRequest, type Transport } from '../../src/client/types.ts';
import { throttlePause, transientPause } from '../../src/run/guards/retry-pauses.ts';
import { header, type Header } from '../../src/wire/http.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { keys, startDigestServer } from './client-digest-servers.ts';
import { liveTransport } from '../../src/client/transport/live.ts';

const reset = new NetworkFault('reset', 'h cut the connection');
const answered = (status: number, headers: readonly Header[] = []): IncomingResponse => ({ status, headers, body: '' });
const tried = (came: Tried['came'], over: Partial<Tried> & { method?: string } = {}): Tried => ({
  request: { method: over.method ?? 'GET', url: 'http://h/x', headers: [], body: null },
  came,
  attempt: 1,
  waitedMs: 0,
  id: '1',
  raw: false,
  handmade: false,
  ...over,
});

describe('a transient fault', () => {
  const again: readonly [string, Tried][] = [
    ['a reset', tried(reset)],
    ...[502, 503, 504].map((status): [string, Tried] => [`a ${status}`, tried(answered(status))]),
    ['a reset of HEAD', tried(reset, { method: 'HEAD' })],
    ['a second one', tried(answered(503), { attempt: 2 })],
  ];
  for (const [title, one] of again) test(`${title} is tried again`, () => assert.ok(transientPause(one)! > 0));

  const never: readonly [string, Tried][] = [
    ['a third one', tried(reset, { attempt: 3 })],
    ['a 500', tried(answered(500))],
    ['a 404', tried(answered(404))],
    ...(['unreachable', 'tls', 'timeout', 'protocol', 'too-large'] as const).map((kind): [string, Tried] => [
      `a fault of the kind ${kind}`,
      tried(new NetworkFault(kind, '')),
    ]),
    ...['POST', 'PUT', 'PATCH', 'DELETE'].map((method): [string, Tried] => [`a reset of ${method}`, tried(reset, { method })]),
    ['a 503 whose bytes are looked at', tried(answered(503), { raw: true })],
    ['a reset of a request whose credentials a check made', tried(reset, { handmade: true })],
  ];
  for (const [title, one] of never) test(`${title} stands`, () => assert.equal(transientPause(one), undefined));
});

describe('Retry-After', () => {
  const now = Date.parse('2026-03-04T05:06:07Z');
  const cases: readonly [string, readonly Header[], number, number][] = [
    ['in seconds', [['Retry-After', '7']], 1, 7000],
    ['of no time at all is a second', [['Retry-After', '0']], 1, 1000],
    ['as a date', [['retry-after', 'Wed, 04 Mar 2026 05:06:17 GMT']], 1, 10_000],
    [
      'as a date is read against the clock of the answer',
      [
        ['Retry-After', 'Wed, 04 Mar 2026 06:00:05 GMT'],
        ['Date', 'Wed, 04 Mar 2026 06:00:00 GMT'],
      ],
      1,
      5000,
    ],
    ['as a date that is over is a second', [['Retry-After', 'Wed, 04 Mar 2026 05:00:00 GMT']], 1, 1000],
    ['that is missing makes one second, …', [], 1, 1000],
    ['… two, …', [], 2, 2000],
    ['… four', [], 3, 4000],
    ['that is nonsense counts as missing', [['Retry-After', 'soon, 3']], 2, 2000],
  ];
  for (const [title, headers, attempt, expected] of cases) {
    test(title, () => assert.equal(throttlePause(answered(429, headers), attempt, now), expected));
  }
});

/** RetryPolicy that tries every transient fault again, and notes what it was asked. */
function patient() {
  const asked: Tried[] = [];
  const retryPolicy: RetryPolicy = {
    after(one) {
      asked.push(one);
      const pauseMs = transientPause(one);
      return pauseMs === undefined ? undefined : { pauseMs, wait: async () => {} };
    },
  };
  return { asked, retryPolicy };
}

describe('a call that is tried again', () => {
  function scene(transport: Partial<Transport>, retryPolicy: RetryPolicy) {
    const exchanges: Exchange[] = [];
    const recorder = createRecorder({ test: 'self', onExchange: (exchange) => exchanges.push(exchange) });
    const client = createClient({
      baseUrl: 'http://h',
      transport: transport as Transport,
      caller: undefined,
      recorder: () => recorder,
      guard: () => {},
      retryPolicy,
    });
    return { client, exchanges };
  }
  const call: Call = { method: 'GET', path: '/x' };

  test('leaves each trip in the evidence, in order, numbered', async () => {
    let n = 0;
    const send = async () => {
      n += 1;
      if (n === 1) throw reset;
      return answered(n === 2 ? 503 : 200);
    };
    const { client, exchanges } = scene({ send }, patient().retryPolicy);

    const { status, exchange } = await client.send(call);

    assert.equal(status, 200);
    assert.deepEqual(
      exchanges.map(({ id, attempt, response, fault }) => [id, attempt, response?.status ?? fault]),
      [
        ['self#1', 1, reset.message],
        ['self#2', 2, 503],
        ['self#3', 3, 200],
      ],
    );
    assert.equal(exchange, exchanges[2]);
  });

  test('has no number where the first trip settled it', async () => {
    const { client, exchanges } = scene({ send: async () => answered(200) }, patient().retryPolicy);
    await client.send(call);
    assert.equal('attempt' in JSON.parse(JSON.stringify(exchanges[0])), false);
  });

  test('ends with what the last trip brought', async () => {
    const { client, exchanges } = scene(
      {
        send: async () => {
          throw reset;
        },
      },
      patient().retryPolicy,
    );
    await assert.rejects(client.send(call), reset);
    assert.deepEqual(
      exchanges.map(({ attempt }) => attempt),
      [1, 2, 3],
    );
  });

  test('without anybody to ask is sent once', async () => {
    const exchanges: Exchange[] = [];
    const recorder = createRecorder({ test: 'self', onExchange: (exchange) => exchanges.push(exchange) });
    const transport = { send: async () => answered(503) } as unknown as Transport;
    const client = createClient({ baseUrl: 'http://h', transport, caller: undefined, recorder: () => recorder, guard: () => {} });
    assert.equal((await client.send(call)).status, 503);
    assert.equal(exchanges.length, 1);
  });

  test('says of itself what retryPolicy must know', async () => {
    const { retryPolicy, asked } = patient();
    const { client } = scene({ send: async () => answered(200) }, retryPolicy);
    await client.send({ ...call, raw: true });
    await client.send({ ...call, authentication: { authorization: 'Digest x' } });
    assert.deepEqual(
      asked.map(({ raw, handmade }) => [raw, handmade]),
      [
        [true, false],
        [false, true],
      ],
    );
  });

  for (const lost of [1, 2] as const) {
    test(`takes a count of the nonce for each trip: a strict server is content when number ${lost} is lost`, async (context) => {
      const server = await startDigestServer();
      const live = liveTransport({ timeoutSeconds: 5 });
      context.after(async () => {
        await live.close();
        await server.stop();
      });
      let authorized = 0;
      const send = async (request: OutgoingRequest) => {
        if (header(request.headers, 'authorization') !== undefined) {
          authorized += 1;
          if (authorized === lost) throw reset;
        }
        return live.send(request);
      };
      const recorder = createRecorder({ test: 'self', onExchange: () => {} });
      const client = createClient({
        baseUrl: server.url,
        transport: { ...live, send },
        caller: { name: 'main', ...keys },
        recorder: () => recorder,
        guard: () => {},
        retryPolicy: patient().retryPolicy,
      });

      const statuses = [];
      for (let n = 0; n < 4; n += 1) statuses.push((await client.send(call)).status);

      assert.deepEqual(statuses, [200, 200, 200, 200]);
      const used = server.seen.map(({ digest }) => digest && `${digest['nonce']} ${digest['nc']}`).filter(Boolean);
      assert.equal(new Set(used).size, used.length);
    });
  }
});
