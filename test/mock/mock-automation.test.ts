import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMock } from '../../src/mock/server/mock.ts';
import { callerOf } from '../support/mock-caller.ts';

type Config = Record<string, unknown>;

const process = (name: string, more: Config = {}): Config => ({
  name,
  hostname: `${name}.example.com`,
  processType: 'mongod',
  version: '6.0.5',
  args2_6: { net: { port: 27_017 }, replication: { replSetName: 'rs' } },
  ...more,
});
const member = (_id: number, host: string, more: Config = {}): Config => ({ _id, host, priority: 1, votes: 1, ...more });
const set = (...members: Config[]): Config => ({ _id: 'rs', members, protocolVersion: '1' });
const two = { processes: [process('a'), process('b')] };

const invalid: [what: string, change: Config, code: string, detail: RegExp][] = [
  ['processes that are a number', { processes: 5 }, 'INVALID_JSON_ATTRIBUTE', /\bprocesses\b/],
  ['a process that is a text', { processes: ['a'] }, 'INVALID_JSON_ATTRIBUTE', /processes\.0/],
  [
    'a process without a name',
    { processes: [{ hostname: 'x', processType: 'mongod' }] },
    'MISSING_ATTRIBUTE',
    /processes\.0\.name/,
  ],
  [
    'a process without a host',
    { processes: [{ name: 'x', processType: 'mongod' }] },
    'MISSING_ATTRIBUTE',
    /processes\.0\.hostname/,
  ],
  [
    'a kind of process that is none',
    { processes: [process('a', { processType: 'mongo' })] },
    'VALIDATION_ERROR',
    /mongo, which is no kind/,
  ],
  ['a port that is none', { processes: [process('a', { args2_6: { net: { port: 70_000 } } })] }, 'VALIDATION_ERROR', /net\.port/],
  ['two processes of one name', { processes: [process('a'), process('a')] }, 'VALIDATION_ERROR', /name a is there twice/],
  [
    'two processes at one address',
    { processes: [process('a'), process('b', { hostname: 'a.example.com' })] },
    'VALIDATION_ERROR',
    /a\.example\.com:27017 is there twice/,
  ],
  ['a set without members', { ...two, replicaSets: [set()] }, 'VALIDATION_ERROR', /no members/],
  ['a member that names no process', { ...two, replicaSets: [set(member(0, 'c'))] }, 'VALIDATION_ERROR', /c names no process/],
  [
    'a member of another set',
    { processes: [process('a', { args2_6: { replication: { replSetName: 'other' } } })], replicaSets: [set(member(0, 'a'))] },
    'VALIDATION_ERROR',
    /another replica set than rs/,
  ],
  [
    'a member that is a mongos',
    { processes: [process('a', { processType: 'mongos' })], replicaSets: [set(member(0, 'a'))] },
    'VALIDATION_ERROR',
    /a is a mongos/,
  ],
  [
    'two members of one id',
    { ...two, replicaSets: [set(member(0, 'a'), member(0, 'b'))] },
    'VALIDATION_ERROR',
    /member 0 is there twice/,
  ],
  [
    'a process that is a member twice',
    { ...two, replicaSets: [set(member(0, 'a'), member(1, 'a'))] },
    'VALIDATION_ERROR',
    /the process a is there twice/,
  ],
  [
    'two sets of one name',
    { ...two, replicaSets: [set(member(0, 'a')), set(member(0, 'b'))] },
    'VALIDATION_ERROR',
    /the name rs is there twice/,
  ],
  [
    'a priority below zero',
    { ...two, replicaSets: [set(member(0, 'a', { priority: -1 }))] },
    'VALIDATION_ERROR',
    /priority is no number from 0 to 1000/,
  ],
  [
    'a priority of a member without a vote',
    { ...two, replicaSets: [set(member(0, 'a'), member(1, 'b', { votes: 0 }))] },
    'VALIDATION_ERROR',
    /without a vote/,
  ],
  [
    'a priority of a hidden member',
    { ...two, replicaSets: [set(member(0, 'a'), member(1, 'b', { hidden: true }))] },
    'VALIDATION_ERROR',
    /hidden/,
  ],
  [
    'nobody to become primary',
    { ...two, replicaSets: [set(member(0, 'a', { priority: 0 }))] },
    'VALIDATION_ERROR',
    /nobody who can become primary/,
  ],
  [
    'a shard that names no set',
    { ...two, replicaSets: [set(member(0, 'a'))], sharding: [{ name: 's', shards: [{ _id: '0', rs: 'no' }] }] },
    'VALIDATION_ERROR',
    /no names no replica set/,
  ],
  [
    'a role that is there twice',
    {
      roles: [
        { role: 'r', db: 'admin' },
        { role: 'r', db: 'admin' },
      ],
    },
    'VALIDATION_ERROR',
    /r of admin is there twice/,
  ],
  ['options that are a list', { options: [] }, 'INVALID_JSON_ATTRIBUTE', /options/],
];

async function configured() {
  const mock = createMock();
  const ask = callerOf(mock);
  const path = `/groups/${mock.identity.projectId}/automationConfig`;
  const read = async (): Promise<Config> => (await ask('GET', path)).json;
  return { read, put: (body: Config) => ask('PUT', path, body) };
}

describe('an automation configuration', () => {
  for (const [what, change, code, detail] of invalid) {
    test(`is refused with ${what}, and stays as it was`, async () => {
      const { read, put } = await configured();
      const before = await read();
      const { status, json } = await put({ ...before, replicaSets: [], ...change });
      assert.deepEqual([status, json['errorCode']], [400, code], JSON.stringify(json));
      assert.match(String(json['detail']), detail);
      assert.deepEqual(await read(), before);
    });
  }

  test('is taken as it was read, and with a sharded cluster', async () => {
    const { read, put } = await configured();
    assert.equal((await put(await read())).status, 200);
    const { processes, replicaSets, ...rest } = await read();
    assert.ok(Array.isArray(processes) && Array.isArray(replicaSets));
    const sharding = [{ name: 's', configServerReplica: 'rs', shards: [{ _id: 'rs_0', rs: 'rs' }] }];
    const arbiter = member(1, 'b', { arbiterOnly: true, priority: 0 });
    assert.equal((await put({ ...rest, ...two, replicaSets: [set(member(0, 'a'), arbiter)], sharding })).status, 200);
  });

  test('is taken with null for what is not set, which is as if left out', async () => {
    const { read, put } = await configured();
    const before = await read();
    const [first, ...others] = before['processes'] as Config[];
    const sent = { ...before, kerberos: null, version: null, processes: [{ ...first, horizons: null }, ...others] };
    assert.equal((await put(sent)).status, 200);
    assert.deepEqual(await read(), { ...before, version: Number(before['version']) + 1 });
  });
});
