import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Judged } from './capabilities.ts';
import { engineProcess } from '../support/engine-process.ts';

const seen = await engineProcess<Record<string, { requirements: Judged[]; asked: string[]; posted: string[] }>>(
  new URL('./capabilities.ts', import.meta.url),
);

const requirementsOf = (name: string): Judged[] => seen[name]?.requirements ?? [];
const red = (name: string): string[] =>
  requirementsOf(name)
    .filter(({ outcome }) => outcome === 'broken' || outcome === 'setup-failed')
    .map(({ id }) => id);
const became = (name: string, id: string): string => {
  const { outcome, reason } = requirementsOf(name).find((one) => one.id === id) ?? {};
  return `${outcome}: ${reason}`;
};
// A link to what is not there is a dead end whatever the target offers.
const red404 = (name: string): string[] => red(name).filter((id) => !id.startsWith('link.'));

describe('a family that answers some of its operations', () => {
  test('turns nothing red', () => {
    assert.deepEqual(red('readOnlyHosts'), []);
    assert.deepEqual(red('noPatch'), []);
  });

  test('is judged on those', () => {
    for (const id of ['resource.host', 'method.get-retrieves', 'method.head-status', 'code.HOST_NOT_FOUND']) {
      assert.equal(became('readOnlyHosts', id), 'kept: null', id);
    }
    assert.equal(became('readOnlyHosts', 'method.delete-removes').split(':')[0], 'not-offered');
    assert.equal(
      became('readOnlyHosts', 'resource.host-created'),
      'not-offered: the target does not offer POST /groups/{id}/hosts',
    );
    assert.equal(
      became('readOnlyHosts', 'status.bad-request'),
      'not-offered: the target does not offer POST /groups/{projectId}/hosts',
    );
  });

  test('leaves the judging of writes to the families that take them', () => {
    for (const name of ['readOnlyHosts', 'noPatch']) {
      for (const id of [
        'method.post-creates',
        'request.json-accepted-on-post',
        'request.json-accepted-on-patch',
        'request.malformed-json-is-400',
      ]) {
        assert.equal(became(name, id), 'kept: null', `${name} ${id}`);
      }
    }
  });
});

describe('a family that is not there', () => {
  test('is not offered, and named', () => {
    assert.deepEqual(red404('noWindows'), []);
    assert.match(
      became('noWindows', 'resource.maintenance-window'),
      /^not-offered: the target does not offer maintenance windows$/,
    );
  });

  test('takes what is limited there along', () => {
    assert.deepEqual(red('noEvents'), []);
    assert.match(became('noEvents', 'rate.opens-again'), /^not-offered: .*\/groups\/\{projectId\}\/events$/);
  });

  test("is broken where the target's file says that it is there", () => {
    assert.match(became('windowsOn', 'resource.maintenance-window'), /^broken/);
    assert.match(became('windowsOn', 'code.MAINTENANCE_WINDOW_NOT_FOUND'), /^broken/);
  });
});

describe("a family that the target's file switches off", () => {
  test('is not asked for', () => {
    assert.deepEqual(
      seen['windowsOff']?.asked.filter((path) => path.includes('maintenanceWindows')),
      [],
    );
    assert.ok((seen['windowsOff']?.asked.length ?? 0) > 100);
  });

  test('is not offered, for that reason, and turns nothing red', () => {
    assert.deepEqual(red('windowsOff'), []);
    const why = "not-offered: the target does not offer maintenance-windows (switched off in the target's file)";
    assert.equal(became('windowsOff', 'resource.maintenance-window'), why);
    assert.equal(became('windowsOff', 'code.MAINTENANCE_WINDOW_NOT_FOUND'), why);
  });

  test('takes nothing else along', () => {
    const lost = requirementsOf('windowsOff')
      .filter(({ outcome }) => outcome === 'not-offered')
      .map(({ id }) => id);
    assert.deepEqual(
      lost.filter((id) => !/maintenance|_WINDOW_|^method\.patch-|^request\.field-date-|status\.created/i.test(id)),
      [],
    );
    assert.equal(became('windowsOff', 'link.crawl-finds-no-dead-end'), 'kept: null');
  });
});

describe('several that it switches off', () => {
  test('turn nothing red', () => assert.deepEqual(red('muchOff'), []));

  test('are left out of a look at all families, which does not end', () => {
    for (const id of [
      'auth.wrong-key-refused',
      'auth.refused-changes-nothing',
      'automation.config-replaced',
      'link.self-answers-with-entity',
      'request.json-accepted-on-post',
      'request.unreadable-body-changes-nothing',
      'response.unknown-field-on-create-is-400',
    ]) {
      assert.equal(became('muchOff', id), 'kept: null', id);
    }
  });

  test('keep from being made what would be removed there', () => {
    const posted = seen['muchOff']?.posted ?? [];
    assert.ok(posted.some((path) => path.endsWith('/hosts')));
    assert.deepEqual(
      posted.filter((path) => path.endsWith('/apiKeys')),
      [],
    );
  });
});
