import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMock } from '../../src/mock/server/mock.ts';
import { routes } from '../../src/mock/resources/index.ts';
import { base, callerOf, fingerprint } from '../support/mock-caller.ts';

const mock = createMock({ rateLimit: 10_000 });
const ask = callerOf(mock);
const group = `/groups/${mock.identity.projectId}`;
const everything = [
  '/groups',
  group,
  `${group}/hosts`,
  `${group}/alertConfigs`,
  `${group}/maintenanceWindows`,
  `${group}/automationConfig`,
];

describe('methods', () => {
  test('what a resource does not support is 405 with Allow, and changes nothing', async () => {
    const before = await fingerprint(ask, ...everything);
    for (const [method, path, allow] of [
      ['DELETE', '', 'GET, HEAD'],
      ['PUT', group, 'GET, HEAD, PATCH, DELETE'],
      ['DELETE', `${group}/hosts`, 'GET, HEAD, POST'],
      ['POST', `${group}/automationStatus`, 'GET, HEAD'],
      ['OPTIONS', '/groups', 'GET, HEAD, POST'],
    ] as const) {
      const { status, json, headers } = await ask(method, path, {});
      assert.deepEqual(
        [status, json['error'], json['errorCode'], json['reason']],
        [405, 405, 'METHOD_NOT_ALLOWED', 'Method Not Allowed'],
      );
      assert.equal(headers['Allow'], allow);
    }
    assert.equal(await fingerprint(ask, ...everything), before);
  });
  test('HEAD has the status, type and length of GET and no body', async () => {
    for (const path of ['', '/groups', `${group}/hosts`, '/groups/x', '/nope']) {
      const [got, head] = [await ask('GET', path), await ask('HEAD', path)];
      assert.deepEqual(
        [head.status, head.text, head.headers['Content-Length']],
        [got.status, '', String(Buffer.byteLength(got.text))],
      );
      assert.equal(head.headers['Content-Type'], got.headers['Content-Type']);
    }
  });
  test('unknown paths are 404 and name the path, without its query', async () => {
    for (const path of ['/nope', '/projects', `${group}/nope`, '/groups/%ZZ', `${group}/hosts//`]) {
      const { status, json } = await ask('GET', `${path}?pretty=true`);
      assert.deepEqual([status, json['errorCode'], json['parameters']], [404, 'RESOURCE_NOT_FOUND', [base + path]]);
    }
    assert.equal((await ask('GET', `${group}/hosts/`)).status, 200);
  });
  test('no two rows of the table are the same', () => {
    const rows = routes.map(({ method, path, product = '' }) => `${method} ${path} ${product}`);
    assert.equal(new Set(rows).size, rows.length);
  });
});

describe('lists', () => {
  test('57 hosts in tens', async () => {
    const { id } = (await ask('POST', '/groups', { name: 'fifty-seven', orgId: mock.identity.orgId })).json as { id: string };
    const hosts = `/groups/${id}/hosts`;
    const empty = await ask('GET', hosts);
    assert.deepEqual([empty.status, empty.json['results'], empty.json['totalCount']], [200, [], 0]);
    for (let port = 1; port <= 57; port += 1) await ask('POST', hosts, { hostname: 'h.example.com', port });
    const seen: string[] = [];
    const rels: string[] = [];
    let next: string | undefined = `${hosts}?itemsPerPage=10&x=1`;
    while (next !== undefined) {
      const { json } = await ask('GET', next);
      const links = json['links'] as { rel: string; href: string }[];
      seen.push(...(json['results'] as { id: string }[]).map((host) => host.id));
      rels.push(links.map(({ rel }) => rel).join(' '));
      assert.equal(json['totalCount'], 57);
      assert.ok(links.every(({ href }) => href.includes('x=1')));
      next = links.find(({ rel }) => rel === 'next')?.href;
    }
    assert.equal(new Set(seen).size, 57);
    assert.deepEqual(rels, ['self next', ...Array.from({ length: 4 }, () => 'self previous next'), 'self previous']);
    const past = (await ask('GET', `${hosts}?itemsPerPage=19&pageNum=9`)).json;
    assert.deepEqual([past['results'], past['totalCount']], [[], 57]);
    const full = (await ask('GET', `${hosts}?itemsPerPage=19&pageNum=3`)).json;
    assert.deepEqual(
      (full['links'] as { rel: string }[]).map(({ rel }) => rel),
      ['self', 'previous'],
    );
  });
  test('a paging parameter that is no positive number is refused, a large page is cut to 500', async () => {
    for (const query of ['pageNum=0', 'pageNum=-1', 'pageNum=abc', 'itemsPerPage=0', 'itemsPerPage=1.5', 'itemsPerPage=']) {
      const { status, json } = await ask('GET', `/groups?${query}`);
      assert.deepEqual([status, json['errorCode'], json['parameters']], [400, 'INVALID_QUERY_PARAMETER', [query.split('=')[0]]]);
    }
    const { json } = await ask('GET', '/groups?itemsPerPage=501');
    assert.match((json['links'] as { href: string }[])[0]?.href ?? '', /itemsPerPage=500/);
  });
});

describe('envelope and pretty', () => {
  test('an entity is wrapped, a list gains its status, a create and an error agree with theirs', async () => {
    const [bare, wrapped] = [await ask('GET', group), await ask('GET', `${group}?envelope=true`)];
    assert.deepEqual(wrapped.json, { content: bare.json, status: 200 });
    const list = (await ask('GET', `${group}/hosts?envelope=true`)).json;
    assert.deepEqual(Object.keys(list), ['links', 'results', 'status', 'totalCount']);
    const made = (await ask('POST', `${group}/hosts?envelope=true`, { hostname: 'e.example.com', port: 1 })).json;
    assert.deepEqual(Object.keys(made), ['content', 'status']);
    assert.equal(made['status'], 201);
    const error = (await ask('GET', '/groups/x?envelope=true')).json;
    assert.deepEqual([error['status'], (error['content'] as { error: number }).error], [404, 404]);
  });
  test('pretty is the same document laid out, errors too', async () => {
    for (const path of [group, `${group}/hosts`, '/groups/x']) {
      const [compact, pretty] = [await ask('GET', path), await ask('GET', `${path}?pretty=true`)];
      assert.equal(compact.text, JSON.stringify(compact.json));
      assert.match(pretty.text, /^\{\n {2}"/);
      if (!path.endsWith('hosts')) assert.deepEqual(pretty.json, compact.json);
    }
  });
});

describe('bodies', () => {
  const window = { startDate: '2040-01-01', endDate: '2040-01-02T16:00-04:00', alertTypeNames: ['HOST'] };
  test('what is no JSON object is INVALID_JSON and changes nothing', async () => {
    const before = await fingerprint(ask, ...everything);
    for (const body of ['', '{', '[]', '[{}]', '1', '"x"', 'null', 'true', '{"name":"x"} x']) {
      for (const [method, path] of [
        ['POST', '/groups'],
        ['PATCH', group],
        ['PUT', `${group}/automationConfig`],
      ] as const) {
        const { status, json } = await ask(method, path, body);
        assert.deepEqual([status, json['errorCode']], [400, 'INVALID_JSON'], `${method} ${path} ${body}`);
      }
    }
    assert.equal(await fingerprint(ask, ...everything), before);
  });
  test('a field that is unknown, read-only, missing or of another type is named, and nothing is applied', async () => {
    const id = String((await ask('POST', `${group}/maintenanceWindows`, window)).json['id']);
    const path = `${group}/maintenanceWindows/${id}`;
    const notification = { typeName: 'GROUP', emailEnabled: true, nope: 1 };
    const before = await fingerprint(ask, ...everything, path);
    for (const [method, at, body, code, name] of [
      ['PATCH', path, { description: 'changed', nope: 1 }, 'INVALID_ATTRIBUTE', 'nope'],
      ['PATCH', path, { description: 'changed', created: '2020-01-01' }, 'ATTRIBUTE_READ_ONLY', 'created'],
      ['PATCH', path, { description: 7 }, 'INVALID_JSON_ATTRIBUTE', 'description'],
      ['PATCH', path, { startDate: '2040-02-30' }, 'INVALID_JSON_ATTRIBUTE', 'startDate'],
      ['PATCH', path, '{"__proto__":{}}', 'INVALID_ATTRIBUTE', '__proto__'],
      ['POST', '/groups', { orgId: mock.identity.orgId }, 'MISSING_ATTRIBUTE', 'name'],
      ['POST', `${group}/hosts`, { hostname: 'h', port: 'x' }, 'INVALID_JSON_ATTRIBUTE', 'port'],
      [
        'POST',
        `${group}/alertConfigs`,
        { eventTypeName: 'HOST_DOWN', notifications: [notification] },
        'INVALID_ATTRIBUTE',
        'nope',
      ],
    ] as const) {
      const { status, json } = await ask(method, at, body);
      assert.deepEqual([status, json['errorCode'], json['parameters']], [400, code, [name]]);
    }
    assert.equal(await fingerprint(ask, ...everything, path), before);
  });
  test('dates mean the instant they should', async () => {
    const { json } = await ask('POST', `${group}/maintenanceWindows`, window);
    assert.deepEqual([json['startDate'], json['endDate']], ['2040-01-01T00:00:00Z', '2040-01-02T20:00:00Z']);
    const path = `${group}/maintenanceWindows/${String(json['id'])}`;
    for (const [given, meant] of [
      ['2041-09-27T16:00', '2041-09-27T16:00:00Z'],
      ['2041-09-27T16:00:01.5Z', '2041-09-27T16:00:01.500Z'],
      ['2041-09-27T16:00:00+0530', '2041-09-27T10:30:00Z'],
    ] as const) {
      assert.equal((await ask('PATCH', path, { endDate: given })).json['endDate'], meant);
    }
  });
  test('dates in a query too', async () => {
    const events = (await ask('GET', `${group}/events`)).json['results'] as { created: string }[];
    const newest =
      events
        .map(({ created }) => created)
        .toSorted()
        .at(-1) ?? '';
    const count = async (query: string) => (await ask('GET', `${group}/events?${query}`)).json['totalCount'];
    assert.equal(await count(`minDate=${newest}`), 1);
    const local = new Date(Date.parse(newest) - 4 * 3_600_000).toISOString().slice(0, 19);
    assert.equal(await count(`minDate=${local}-04:00`), 1);
    assert.equal(await count(`minDate=${newest.slice(0, -1)}`), 1);
    assert.equal(await count(`maxDate=2000-01-01`), 0);
    assert.equal((await ask('GET', `${group}/events?minDate=yesterday`)).json['errorCode'], 'INVALID_QUERY_PARAMETER');
  });
});
