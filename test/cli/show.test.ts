import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveMock, shortLived, shortLivedEnv, verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { stackedLies } from '../support/stacked-lies.ts';

test('a run names its causes, and each is shown with all that is needed to act', async (context) => {
  const { env } = await liveMock(context, {
    ...shortLived,
    ...stackedLies(['envelope-status-is-a-string', 'envelope-of-lists-lacks-status']),
  });
  const out = temporaryFolder(context);
  const words = [
    'run',
    '--only',
    'envelope.wraps-entity,envelope.status-is-http-status,envelope.list-*',
    '--risk',
    'read-only',
    '--out',
    out,
  ];
  const run = await omconform(context, words, { ...env, ...shortLivedEnv });
  assert.equal(run.code, 1, run.stdout + run.stderr);
  const { causes = [] } = verdictIn(out);
  assert.equal(causes.length, 2, JSON.stringify(causes.map(({ says }) => says)));
  assert.match(run.stdout.replace(/\s+/g, ' '), /NON-CONFORMANT: 2 causes break 4 of the \d documented MUSTs that were seen/);
  assert.match(run.stdout, /Again: curl --digest -u "\$TARGET_PUBLIC_KEY:\$TARGET_PRIVATE_KEY" -X GET '/);

  const show = (what: string) => omconform(context, ['show', what, '--out', out]);
  const index = causes.findIndex(({ says }) => /is "200"/.test(says));
  const first = await show(String(index + 1));
  assert.deepEqual([first.code, first.stderr], [0, '']);
  assert.match(first.stdout, /^envelope\.\S+\n {2}\S.* \(Envelopes\)\n {2}MUST, documented; broken: \/status is "200"/);
  assert.match(first.stdout, /^ {2}GET http:\S+\?\S*envelope=true\S* → 200 application\/json/m);
  assert.match(first.stdout, /^ {2}> +"status": "200",?$/m);
  assert.match(first.stdout, /^ {2}Again: curl --digest -u "\$TARGET_PUBLIC_KEY/m);
  const [follower] = causes[index]!.follows;
  const followed = await show(follower!.requirement);
  assert.match(followed.stdout, new RegExp(`Cause ${index + 1}, which ${causes[index]!.requirement} shows best`));

  for (const [what, says] of [
    ['9', /there is no cause 9: the run names 2/],
    ['envelope.wraps-entityy', /did you mean envelope\.wraps-entity\?/],
  ] as const) {
    const { code, stdout, stderr } = await show(what);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, says);
    assert.equal(stderr.trim().split('\n').length, 1);
  }

  const verified = await omconform(context, ['verify', out]);
  assert.equal(verified.code, 0, verified.stdout + verified.stderr);
});
