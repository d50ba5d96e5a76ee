import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { products } from '../../src/contract/products.ts';
import type { Outcome } from '../../src/contract/outcomes.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { engineProcess } from '../support/engine-process.ts';
import { contents, type Course } from '../engine/judge-strangers.ts';
import { startStranger, type StrangerOptions } from './server.ts';

/** The verdict of the whole suite on a stranger, which is left as it was found. */
async function judged(context: TestContext, options: StrangerOptions, ...words: string[]): Promise<Verdict> {
  const stranger = await startStranger(options);
  context.after(() => stranger.close());
  const before = await contents(stranger);
  const out = temporaryFolder(context);
  const run = await omconform(context, ['run', '--target', stranger.url, '--out', out, ...words], {
    TARGET_PUBLIC_KEY: stranger.publicKey,
    TARGET_PRIVATE_KEY: stranger.privateKey,
    ...(options.nonceLifetimeSeconds && { TARGET_NONCE_LIFETIME_SECONDS: String(options.nonceLifetimeSeconds) }),
  });
  assert.deepEqual(await contents(stranger), before, 'what the run made is gone');
  const file = path.join(out, 'verdict.json');
  assert.ok(existsSync(file), `there is no verdict; the run ended with ${run.code}\n${run.stdout}\n${run.stderr}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Verdict;
}

/** Requirements with an outcome other than those, and why. */
function otherThan(outcomes: readonly Outcome[], { requirements }: Verdict, ids: RegExp): string[] {
  const meant = requirements.filter(({ id }) => ids.test(id));
  assert.notEqual(meant.length, 0, `no requirement is like ${String(ids)}`);
  return meant
    .filter(({ outcome }) => !outcomes.includes(outcome))
    .map(({ id, outcome, reason, checks }) => {
      const violations = checks.flatMap((check) => check.violations.map((each) => `${each.path} ${each.message}`));
      return [id, outcome, reason, ...violations].join(' | ');
    });
}

const neverRed: readonly Outcome[] = ['kept', 'not-provoked', 'not-offered', 'not-applicable', 'untested', 'unverified'];

// Left out of what must be kept is what a stranger cannot show: errors come without an envelope here, nothing takes PUT,
// hosts have no field that is an object, and nobody can make another caller.
const shown = new RegExp(
  `^(?:${[
    String.raw`(?:auth|error|link|list|pretty)\.`,
    String.raw`envelope\.(?!error-)`,
    String.raw`journey\.(?:stop|fifty)-`,
    String.raw`method\.(?!put-|patch-updates-)`,
    String.raw`request\.(?:malformed|array|scalar|empty|unreadable|json-accepted-on-p(?:ost|atch))`,
    String.raw`resource\.(?:root|organization|project|host)$`,
    String.raw`resource\.(?:host|project)-(?:created|listed|updated|removed)$`,
    String.raw`response\.(?!unknown-nested-|field-order)`,
    String.raw`status\.(?:ok|created|bad|unauthorized|not-found|method|conflict)`,
  ].join('|')})`,
);
const lacking = new RegExp(
  [
    String.raw`^automation\.`,
    String.raw`^resource\.(?:agent|alert-config|api-key|backup-config|cluster|event|snapshot|team|user)$`,
    String.raw`^resource\.(?:alert|api-key|invoice|log-collection-job|machine|maintenance-window|organization(?!-listed)|provider)-`,
    String.raw`^resource\.(?:provision-job|snapshot|ssh-key|team|user|global-alert|agent-api-key)-`,
    String.raw`^resource\.project-(?:api-key|invitation|team|user)-`,
  ].join('|'),
);

/** In the forms of the real service, at each risk. */
const real = products.flatMap((product) =>
  (['read-only', 'own-resources', 'destructive'] as const).map((risk): Course => ({
    stranger: { isReal: true },
    flags: { 'target.product': product, 'run.risk': risk },
  })),
);
const withOldConfigs: Course = {
  stranger: { isReal: true, hasAlertConfigs: true },
  flags: { 'target.product': 'cloud-manager' },
};

type Judged = { readonly verdict: Verdict; readonly before: readonly string[]; readonly after: readonly string[] };
const judgedByEngine = await engineProcess<readonly Judged[]>(
  new URL('../engine/judge-strangers.ts', import.meta.url),
  JSON.stringify([...real, withOldConfigs]),
);

describe('the suite, where its authors have never been', () => {
  test('judges what there is, and sees that the rest is not offered', async (context) => {
    const verdict = await judged(context, { nonceLifetimeSeconds: 3 });
    assert.deepEqual(verdict.faults, []);
    assert.deepEqual(otherThan(neverRed, verdict, /./), []);
    assert.deepEqual(otherThan(['kept'], verdict, shown), []);
    // What the caller could not take away, or what would reach a person, is not even asked for.
    const unasked = /needs --risk destructive|this key may not/;
    assert.deepEqual(
      otherThan(['not-offered', 'not-applicable'], verdict, lacking).filter((line) => !unasked.test(String(line))),
      [],
    );
    const findings = verdict.requirements.flatMap(({ checks }) => checks.flatMap((check) => check.findings));
    assert.ok(
      findings.some(({ path: where }) => where.endsWith('/rackLabel')),
      'an undocumented field is told',
    );
  });

  // One worker: two would see the hosts that the other adds to the one project there is.
  test('works in the project it is given where it may not make its own', async (context) => {
    const verdict = await judged(context, { readOnlyGroups: true }, '--workers', '1');
    assert.deepEqual(verdict.faults, []);
    assert.deepEqual(otherThan(neverRed, verdict, /./), []);
    const alone = /^(?:error|link|pretty)\.|^list\.(?!empty-)|^envelope\.(?!error-)|^method\.(?!put-|patch-updates-)/;
    assert.deepEqual(otherThan(['kept'], verdict, alone), []);
  });

  test('tells of an old alert configuration, and of nothing else', () => {
    const { verdict } = judgedByEngine[real.length]!;
    assert.deepEqual(verdict.faults, []);
    assert.deepEqual(otherThan(neverRed, verdict, /^(?!resource\.alert-config$)/), []);
    const { outcome, checks } = verdict.requirements.find(({ id }) => id === 'resource.alert-config')!;
    assert.equal(outcome, 'broken');
    const messages = checks.flatMap(({ violations }) => violations.map(({ message }) => message));
    assert.ok(
      messages.some((message) => /^is missing \(1 of 100 entities, first: [0-9a-f]{24}\)/.test(message)),
      messages.join('\n'),
    );
    assert.deepEqual(
      messages.filter((message) => !message.startsWith('is missing')),
      [],
    );
  });

  for (const [index, { flags }] of real.entries()) {
    test(`finds nothing broken in the forms of the real service: ${Object.values(flags).join(', ')}`, () => {
      const { verdict, before, after } = judgedByEngine[index]!;
      assert.deepEqual(after, before, 'what the run made is gone');
      assert.deepEqual(verdict.faults, []);
      assert.deepEqual(otherThan(neverRed, verdict, /./), []);
      const always =
        /^(?:error\.(?:reason-|five|shape)|list\.page-size-default|link\.rel|pretty\.compact)|^auth\.(?:challenge|credentials|wrong-key)/;
      assert.deepEqual(otherThan(['kept', 'unverified'], verdict, always), []);
    });
  }
});
