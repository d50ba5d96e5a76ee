import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lineOf } from '../../src/cleanup/ledger-lines.ts';
import { filled, inOneNotation, isOpen, parametersOf, shortened, valuesAt } from '../../src/contract/path-templates.ts';

const id = '5f0c2d3e4b5a69788796a5b4';
const template = '/groups/{projectId}/hosts/{hostId}';

describe('a path template', () => {
  test('names its parameters in order', () => assert.deepEqual(parametersOf(template), ['projectId', 'hostId']));

  test('tells what its parameters stand for in a path like it, and nothing of another', () => {
    assert.deepEqual(valuesAt(template, `/groups/${id}/hosts/a%2Fb`), { projectId: id, hostId: 'a%2Fb' });
    for (const other of [`/groups/${id}/hosts`, `/groups/${id}/hosts/`, `/groups/${id}/hosts/a/b`, `/orgs/${id}/hosts/a`, '']) {
      assert.equal(valuesAt(template, other), undefined, other);
    }
  });

  test('is filled as far as values are known, with what stands in them as it is', () => {
    assert.equal(filled(template, { projectId: '$&', hostId: undefined }), '/groups/$&/hosts/{hostId}');
    assert.equal(filled('/groups/{toString}', {}), '/groups/{toString}');
    assert.deepEqual([template, filled(template, { projectId: 'p', hostId: 'h' })].map(isOpen), [true, false]);
  });

  test('of an earlier version is read in the present notation', () => {
    const reported: readonly (readonly [string, string])[] = [
      ['/groups/{PROJECT-ID}/events', '/groups/{projectId}/events'],
      ['/groups/{GROUP-ID}/sshKeys/byName/{KEY-NAME}', '/groups/{projectId}/sshKeys/byName/{keyName}'],
      ['/orgs/{ORG-ID}/apiKeys/{MADE}', '/orgs/{orgId}/apiKeys/{made}'],
      [`/orgs/{ORG-OF:${id}}/apiKeys/{MADE}`, `/orgs/{orgOf:${id}}/apiKeys/{made}`],
      [template, template],
    ];
    for (const [old, present] of reported) assert.equal(inOneNotation(old), present);
  });
});

test('a ledger of an earlier version is read in the present notation', () => {
  const line = { n: 3, intends: 'API key', path: `/groups/${id}/apiKeys`, removedAt: [[`/orgs/{ORG-OF:${id}}/apiKeys/{MADE}`]] };
  assert.deepEqual(lineOf(JSON.stringify(line)), { ...line, removedAt: [[`/orgs/{orgOf:${id}}/apiKeys/{made}`]] });
});

test('a path is shortened to what names its resource', () => {
  assert.equal(shortened(`/groups/${id}/hosts/${id}01234567/disks/xvdb`), '/groups/{id}/hosts/{id}/disks/xvdb');
  assert.equal(shortened('/groups/byName/omc-0a1b2c-project-1'), '/groups/byName/{name}');
  assert.equal(shortened('/groups/{projectId}/events'), '/groups/{id}/events');
  assert.equal(shortened(''), '');
});
