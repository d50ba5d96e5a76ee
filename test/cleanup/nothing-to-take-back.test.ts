import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ofEngine } from '../support/two-runners.ts';

const id = 'resource.alert-unacknowledged';
const grep = `@${id.replace('.', String.raw`\.`)}$`;
const [acknowledging = {}, ignoring = {}, keeping = {}] = await ofEngine(
  [[], ['an-alert-is-not-acknowledged'], ['an-alert-stays-acknowledged']].map((lies) => ({ lies, grep })),
);

test('taking an acknowledgement back is seen where there is one only', () => {
  assert.deepEqual([acknowledging[id], keeping[id]], ['kept', 'broken']);
  assert.equal(ignoring[id], 'unverified');
});
