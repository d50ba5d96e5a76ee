import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRecorder, redactExchange, secretsOf } from '../../src/client/record.ts';
import type { Exchange } from '../../src/wire/exchange.ts';

function exchangeOf(over: { url?: string; sent?: string; body?: string; fault?: string }): Exchange {
  return {
    id: 'self#1',
    caller: 'main',
    kind: 'call',
    durationMs: 1,
    fault: over.fault ?? null,
    secretsInResponse: [],
    request: { method: 'POST', url: over.url ?? 'http://h/api/x', headers: [], body: over.sent ?? null },
    response: { status: 200, headers: [], body: over.body ?? '' },
  };
}

describe('an exchange', () => {
  test('is clean everywhere, and says what was in its answer', () => {
    const secrets = secretsOf([{ name: 'main', publicKey: 'P', privateKey: 'the-private-key' }]);
    const clean = redactExchange(
      exchangeOf({
        url: 'http://h/x?k=the-private-key',
        sent: '{"v":"the-private-key"}',
        body: '{"detail":"the-private-key"}',
        fault: 'the-private-key',
      }),
      secrets,
    );
    assert.ok(!JSON.stringify(clean).includes('the-private-key'));
    assert.deepEqual(clean.secretsInResponse, ['the private key of main']);
  });

  test('teaches the keys that its answer brings', () => {
    const secrets = secretsOf([]);
    const created = redactExchange(exchangeOf({ body: '{"id":"1","privateKey":"fresh-key-0001"}' }), secrets);
    assert.equal(created.response?.body, '{"id":"1","privateKey":"[removed]"}');
    assert.deepEqual(created.secretsInResponse, ['the field privateKey']);
    const later = redactExchange(exchangeOf({ url: 'http://h/fresh-key-0001', body: '"fresh-key-0001"' }), secrets);
    assert.equal(later.request.url, 'http://h/[removed]');
    assert.deepEqual(later.secretsInResponse, ['the privateKey given in an answer']);
  });

  test('shows that an answer repeats the password sent', () => {
    const clean = redactExchange(
      exchangeOf({
        sent: '{"password":"long-enough-1"}',
        body: '{"detail":"The password long-enough-1 is bad."}',
      }),
      secretsOf([]),
    );
    assert.equal(clean.response?.body, '{"detail":"The password [removed] is bad."}');
    assert.deepEqual(clean.secretsInResponse, ['the password sent in a request']);
  });

  test('without an answer stays without one', () => {
    const clean = redactExchange({ ...exchangeOf({ fault: 'nobody there' }), response: null }, secretsOf([]));
    assert.equal(clean.response, null);
    assert.deepEqual(clean.secretsInResponse, []);
  });
});

test('a recorder numbers the calls of its test from 1', () => {
  const seen: Exchange[] = [];
  const recorder = createRecorder({
    test: 'lists',
    onExchange: (exchange) => {
      seen.push(exchange);
    },
  });
  assert.deepEqual([recorder.nextId(), recorder.nextId()], ['lists#1', 'lists#2']);
  recorder.record(exchangeOf({}));
  assert.equal(seen.length, 1);
});
