import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { operationFor, operations, supportedMethods, type Operation } from '../../src/contract/operations/index.ts';

const rows = Object.entries<Operation>(operations);

describe('the table of operations', () => {
  test('ids are words, resource.verb', () => {
    for (const [id] of rows) assert.match(id, /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
  });

  test('paths are below the base path, without a trailing slash, with parameters in braces', () => {
    for (const [id, { path }] of rows) {
      assert.match(path, /^\/$|^(\/([A-Za-z]+|\{[a-z][A-Za-z]*\}))+$/, id);
    }
  });

  test('every operation is found again at its own path', () => {
    for (const [id, { method, path }] of rows) {
      for (const word of ['accessList', 'whitelist']) {
        const asked = path.replace('{accessList}', word).replaceAll(/\{[^}]+\}/g, '5f0c2d3e4b5a69788796a5b4');
        assert.equal(operationFor(method, asked), id);
      }
    }
  });

  test('successes are 200, 201 or 204, and 201 is for POST only', () => {
    for (const [id, { method, ok }] of rows) {
      assert.ok(ok.length > 0 && ok.every((status) => [200, 201, 204].includes(status)), id);
      assert.ok(!ok.includes(201) || method === 'POST', id);
      assert.ok(!ok.includes(204) || method === 'DELETE', id);
    }
  });

  test('what is removed answers with nothing', () => {
    for (const [id, { method, kind, schema }] of rows) {
      if (method === 'DELETE') assert.equal(kind, 'empty', id);
      if (kind === 'empty' || kind === 'download') assert.equal(schema, undefined, id);
    }
  });

  test("changes of the caller's own list need a list, and one call needs no credentials", () => {
    assert.equal(operations['user-access-list.add'].needsAccessList, true);
    assert.equal(operations['user-access-list.remove'].needsAccessList, true);
    assert.deepEqual(
      rows.filter(([, row]) => row.unauthenticated).map(([id]) => id),
      ['users.create-first'],
    );
  });
});

describe('operationFor', () => {
  const cases: [method: string, path: string, id: string | undefined][] = [
    ['GET', '/', 'root.read'],
    ['GET', '', 'root.read'],
    ['DELETE', '/', undefined],
    ['GET', '/groups/not-an-id/hosts', 'hosts.list'],
    ['HEAD', '/groups/1/hosts', 'hosts.list'],
    ['GET', '/groups/1/hosts/?pageNum=2&pretty=true', 'hosts.list'],
    ['GET', '/groups/1/hosts/byName/db.example.com:27017', 'hosts.read-by-name'],
    ['GET', '/groups/byName/hosts', 'projects.read-by-name'],
    ['GET', '/groups/byName', 'projects.read'],
    ['GET', '/orgs/1/invoices/pending', 'invoices.pending'],
    ['GET', '/orgs/1/invoices/2', 'invoices.read'],
    ['GET', '/groups/1/agents/versions', 'agents.versions'],
    ['GET', '/groups/1/agents/MONITORING', 'agents.list'],
    ['GET', '/users/1/accessList/192.0.2.1', 'user-access-list.read'],
    ['GET', '/users/1/whitelist/192.0.2.0%2F24', 'user-access-list.read'],
    ['GET', '/users/1/blocklist/192.0.2.1', undefined],
    ['GET', '/softwareComponents/version', undefined],
    ['GET', '/projects', undefined],
    ['OPTIONS', '/groups', undefined],
  ];
  for (const [method, path, id] of cases) {
    test(`${method} ${path || '(nothing)'} is ${id ?? 'no operation'}`, () => assert.equal(operationFor(method, path), id));
  }
});

describe('supportedMethods', () => {
  test('names HEAD wherever there is GET', () => {
    assert.deepEqual(supportedMethods('/'), ['GET', 'HEAD']);
    assert.deepEqual(supportedMethods('/groups/1/hosts').toSorted(), ['GET', 'HEAD', 'POST']);
  });

  test('of a product, leaves out what only the other has', () => {
    assert.ok(supportedMethods('/users/1', 'ops-manager').includes('DELETE'));
    assert.ok(!supportedMethods('/users/1', 'cloud-manager').includes('DELETE'));
  });

  test('is empty where nothing lives', () => {
    assert.deepEqual(supportedMethods('/nothing/here'), []);
  });
});
