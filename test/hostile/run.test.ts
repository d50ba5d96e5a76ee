import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { credentialsIn, leaksOf, leftIn } from '../support/leaks.ts';
import { verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { verdictErrors } from '../support/verdict-errors.ts';
import { afterPreflight, front, preflightRequests, type Front } from './front.ts';
import { unreadable, wrong } from './misbehaviours.ts';
import { processesWith } from './processes.ts';

let runs = 0;

/** Lets a process judge the target with the checks of that kind, and looks at all that it leaves behind. */
async function judge(context: TestContext, target: Front, grep: string, seconds: number) {
  const out = temporaryFolder(context);
  const seed = `hostile-${process.pid}-${(runs += 1)}`;
  const { publicKey, privateKey, orgId, projectId } = target.mock.identity;
  const { code, stdout, stderr } = await omconform(context, ['run', '--grep', grep, '--out', out, '--seed', seed], {
    TARGET_URL: target.url,
    TARGET_PUBLIC_KEY: publicKey,
    TARGET_PRIVATE_KEY: privateKey,
    TARGET_ORG_ID: orgId,
    TARGET_PROJECT_ID: projectId,
    TARGET_TIMEOUT_SECONDS: String(seconds),
  });

  const verdict = verdictIn(out);
  assert.deepEqual(verdictErrors(verdict), []);
  const read = (file: string) => readFileSync(path.join(out, file), 'utf8');
  const evidence = read('evidence.ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  assert.equal(evidence.filter((line) => 'request' in line).length, verdict.run.requests);
  assert.match(read('junit.xml'), /<\/testsuites>\n$/);
  assert.deepEqual(processesWith(`RUN_SEED=${seed}`), []);
  assert.equal(target.connections.open, 0);
  assert.ok(!existsSync(path.join(out, 'run')), 'what the workers told each other is still there');
  const left = [...leftIn(out), { where: 'stdout', text: stdout }, { where: 'stderr', text: stderr }];
  assert.deepEqual([...leaksOf(new Map([[privateKey, 'the private key']]), left), ...credentialsIn(left)], []);
  return { code, verdict, summary: read('summary.md'), said: stdout.replaceAll(/\s+/g, ' '), stderr };
}

type Told = Awaited<ReturnType<typeof judge>>;

/** The run gave up, says why wherever it is read, and blames the target for nothing. */
function gaveUp({ code, verdict, summary, said, stderr }: Told, cause: RegExp): void {
  assert.deepEqual([code, verdict.verdict, verdict.noChecks], [3, 'error', false], `${said}\n${stderr}`);
  assert.equal(verdict.faults.length, 1);
  assert.match(verdict.faults[0] ?? '', cause);
  assert.match(said, new RegExp(`ERROR: the run itself went wrong: ${cause.source}`));
  assert.match(summary.split('\n', 1)[0] ?? '', /went down during the run/);
  assert.deepEqual(
    verdict.requirements.filter(({ outcome }) => outcome === 'broken'),
    [],
  );
}

const manyChecks = String.raw`@code\.[A-C]`;

describe('a run whose target', () => {
  test('falls silent is over after a few time-outs, not after one for each check', async (context) => {
    const target = await front(context, unreadable['an answer that never comes']);
    const reported = await judge(context, target, manyChecks, 0.5);
    gaveUp(reported, /the target went down during the run: \S+ cannot be reached: \S+ did not begin to answer within 0\.5 s/);
    const checks = reported.verdict.requirements.flatMap((requirement) => requirement.checks);
    assert.ok(checks.filter(({ outcome }) => outcome === 'setup-failed').length > 50, 'too few checks to tell');
    // Three faults open the circuit; the other worker may be under way to two more, and each asks for a sign of life.
    assert.ok(target.asked.length - preflightRequests <= 12, `${target.asked.length} requests`);
  });

  test('is stopped in the middle tells that nobody listens', async (context) => {
    const target: Front = await front(
      context,
      () => {},
      (count) => {
        if (count === 30) void target.stop();
        return false;
      },
    );
    gaveUp(
      await judge(context, target, manyChecks, 10),
      /the target went down during the run: \S+ cannot be reached: \S+ refuses the connection: nothing listens there/,
    );
  });

  test('cuts its JSON short is told to be non-conformant', async (context) => {
    const target = await front(context, wrong['truncated JSON'], afterPreflight);
    const { code, verdict, said } = await judge(context, target, '@pretty', 10);
    assert.deepEqual([code, verdict.verdict, verdict.faults], [1, 'non-conformant', []], said);
    assert.match(said, /says that it is JSON and is none/);
  });
});
