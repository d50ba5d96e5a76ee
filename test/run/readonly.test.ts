import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Layer } from '../../src/mock/forms/types.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { liveMock, shortLived, shortLivedEnv, verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { worldOf, type World } from '../support/owner-view.ts';

interface Run {
  readonly code: number | null;
  readonly verdict: Verdict;
  /** Every request, as `POST with credentials`. */
  readonly sent: ReadonlyMap<string, number>;
  readonly before: World;
  readonly after: World;
}

/** A whole run that may only read against a live mock, seen from the mock. */
async function seen(context: TestContext): Promise<Run> {
  const sent = new Map<string, number>();
  const wire: Layer = (next) => (request) => {
    const kind = `${request.method} ${request.headers['authorization'] === undefined ? 'without' : 'with'} credentials`;
    sent.set(kind, (sent.get(kind) ?? 0) + 1);
    return next(request);
  };
  const { mock, env } = await liveMock(context, { ...shortLived, wire });
  const before = await worldOf(mock);
  sent.clear();
  const out = temporaryFolder(context);
  const { code } = await omconform(context, ['run', '--risk', 'read-only', '--out', out], { ...env, ...shortLivedEnv });
  const counted = new Map(sent);
  return { code, verdict: verdictIn(out), sent: counted, before, after: await worldOf(mock) };
}

test('a run that may only read', async (context) => {
  const { code, verdict, sent, before, after } = await seen(context);

  await context.test('sends GET, HEAD and requests without credentials', () => {
    const others = [...sent].filter(([kind]) => !/^(?:GET|HEAD) |without credentials$/.test(kind));
    assert.deepEqual(others, []);
    assert.ok((sent.get('GET with credentials') ?? 0) > 100, JSON.stringify([...sent]));
  });

  await context.test('leaves the world as it was', () => {
    assert.deepEqual(after, before);
  });

  await context.test('ends with 4, and says what it would have needed', () => {
    assert.deepEqual([verdict.verdict, code], ['incomplete', 4]);
    const unseen = verdict.requirements.filter(({ outcome }) => outcome === 'unverified');
    assert.notEqual(unseen.length, 0);
    assert.deepEqual(
      unseen.filter(({ reason }) => !reason).map(({ id }) => id),
      [],
    );
    const red = verdict.requirements.filter(({ outcome }) => outcome === 'broken' || outcome === 'setup-failed');
    assert.deepEqual(
      red.map(({ id, reason }) => `${id}: ${reason}`),
      [],
    );
  });
});
