import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMock } from '../../src/mock/server/mock.ts';
import type { KeyPair, MockOptions } from '../../src/mock/forms/types.ts';
import { callerOf } from '../support/mock-caller.ts';

function setUp(options: MockOptions = {}) {
  const mock = createMock(options);
  const { identity } = mock;
  return {
    mock,
    identity,
    group: `/groups/${identity.projectId}`,
    org: `/orgs/${identity.orgId}`,
    main: callerOf(mock),
    as: (name: keyof typeof identity.callers) => callerOf(mock, identity.callers[name]),
  };
}

describe('roles and membership', () => {
  test('a reader reads and writes nothing', async () => {
    const { as, group, main } = setUp();
    const reader = as('readOnly');
    assert.equal((await reader('GET', `${group}/hosts`)).status, 200);
    for (const [method, path, code] of [
      ['POST', `${group}/hosts`, 'USER_UNAUTHORIZED'],
      ['POST', `${group}/alertConfigs`, 'USER_UNAUTHORIZED'],
      ['GET', `${group}/automationConfig`, 'USER_UNAUTHORIZED'],
      ['DELETE', group, 'USER_UNAUTHORIZED'],
      ['POST', `${group}/users`, 'NOT_GROUP_USER_ADMIN'],
    ] as const) {
      const { status, json } = await reader(method, path, {});
      assert.deepEqual([status, json['errorCode']], [401, code], `${method} ${path}`);
    }
    assert.equal((await main('GET', group)).status, 200);
  });
  test('an outsider is told the same of a foreign project and of none', async () => {
    const { as, group } = setUp();
    const outsider = as('outsider');
    for (const path of [`${group}/hosts`, '/groups/000000000000000000000000/hosts']) {
      const { status, json } = await outsider('GET', path);
      assert.deepEqual([status, json['errorCode']], [401, 'NOT_IN_GROUP']);
    }
    assert.deepEqual((await outsider('GET', '/groups')).json['totalCount'], 0);
  });
  test('a global caller is told 404', async () => {
    const { main } = setUp();
    const { status, json } = await main('GET', '/groups/000000000000000000000000/hosts');
    assert.deepEqual([status, json['errorCode'], json['parameters']], [404, 'GROUP_NOT_FOUND', ['000000000000000000000000']]);
    const cloud = setUp({ product: 'cloud-manager' });
    assert.equal((await cloud.main('GET', '/groups/000000000000000000000000')).json['errorCode'], 'NOT_IN_GROUP');
  });
  test('a malformed id is 404 whoever asks', async () => {
    const { as, group } = setUp();
    assert.equal((await as('outsider')('GET', '/groups/x')).json['errorCode'], 'INVALID_GROUP_ID');
    assert.equal((await as('readOnly')('DELETE', `${group}/alertConfigs/x`)).json['errorCode'], 'INVALID_ALERT_CONFIG_ID');
  });
});

describe('access lists', () => {
  for (const [dialect, word, code] of [
    ['access-list', 'accessList', 'IP_ADDRESS_NOT_ON_ACCESS_LIST'],
    ['whitelist', 'whitelist', 'IP_ADDRESS_NOT_ON_WHITELIST'],
  ] as const) {
    test(`a list that lacks the address refuses it, an empty one does only where one is required (${dialect})`, async () => {
      const { as, group, main } = setUp({ dialect });
      const other = await as('otherAddress')('GET', group);
      assert.deepEqual([other.status, other.json['errorCode'], other.json['parameters']], [403, code, ['127.0.0.1']]);
      assert.equal((await as('otherAddress')('GET', group, undefined, { remoteAddress: '192.0.2.1' })).status, 200);
      const empty = as('emptyAccessList');
      assert.equal((await empty('GET', group, undefined, { remoteAddress: '203.0.113.9' })).status, 200);
      const user = ((await main('GET', '/')).json['links'] as { rel: string; href: string }[]).find(({ rel }) =>
        rel.endsWith('/user'),
      );
      const path = `${user?.href ?? ''}/${word}`;
      assert.equal((await empty('POST', path, [{ ipAddress: '192.0.2.7' }])).json['errorCode'], code);
      assert.equal((await main('POST', path, [{ ipAddress: '192.0.2.7' }])).status, 201);
      assert.equal((await main('GET', `${path}/192.0.2.7`)).status, 200);
      assert.equal((await main('DELETE', `${path}/192.0.2.7`)).status, 200);
      assert.equal((await main('GET', `${path}/192.0.2.7`)).status, 404);
      const own = await main('DELETE', `${path}/127.0.0.0%2F8`);
      assert.match(String(own.json['errorCode']), /^CANNOT_REMOVE_CALLER_FROM_(ACCESS_LIST|WHITELIST)$/);
    });
  }
  test('IPv6 and mapped addresses are matched', async () => {
    const { main } = setUp();
    for (const [remoteAddress, status] of [
      ['::1', 200],
      ['::ffff:127.9.9.9', 200],
      ['::2', 403],
      ['10.0.0.1', 403],
      ['', 403],
    ] as const) {
      assert.equal((await main('GET', '/groups', undefined, { remoteAddress })).status, status, remoteAddress);
    }
  });
  test('a new key works at once, and so does its list', async () => {
    const { main, mock, org, group, identity } = setUp();
    const made = (await main('POST', `${org}/apiKeys`, { desc: 'new', roles: ['ORG_MEMBER'] })).json as unknown as KeyPair & {
      id: string;
    };
    const ask = callerOf(mock, made);
    assert.equal((await ask('GET', group)).json['errorCode'], 'NOT_IN_GROUP');
    assert.equal((await main('PATCH', `${group}/apiKeys/${made.id}`, { roles: ['GROUP_READ_ONLY'] })).status, 200);
    assert.equal((await ask('GET', group)).status, 200);
    const list = `${org}/apiKeys/${made.id}/accessList`;
    assert.equal((await main('POST', list, [{ cidrBlock: '198.51.100.0/24' }])).status, 200);
    assert.equal((await ask('GET', group)).status, 403);
    assert.equal((await ask('GET', group, undefined, { remoteAddress: '198.51.100.200' })).status, 200);
    assert.equal((await main('GET', `${list}/198.51.100.0%2F24`)).json['cidrBlock'], '198.51.100.0/24');
    assert.equal(
      (await main('POST', list, [{ cidrBlock: '198.51.100.0/24' }])).json['errorCode'],
      'ADDRESS_ALREADY_IN_ACCESS_LIST',
    );
    assert.equal((await main('DELETE', `${list}/198.51.100.0%2F24`)).status, 200);
    assert.equal((await ask('GET', group)).status, 200);
    assert.match(String((await main('GET', `${org}/apiKeys/${made.id}`)).json['privateKey']), /^\*{8}-\*{4}-\*{4}-/);
    assert.equal((await main('DELETE', `${org}/apiKeys/${made.id}`)).status, 200);
    assert.equal((await ask('GET', group)).status, 401);
    assert.equal((await main('GET', `${org}/apiKeys/${made.id}`)).status, 400);
    assert.ok(identity.callers.readOnly);
  });
  test('what is no good entry is refused as a whole', async () => {
    const { main, mock, org } = setUp();
    const made = (await main('POST', `${org}/apiKeys`, { desc: 'new', roles: ['ORG_MEMBER'] })).json;
    const list = `${org}/apiKeys/${String(made['id'])}/accessList`;
    for (const [body, code] of [
      [[{ ipAddress: '192.0.2.1', cidrBlock: '192.0.2.0/24' }], 'BAD_ACCESS_LIST_ADD_REQUEST'],
      [[{}], 'MISSING_ONE_OF_ATTRIBUTES'],
      [[{ ipAddress: '192.0.2.1' }, { cidrBlock: '192.0.2.1/32' }], 'DUPLICATE_ADDRESSES_IN_INPUT'],
      [[{ ipAddress: '192.0.2.1' }, { ipAddress: 'x' }], 'INVALID_IP_ADDRESS_OR_CIDR_NOTATION'],
      [{ ipAddress: '192.0.2.1' }, 'INVALID_JSON'],
    ] as const) {
      const { status, json } = await main('POST', list, body);
      assert.deepEqual([status, json['errorCode']], [400, code]);
    }
    assert.equal((await main('GET', list)).json['totalCount'], 0);
    assert.ok(mock);
  });
});

describe('rate limits', () => {
  test('count by project, for all who call, until the window of the clock ends', async () => {
    let clock = Date.UTC(2026, 0, 1, 13, 0, 30);
    const { main, as, identity } = setUp({ now: () => clock, rateLimit: 3 });
    const all = (await main('GET', '/groups')).json['results'] as { id: string }[];
    const other = all.find(({ id }) => id !== identity.projectId)?.id ?? '';
    const limited = (id: string): string => identity.rateLimitedPath.replace('{projectId}', id);
    const ask = [main, as('readOnly'), main, as('readOnly')];
    const statuses = [];
    for (const caller of ask) statuses.push((await caller('GET', limited(identity.projectId))).status);
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    const { json, headers } = await main('GET', limited(identity.projectId));
    assert.deepEqual([json['errorCode'], json['reason'], headers['Retry-After']], ['RATE_LIMITED', 'Too Many Requests', '30']);
    assert.equal((await main('GET', limited(other))).status, 200);
    assert.equal((await main('GET', `/groups/${identity.projectId}/hosts`)).status, 200);
    clock += 30_000;
    assert.equal((await main('GET', limited(identity.projectId))).status, 200);
  });
});
