import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allWith, holding, including, lacking } from '../../src/checks/lists/members.ts';

const list = [
  { id: 'a', roles: ['READER'], more: 1 },
  { id: 'b', roles: ['OWNER'] },
];

test('holding wants one object that has all the fields', () => {
  assert.equal(holding({ id: 'a', roles: ['READER'] })(list), true);
  assert.match(String(holding({ id: 'a', roles: ['OWNER'] })(list)), /holds nothing/);
  assert.equal(holding({ id: 'a' })({ id: 'a' }), 'is no array');
  assert.match(String(holding({ id: 'a' })([null, 'a'])), /holds nothing/);
});

test('lacking wants no such object, in an array that is there', () => {
  assert.equal(lacking({ id: 'c' })(list), true);
  assert.match(String(lacking({ id: 'b' })(list)), /left out/);
  assert.equal(lacking({ id: 'c' })(undefined), 'is no array');
});

test('allWith wants it of each', () => {
  assert.equal(allWith({ id: 'a' })([{ id: 'a' }, { id: 'a', more: 1 }]), true);
  assert.match(String(allWith({ id: 'a' })(list)), /something else/);
});

test('including wants a plain value', () => {
  assert.equal(including('PORT')(['HOSTNAME', 'PORT']), true);
  assert.match(String(including('PORT')({ results: ['PORT'] })), /does not hold PORT/);
});
