import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { outstanding } from '../../src/cleanup/ledger-entries.ts';
import { storedLedgers } from '../../src/cleanup/ledger-file.ts';
import { seededNames } from '../../src/cleanup/names.ts';
import type { Layer, MockRequest } from '../../src/mock/forms/types.ts';
import { holdAnswerTo, startGroup } from '../support/held-run.ts';
import { liveMock, verdictIn } from '../support/live-mock.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { worldOf } from '../support/owner-view.ts';
import type { Mock } from '../../src/mock/forms/types.ts';

/** A run with one check, of somebody outside the project: it makes a project and a key of the organization, in this order. */
const words = (out: string, seed: string): string[] => [
  'run',
  '--only',
  'code.API_KEY_CANNOT_CREATE_ORG',
  '--workers',
  '1',
  '--seed',
  seed,
  '--out',
  out,
];

/** A line for each thing there is, as the owner sees it. */
async function idsIn(mock: Mock): Promise<string[]> {
  return Object.entries(await worldOf(mock)).flatMap(([where, document]) => {
    const { results } = document as { results?: { id: string; name?: string; desc?: string }[] };
    return (results ?? []).map(({ id, name, desc }) => `${where} ${id} ${name ?? desc ?? ''}`);
  });
}

const makesKey =
  (seed: string) =>
  ({ method, target, body }: MockRequest): boolean =>
    method === 'POST' && /\/orgs\/\w+\/apiKeys$/.test(target) && body.includes(seededNames(seed, 0).mark);

// Two at a time: they wait for processes more than they compute.
describe('what a run made', { concurrency: 2 }, () => {
  test('what a run left that was killed is swept, and nothing of a run beside it', async (context) => {
    const [one, other] = [holdAnswerTo(makesKey('one')), holdAnswerTo(makesKey('other'))];
    const { mock, env } = await liveMock(context, { wire: (next) => one.wire(other.wire(next)) });
    const before = await idsIn(mock);
    const [out, otherOut] = [temporaryFolder(context), temporaryFolder(context)];
    const killed = startGroup(context, words(out, 'one'), env);
    const beside = startGroup(context, words(otherOut, 'other'), env);
    await Promise.all([one.reached, other.reached]);
    const running = await idsIn(mock);

    killed.signalAll('SIGKILL');
    await killed.ended;
    const [ledger] = storedLedgers(out);
    assert.deepEqual(
      [...ledger!.entries.values()].map(({ thing, state }) => `${thing} ${state}`),
      ['project made', 'API key intended'],
    );
    const sweep = (...more: string[]) => omconform(context, ['sweep', '--out', out, ...more], env);

    const dry = await sweep('--dry-run');
    assert.equal(dry.code, 0);
    assert.match(
      dry.stdout,
      /^look for the desc omc-\w+-outsider-\d in \/orgs\/\w+\/apiKeys, and DELETE that API key alone\nDELETE \/groups\/\w+ \(project\)\n$/,
    );
    assert.deepEqual(await idsIn(mock), running, 'a dry run sends nothing');

    const swept = await sweep();
    assert.equal(swept.code, 0, `${swept.stdout}${swept.stderr}`);
    assert.match(
      swept.stdout,
      /^gone: DELETE \/orgs\/\w+\/apiKeys\/\w+ \(API key\)\ngone: DELETE \/groups\/\w+ \(project\)\nNothing is left\.\n$/,
    );
    assert.ok(!existsSync(path.join(out, 'ledger')), 'a ledger that nobody needs any more is gone');
    const own = (world: readonly string[], seed: string): number =>
      world.filter((line) => line.includes(seededNames(seed, 0).mark)).length;
    const after = await idsIn(mock);
    assert.deepEqual([own(running, 'one'), own(after, 'one'), own(after, 'other')], [2, 0, 2]);

    other.release();
    const ended = await beside.ended;
    assert.equal(ended.code, 0, `${ended.stdout}${ended.stderr}`);
    const { cleanup } = verdictIn(otherOut);
    assert.deepEqual([cleanup?.made, cleanup?.removed, cleanup?.left], [2, 2, []]);
    assert.deepEqual(await idsIn(mock), before);

    const again = await sweep();
    assert.deepEqual([again.code, again.stdout.startsWith('nothing to sweep: ')], [0, true]);
  });

  for (const [signal, exit] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    for (const to of ['all its processes', 'its first process'] as const) {
      test(`a run that ${signal} to ${to} ends removes what it made, and leaves a verdict`, async (context) => {
        const hold = holdAnswerTo(makesKey('stopped'));
        const { mock, env } = await liveMock(context, { wire: hold.wire });
        const before = await idsIn(mock);
        const out = temporaryFolder(context);
        const run = startGroup(context, words(out, 'stopped'), env);
        await hold.reached;
        if (to === 'all its processes') run.signalAll(signal);
        else run.signalFirst(signal);
        const { code, stdout, stderr } = await run.ended;
        assert.equal(code, exit, `${stdout}${stderr}`);
        assert.deepEqual(await idsIn(mock), before, `${stdout}${stderr}`);
        assert.ok(!existsSync(path.join(out, 'ledger')), stdout);
        assert.ok(verdictIn(out).faults.includes('the run was interrupted'), stdout);
      });
    }
  }

  for (const sees of ['at once', 'when its worker has cleaned up already'] as const) {
    test(`a run whose runner was killed is cleaned up and told of by who started that, who sees it ${sees}`, async (context) => {
      const hold = holdAnswerTo(makesKey('headless'));
      const { mock, env } = await liveMock(context, { wire: hold.wire });
      const before = await idsIn(mock);
      const out = temporaryFolder(context);
      const run = startGroup(context, words(out, 'headless'), env);
      await hold.reached;
      const worker = storedLedgers(out)[0]!.head.pid;
      const runner = Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(worker)], { encoding: 'utf8' }));
      if (sees !== 'at once') run.signalFirst('SIGSTOP');
      process.kill(runner, 'SIGKILL');
      if (sees !== 'at once') {
        const isOpen = () => storedLedgers(out).some(({ entries }) => outstanding(entries).length > 0);
        while (isOpen()) await delay(50);
        run.signalFirst('SIGCONT');
      }
      const { code, stdout, stderr } = await run.ended;
      assert.equal(code, 3, `${stdout}${stderr}`);
      assert.match(stdout, /^The run ended before it had cleaned up; that is made good: 2 of 2 things removed$/m);
      assert.deepEqual(await idsIn(mock), before);
      assert.ok(!existsSync(path.join(out, 'ledger')), stdout);
    });
  }

  test('what cannot be removed is told apart, and turns nothing red', async (context) => {
    let stubborn = true;
    const refusing: Layer = (next) => (request) =>
      stubborn && request.method === 'DELETE' ? { status: 500, headers: {}, body: '' } : next(request);
    const { mock, env } = await liveMock(context, { inner: refusing });
    const before = await idsIn(mock);
    const out = temporaryFolder(context);
    // It has one check, which makes a host in a project.
    const run = await omconform(context, ['run', '--only', 'response.no-value-is-omitted', '--workers', '1', '--out', out], env);
    const { cleanup, verdict } = verdictIn(out);
    assert.deepEqual([run.code, verdict], [0, 'conformant'], `${run.stdout}${run.stderr}`);
    assert.deepEqual(
      cleanup?.left.map(({ thing, why }) => `${thing}: ${why.replace(/\w{24}/, '{id}')}`),
      ['project: DELETE /groups/{id} was answered 500'],
    );
    assert.match(run.stdout, /^Not all cleaned up: 1 made, 0 removed, 1 left behind/m);
    assert.ok(run.stdout.includes(`  Again: ${cleanup!.command!}\n`));

    const sweep = (...more: string[]) => omconform(context, ['sweep', '--out', out, ...more], env);
    const residue = await sweep();
    assert.deepEqual([residue.code, residue.stdout.split('\n').at(-2)], [1, '1 left.'], residue.stdout);
    assert.match(residue.stdout, /^left: DELETE \/groups\/\w+ \(project\): DELETE \/groups\/\w+ was answered 500$/m);

    stubborn = false;
    const swept = await sweep();
    assert.equal(swept.code, 0, swept.stdout);
    assert.deepEqual(await idsIn(mock), before);
  });
});
