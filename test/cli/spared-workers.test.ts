import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { output } from '../../bench/processes.ts';
import { fileOfPackage } from '../../src/cli/project.ts';
import { readEvidenceText, type RecordedTest } from '../../src/verdict/recorded-run.ts';
import { isBinding } from '../../src/verdict/verdict.ts';
import { liveMock, shortLived, verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { counted, numericCodes } from '../run/wrong-errors.ts';
import { allureResultsIn } from '../support/allure-results.ts';

const grep = String.raw`@(?:error|access|code\.(?:G|INVALID_A))`;

interface Seen {
  readonly out: string;
  /** What lies in the working directory afterwards. */
  readonly strewn: readonly string[];
  readonly stdout: string;
  readonly code: number | null;
  readonly requests: number;
  readonly workers: number;
  readonly broken: number;
  /** Workers that met a broken check. */
  readonly spent: number;
}

const workersOf = (tests: readonly RecordedTest[]): number => new Set(tests.map(({ provenance }) => provenance?.worker)).size;

const resultsIn = (out: string): Pick<Seen, 'workers' | 'broken' | 'spent'> => {
  const { tests } = readEvidenceText(readFileSync(path.join(out, 'evidence.ndjson'), 'utf8'));
  const broken = tests.filter(({ record }) => record.outcome === 'broken');
  return { workers: workersOf(tests), broken: broken.length, spent: workersOf(broken) };
};

/** Judges a mock whose error documents are right or all wrong, with one worker, by `omconform run` or by Playwright itself. */
async function judged(context: TestContext, isWrong: boolean, by: 'omconform' | 'Playwright'): Promise<Seen> {
  const { wire, count } = counted(isWrong ? numericCodes : undefined);
  const { env: target } = await liveMock(context, { ...shortLived, wire });
  const out = temporaryFolder(context);
  const cwd = temporaryFolder(context);
  const env = { ...target, TARGET_RISK: 'own-resources', RUN_OUT: out, RUN_WORKERS: '1', RUN_REPORTER: 'list' };
  const { stdout, code } =
    by === 'omconform'
      ? await omconform(context, ['run', '--grep', grep], env, cwd)
      : await output(process.execPath, [fileOfPackage('@playwright/test', 'cli.js'), 'test', '--grep', grep], env).then(
          ({ text, code: ended }) => ({ stdout: text, code: ended }),
        );
  return { out, strewn: readdirSync(cwd), stdout, code, requests: count(), ...resultsIn(out) };
}

test('a target that is wrong everywhere', async (context) => {
  const right = await judged(context, false, 'omconform');
  const wrong = await judged(context, true, 'omconform');

  await context.test('leaves nothing but in the folder of its results', () => {
    assert.deepEqual([...right.strewn, ...wrong.strewn], []);
  });

  await context.test('costs no more workers and hardly more requests than one that is right', () => {
    assert.equal(right.broken, 0, right.stdout);
    assert.ok(wrong.broken >= 10, `${wrong.broken} checks were broken`);
    assert.equal(wrong.workers, right.workers);
    assert.ok(
      wrong.requests <= 1.2 * right.requests,
      `${wrong.requests} requests, ${right.requests} to the target that is right`,
    );
  });

  await context.test('is told by every report, and by the exit code', () => {
    const { verdict, faults, requirements } = verdictIn(wrong.out);
    assert.deepEqual([wrong.code, verdict, faults], [1, 'non-conformant', []]);
    assert.match(wrong.stdout, /NON-CONFORMANT: /);
    const marks = wrong.stdout.match(/^ *(?:✘|x) +\d+ /gm) ?? [];
    assert.equal(marks.length, wrong.broken, "what Playwright's list marks as failed");
    const failed = allureResultsIn(path.join(wrong.out, 'allure-results')).filter(({ status }) => status === 'failed');
    const broken = requirements.filter((one) => one.outcome === 'broken' && isBinding(one));
    assert.deepEqual(failed.map(({ name }) => name).toSorted(), broken.map(({ id }) => id).toSorted(), 'what failed for Allure');
    assert.match(readFileSync(path.join(wrong.out, 'junit.xml'), 'utf8'), /<testsuites [^>]*failures="[1-9]/);
  });

  await context.test('is judged by Playwright itself as Playwright does it, and comes to the same', async (running) => {
    const plain = await judged(running, true, 'Playwright');
    assert.deepEqual([plain.broken, plain.spent], [wrong.broken, wrong.broken], 'each broken check costs a worker');
    assert.ok(wrong.spent < wrong.broken, `${wrong.spent} workers for ${wrong.broken} broken checks`);
    // Whether a nonce grows old in a run depends on how long it takes.
    const outcomes = (out: string): unknown =>
      verdictIn(out)
        .requirements.filter(({ id }) => id !== 'auth.nonce-is-short-lived')
        .map(({ id, outcome }) => [id, outcome]);
    assert.deepEqual([plain.code, outcomes(plain.out)], [1, outcomes(wrong.out)]);
  });
});
