import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclaredTest } from '../../src/engine/registry.ts';
import type { Layer, MockRequest } from '../../src/mock/forms/types.ts';
import { answering, hearing } from '../mutants/lies.ts';
import { testsThatMeet, type Passing } from '../mutants/recorded-traffic.ts';

const requestOf = (target: string): MockRequest => ({
  method: 'GET',
  target,
  headers: { accept: '*/*' },
  body: '',
  remoteAddress: '127.0.0.1',
  origin: 'http://127.0.0.1:1',
});
const declared = (title: string): DeclaredTest => ({ title }) as DeclaredTest;
const [reader, writer] = [declared('reads'), declared('writes')];
const passingOf = (of: DeclaredTest, seam: Passing['seam'], target: string): Passing => ({
  test: of,
  seam,
  request: requestOf(target),
  response: { status: 200, headers: { A: 'b' }, body: `[${target}]` },
});
const traffic = [passingOf(reader, 'wire', '/hosts'), passingOf(reader, 'inner', '/hosts'), passingOf(writer, 'wire', '/users')];

async function metBy(lie: Parameters<typeof testsThatMeet>[0]): Promise<string[]> {
  return [...(await testsThatMeet(lie, traffic))].map(({ title }) => title);
}

const copying: Layer = (next) => async (request) => {
  const { headers, ...answer } = await next({ ...request, headers: { ...request.headers } });
  return { ...answer, headers: { ...headers } };
};
const onUsers = (lie: (request: MockRequest) => MockRequest): Layer =>
  hearing((request) => (request.target === '/users' ? lie(request) : request));

test('a lie is met by the tests in which it changes something', async () => {
  assert.deepEqual(await metBy({ wire: copying, inner: copying }), []);
  assert.deepEqual(await metBy({ wire: answering((answer) => ({ ...answer, body: answer.body.replace('users', 'nobody') })) }), [
    'writes',
  ]);
  assert.deepEqual(await metBy({ wire: answering((answer) => ({ ...answer, status: 201 })) }), ['reads', 'writes']);
  assert.deepEqual(await metBy({ inner: answering((answer) => ({ ...answer, headers: {} })) }), ['reads']);
  assert.deepEqual(await metBy({ wire: onUsers((request) => ({ ...request, body: '{}' })) }), ['writes']);
  assert.deepEqual(await metBy({ wire: onUsers((request) => ({ ...request, headers: {} })) }), ['writes']);
});

test('a lie is met where it asks something of its own, nothing at all, or what was recorded cannot answer', async () => {
  const twice: Layer = (next) => async (request) => {
    if (request.target === '/users') await next(request);
    return next(request);
  };
  assert.deepEqual(await metBy({ wire: twice }), ['writes']);
  assert.deepEqual(
    await metBy({ wire: (next) => (request) => (request.target === '/users' ? { ...traffic[2]!.response } : next(request)) }),
    ['writes'],
  );
  assert.deepEqual(await metBy({ wire: answering((answer) => JSON.parse(answer.body)) }), ['reads', 'writes']);
});

test('a lie that counts goes through all that passes, in order', async () => {
  const second: Layer = (next) => {
    let count = 0;
    return async (request) => {
      count += 1;
      const answer = await next(request);
      return count === 2 ? { ...answer, status: 500 } : answer;
    };
  };
  assert.deepEqual(await metBy({ wire: second }), ['writes']);
});
