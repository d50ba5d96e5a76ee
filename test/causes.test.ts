import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CausesOfLies } from './causes-of-lies.ts';
import { engineProcess } from './support/engine-process.ts';

/** Pairs and triples of lies of different kinds. */
const groups: readonly (readonly string[])[] = [
  ['envelope-status-is-a-string', 'error-lacks-parameters', 'list-previous-skips-a-page'],
  ['link-is-relative', 'status-203-for-projects', 'pretty-ignored-for-errors'],
  ['list-has-no-self', '405-names-no-methods', 'agent-lacks-stateName'],
  ['envelope-of-lists-lacks-status', 'error-detail-is-a-code', 'head-sends-body'],
  ['link-of-host-is-self-only', 'rate-refusal-tells-another-limit', 'agent-lacks-stateName'],
  ['query-date-only-is-ignored', 'scalar-is-taken-for-nothing-to-change', 'pretty-puts-a-space-after-colons'],
  ['list-full-last-page-has-next', 'put-merges'],
  ['link-self-of-host-is-its-list', 'unknown-field-is-not-named'],
  ['list-past-the-end-is-404', 'head-finds-everything'],
  ['list-has-no-next', 'envelope-of-errors-says-200'],
  ['agent-versions-cannot-be-read', 'list-past-the-end-is-404'],
  ['list-of-page-minus-one-is-500', 'root-takes-posts'],
  ['envelope-around-lists-unasked', 'error-code-in-camel-case'],
  ['pretty-unasked', 'list-total-is-a-string'],
  ['status-200-for-a-new-project', 'link-of-listed-host-is-missing'],
  ['status-500-for-a-list-of-disks', 'access-outsider-reads-alerts'],
  ['auth-challenge-offers-basic-too', 'dates-are-in-local-time'],
  ['envelope-ignored-on-create', 'a-removed-host-has-another-code'],
  ['get-brings-an-entity-with-another-id', 'pretty-ignored-for-lists'],
  ['head-is-plain-text', 'read-only-field-is-not-named'],
  ['automation-config-is-not-stored', 'access-list-knows-no-blocks'],
];

test('faults of different kinds in an honest server are as many causes', async (context) => {
  const found = await engineProcess<CausesOfLies[]>(new URL('causes-of-lies.ts', import.meta.url), JSON.stringify(groups));
  assert.deepEqual(
    found.map(({ names }) => names),
    groups,
  );
  for (const { names, breaks, causes, says } of found) {
    await context.test(names.join(', '), () => {
      assert.equal(causes.length, names.length, says.join('\n'));
      const holders = breaks.map((id) => causes.findIndex((rows) => rows.includes(id)));
      assert.deepEqual(holders.toSorted(), [...names.keys()], JSON.stringify({ breaks, causes }));
    });
  }
});
