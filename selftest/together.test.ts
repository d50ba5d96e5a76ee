import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveMock, shortLived, shortLivedEnv, verdictIn } from './live-mock.ts';
import { omconform, temporaryFolder } from './omconform-process.ts';
import { worldOf } from './owner-view.ts';

const counts = (world: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(
  Object.entries(world).map(([path, document]) => [path, (document as { totalCount?: unknown }).totalCount]));

test('two runs at once, and one after them, come to the same verdict on one mock and leave nothing behind', async (context) => {
  const { mock, env } = await liveMock(context, shortLived);
  const before = await worldOf(mock);
  const run = async (...words: string[]) => {
    const out = temporaryFolder(context);
    await omconform(context, ['run', '--risk', 'destructive', '--out', out, ...words], { ...env, ...shortLivedEnv, RUN_WORKERS: '1' });
    return Object.fromEntries(verdictIn(out).requirements.map(({ id, outcome }) => [id, outcome]));
  };

  const [one, other] = await Promise.all([run(), run()]);
  const later = await run('--grep', '@code\\.');

  assert.deepEqual(one, other);
  assert.deepEqual(Object.entries(one).filter(([, outcome]) => outcome === 'broken' || outcome === 'setup-failed'), []);
  assert.deepEqual(Object.entries(later).filter(([id, outcome]) => one[id] !== outcome), []);
  assert.deepEqual(counts(await worldOf(mock)), counts(before));
});
