import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { departure } from '../../src/target/input/document-schema.ts';
import { inTheVersionOf } from '../../src/verdict/older-versions.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { hashOfEvidence } from '../../src/verdict/reporter/write.ts';
import { engineProcess } from '../support/engine-process.ts';
import { liveMock, shortLived, shortLivedEnv, verdictIn } from '../support/live-mock.ts';
import { mutants } from '../mutants/index.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import type { ReplayCases } from './replay-cases.ts';
import { stackedLies } from '../support/stacked-lies.ts';
import { ofEngine, type Case } from '../support/two-runners.ts';

const textIn = (out: string): string => readFileSync(path.join(out, 'evidence.ndjson'), 'utf8');

interface Line {
  readonly kind: string;
  readonly provenance?: { readonly worker: number };
  readonly record?: { readonly outcome: string };
}
const linesIn = (out: string): Line[] =>
  textIn(out)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

/** A broken Cloud Manager, and checks that meet its lies, in more than one worker. */
const several: Case = {
  product: 'cloud-manager',
  dialect: 'whitelist',
  // The last is seen by a judge of every exchange, beside the check.
  lies: ['auth-takes-basic', 'list-total-is-page-length', 'unknown-field-is-ignored-on-create', 'host-lacks-created'],
  // What is asked of https is not judged on a mock that has none: its reason stands in the evidence.
  grep: String.raw`@(?:auth|list|link|pretty|error|response|resource\.host|status|https)\.?`,
};

/** The run of them by Playwright with two workers; the target is gone when it is over. */
async function recordedRun(context: TestContext): Promise<string> {
  const out = temporaryFolder(context);
  await context.test('of a broken mock', async (running) => {
    const { env } = await liveMock(running, {
      ...shortLived,
      ...stackedLies(several.lies),
      product: several.product,
      dialect: several.dialect,
    });
    const words = [
      'run',
      '--product',
      'cloud-manager',
      '--risk',
      'irreversible',
      '--workers',
      '2',
      '--out',
      out,
      '--grep',
      several.grep,
    ];
    const { code, stdout, stderr } = await omconform(running, words, { ...env, ...shortLivedEnv });
    assert.equal(code, 1, `${stdout}\n${stderr}`);
  });
  return out;
}

/** A copy of the results in which something is changed, in the evidence with a hash that fits it again. */
function changedCopy(context: TestContext, out: string, change: (verdict: Verdict, evidence: string) => string): string {
  const copy = temporaryFolder(context);
  cpSync(out, copy, { recursive: true });
  const verdict = verdictIn(copy);
  const evidence = change(verdict, textIn(copy));
  writeFileSync(path.join(copy, 'evidence.ndjson'), evidence);
  writeFileSync(path.join(copy, 'verdict.json'), JSON.stringify({ ...verdict, evidenceHash: hashOfEvidence(evidence) }));
  return copy;
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

test('a recorded run', async (context) => {
  const out = await recordedRun(context);

  await context.test('met failures, which cost none of its workers', () => {
    const tests = linesIn(out).filter(({ kind }) => kind === 'test');
    assert.ok(tests.filter(({ record }) => record?.outcome === 'broken').length >= 5);
    // One for the checks that wait, and two for all others, one of which may take the place of the first.
    const workers = new Set(tests.map(({ provenance }) => provenance?.worker)).size;
    assert.ok(workers === 2 || workers === 3, `${workers} workers`);
  });

  await context.test('comes to the outcomes that the engine comes to', async () => {
    const [there = {}] = await ofEngine([several]);
    const { requirements } = verdictIn(out);
    assert.deepEqual(
      requirements.map(({ id, outcome }) => [id, outcome]),
      requirements.map(({ id }) => [id, there[id]]),
    );
    const broken = new Set(requirements.filter(({ outcome }) => outcome === 'broken').map(({ id }) => id));
    assert.deepEqual(
      mutants.filter(({ name, breaks }) => several.lies.includes(name) && !broken.has(breaks)),
      [],
    );
  });

  await context.test('leaves evidence that keeps its schema', () => {
    assert.deepEqual(
      linesIn(out).flatMap((line) => departure(line, 'evidence.json') ?? []),
      [],
    );
    const [run] = linesIn(out);
    const withKeys = structuredClone(run) as Line & { settings: { target: object } };
    Object.assign(withKeys.settings.target, { keys: { publicKey: 'a', privateKey: 'b' } });
    assert.match(departure(withKeys, 'evidence.json') ?? '', /./);
  });

  await context.test('is judged the same again, without its target', async (running) => {
    const { code, stdout, stderr } = await omconform(running, ['verify', out]);
    assert.deepEqual([code, stderr], [0, ''], stdout);
    assert.match(stdout, /^The verdict follows from its evidence: non-conformant, \d{3} requirements judged again\.\n$/);
  });

  await context.test(
    'of a version that kept no kinds of reasons, and called provenance course, is verified too',
    async (running) => {
      const copy = changedCopy(running, out, (verdict, evidence) => {
        Object.assign(verdict, inTheVersionOf({ ...verdict, requirements: [] }, verdict));
        const older = evidence
          .replaceAll(/"reasonKind":"[^"]*",(?:"needs":\{[^}]*\},)?/g, '')
          .replaceAll('"provenance":', '"course":');
        assert.notEqual(older, evidence);
        return older;
      });
      const { code, stdout, stderr } = await omconform(running, ['verify', copy]);
      assert.deepEqual([code, stderr], [0, ''], stdout);
    },
  );

  await context.test('ends as the run did, and can be written down again', async (running) => {
    const again = temporaryFolder(running);
    const { code, stdout } = await omconform(running, ['replay', out, '--out', again]);
    assert.equal(code, 1, stdout);
    assert.match(stdout, /NON-CONFORMANT: /);
    const [before, after] = [verdictIn(out), verdictIn(again)];
    assert.deepEqual(
      after.requirements.map(({ id, outcome, reason }) => [id, outcome, reason]),
      before.requirements.map(({ id, outcome, reason }) => [id, outcome, reason]),
    );
    assert.equal(hashOfEvidence(textIn(again)), after.evidenceHash);
  });

  await context.test('with a verdict that was touched up is found out', async (running) => {
    const copy = changedCopy(running, out, ({ requirements }, evidence) => {
      Object.assign(
        requirements.find(({ id }) => id === 'auth.basic-refused')!,
        { outcome: 'kept', reason: null },
      );
      return evidence;
    });
    const { code, stdout } = await omconform(running, ['verify', copy]);
    assert.equal(code, 1, stdout);
    assert.match(stdout, /^The verdict does not follow from its evidence:\n/);
    assert.match(inOneLine(stdout), /auth\.basic-refused: kept, judged again: broken/);
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.length > 80),
      [],
    );
  });

  await context.test('with other evidence than its verdict names is found out', async (running) => {
    writeFileSync(path.join(out, 'evidence.ndjson'), `${textIn(out)}\n`);
    const { code, stdout } = await omconform(running, ['verify', out]);
    assert.equal(code, 1, stdout);
    assert.match(inOneLine(stdout), /cannot be trusted: evidence\.ndjson is not the file that it was made from/);
  });

  await context.test('of another catalogue is not verified, and says what to do', async (running) => {
    const copy = changedCopy(running, out, (verdict, evidence) => {
      Object.assign(verdict.suite, { catalogueHash: '0'.repeat(64) });
      return evidence;
    });
    const { code, stderr } = await omconform(running, ['verify', copy]);
    assert.deepEqual([code, stderr.split('\n').length], [2, 2]);
    assert.match(
      stderr,
      /^omconform: omconform \S+ judged by another catalogue \(0{12}\): verify with that version, or `omconform replay`/,
    );
  });
});

describe('results that cannot be judged again', () => {
  const cases: [what: string, file: string | undefined, says: RegExp][] = [
    ['no folder', undefined, /evidence\.ndjson: there is no such file: .*name the folder/],
    ['no evidence', '\n', /evidence\.ndjson: is empty/],
    [
      'evidence of an older version',
      '{"schemaVersion":1,"run":{}}\n',
      /evidence\.ndjson:1: is no line of evidence: it must have required property/,
    ],
    ['half a line', '{"kind":"run"', /evidence\.ndjson:1:14: is no JSON/],
  ];
  for (const [what, text, says] of cases) {
    test(what, async (context) => {
      const out = temporaryFolder(context);
      if (text === undefined) rmSync(out, { recursive: true });
      else writeFileSync(path.join(out, 'evidence.ndjson'), text);
      const { code, stdout, stderr } = await omconform(context, ['replay', out]);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /^omconform: .+\n$/);
      assert.match(stderr, says);
    });
  }
});

test('what the engine recorded', async (context) => {
  const title = 'an entity asked for pretty is laid out for people';
  const {
    lies: reported,
    https,
    faulty,
    ...cases
  } = await engineProcess<ReplayCases>(new URL('./replay-cases.ts', import.meta.url), title);
  for (const { name, differences, outcomes } of reported) {
    await context.test(`is judged the same again: ${name}`, () => {
      assert.deepEqual(differences, []);
      assert.ok((outcomes['broken'] ?? 0) > 0);
    });
  }
  await context.test('over a network with faults has the same faults again', () => {
    assert.deepEqual(faulty.differences, []);
    assert.ok(faulty.faults > 5 && (faulty.outcomes['setup-failed'] ?? 0) > 5);
  });
  await context.test('beside https is judged the same', () =>
    assert.deepEqual([https.differences, https.faults > 0], [[], true]),
  );

  const needs =
    /^unverified: needs traffic that was not recorded: GET \/api\/public\/v1\.0\/groups\/\w+\/hosts\/\w+\?pretty=true$/;
  for (const [what, changed] of [
    ['lacks', cases.lastExchangeLost],
    ['has another way', cases.anotherRequest],
  ] as const) {
    await context.test(`cannot tell of a request that it ${what}, and names it`, () => {
      assert.deepEqual(Object.keys(changed), ['pretty.entity-formatted']);
      assert.match(changed['pretty.entity-formatted'] ?? '', needs);
    });
  }
  await context.test('is judged by what it holds, not by what was made of it', () => {
    assert.match(cases.anotherAnswer['pretty.entity-formatted'] ?? '', /^broken: /);
  });
  await context.test('of one check does not depend on the names that another one made', () => {
    assert.deepEqual(Object.keys(cases.fewerNames), ['pretty.list-formatted']);
  });
  await context.test('tells of a check that never began what it was told of it', () => {
    assert.equal(cases.neverBegan.length, 1);
    assert.match(cases.neverBegan[0] ?? '', /^envelope\..*: did not run$/);
  });
  await context.test('leaves a check unverified that it never saw', () => {
    assert.match(cases.notRecorded['pretty.entity-formatted'] ?? '', /^unverified: needs traffic that was not recorded: POST /);
  });
});
