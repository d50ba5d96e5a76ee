import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineProcess } from '../support/engine-process.ts';

/** What has to be found broken where a project's owner only reads. */
const due: Readonly<Record<string, readonly string[]>> = {
  'the first of a list is left out': [
    'resource.project-listed',
    'resource.organization-listed',
    'resource.organization-projects',
    'resource.team-listed',
    'resource.team-user-added',
    'resource.host-listed',
    'resource.alert-config-listed',
  ],
  'a name leads to another': ['resource.project-read-by-name', 'resource.user-read-by-name', 'resource.team-read-by-name'],
  'an empty list is not found': ['list.empty-is-200'],
  'no heed is paid to dates': [
    'request.query-date-only',
    'request.query-date-with-offset',
    'request.query-date-in-utc',
    'request.query-date-without-zone',
  ],
  'a wrong date is answered 422': ['status.bad-request'],
  'who is no member is answered 403': ['access.outsider-refused'],
  'the list of another user is shown': ['access.list-of-another-user-refused'],
  'no entity comes in an envelope': ['envelope.wraps-entity', 'envelope.status-is-http-status'],
  'a host without statistics has a size': ['response.no-statistics-are-zero'],
};

test('what is shown by reading alone is found broken by reading alone', async () => {
  const found = await engineProcess<Readonly<Record<string, readonly string[]>>>(
    new URL('./lies-to-readers.ts', import.meta.url),
  );
  for (const [lie, ids] of Object.entries(due)) {
    assert.deepEqual(
      ids.filter((id) => found[lie]?.includes(id) !== true),
      [],
      lie,
    );
  }
  assert.ok(!found['no heed is paid to dates']?.includes('list.empty-is-200'));
});
