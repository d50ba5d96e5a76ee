import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blindSpotsIn, readBlindSpots, speaksOf } from './mutants/generated/blind-spots.ts';
import { summaryOf, type Judged } from './mutants/generated/summary.ts';
import { engineProcess } from './support/engine-process.ts';

interface Sample {
  readonly first: readonly string[];
  readonly again: readonly string[];
  readonly other: readonly string[];
  /** Kinds of which no lie changes anything. */
  readonly idle: readonly string[];
  /** Names that do not say the lie that they name. */
  readonly misread: readonly string[];
}

const sample = await engineProcess<Sample>(new URL('mutants/generated/sample.ts', import.meta.url));

test('the same seed draws the same lies, another one others', () => {
  assert.equal(sample.first.length, 200);
  assert.deepEqual(sample.again, sample.first);
  assert.notDeepEqual(sample.other, sample.first);
  assert.equal(new Set(sample.first).size, 200);
  assert.deepEqual(sample.misread, []);
});

test('of each kind there is a lie that differs from the truth', () => {
  assert.deepEqual(sample.idle, []);
});

const judged = (name: string, fate: Judged['fate']): Judged => ({
  name,
  fate,
  met: 1,
  ran: 1,
  ...(fate === 'noticed' && { by: 'list.shape' }),
});
const table =
  '| lies | why |\n|---|---|\n| `*:field.of-another-value:{hosts,clusters}.list:lastPing:*` | It changes by itself. |\n';
const many = Array.from({ length: 99 }, (_, index) => judged(`ops-manager:list.bare:hosts.list:${index}:anybody`, 'noticed'));
const unseen = judged('ops-manager:field.of-another-value:hosts.list:lastPing:anybody', 'unseen');

test('the table of blind spots is read, and explains survivors', () => {
  const [spot, ...others] = blindSpotsIn(table);
  assert.equal(others.length, 0);
  assert.equal(spot?.reason, 'It changes by itself.');
  assert.ok(speaksOf(spot, unseen.name));
  assert.ok(!speaksOf(spot, unseen.name.replace('hosts', 'disks')));
  const four = ['a', 'b', 'c', 'd'].map((part) => judged(`ops-manager:list.bare:hosts.list:${part}:others`, 'unseen'));
  assert.equal(summaryOf([...many, unseen], [spot]).isGood, true);
  assert.equal(summaryOf([...many, ...four], [spot]).isGood, false);
});

test('a blind spot that is seen is stale', () => {
  const { isGood, lines } = summaryOf([...many, { ...unseen, fate: 'noticed', by: 'list.shape' }], blindSpotsIn(table));
  assert.equal(isGood, false);
  assert.match(lines.join('\n'), /^stale: .*lastPing.* list\.shape sees/m);
});

test('each row of the table in the documents has a reason', () => {
  const spots = readBlindSpots();
  assert.ok(spots.length > 0);
  for (const { pattern, reason } of spots) assert.ok(reason.length > 20 && pattern.split(':').length >= 2, pattern);
});
