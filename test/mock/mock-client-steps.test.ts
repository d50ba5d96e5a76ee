import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playSteps } from '../clients/play.ts';
import { steps } from '../clients/steps.ts';
import { setUp } from '../support/mock-caller.ts';

const origin = 'http://127.0.0.1:8080';

test('every call that real clients make is taken', async () => {
  const { ask, mock } = setUp({ rateLimit: 10_000 });
  const { orgId, projectId } = mock.identity;
  const played = await playSteps(
    async ({ method, url, body }) => {
      const { status, text } = await ask(method, url, body ?? undefined);
      return { status, body: text };
    },
    `${origin}/api/public/v1.0`,
    { orgId, projectId },
  );
  assert.equal(played.length, steps.length);
  assert.deepEqual(
    played.filter(({ outcome }) => outcome !== 'ok'),
    [],
  );
});

test('a call that is absent or refused is told of', async () => {
  const bodies = ['{"errorCode":"RESOURCE_NOT_FOUND"}', '{"errorCode":"INVALID_ATTRIBUTE"}', '<html>'];
  let calls = 0;
  const played = await playSteps(async () => ({ status: 400, body: bodies[calls++ % 3] ?? '' }), origin, {});
  assert.deepEqual(
    played.slice(0, 3).map(({ outcome }) => outcome),
    ['absent', '400 INVALID_ATTRIBUTE', '400'],
  );
});
