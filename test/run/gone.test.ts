import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineProcess } from '../support/engine-process.ts';

/** Links that lead nowhere are what such a target is rightly told of. */
const deadLinks = ['link.self-answers-with-entity', 'link.crawl-finds-no-dead-end'];

test('where what is listed first is not there, another one of the list is looked at', async () => {
  const strayed = await engineProcess<[id: string, outcome: string][]>(new URL('./gone.ts', import.meta.url));
  const red = strayed.filter(([, outcome]) => outcome !== 'unverified' && outcome !== 'not-provoked');
  assert.deepEqual(
    red,
    deadLinks.map((id) => [id, 'broken']),
  );
  // Of a few things the mock has no second one.
  assert.ok(strayed.length <= 8, JSON.stringify(strayed));
});
