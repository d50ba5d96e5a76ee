import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import type { Outcome } from '../contract/outcomes.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { omconform, temporaryFolder } from './omconform-process.ts';
import { startStranger, type StrangerOptions } from './stranger/server.ts';

/** The verdict of the whole suite on a stranger. */
async function judged(context: TestContext, options: StrangerOptions): Promise<Verdict> {
  const stranger = await startStranger(options);
  context.after(() => stranger.close());
  const out = temporaryFolder(context);
  const run = await omconform(context, ['run', '--target', stranger.url, '--out', out], {
    TARGET_PUBLIC_KEY: stranger.publicKey,
    TARGET_PRIVATE_KEY: stranger.privateKey,
    ...(options.nonceLifetimeSeconds && { TARGET_NONCE_LIFETIME_SECONDS: String(options.nonceLifetimeSeconds) }),
  });
  // A non-conformant target ends with 1; the tests below then say why.
  assert.ok([0, 1, 4].includes(run.code ?? -1), `ended with ${run.code}\n${run.stdout}\n${run.stderr}`);
  return JSON.parse(readFileSync(path.join(out, 'verdict.json'), 'utf8')) as Verdict;
}

/** Requirements with an outcome other than those, and why. */
function otherThan(outcomes: readonly Outcome[], { requirements }: Verdict, ids: RegExp): string[] {
  const meant = requirements.filter(({ id }) => ids.test(id));
  assert.notEqual(meant.length, 0, `no requirement is like ${String(ids)}`);
  return meant.filter(({ outcome }) => !outcomes.includes(outcome)).map(({ id, outcome, reason, checks }) => {
    const violations = checks.flatMap((check) => check.violations.map((each) => `${each.path} ${each.message}`));
    return [id, outcome, reason, ...violations].join(' | ');
  });
}

const neverRed: readonly Outcome[] = ['kept', 'not-offered', 'not-applicable', 'untested', 'unverified'];

describe('the suite, where its authors have never been', () => {
  test('judges what there is, and sees that the rest is not offered', async (context) => {
    const verdict = await judged(context, { nonceLifetimeSeconds: 3 });
    assert.deepEqual(verdict.faults, []);
    assert.deepEqual(otherThan(neverRed, verdict, /./), []);
    assert.deepEqual(otherThan(['not-offered', 'not-applicable'], verdict, /^automation\./), []);
    // Errors come without an envelope here, and hosts know neither PUT nor alert configurations.
    const shown = /^(auth|link|list|pretty)\.|^envelope\.(?!error-)|^method\.(?!put-|patch-)|^resource\.(root|organization|project|host)$|^journey\.(stop|fifty)/;
    assert.deepEqual(otherThan(['kept'], verdict, shown), []);
    const findings = verdict.requirements.flatMap(({ checks }) => checks.flatMap((check) => check.findings));
    assert.ok(findings.some(({ path: where }) => where.endsWith('/rackLabel')), 'an undocumented field is told');
  });

  test('works in the project it is given where it may not make its own', async (context) => {
    const verdict = await judged(context, { readOnlyGroups: true });
    assert.deepEqual(verdict.faults, []);
    assert.deepEqual(otherThan(neverRed, verdict, /./), []);
    assert.deepEqual(otherThan(['kept'], verdict, /^(link|pretty)\.|^list\.(?!empty-)|^method\.(?!put-|patch-)/), []);
  });
});
