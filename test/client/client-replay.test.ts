import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createClient } from '../../src/client/client.ts';
import { createRecorder } from '../../src/client/record.ts';
import { replayClient } from '../../src/client/replay.ts';
import { NetworkFault, type Call, type Client, type IncomingResponse, type OutgoingRequest } from '../../src/client/types.ts';
import type { Exchange } from '../../src/wire/exchange.ts';

const baseUrl = 'http://127.0.0.1:1/api/public/v1.0';
const caller = { name: 'main', publicKey: 'public', privateKey: '11111111-private' };
const challenge: IncomingResponse = {
  status: 401,
  headers: [['WWW-Authenticate', 'Digest realm="r", nonce="n", algorithm=MD5, qop="auth"']],
  body: '',
};
const made: IncomingResponse = { status: 201, headers: [], body: '{"id":"1","key":"22222222-made"}' };
const guard = (): void => {};

/** What a client records of these calls on a target that challenges first and then answers so. */
async function recorded(
  calls: readonly Call[],
  answer: (request: OutgoingRequest) => IncomingResponse = () => made,
): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  const recorder = createRecorder({ test: 'a › test ', onExchange: (exchange) => exchanges.push(exchange) });
  const send = async (request: OutgoingRequest): Promise<IncomingResponse> =>
    request.headers.some(([name]) => name === 'Authorization') ? answer(request) : challenge;
  const transport = { send, pause: async () => {}, now: () => 0, close: async () => {} };
  const client = createClient({ baseUrl, transport, caller, recorder: () => recorder, guard });
  for (const call of calls) await client.send(call).catch(() => undefined);
  return exchanges;
}

/** A client that answers from them, what it records in its turn, and after which of them it tells that a request went out again. */
function replayed(exchanges: readonly Exchange[]): { client: Client; again: Exchange[]; sent: Exchange[] } {
  const coming = [...exchanges];
  const sent: Exchange[] = [];
  const again: Exchange[] = [];
  const recorder = createRecorder({ test: 'a › test ', onExchange: (exchange) => again.push(exchange) });
  const tape = { peek: () => coming[0], take: () => void coming.shift(), now: () => 0 };
  const missing = ({ method, url }: OutgoingRequest): never => {
    throw new Error(`missing ${method} ${url.slice(baseUrl.length)}`);
  };
  const transport = {
    send: async () => made,
    pause: async () => {},
    now: () => 0,
    close: async () => {},
  };
  return {
    client: replayClient(
      { baseUrl, transport, caller, recorder: () => recorder, guard },
      { tape: () => tape, missing, sentAgain: (exchange) => void sent.push(exchange) },
    ),
    again,
    sent,
  };
}

const create: Call = { method: 'POST', path: '/groups/1/agentapikeys', body: { desc: 'a', password: 'a made-up password' } };

describe('a client that answers from a record', () => {
  test('gives what was recorded, challenges and all, and records it as it is', async () => {
    const exchanges = await recorded([create, { method: 'GET', path: '/groups' }]);
    const { client, again } = replayed(exchanges);
    assert.deepEqual((await client.send(create)).json, { id: '1', key: '[removed]' });
    assert.equal((await client.send({ method: 'GET', path: '/groups' })).status, 201);
    assert.deepEqual(again, exchanges);
    assert.deepEqual(
      exchanges.map(({ kind }) => kind),
      ['challenge', 'call', 'call'],
    );
  });

  test('knows a request again that carries a secret of an answer', async () => {
    const exchanges = await recorded([create, { method: 'GET', path: '/groups/byAgentApiKey/22222222-made' }]);
    const { client } = replayed(exchanges);
    const { key } = (await client.send(create)).json as { key: string };
    assert.equal((await client.send({ method: 'GET', path: `/groups/byAgentApiKey/${encodeURIComponent(key)}` })).status, 201);
  });

  const others: [what: string, call: Call, anonymous?: true][] = [
    ['method', { ...create, method: 'PUT' }],
    ['path', { ...create, path: '/groups' }],
    ['query', { ...create, query: { pretty: true } }],
    ['body', { ...create, body: { desc: 'b' } }],
    ['header', { ...create, headers: { Accept: 'text/html' } }],
    ['way to read it', { ...create, raw: true }],
    ['caller', create, true],
  ];
  for (const [what, call, anonymous] of others) {
    test(`does not answer a request with another ${what}`, async () => {
      const { client } = replayed(await recorded([create]));
      await assert.rejects((anonymous ? client.as(undefined) : client).send(call), /^Error: missing /);
    });
  }

  test('never answers twice from one exchange', async () => {
    const { client } = replayed(await recorded([create]));
    await client.send(create);
    await assert.rejects(client.send(create), /missing POST \/groups\/1\/agentapikeys/);
  });

  test('has the faults of the network again', async () => {
    const { client, again } = replayed(
      await recorded([create], () => {
        throw new NetworkFault('reset', 'it was cut');
      }),
    );
    await assert.rejects(client.send(create), (error) => error instanceof NetworkFault && error.message === 'it was cut');
    assert.equal(again.at(-1)?.fault, 'it was cut');
  });

  test('takes a retry for a part of its call', async () => {
    const [cold, call] = (await recorded([create])) as [Exchange, Exchange];
    const failed: Exchange = { ...call, id: 'a › test #2', response: null, fault: 'it was cut' };
    const retry = { ...call, id: 'a › test #3', attempt: 2 };
    const { client, again } = replayed([cold, failed, retry]);
    assert.equal((await client.send(create)).status, 201);
    assert.equal(again.length, 3);
  });

  for (const [what, first] of [
    ['was cut off', { response: null, fault: 'it was cut' }],
    ['was answered 503', { response: { ...challenge, status: 503 } }],
  ] as const) {
    test(`takes a request for a challenge that ${what} and went out again for a part of it`, async () => {
      const [cold, call] = (await recorded([create])) as [Exchange, Exchange];
      const failed: Exchange = { ...cold, ...first, attempt: 1 };
      const asked = { ...cold, id: 'a › test #2', attempt: 2 };
      const { client, again, sent } = replayed([failed, asked, { ...call, id: 'a › test #3' }]);
      assert.equal((await client.send(create)).status, 201);
      assert.equal(again.length, 3);
      assert.deepEqual(sent, [failed]);
    });
  }

  test('ends a call whose requests for a challenge were all cut off, and answers the next', async () => {
    const [cold, call] = (await recorded([create])) as [Exchange, Exchange];
    const failed: Exchange = { ...cold, response: null, fault: 'it was cut', attempt: 1 };
    const { client, again } = replayed([failed, { ...failed, id: 'a › test #2', attempt: 2 }, cold, call]);
    await assert.rejects(client.send(create), NetworkFault);
    assert.equal(again.length, 2);
    assert.equal((await client.send(create)).status, 201);
  });

  test('takes a nonce that grew old between two tries for a part of it, too', async () => {
    const [cold, call] = (await recorded([create])) as [Exchange, Exchange];
    const failed: Exchange = { ...call, id: 'a › test #2', response: null, fault: 'it was cut', attempt: 1 };
    const stale: Exchange = {
      ...call,
      id: 'a › test #3',
      kind: 'challenge',
      response: { ...cold.response!, status: 401 },
      attempt: 2,
    };
    const { client, again } = replayed([cold, failed, stale, { ...call, id: 'a › test #4' }]);
    assert.equal((await client.send(create)).status, 201);
    assert.equal(again.length, 4);
  });
});
