import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequirementVerdict } from '../../src/verdict/verdict.ts';
import { liveMock, shortLived, shortLivedEnv, verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { worldOf } from '../support/owner-view.ts';

const counts = (world: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(world).map(([path, document]) => [path, (document as { totalCount?: unknown }).totalCount]));

/** Three runs on one machine may be too slow for the requests that use up a window of two seconds. */
const isTold = ({ outcome, reason }: RequirementVerdict): boolean =>
  outcome !== 'unverified' || !/requests to be answered within a window/.test(reason ?? '');

test('two runs at once, and one after them, come to the same verdict on one mock and leave nothing behind', async (context) => {
  const { mock, env } = await liveMock(context, shortLived);
  const before = await worldOf(mock);
  const run = async (...words: string[]) => {
    const out = temporaryFolder(context);
    await omconform(context, ['run', '--risk', 'irreversible', '--out', out, ...words], {
      ...env,
      ...shortLivedEnv,
      RUN_WORKERS: '1',
    });
    return Object.fromEntries(
      verdictIn(out)
        .requirements.filter(isTold)
        .map(({ id, outcome }) => [id, outcome]),
    );
  };

  const [one, other] = await Promise.all([run(), run()]);
  const later = await run('--grep', String.raw`@code\.(?:MAX|GROUP|USER|CANNOT)`);

  const toldTwice = (id: string): boolean => id in one && id in other;
  assert.deepEqual(
    Object.entries(one).filter(([id, outcome]) => toldTwice(id) && other[id] !== outcome),
    [],
  );
  assert.ok(Object.keys(one).filter(toldTwice).length > 500);
  assert.deepEqual(
    Object.entries(one).filter(([, outcome]) => outcome === 'broken' || outcome === 'setup-failed'),
    [],
  );
  assert.deepEqual(
    Object.entries(later).filter(([id, outcome]) => id in one && one[id] !== outcome),
    [],
  );
  assert.deepEqual(counts(await worldOf(mock)), counts(before));
});
