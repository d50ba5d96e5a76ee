import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { judgeConformance, operationOf } from '../../src/checks/schemas/conformance.ts';
import { pathBelow } from '../../src/contract/path-templates.ts';
import { isRelation } from '../../src/contract/relations.ts';
import { exchange, id, seesNothing } from '../support/made-exchanges.ts';
import { judgeEntity } from '../../src/checks/schemas/entity.ts';

const root = 'https://om.example.com/api/public/v1.0';

describe('what is below the root', () => {
  const places: readonly (readonly [url: string, path: string | undefined])[] = [
    [root, ''],
    [`${root}/`, ''],
    [`${root}?pretty=true`, ''],
    [`${root}/groups`, '/groups'],
    [`${root}/groups/?a=/b#c`, '/groups'],
    [`${root}beta/groups`, undefined],
    ['https://om.example.com/groups', undefined],
    ['https://om.example.com/api/public/v2/groups', undefined],
    ['https://elsewhere.example.com/api/public/v1.0/orgs', '/orgs'],
  ];
  for (const [url, path] of places) {
    test(`${url}: ${path ?? 'not below it'}`, () => {
      assert.equal(pathBelow(root, url), path);
      assert.equal(pathBelow('/api/public/v1.0/', url), path);
    });
  }
});

describe('an operation', () => {
  const asked = (path: string) => operationOf(exchange({ path }));

  test('is known by the whole of its path', () => {
    assert.equal(asked('/groups'), 'projects.list');
    assert.equal(asked(''), 'root.read');
    for (const path of [`/usage/groups/${id}/hosts`, `/admin/backup/groups/${id}`, '/groups/availablePolicies', 'beta/groups']) {
      assert.equal(asked(path), undefined, path);
    }
  });

  test("is known below a root of the target's own", () => {
    const made = exchange();
    const elsewhere = { ...made, root: '/om/api', request: { ...made.request, url: 'https://om.example.com/om/api/groups' } };
    assert.equal(operationOf(elsewhere), 'projects.list');
    assert.equal(operationOf({ ...elsewhere, root: '/om' }), undefined);
  });
});

describe('a relation', () => {
  test('of the extensions is known by its last part', () => {
    for (const rel of [
      'http://mms.mongodb.com/group',
      'https://cloud.mongodb.com/group',
      'https://om.example.com:8443/base/group',
      'group',
    ]) {
      assert.ok(isRelation(rel, 'group'), rel);
    }
    for (const rel of ['http://mms.mongodb.com/groups', 'http://mms.mongodb.com/', 7, undefined])
      assert.ok(!isRelation(rel, 'group'), String(rel));
  });

  test('that is registered is known as it stands', () => {
    assert.ok(isRelation('self', 'self'));
    assert.ok(!isRelation('http://mms.mongodb.com/self', 'self'));
  });
});

describe('a refusal', () => {
  const refusal = exchange({
    path: `/groups/${id}/backupConfigs/${id}`,
    status: 404,
    body: { detail: 'None.', error: 404, errorCode: 'BACKUP_CONFIG_NOT_FOUND', parameters: [], reason: 'Not Found' },
  });

  test('says nothing of what an entity looks like', () => {
    seesNothing(judgeEntity(refusal, 'backup-config'));
    assert.equal(judgeConformance(refusal), undefined);
    seesNothing(judgeEntity(exchange({ path: `/groups/${id}?envelope=true`, body: { status: 404, content: {} } }), 'project'));
  });
});
