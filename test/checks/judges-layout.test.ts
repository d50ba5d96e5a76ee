import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bodyOf, contentOf } from '../../src/checks/exchange/json.ts';
import { judgeNoBody, judgeSameHeaders } from '../../src/checks/layout/head.ts';
import { judgePretty, judgeSameContent, sameDocument } from '../../src/checks/layout/layout.ts';
import { judgeEntityEnvelope, judgeEnvelopeStatus, judgeListEnvelope } from '../../src/checks/lists/envelope.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import {
  base,
  error,
  exchange,
  fails,
  json,
  list,
  type Made,
  passes,
  passesWithFinding,
  seesNothing,
  team,
  teamAnswer,
} from '../support/made-exchanges.ts';

describe('bodies', () => {
  test('are read once, and taken out of the envelope that was asked for', () => {
    const one = teamAnswer();
    assert.equal(bodyOf(one), bodyOf(one));
    assert.equal(bodyOf(exchange()).kind, 'empty');
    assert.equal(bodyOf(exchange({ text: '{' })).kind, 'not-json');
    const wrapped = exchange({ path: '/x?envelope=true', body: { status: 200, content: team() } });
    assert.deepEqual(contentOf(wrapped), { value: team(), pointer: '/content', status: 200 });
    assert.equal(contentOf(exchange({ body: { status: 200, content: 1 } }))?.pointer, '');
  });
});

function enveloped(body: unknown, status = 200): Exchange {
  return exchange({ path: '/groups/x?envelope=true', status, body });
}

describe('envelopes and layout', () => {
  test('an entity is wrapped in status and content', () => {
    passes(judgeEntityEnvelope(enveloped({ status: 200, content: team() })));
    fails(judgeEntityEnvelope(enveloped(team())), '/status', '/content');
    fails(judgeEntityEnvelope(enveloped({ status: '200', content: team() })), '/status');
    passesWithFinding(judgeEntityEnvelope(enveloped({ status: 200, content: team(), headers: {} })));
  });
  test('a list gains status and nothing else', () => {
    passes(judgeListEnvelope(list({ status: 200 })));
    fails(judgeListEnvelope(list()), '/status');
    fails(judgeListEnvelope(enveloped({ status: 200, content: { results: [] } })), '/results', '/content');
  });
  test('the status in an envelope is the real one', () => {
    passes(judgeEnvelopeStatus(enveloped({ status: 201, content: team() }, 201)));
    passes(judgeEnvelopeStatus(enveloped({ status: 404, content: error() }, 200)));
    passes(judgeEnvelopeStatus(enveloped({ status: 404, content: error() }, 404)));
    fails(judgeEnvelopeStatus(enveloped({ status: 200, content: team() }, 201)), '/status');
    fails(judgeEnvelopeStatus(enveloped({ status: 200, content: error() }, 200)), '/status');
  });
  test('pretty is line breaks and indentation outside strings', () => {
    passes(judgePretty(exchange({ text: '{\n  "a" : [ 1 ]\n}' })));
    fails(judgePretty(exchange({ text: '{"a":"\\n  "}' })), '');
    fails(judgePretty(exchange({ text: '{ "a": 1 }' })), '');
    seesNothing(judgePretty(exchange({ text: '{}' })));
  });
  test('documents are the same whatever the order of their fields', () => {
    assert.deepEqual(sameDocument({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }), []);
    assert.deepEqual(
      sameDocument({ a: [1, 2], b: 1 }, { a: [1, 3] }).map(({ path }) => path),
      ['/a/1', '/b'],
    );
    assert.deepEqual(sameDocument({ a: 1 }, { a: '1' }), [{ path: '/a', message: 'is "1", expected 1' }]);
    assert.deepEqual(
      sameDocument([1], [1, 2]).map(({ path }) => path),
      [''],
    );
    assert.deepEqual(sameDocument({ href: `${base}/x?b=1&a=2` }, { href: `${base}/x?pretty=true&a=2&b=1` }), []);
  });
  test('an envelope does not change what it holds', () => {
    passes(judgeSameContent(teamAnswer(), enveloped({ status: 200, content: team() })));
    passes(judgeSameContent(list(), list({ status: 200 }, { path: '/orgs/x/teams?envelope=true' })));
    fails(judgeSameContent(teamAnswer(), enveloped({ status: 200, content: team({ name: 'other' }) })), '/content/name');
  });
});

function head(made: Made = {}): Exchange {
  return exchange({ method: 'HEAD', ...made });
}

describe('HEAD', () => {
  test('no body is proven on the socket only', () => {
    passes(judgeNoBody(head({ kind: 'raw' })));
    fails(judgeNoBody(head({ kind: 'raw', text: '{}' })), '');
    fails(judgeNoBody(head({ text: '{}' })), '');
    seesNothing(judgeNoBody(head()));
    passes(judgeNoBody(exchange({ method: 'DELETE', status: 204 })));
  });
  test('HEAD has the status and the representation headers of GET', () => {
    passes(judgeSameHeaders(teamAnswer(), head()));
    passes(judgeSameHeaders(teamAnswer({}, { headers: [json, ['Content-Length', '5'], ['Date', 'x']] }), head()));
    fails(judgeSameHeaders(teamAnswer(), head({ status: 404 })), 'status');
    fails(judgeSameHeaders(teamAnswer(), head({ headers: [] })), 'header Content-Type');
    fails(
      judgeSameHeaders(
        teamAnswer({}, { headers: [json, ['Content-Length', '5']] }),
        head({ headers: [json, ['content-length', '0']] }),
      ),
    );
    passesWithFinding(judgeSameHeaders(teamAnswer({}, { headers: [json, ['X-MongoDB-Service-Version', 'x']] }), head()));
  });
});
