import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { callUrl, createClient, type ClientOptions } from '../../src/client/client.ts';
import { inProcessTransport } from '../../src/client/transport/in-process.ts';
import { createRecorder } from '../../src/client/record.ts';
import { path } from '../../src/client/resource-path.ts';
import { apiKeyAccessList } from '../../src/client/resources/access-lists.ts';
import { atPath } from '../../fixtures/api/at-path.ts';
import { hosts } from '../../src/client/resources/hosts.ts';
import { root } from '../../src/client/resources/root.ts';
import { users } from '../../src/client/resources/users.ts';
import { NetworkFault, type Client } from '../../src/client/types.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import type { ServerRequest, ServerResponse } from '../../src/wire/http.ts';

const baseUrl = 'http://om.example:8080/api/public/v1.0';
const main = { name: 'main', publicKey: 'PUBLIC', privateKey: 'private-key-of-main' };
const challenge: ServerResponse = {
  status: 401,
  body: '',
  headers: { 'WWW-Authenticate': ['Basic realm="b"', 'Digest realm="r", nonce="n", qop="auth"'] },
};
const fine: ServerResponse = { status: 200, headers: {}, body: '{"ok":true}' };
const get = { method: 'GET', path: '/x' };
const getAsNobody = { ...get, authentication: 'none' } as const;

/** A client of a server that challenges and answers `{"ok":true}`, with everything that both sides saw. */
function scene(over: Partial<ClientOptions> = {}, handle?: (request: ServerRequest) => ServerResponse) {
  const seen: ServerRequest[] = [];
  const exchanges: Exchange[] = [];
  let milliseconds = 1_000;
  const transport = inProcessTransport({
    clock: {
      now: () => milliseconds,
      advance: (more) => {
        milliseconds += more;
      },
    },
    handle: (request) => {
      seen.push(request);
      if (handle) return handle(request);
      return request.headers['authorization'] === undefined ? challenge : fine;
    },
  });
  const recorder = createRecorder({
    test: 'self',
    onExchange: (exchange) => {
      exchanges.push(exchange);
    },
  });
  const standard = { baseUrl, transport, caller: main, recorder: () => recorder, guard: () => {} };
  const client: Client = createClient({ ...standard, ...over });
  return { client, seen, exchanges, transport };
}

describe('the URL of a call', () => {
  const urls: [title: string, path: string, query: Parameters<typeof callUrl>[2], expected: string][] = [
    ['of the root', '', undefined, baseUrl],
    ['of a path below it', '/groups', { pretty: true, pageNum: 2 }, `${baseUrl}/groups?pretty=true&pageNum=2`],
    ['with repeated and absent values', '/x', { a: ['1', '2'], b: undefined }, `${baseUrl}/x?a=1&a=2`],
    ['with values that need encoding', '/x', { d: '16:00+02:00' }, `${baseUrl}/x?d=16%3A00%2B02%3A00`],
    ['of a link', `${baseUrl}/groups/1?a=b%20c`, undefined, `${baseUrl}/groups/1?a=b%20c`],
    ['of a link to another host', 'https://evil.example/x?a=1#f', { b: 2 }, 'http://om.example:8080/x?a=1&b=2'],
    ['that looks like another host', '//evil.example/x', undefined, `${baseUrl}//evil.example/x`],
  ];
  for (const [title, where, query, expected] of urls) {
    test(title, () => {
      assert.equal(callUrl(baseUrl, where, query), expected);
    });
  }
  test('takes each value as one segment', () => {
    assert.equal(path`/a/byName/${'x/y z?'}:${'1'}/b`, '/a/byName/x%2Fy%20z%3F:1/b');
  });

  test('takes no value for a segment that leads elsewhere', () => {
    for (const id of [
      '',
      '.',
      '..',
      '../..',
      'a/b',
      'a\\b',
      '?x',
      '#x',
      '%2e%2e',
      'a\u0000b',
      'a\nb',
      '\u009b',
      '\ud800',
      'x'.repeat(10_000),
    ]) {
      assert.throws(() => path`/groups/${id}/hosts`, /: no path is built of it$/, JSON.stringify(id.slice(0, 20)));
    }
    for (const id of [undefined, null, 7, {}]) assert.throws(() => path`/groups/${id as unknown as string}`, /is no text/);
    assert.throws(() => path`/groups/byName/${'..'}`, /climbs/);
    assert.equal(path`/x/accessList/${'192.0.2.0/24'}`, '/x/accessList/192.0.2.0%2F24');
    assert.equal(path`/x/accessList/${'2001:db8::/32'}`, '/x/accessList/2001%3Adb8%3A%3A%2F32');
    assert.equal(path`/groups/${'not-an-id'}`, '/groups/not-an-id');
    assert.throws(() => atPath({} as Client, '/groups/{projectId}/sshKeys/{keyId}', 'p', '../..'), /no path is built of it$/);
  });
});

describe('what is sent', () => {
  test('names what is accepted, who asks, and the type of a body', async () => {
    const { client, seen } = scene();
    await client.send({ method: 'POST', path: '/x', body: { a: [1] } });
    const call = seen[1];
    assert.equal(call?.body, '{"a":[1]}');
    assert.equal(call.headers['accept'], 'application/json');
    assert.match(call.headers['user-agent'] ?? '', /^omconform\/\d+\.\d+\.\d+$/);
    assert.equal(call.headers['content-type'], 'application/json');
    assert.equal(call.headers['host'], 'om.example:8080');
    assert.equal(call.origin, 'http://om.example:8080');
    assert.equal(call.target, '/api/public/v1.0/x');
  });

  test('can be any text of any type, and headers of the call win', async () => {
    const { client, seen } = scene();
    const headers = { 'content-type': 'text/plain', accept: 'a/b' };
    await client.send({ method: 'POST', path: '/x', text: '{oops', headers });
    assert.equal(seen[1]?.body, '{oops');
    assert.equal(seen[1].headers['content-type'], 'text/plain');
    assert.equal(seen[1].headers['accept'], 'a/b');
  });

  test('has no credentials when none are wanted, or there are none', async () => {
    const { client, seen, exchanges } = scene();
    assert.equal((await client.send(getAsNobody)).status, 401);
    assert.equal((await client.as(undefined).send(get)).status, 401);
    assert.deepEqual(
      seen.map(({ headers }) => headers['authorization']),
      [undefined, undefined],
    );
    assert.deepEqual(
      exchanges.map(({ caller, kind }) => [caller, kind]),
      [
        ['nobody', 'call'],
        ['nobody', 'call'],
      ],
    );
  });

  test('has the Authorization header of the call, once', async () => {
    const { client, seen } = scene({}, () => challenge);
    const answer = await client.send({ ...get, authentication: { authorization: 'Basic dTpw' } });
    assert.equal(answer.status, 401);
    assert.deepEqual(
      seen.map(({ headers }) => headers['authorization']),
      ['Basic dTpw'],
    );
  });

  test('is nothing when the guard says no', async () => {
    const { client, seen, exchanges } = scene({
      guard: ({ method, url, authenticated }) => {
        throw new Error(`${method} ${url} ${authenticated}`);
      },
    });
    await assert.rejects(client.send({ method: 'DELETE', path: '/x' }), { message: `DELETE ${baseUrl}/x true` });
    await assert.rejects(client.send(getAsNobody), { message: `GET ${baseUrl}/x false` });
    assert.deepEqual([seen.length, exchanges.length], [0, 0]);
  });
});

describe('what is recorded', () => {
  test('is the challenge, then the call, without credentials', async () => {
    const { client, exchanges } = scene();
    const answer = await client.send(get);
    assert.deepEqual(
      exchanges.map(({ id, kind, caller }) => [id, kind, caller]),
      [
        ['self#1', 'challenge', 'main'],
        ['self#2', 'call', 'main'],
      ],
    );
    assert.equal(answer.exchange, exchanges[1]);
    assert.deepEqual(answer.json, { ok: true });
    assert.deepEqual(exchanges[1]?.request.headers.at(-1), ['Authorization', 'Digest [removed]']);
    const said = exchanges[0]?.response?.headers.filter(([name]) => name !== 'Date');
    assert.deepEqual(said, [
      ['WWW-Authenticate', 'Basic realm="b"'],
      ['WWW-Authenticate', 'Digest realm="r", nonce="n", qop="auth"'],
    ]);
  });

  test('goes to the recorder of the moment', async () => {
    const names: string[] = [];
    let current = 'first';
    const { client } = scene({
      recorder: () =>
        createRecorder({
          test: current,
          onExchange: ({ id }) => {
            names.push(id);
          },
        }),
    });
    await client.send(getAsNobody);
    current = 'second';
    await client.send(getAsNobody);
    assert.deepEqual(names, ['first#1', 'second#1']);
  });

  test('has no key of any caller, while the answer is as it came', async () => {
    const { client, exchanges } = scene({}, () => ({ ...fine, body: '"private-key-of-main, other-key"' }));
    const other = { name: 'read-only', publicKey: 'O', privateKey: 'other-key' };
    const answer = await client.as(other).send(get);
    assert.equal(answer.body, '"private-key-of-main, other-key"');
    assert.equal(exchanges[0]?.response?.body, '"[removed], [removed]"');
    assert.deepEqual(exchanges[0].secretsInResponse, ['the private key of main', 'the private key of read-only']);
  });

  test('includes the fault when no answer came', async () => {
    const { client, exchanges } = scene({}, () => {
      throw new NetworkFault('reset', 'cut off');
    });
    await assert.rejects(client.send(getAsNobody), { name: 'NetworkFault' });
    assert.deepEqual(
      exchanges.map(({ response, fault }) => [response, fault]),
      [[null, 'cut off']],
    );
    // The next call is not held up by the one that failed.
    await assert.rejects(client.send(get), { message: 'cut off' });
    await assert.rejects(client.send(get), { message: 'cut off' });
  });

  test('calls an answer to the unauthenticated request a call when it is the answer', async () => {
    const { client, exchanges, seen } = scene({}, () => ({ status: 204, headers: {}, body: '' }));
    assert.equal((await client.send({ method: 'DELETE', path: '/x' })).json, undefined);
    assert.deepEqual([seen.length, exchanges[0]?.kind], [1, 'call']);
    await client.send({ method: 'HEAD', path: '/x', raw: true });
    assert.equal(exchanges.at(-1)?.kind, 'raw');
  });
});

test('verbs ask for the documented paths', async () => {
  const { client, seen } = scene();
  await hosts(client, 'p').readByName('db 1.example', 27017);
  await hosts(client, 'p').list({ itemsPerPage: 5 });
  await root(client).remove();
  await apiKeyAccessList(client, 'o', 'k', 'whitelist').remove('10.0.0.0/8');
  await users(client).createFirst({}, { accessList: ['10.0.0.1'] });
  const asked = seen.slice(1).map(({ method, target }) => `${method} ${target.replace('/api/public/v1.0', '')}`);
  assert.deepEqual(asked, [
    'GET /groups/p/hosts/byName/db%201.example:27017',
    'GET /groups/p/hosts?itemsPerPage=5',
    'DELETE ',
    'DELETE /orgs/o/apiKeys/k/whitelist/10.0.0.0%2F8',
    'POST /unauth/users?accessList=10.0.0.1',
  ]);
});
