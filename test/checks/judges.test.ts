import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { judgeChallenge, judgeNoBasic } from '../../src/checks/errors/challenge.ts';
import { judgeEntities, judgeEntity } from '../../src/checks/schemas/entity.ts';
import { judgeEntityEnvelope, judgeEnvelopeStatus, judgeListEnvelope } from '../../src/checks/lists/envelope.ts';
import { judgeDetail } from '../../src/checks/errors/error-document.ts';
import { judgeNoBody, judgeSameHeaders } from '../../src/checks/layout/head.ts';
import { curlLine, formatFailure } from '../../src/checks/explain.ts';
import { bodyOf, contentOf } from '../../src/checks/exchange/json.ts';
import { judgePretty, judgeSameContent, sameDocument } from '../../src/checks/layout/layout.ts';
import { judgeOrigin } from '../../src/checks/links/links.ts';
import { judgeLinkIs, judgeLinksToItself } from '../../src/checks/lists/link-presence.ts';
import { judgeLinkTarget, judgeListShape, judgePageSize } from '../../src/checks/lists/page.ts';
import { judgeRefusal } from '../../src/checks/errors/refusal.ts';
import { judgeSelf } from '../../src/checks/links/self.ts';
import { judgeStatus } from '../../src/checks/errors/status.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import {
  base, error, exchange, fails, good, id, json, list, login, page, passes, passesWithFinding, refused, seesNothing, team,
  teamAnswer, type Made,
} from '../support/made-exchanges.ts';

describe('status and refusals', () => {
  test('a status is one of those expected', () => {
    passes(judgeStatus(exchange({ status: 201 }), [200, 201]));
    fails(judgeStatus(exchange({ status: 404 }), 200), 'status');
    seesNothing(judgeStatus({ ...exchange(), response: null }, 200));
  });
  test('a refusal has its status and one of its codes', () => {
    passes(judgeRefusal(refused(), { status: 404, code: 'RESOURCE_NOT_FOUND' }));
    passes(judgeRefusal(refused(), { status: [401, 404], codes: ['NOT_IN_GROUP', 'RESOURCE_NOT_FOUND'] }));
    passes(judgeRefusal(exchange({ status: 401, body: login }), { status: 401 }));
    fails(judgeRefusal(refused(), { status: 404, code: 'GROUP_NOT_FOUND' }), '/errorCode');
    fails(judgeRefusal(teamAnswer(), { status: 404, code: 'GROUP_NOT_FOUND' }), 'status', '');
    fails(judgeRefusal(exchange({ status: 404, text: '<html>' }), { status: 404, code: 'GROUP_NOT_FOUND' }), '');
  });
  test('other fills and another wording are findings', () => {
    const { findings } = judgeRefusal(refused(), { status: 404, code: 'RESOURCE_NOT_FOUND', fills: ['/x'] });
    assert.equal(findings, undefined);
    passesWithFinding(judgeRefusal(refused(), { status: 404, code: 'RESOURCE_NOT_FOUND', fills: ['/y'] }));
    passesWithFinding(judgeRefusal(refused({ detail: 'Gone.' }), { status: 404, code: 'RESOURCE_NOT_FOUND' }));
    passesWithFinding(judgeDetail(refused(), 'No {thing} there.'));
    assert.equal(judgeDetail(refused({ detail: 'cannot-find resource "/x"' }), 'Cannot find resource {resource}.').findings, undefined);
  });
});

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

function nextTo(to: string) {
  return judgeLinkTarget(page('?pageNum=2&itemsPerPage=10&name=a', 57, 10, [['next', to]]), 'next');
}

describe('pages', () => {
  const first = page('?itemsPerPage=10', 57, 10, [['self', '?pageNum=1&itemsPerPage=10&pretty=false'], ['next', '?itemsPerPage=10&pageNum=2']]);
  const middle = page('?pageNum=2&itemsPerPage=10', 57, 10, [
    ['self', '?itemsPerPage=10&pageNum=2'], ['previous', '?itemsPerPage=10&pageNum=1'], ['next', '?itemsPerPage=10&pageNum=3'],
  ]);
  const last = page('?pageNum=6&itemsPerPage=10', 57, 7, [
    ['self', '?pageNum=6&itemsPerPage=10'], ['previous', '?pageNum=5&itemsPerPage=10'],
  ]);
  const only = page('', 0, 0, [['self', '']]);
  const exact = page('?itemsPerPage=10&pageNum=2', 20, 10, [['self', '?itemsPerPage=10&pageNum=2'], ['previous', '?itemsPerPage=10&pageNum=1']]);

  test('as documented are kept', () => {
    for (const [one, size] of [[first, 10], [middle, 10], [last, 7], [only, 0], [exact, 10]] as const) {
      passes(judgeListShape(one));
      passes(judgePageSize(one, size));
      passes(judgeLinksToItself(one));
    }
    for (const rel of ['previous', 'next'] as const) passes(judgeLinkTarget(middle, rel));
  });
  test('have the links that are claimed, and no others', () => {
    passes(judgeLinkIs(middle, 'next', 'present'));
    passes(judgeLinkIs(last, 'next', 'absent'));
    fails(judgeLinkIs(last, 'next', 'present'), '/links');
    fails(judgeLinkIs(middle, 'previous', 'absent'), '/links');
    fails(judgeLinksToItself(page('', 3, 3, [])), '/links');
  });
  test('asked for with numbers that are not allowed are free', () => {
    seesNothing(judgePageSize(page('?itemsPerPage=0', 9, 9, [])));
  });
  test('lead to the right page of the same list', () => {
    passes(nextTo('?itemsPerPage=10&name=a&pageNum=3'));
    passesWithFinding(nextTo('?itemsPerPage=10&pageNum=3'));
    fails(nextTo('?itemsPerPage=10&name=a&pageNum=4'));
    fails(nextTo('?name=a&pageNum=3'));
    fails(nextTo('/other?itemsPerPage=10&name=a&pageNum=3'));
    passes(judgeLinkTarget(page('', 300, 100, [['next', '?pageNum=2']]), 'next'));
    passes(judgeLinkTarget(page('', 300, 100, [['next', '?pageNum=2&itemsPerPage=100']]), 'next'));
  });
  test('have the size and the count that are expected', () => {
    fails(judgePageSize(first, 9), '/results');
    fails(judgePageSize(page('', 101, 101, [])), '/results');
    passes(judgePageSize(last));
    passesWithFinding(judgePageSize(page('', 57, 5, [])));
    fails(judgePageSize(teamAnswer(), 1), '');
  });
});

function selfAt(path: string, href: string) {
  return judgeSelf(exchange({ path, body: team({ links: [{ rel: 'self', href }] }) }));
}

describe('links', () => {
  test('self names what was asked for', () => {
    passes(selfAt(`/orgs/x/teams/${id}?pretty=true`, `${base}/orgs/x/teams/${id}`));
    passes(selfAt(`/groups/x/hosts/y`, 'http://other.example.com/api/public/v1.0/projects/x/hosts/y/'));
    passes(selfAt('/groups/byName/My%20Shop', `${base}/groups/${id}`));
    passes(selfAt(`/groups/x/apiKeys/${id}`, `${base}/orgs/y/apiKeys/${id}`));
    passes(selfAt('/users/u/whitelist/192.0.2.1', `${base}/users/u/accessList/192.0.2.1`));
    fails(selfAt('/groups/byName/shop', `${base}/groups/byName/shop2`));
    fails(selfAt(`/groups/x/hosts/y`, `${base}/groups/x/hosts/z`));
    fails(selfAt(`/groups/x/hosts/y`, `${base}/groups/x/hosts`));
    passesWithFinding(selfAt('/groups/x/hosts/y?a=1', `${base}/groups/x/hosts/y`));
    seesNothing(judgeSelf(teamAnswer({}, { method: 'POST', status: 201 })));
  });
  test('self of a list names the page', () => {
    passes(judgeSelf(page('', 3, 3, [['self', '?pretty=true&pageNum=1&itemsPerPage=100']])));
    fails(judgeSelf(page('?pageNum=2', 3, 3, [['self', '']])));
    passesWithFinding(judgeSelf(page('?name=a', 3, 3, [['self', '']])));
  });
  test('another origin is a finding', () => {
    passes(judgeOrigin(teamAnswer()));
    passesWithFinding(judgeOrigin(teamAnswer({ links: [{ rel: 'self', href: 'http://inside:8080/x' }] })));
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
    assert.deepEqual(sameDocument({ a: [1, 2], b: 1 }, { a: [1, 3] }).map(({ path }) => path), ['/a/1', '/b']);
    assert.deepEqual(sameDocument({ a: 1 }, { a: '1' }), [{ path: '/a', message: 'is "1", expected 1' }]);
    assert.deepEqual(sameDocument([1], [1, 2]).map(({ path }) => path), ['']);
    assert.deepEqual(sameDocument({ href: `${base}/x?b=1&a=2` }, { href: `${base}/x?pretty=true&a=2&b=1` }), []);
  });
  test('an envelope does not change what it holds', () => {
    passes(judgeSameContent(teamAnswer(), enveloped({ status: 200, content: team() })));
    passes(judgeSameContent(list(), list({ status: 200 }, { path: '/orgs/x/teams?envelope=true' })));
    fails(judgeSameContent(teamAnswer(), enveloped({ status: 200, content: team({ name: 'other' }) })), '/content/name');
  });
});

describe('entities', () => {
  test('conform to their schema; what it does not name is a finding', () => {
    passes(judgeEntity(teamAnswer(), 'team'));
    passesWithFinding(judgeEntity(teamAnswer({ extra: 1 }), 'team'));
    fails(judgeEntity(teamAnswer({ id: 'x' }), 'team'), '/id');
    fails(judgeEntity(exchange({ path: '/x?envelope=true', body: { status: 200, content: team({ id: 'x' }) } }), 'team'), '/content/id');
    fails(judgeEntity(exchange({ text: '' }), 'team'), '');
    seesNothing(judgeEntity({ ...exchange(), response: null }, 'team'));
  });
  test('leave links, dates and nulls to the general rules', () => {
    passes(judgeEntity(teamAnswer({ links: undefined }), 'team'));
    passes(judgeEntity(teamAnswer({ name: null }), 'team'));
    const window = { id, groupId: id, created: 5, updated: 'x', startDate: '', endDate: '', alertTypeNames: [], links: [] };
    passes(judgeEntity(exchange({ body: window }), 'maintenance-window'));
    fails(judgeEntity(exchange({ body: { ...window, created: true } }), 'maintenance-window'), '/created');
    fails(judgeEntity(exchange({ body: { ...window, created: undefined } }), 'maintenance-window'), '/created');
  });
  test('of a list are each looked at', () => {
    assert.equal(judgeEntities(list({ results: [team(), team()] }), 'team').examined, 2);
    fails(judgeEntities(list({ results: [team(), team({ id: 5 })] }), 'team'), '/results/1/id');
    fails(judgeEntities(list({ results: ['x'] }), 'team'), '/results/0');
    fails(judgeEntities(teamAnswer(), 'team'), '');
    passes(judgeEntities(exchange({ path: '/groups/x/agentapikeys', body: [{ _id: 'a', key: 'k', desc: '' }] }), 'agent-api-key'));
    seesNothing(judgeEntities(list({ results: [] }), 'team'));
  });
});

function head(made: Made = {}): Exchange {
  return exchange({ method: 'HEAD', ...made });
}

describe('HEAD and challenges', () => {
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
    fails(judgeSameHeaders(teamAnswer({}, { headers: [json, ['Content-Length', '5']] }), head({ headers: [json, ['content-length', '0']] })));
    passesWithFinding(judgeSameHeaders(teamAnswer({}, { headers: [json, ['X-MongoDB-Service-Version', 'x']] }), head()));
  });
  test('a challenge is demanded when asked for one, and Basic is never offered', () => {
    passes(judgeChallenge(exchange({ status: 401, headers: [good] })));
    fails(judgeChallenge(exchange({ status: 401 })), 'header WWW-Authenticate');
    seesNothing(judgeNoBasic(exchange()));
  });
});

describe('the text of a failure', () => {
  test('tells the request, each violation, the answer, and how to repeat it', () => {
    const one = exchange({ method: 'PATCH', path: '/groups/x?pretty=true', status: 404, body: error() });
    const asked = { ...one, request: {
      ...one.request, body: `{"name":"Joe's"}`,
      headers: [['Content-Type', 'application/json'], ['Content-Length', '16'], ['Authorization', 'removed']] as const,
    } };
    assert.equal(formatFailure(asked, [
      { path: 'status', message: 'is 404, expected 200' }, { path: '/reason', message: 'is "Not Found", expected "OK"' },
      { path: '', message: 'is odd' },
    ]), `PATCH https://om.example.com/api/public/v1.0/groups/x?pretty=true

  status is 404, expected 200
  /reason is "Not Found", expected "OK"
  body is odd

Answer: 404 application/json
  {
    "detail": "Cannot find resource /x.",
    "error": 404,
    "errorCode": "RESOURCE_NOT_FOUND",
    "parameters": [
      "/x"
    ],
    "reason": "Not Found"
  }

Again: curl --digest -u "$TARGET_PUBLIC_KEY:$TARGET_PRIVATE_KEY" -X PATCH 'https://om.example.com/api/public/v1.0/groups/x?pretty=true' -H 'Content-Type: application/json' --data-raw '{"name":"Joe'\\''s"}'`);
  });
  test('shows no credentials for nobody, those of another caller by name, and HEAD as curl wants it', () => {
    const url = `'${base}/groups'`;
    assert.equal(curlLine(exchange({ caller: 'nobody' })), `curl -X GET ${url}`);
    assert.equal(curlLine(exchange({ kind: 'challenge' })), `curl -X GET ${url}`);
    const keys = '"$TARGET_READ_ONLY_PUBLIC_KEY:$TARGET_READ_ONLY_PRIVATE_KEY"';
    assert.equal(curlLine(head({ caller: 'read-only' })), `curl --digest -u ${keys} --head ${url}`);
    assert.match(curlLine(exchange({ path: '/groups?a[]=1' })), /--globoff/);
  });
  test('is bounded, and tells why there is no answer', () => {
    const long = formatFailure(exchange({ text: 'line\n'.repeat(500) }), []);
    assert.ok(long.split('\n').length < 60);
    assert.match(long, /… 461 more lines/);
    assert.match(formatFailure({ ...exchange(), response: null, fault: 'connection refused' }, []), /^No answer: connection refused$/m);
    assert.match(formatFailure(exchange({ caller: 'outsider' }), []), /groups as outsider\n[^]*\(no body\)/);
  });
});
