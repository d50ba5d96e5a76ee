import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { differences, namesTwice } from '../../src/cli/judging/verdict-differences.ts';
import { departure } from '../../src/target/input/document-schema.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { liveMock, shortLived, shortLivedEnv, verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { changesOf } from '../verdict/verdict-changes.ts';
import { fullVerdict } from '../support/verdict-sample.ts';

describe('a verdict that was changed', () => {
  const verdict = JSON.parse(
    JSON.stringify({
      ...fullVerdict().verdict,
      evidenceHash: '0'.repeat(64),
      cleanup: {
        made: 3,
        removed: 1,
        left: [{ thing: 'team', path: '/orgs/x', why: 'y' }],
        stays: [{ thing: 'user', count: 1, why: 'z' }],
        command: 'sweep',
      },
    }),
  ) as Verdict;

  test('is known by every member of it', () => {
    assert.deepEqual([departure(verdict, 'verdict.json'), differences(verdict, verdict)], [undefined, []]);
    let count = 0;
    for (const { place, what, document } of changesOf(verdict)) {
      count += 1;
      const isFound = departure(document, 'verdict.json') !== undefined || differences(document as Verdict, verdict).length > 0;
      assert.ok(isFound, `${place} ${what}`);
    }
    assert.ok(count > 1_000, String(count));
  });

  test('in its layout alone is the same', () => {
    const turned = Object.fromEntries(Object.entries(verdict).toReversed());
    assert.deepEqual(differences(turned as unknown as Verdict, verdict), []);
    const text = JSON.stringify(verdict, null, 7);
    assert.equal(namesTwice(text, verdict), false);
    assert.equal(namesTwice(text.replace('"partial"', '"verdict": "conformant", "partial"'), verdict), true);
  });
});

test('verify finds each kind of change in what a run left', async (context) => {
  const { env } = await liveMock(context, shortLived);
  const out = temporaryFolder(context);
  const run = await omconform(context, ['run', '--only', 'resource.project-created', '--risk', 'own-resources', '--out', out], {
    ...env,
    ...shortLivedEnv,
  });
  assert.equal(run.code, 0, run.stdout + run.stderr);
  assert.ok(verdictIn(out).cleanup!.made > 0);

  async function verified(text: string) {
    const copy = temporaryFolder(context);
    cpSync(out, copy, { recursive: true });
    writeFileSync(path.join(copy, 'verdict.json'), text);
    return omconform(context, ['verify', copy]);
  }
  const text = readFileSync(path.join(out, 'verdict.json'), 'utf8');
  const same = await verified(JSON.stringify(JSON.parse(text)));
  assert.deepEqual([same.code, same.stderr], [0, ''], same.stdout);

  const changes: Readonly<Record<string, (verdict: Verdict) => void>> = {
    'cleanup/removed: ': ({ cleanup }) => void Object.assign(cleanup!, { removed: 0 }),
    'suite/version: ': ({ suite }) => void Object.assign(suite, { version: '9.9.9' }),
    'target/serverVersion: ': ({ target }) => void Object.assign(target, { serverVersion: '9.9.9' }),
    'resource.project-created/says: ': ({ requirements: [row] }) => void Object.assign(row!, { says: 'another' }),
    'resource.project-created/checks/0/durationMs: ': ({ requirements: [row] }) =>
      void Object.assign(row!.checks[0]!, { durationMs: 0.5 }),
    'resource.project-created: there more than once': ({ requirements }) =>
      void (requirements as object[]).push(requirements[0]!),
  };
  for (const [says, change] of Object.entries(changes)) {
    const verdict = verdictIn(out);
    change(verdict);
    const { code, stdout } = await verified(JSON.stringify(verdict));
    assert.equal(code, 1, says);
    assert.ok(stdout.replaceAll(/\s+/g, ' ').includes(says), stdout);
  }
  const extra = await verified(text.replace('{', '{ "signedOffBy": "somebody",'));
  assert.deepEqual(
    [extra.code, /verdict\.json: is no verdict of this version: it must not have "signedOffBy"/.test(extra.stderr)],
    [2, true],
    extra.stderr,
  );
  const twice = await verified(text.replace('"partial"', '"verdict": "conformant", "partial"'));
  assert.deepEqual([twice.code, /named twice/.test(twice.stdout)], [1, true], twice.stdout + twice.stderr);
});
