import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { front, type Front } from './front.ts';
import { withoutLogin } from './misbehaviours.ts';

/** Requests of a run without a login: two doors, each without and with credentials, and one a worker for the record. */
const few = 8;

function run(context: TestContext, target: Front, ...words: readonly string[]) {
  const { publicKey, privateKey, orgId, projectId } = target.mock.identity;
  return omconform(context, ['run', ...words], {
    TARGET_URL: target.url,
    TARGET_PUBLIC_KEY: publicKey,
    TARGET_PRIVATE_KEY: privateKey,
    TARGET_ORG_ID: orgId,
    TARGET_PROJECT_ID: projectId,
    TARGET_RISK: 'own-resources',
  });
}

const without = 'auth.challenge-without-credentials';

/** What is broken of the login, where that is more than that it is not offered. */
const besides: Readonly<Partial<Record<keyof typeof withoutLogin, readonly string[]>>> = {
  'Basic alone': [without, 'auth.challenge-well-formed', 'auth.never-basic'],
  'Bearer alone': [without, 'auth.challenge-well-formed'],
  'an empty nonce': ['auth.challenge-well-formed'],
  '401 without a challenge': [without, 'auth.challenge-well-formed'],
};

const brokenIn = ({ requirements }: ReturnType<typeof verdictIn>): string[] =>
  requirements.filter(({ id, outcome }) => id.startsWith('auth.') && outcome === 'broken').map(({ id }) => id);

describe('a target that offers no Digest login is judged by what it answers:', () => {
  for (const [name, misbehave] of Object.entries(withoutLogin)) {
    const [first = without, ...more] = besides[name as keyof typeof withoutLogin] ?? [without];

    test(name, async (context) => {
      const out = temporaryFolder(context);
      const target = await front(context, misbehave, () => true);
      const { code, stdout, stderr } = await run(context, target, '--out', out, '--grep', String.raw`@auth\.`);

      const verdict = verdictIn(out);
      assert.deepEqual([code, verdict.verdict, verdict.faults], [1, 'non-conformant', []], stdout + stderr);
      assert.deepEqual(brokenIn(verdict), [first, ...more]);
      assert.match(stdout.replaceAll(/\s+/g, ' '), /is it the API's address\? Only what it answers without a login is judged\./);
      assert.ok(target.asked.length <= few, `${target.asked.length} requests`);
      const seen = verdict.requirements.find(({ id }) => id === first);
      assert.ok(
        (seen?.checks ?? []).some(({ exchanges }) => exchanges.length > 0),
        'the answer is not among the evidence',
      );
    });
  }
});

test('all else is unverified for one reason, and the run is over soon', async (context) => {
  const out = temporaryFolder(context);
  const target = await front(context, withoutLogin['a login page'], () => true);
  await run(context, target, '--out', out);

  const { requirements } = verdictIn(out);
  assert.ok(target.asked.length <= few, `${target.asked.length} requests`);
  const unseen = requirements.filter(({ checks }) => checks.some(({ title }) => title !== 'in every exchange'));
  const judged = unseen.filter(({ outcome }) => outcome !== 'unverified' && outcome !== 'not-applicable');
  assert.deepEqual(
    judged.map(({ id }) => id),
    [without],
  );
  const reasons = new Set(
    unseen
      .filter(({ outcome }) => outcome === 'unverified')
      .flatMap(({ reasons: some = [] }) => some)
      .map(({ kind, says }) => `${kind}: ${says}`),
  );
  assert.equal(reasons.size, 1, [...reasons].join('\n'));
  assert.match([...reasons][0] ?? '', /^no-login: needs a Digest login: \S+ offers no Digest challenge, but a page for people: /);
});

describe('whatever else was asked for, and however many workers there are,', () => {
  const words = {
    'another area': ['--only', 'automation.*'],
    'checks by their title': ['--grep', '@pretty'],
    'two workers': ['--only', 'code.A*', '--workers', '2'],
    'one worker': ['--only', 'journey.*', '--workers', '1'],
  };
  for (const [name, some] of Object.entries(words)) {
    test(name, async (context) => {
      const out = temporaryFolder(context);
      const target = await front(context, withoutLogin['a login page'], () => true);
      const { code, stdout, stderr } = await run(context, target, '--out', out, ...some);

      const verdict = verdictIn(out);
      assert.deepEqual([code, verdict.verdict, brokenIn(verdict)], [1, 'non-conformant', [without]], stdout + stderr);
      assert.ok(target.asked.length <= few, `${target.asked.length} requests`);
      const judgedAgain = await omconform(context, ['verify', out]);
      assert.equal(judgedAgain.code, 0, judgedAgain.stdout + judgedAgain.stderr);
    });
  }
});

test('a target whose root alone offers no login is judged as any other', async (context) => {
  const out = temporaryFolder(context);
  const isRoot = (path: string) => /^\/api\/public\/v1\.0\/?$/.test(path);
  const target = await front(context, withoutLogin['403 for everybody'], (_count, path) => isRoot(path));
  const { code, stdout, stderr } = await run(context, target, '--out', out, '--grep', '@auth|@envelope');

  const verdict = verdictIn(out);
  assert.deepEqual([code, verdict.verdict], [1, 'non-conformant'], stdout + stderr);
  const kept = verdict.requirements.filter(({ id, outcome }) => id.startsWith('envelope.') && outcome === 'kept');
  assert.ok(kept.length > 0, 'nothing was judged that needs a login');
});
