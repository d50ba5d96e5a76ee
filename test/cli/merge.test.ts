import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { merge } from '../../src/cli/judging/merge-runs.ts';
import { requirements } from '../../src/contract/requirements/index.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { catalogueHash } from '../../src/verdict/catalogue-hash.ts';
import type { RecordedRun } from '../../src/verdict/recorded-run.ts';
import { hashOfEvidence, writeReports } from '../../src/verdict/reporter/write.ts';
import { liveMock, verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { evidence, fullInput } from '../support/verdict-sample.ts';

/** What the names that one part sent begin with. */
function marksIn(out: string): Set<string> {
  const lines = readFileSync(path.join(out, 'evidence.ndjson'), 'utf8').split('\n').filter(Boolean);
  const sent = lines.map((line) => (JSON.parse(line) as { request?: { body: string | null } }).request?.body ?? '');
  return new Set(sent.join('\n').match(/\bomc-[0-9a-f]{6}\b/g));
}

test('three parts that ran at once, with one seed', async (context) => {
  const { env } = await liveMock(context);
  // Each has one check, in a file of its own, which makes something.
  const ids = ['envelope.on-create', 'journey.stop-monitoring-a-process'];
  const outs = [1, 2, 3].map(() => temporaryFolder(context));
  const words = ['run', '--only', ids.join(','), '--risk', 'own-resources', '--seed', 'one', '--workers', '1'];
  const parts = await Promise.all(
    outs.map((out, index) => omconform(context, [...words, '--shard', `${index + 1}/3`, '--out', out], env)),
  );
  const whole = temporaryFolder(context);

  await context.test('are conformant, also the one that no file was left for', () => {
    assert.deepEqual(
      parts.map(({ code }) => code),
      [0, 0, 0],
      parts.map(({ stdout }) => stdout).join('\n'),
    );
    assert.deepEqual(
      outs.map((out) => verdictIn(out).noChecks),
      [false, false, true],
    );
    assert.deepEqual(
      outs.map((out) => verdictIn(out).run.shard?.current),
      [1, 2, 3],
    );
  });

  await context.test('never gave two things the same name', () => {
    const [first, second] = [marksIn(outs[0]!), marksIn(outs[1]!)];
    assert.ok(first.size > 0 && second.size > 0);
    assert.deepEqual(
      [...first].filter((mark) => second.has(mark)),
      [],
    );
  });

  await context.test('make one verdict, in whichever order they are named', async (running) => {
    const { code, stdout, stderr } = await omconform(running, ['merge', ...outs.toReversed(), '--out', whole]);
    assert.deepEqual([code, stderr], [0, ''], stdout);
    const { requirements: judged, run, scope } = verdictIn(whole);
    assert.equal(scope, ids.join(', '));
    const history = readFileSync(path.join(whole, 'history', 'runs.ndjson'), 'utf8').trim();
    assert.equal((JSON.parse(history) as { run: string }).run, run.id);
    assert.deepEqual(judged.map(({ id }) => id).toSorted(), ids.toSorted());
    assert.deepEqual(
      judged.filter(({ outcome }) => outcome !== 'kept').map(({ id }) => id),
      [],
    );
    assert.deepEqual(
      run.mergedFrom,
      outs.map((out) => verdictIn(out).run.id),
    );
    assert.equal(
      run.requests,
      outs.reduce((sum, out) => sum + verdictIn(out).run.requests, 0),
    );
  });

  await context.test('are verified as one', async (running) => {
    const { code, stdout, stderr } = await omconform(running, ['verify', whole]);
    assert.equal(code, 0, `${stdout}\n${stderr}`);
  });

  await context.test('are refused when one of them lost a check', async (running) => {
    const out = outs[0]!;
    const file = path.join(out, 'evidence.ndjson');
    const lines = readFileSync(file, 'utf8').split('\n');
    const text = lines.filter((line) => line !== lines.find((each) => each.startsWith('{"kind":"test"'))).join('\n');
    writeFileSync(file, text);
    writeFileSync(path.join(out, 'verdict.json'), JSON.stringify({ ...verdictIn(out), evidenceHash: hashOfEvidence(text) }));
    const { code, stderr } = await omconform(running, ['merge', ...outs, '--out', whole]);
    assert.equal(code, 2);
    assert.match(stderr, /^omconform: 1 check is in none of the parts, such as "specs\/[\w/-]+\.spec\.ts › .+\n$/);
  });
});

describe('parts that do not belong together', () => {
  const { target, run } = fullInput();
  const suite = { name: 'omconform', version: '0.1.0', catalogueHash: catalogueHash(requirements) };

  /** The folder of a part. */
  async function part(context: TestContext, current: number, change: Partial<RecordedRun> = {}): Promise<string> {
    const out = temporaryFolder(context);
    const recorded: RecordedRun = {
      suite,
      target,
      run: { ...run, shard: { current, total: 2 } },
      settings: {},
      only: [],
      chosen: null,
      faults: [],
      ...change,
    };
    const tests = [evidence({ requirement: 'list.shape', title: `check ${current}` })];
    const verdict = deriveVerdict({ requirements, tests, target, run: recorded.run, suite, only: [], faults: [] });
    await writeReports(out, verdict, { runs: [recorded], tests });
    return out;
  }

  const cases: [what: string, second: [number, Partial<RecordedRun>?], says: RegExp][] = [
    ['a catalogue of its own', [2, { suite: { ...suite, catalogueHash: '0'.repeat(64) } }], /different catalogues/],
    ['another version', [2, { suite: { ...suite, version: '9.9.9' } }], /different versions of this suite/],
    ['another target', [2, { target: { ...target, url: 'http://127.0.0.1:9/api/public/v1.0' } }], /judged different targets/],
    [
      'a target that was upgraded meanwhile',
      [2, { target: { ...target, serverVersion: '7.0.0' } }],
      /different versions of the target/,
    ],
    ['another number of parts', [2, { run: { ...run, shard: { current: 2, total: 3 } } }], /different numbers of parts/],
    ['another risk', [2, { run: { ...run, risk: 'read-only', shard: { current: 2, total: 2 } } }], /different risks/],
    ['another scope', [2, { only: ['list.*'] }], /different requirements \(--only\)/],
    ['another choice', [2, { chosen: '--grep x' }], /different checks \(--grep\)/],
    ['a whole run', [2, { run }], /is a whole run, no part of one/],
    ['the same part', [1], /part 1\/2 is there twice/],
  ];
  for (const [what, [current, change], says] of cases) {
    test(`one has ${what}`, async (context) => {
      const outs = [await part(context, 1), await part(context, current, change)];
      await assert.rejects(
        merge({ act: 'merge', outs, writeTo: outs[0]!, allowIncomplete: false }),
        (error: Error) => error.name === 'UsageError' && says.test(error.message) && !error.message.includes('\n'),
      );
    });
  }

  test('one is missing', async (context) => {
    const outs = [await part(context, 2)];
    await assert.rejects(
      merge({ act: 'merge', outs, writeTo: outs[0]!, allowIncomplete: false }),
      /^UsageError: missing: part 1\/2$/,
    );
  });

  test('one was changed', async (context) => {
    const outs = [await part(context, 1), await part(context, 2)];
    writeFileSync(path.join(outs[1]!, 'evidence.ndjson'), `${readFileSync(path.join(outs[1]!, 'evidence.ndjson'), 'utf8')}\n`);
    await assert.rejects(
      merge({ act: 'merge', outs, writeTo: outs[0]!, allowIncomplete: false }),
      /is not the file that its verdict was made from/,
    );
  });
});
