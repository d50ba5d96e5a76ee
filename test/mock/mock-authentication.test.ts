import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMock } from '../../src/mock/server/mock.ts';
import type { MockOptions } from '../../src/mock/forms/types.ts';
import { parseChallenges } from '../../src/wire/digest.ts';
import { authorize, base, callerOf, freshNonce, request, say } from '../support/mock-caller.ts';
import type { Credentials } from '../support/mock-caller.ts';

const both: MockOptions = { algorithms: ['MD5', 'SHA-256'] };

function setUp(options: MockOptions = {}) {
  let clock = Date.UTC(2026, 0, 1);
  const mock = createMock({ now: () => clock, nonceLifetimeMs: 1000, ...options });
  const send = async (credentials: Partial<Credentials> & { nonce: string }, target = `${base}/groups`, method = 'GET') => {
    const authorization = authorize(method, target, { ...mock.identity, ...credentials });
    return say(mock, request(method, target, { headers: { authorization } }));
  };
  return {
    mock,
    send,
    pass: (milliseconds: number) => {
      clock += milliseconds;
    },
  };
}

function newYear(): number {
  return Date.UTC(2026, 0, 1);
}

function hex(count: number): string {
  return count.toString(16).padStart(8, '0');
}

function stale(headers: Readonly<Record<string, string | readonly string[]>>): string[] {
  return parseChallenges([headers['WWW-Authenticate'] ?? []].flat()).map(({ parameters }) => parameters['stale'] ?? '');
}

describe('the challenge', () => {
  test('is one, of MD5, in the form of real servers, with another nonce each time', async () => {
    const { mock } = setUp();
    const { status, headers } = await say(mock, request('GET', base));
    assert.equal(status, 401);
    const challenges = [headers['WWW-Authenticate'] ?? []].flat();
    assert.equal(challenges.length, 1);
    assert.match(
      challenges[0] ?? '',
      /^Digest realm="MMS Public API", domain="", nonce="[^"]+", algorithm=MD5, qop="auth", stale=false$/,
    );
    assert.notEqual(await freshNonce(mock), await freshNonce(mock));
  });
  test('comes with three fields from Ops Manager, with four and laid out from Cloud Manager, unless told otherwise', async () => {
    const three = '{"detail":"You are not authorized for this resource.","error":401,"reason":"Unauthorized"}';
    const four =
      '{\n  "error" : 401,\n  "reason" : "Unauthorized",\n' +
      '  "detail" : "You are not authorized for this resource.",\n  "errorCode" : "UNEXPECTED_ERROR"\n}';
    const refusals: [MockOptions, string][] = [
      [{}, three],
      [{ product: 'cloud-manager' }, four],
      [{ loginRefusal: 'four-fields' }, four],
      [{ product: 'cloud-manager', loginRefusal: 'three-fields' }, three],
    ];
    for (const [options, text] of refusals) {
      assert.equal((await say(createMock(options), request('GET', base))).text, text, JSON.stringify(options));
    }
  });
  test('offers both algorithms, MD5 first, where it is told to', async () => {
    const { headers } = await say(setUp(both).mock, request('GET', base));
    const challenges = parseChallenges([headers['WWW-Authenticate'] ?? []].flat());
    assert.deepEqual(
      challenges.map(({ scheme, parameters }) => [scheme, parameters['algorithm'], parameters['qop']]),
      [
        ['Digest', 'MD5', 'auth'],
        ['Digest', 'SHA-256', 'auth'],
      ],
    );
  });
  test('offers what it is told to', async () => {
    const mock = createMock({ algorithms: ['SHA-256'] });
    const { headers } = await say(mock, request('GET', base));
    assert.deepEqual(
      parseChallenges([headers['WWW-Authenticate'] ?? []].flat()).map((each) => each.parameters['algorithm']),
      ['SHA-256'],
    );
    const target = `${base}/groups`;
    const send = async (algorithm: 'MD5' | 'SHA-256') => {
      const authorization = authorize('GET', target, { ...mock.identity, nonce: await freshNonce(mock), algorithm });
      return (await say(mock, request('GET', target, { headers: { authorization } }))).status;
    };
    assert.deepEqual([await send('SHA-256'), await send('MD5')], [200, 401]);
  });
});

describe('credentials', () => {
  test('right ones open, with either algorithm and a loose notation', async () => {
    const { mock, send } = setUp(both);
    for (const algorithm of ['MD5', 'SHA-256'] as const) {
      assert.equal((await send({ nonce: await freshNonce(mock), algorithm })).status, 200, algorithm);
    }
    assert.equal((await send({ nonce: await freshNonce(mock), nc: '1' })).status, 200);
    const target = `${base}/groups`;
    const quoted = authorize('GET', target, { ...mock.identity, nonce: await freshNonce(mock) }).replace(
      'algorithm=MD5',
      'algorithm="MD5"',
    );
    assert.equal((await say(mock, request('GET', target, { headers: { authorization: quoted } }))).status, 200);
  });
  test('wrong ones do not', async () => {
    const { mock, send } = setUp();
    const nonce = await freshNonce(mock);
    const wrong: Partial<Credentials>[] = [
      { privateKey: 'not-the-key' },
      { publicKey: 'nobody' },
      { uri: `${base}/orgs` },
      { nc: '0' },
      { nc: 'xyz' },
      { nonce: 'made-up' },
      { nonce: nonce.replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
    ];
    for (const part of wrong) {
      const { status, headers } = await send({ nonce, ...part });
      assert.deepEqual([status, stale(headers)], [401, ['false']], JSON.stringify(part));
    }
  });
  test('Basic does not', async () => {
    const { mock } = setUp();
    const { publicKey, privateKey } = mock.identity;
    const authorization = `Basic ${Buffer.from(`${publicKey}:${privateKey}`).toString('base64')}`;
    assert.equal((await say(mock, request('GET', base, { headers: { authorization } }))).status, 401);
  });
  test('of another method or target do not', async () => {
    const { mock } = setUp();
    const authorization = authorize('GET', `${base}/groups`, { ...mock.identity, nonce: await freshNonce(mock) });
    assert.equal((await say(mock, request('DELETE', `${base}/groups`, { headers: { authorization } }))).status, 401);
    assert.equal((await say(mock, request('GET', `${base}/orgs`, { headers: { authorization } }))).status, 401);
  });
});

describe('a nonce', () => {
  test('is stale once it has expired, which only right credentials are told', async () => {
    const { mock, send, pass } = setUp();
    const nonce = await freshNonce(mock);
    assert.equal((await send({ nonce })).status, 200);
    pass(1001);
    const late = await send({ nonce, nc: '00000002' });
    assert.deepEqual([late.status, stale(late.headers)], [401, ['true']]);
    const wrong = await send({ nonce, nc: '00000003', privateKey: 'x' });
    assert.deepEqual([wrong.status, stale(wrong.headers)], [401, ['false']]);
  });
  test('takes every count once, in any order', async () => {
    const { mock, send } = setUp();
    const nonce = await freshNonce(mock);
    const statuses = [];
    for (const nc of ['00000003', '00000001', '00000002', '00000002', '00000003', '00000001', '00000004']) {
      statuses.push((await send({ nonce, nc })).status);
    }
    assert.deepEqual(statuses, [200, 200, 200, 401, 401, 401, 200]);
  });
  test('tells a count far behind the others that it is stale, and forgets none within the window', async () => {
    const { mock, send } = setUp();
    const nonce = await freshNonce(mock);
    assert.equal((await send({ nonce, nc: hex(5) })).status, 200);
    assert.equal((await send({ nonce, nc: hex(1000) })).status, 200);
    assert.equal((await send({ nonce, nc: hex(5) })).status, 401);
    assert.equal((await send({ nonce, nc: hex(3000) })).status, 200);
    assert.deepEqual(stale((await send({ nonce, nc: hex(6) })).headers), ['true']);
    assert.equal((await send({ nonce, nc: hex(2999) })).status, 200);
    assert.equal((await send({ nonce, nc: hex(2999) })).status, 401);
  });
});

test('the same seed makes the same mock', async () => {
  const [one, same, other] = [
    createMock({ now: newYear }),
    createMock({ now: newYear }),
    createMock({ now: newYear, seed: 'other' }),
  ];
  assert.deepEqual(one.identity, same.identity);
  assert.notEqual(one.identity.privateKey, other.identity.privateKey);
  assert.equal((await callerOf(one)('GET', '/groups')).text, (await callerOf(same)('GET', '/groups')).text);
});

test('a layer behind the login sees who asks and can speak as somebody else', async () => {
  const seen: (string | undefined)[] = [];
  const mock = createMock({
    inner: (next) => (asked) => {
      seen.push(asked.caller);
      return next({ ...asked, caller: otherKey });
    },
  });
  const otherKey = mock.identity.callers.outsider.publicKey;
  const { status } = await callerOf(mock)('GET', `/groups/${mock.identity.projectId}`);
  assert.deepEqual([seen, status], [[mock.identity.publicKey], 401]);
});
