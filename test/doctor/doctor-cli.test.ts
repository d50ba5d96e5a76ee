import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { needs, notOfferedReason, orRisk, reason } from '../../src/contract/reasons.ts';
import { adviceFor } from '../../src/doctor/doctor-page.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { curl } from '../strangers/curl.ts';
import { startStranger } from '../strangers/server.ts';

interface Document {
  readonly exitCode: number;
  readonly findings: readonly { readonly step: string; readonly outcome: string }[];
  readonly forecast?: {
    readonly requirements: readonly { readonly id: string; readonly outcome: string; readonly reason: string | null }[];
  };
}

describe('omconform doctor', () => {
  test('tells of a stranger what a run would see, in 80 columns, and leaves it as it was', async (context) => {
    const stranger = await startStranger();
    context.after(() => stranger.close());
    const hosts = async (): Promise<string> => (await curl(stranger, `/groups/${stranger.projectId}/hosts`)).body;
    const before = await hosts();

    const { code, stdout, stderr } = await omconform(context, ['doctor', '--target', stranger.url], {
      TARGET_PUBLIC_KEY: stranger.publicKey,
      TARGET_PRIVATE_KEY: stranger.privateKey,
    });

    assert.deepEqual([code, stderr], [4, '']);
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.length > 80),
      [],
    );
    assert.match(stdout, /^ {2}ok {3}credentials {3}stranger is let in$/m);
    assert.match(stdout, /not offered: organization-events, /);
    assert.match(stdout, /^A run will judge about \d+ of \d+ requirements/m);
    assert.match(stdout, /^ +\d+ {2}> allow more with --risk/m);
    assert.match(stdout, /\d+ documented MUSTs are likely to stay unverified: a run would end as incomplete/);
    assert.doesNotMatch(stdout, new RegExp(stranger.privateKey));
    assert.equal(await hosts(), before);
  });

  test('tells, as the next run does first, what earlier runs left, with the command that removes it', async (context) => {
    const out = temporaryFolder(context);
    mkdirSync(path.join(out, 'ledger'));
    const target = 'https://om.example.com/api/public/v1.0';
    writeFileSync(
      path.join(out, 'ledger', 'dead.0-1.ndjson'),
      [
        { ledger: 1, run: 'dead', worker: 0, pid: 2 ** 22 + 1, host: hostname(), target, startedAt: '' },
        { n: 1, intends: 'project', path: '/groups', removedAt: [['/groups/{made}']] },
      ]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(''),
    );
    const says = `Earlier runs left 1 thing behind, named in ${path.join(out, 'ledger')}: npx omconform sweep --target ${target} --out ${out}`;
    const env = { RUN_OUT: out };
    const doctor = await omconform(context, ['doctor', '--only', 'pretty.*'], env);
    assert.ok(doctor.stdout.split('\n').includes(says), doctor.stdout);
    const json = await omconform(context, ['doctor', '--json', '--only', 'pretty.*'], env);
    assert.equal((JSON.parse(json.stdout) as { leftovers?: string }).leftovers, says);
    const run = await omconform(context, ['run', '--only', 'pretty.entity-formatted'], env);
    assert.equal(run.stdout.split('\n')[0], says);
    assert.equal(run.stdout.split(says).length, 2);
  });

  test('finds nothing wrong with the embedded mock, as JSON', async (context) => {
    const { code, stdout } = await omconform(context, ['doctor', '--json', '--only', 'auth.*', '--only', 'code.HOST_NOT_FOUND']);
    const { exitCode, findings, forecast } = JSON.parse(stdout) as Document;
    assert.deepEqual([code, exitCode], [0, 0]);
    assert.ok(findings.some(({ step, outcome }) => step === 'credentials' && outcome === 'ok'));
    assert.deepEqual(
      forecast?.requirements.filter(({ outcome }) => !['judged', 'not-applicable', 'untested'].includes(outcome)),
      [],
    );
    assert.ok(forecast?.requirements.some(({ id }) => id === 'code.HOST_NOT_FOUND'));
  });

  test('ends with 3 at a closed port, says why, and asks nothing more', async (context) => {
    const keys = { TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: 'very-private' };
    const { code, stdout } = await omconform(context, ['doctor', '--target', 'http://127.0.0.1:9'], keys);
    assert.equal(code, 3);
    assert.match(stdout, /^ {2}FAIL TCP +127\.0\.0\.1:9 refuses the connection/m);
    assert.match(stdout, /^ {2}- {4}roles +TCP failed$/m);
    assert.match(stdout, /^No run could judge this target: TCP: 127\.0\.0\.1:9 refuses/m);
  });

  test('ends with 2 where no keys are given', async (context) => {
    const { code, stderr } = await omconform(context, ['doctor', '--target', 'https://om.example.com']);
    assert.equal(code, 2);
    assert.match(stderr, /^omconform: TARGET_PUBLIC_KEY is missing/);
  });
});

test('every kind of reason has an advice of its own', () => {
  const outcome = 'unverified';
  const unseen = [
    { outcome, reasons: [needs.risk('destructive', 'creates a host')] },
    { outcome, reasons: [needs.risk('irreversible', 'removes a host')] },
    { outcome, reasons: [needs.setting(['TARGET_RATE_LIMITED_PATH'], 'which')] },
    { outcome: 'not-offered', reasons: [notOfferedReason('hosts')] },
    { outcome, reasons: [needs.place('organization')] },
    { outcome, reasons: [reason('refused-preparation', 'could not list: GET / was answered 403')] },
    { outcome, reasons: [reason('nothing-of-its-kind', 'no exchange had anything of its kind')] },
    { outcome, reasons: [needs.state('a cluster with checkpoints')] },
    { outcome, reasons: [reason('budget', 'budget: the 75 requests of --max-requests are used up')] },
  ] as const;
  assert.equal(new Set(unseen.map(adviceFor)).size, unseen.length);
});

test('the advice is that of the first reason about which something can be done, and a right that lacks is seen to', () => {
  const both = [needs.state('a cluster with checkpoints'), needs.risk('own-resources', 'creates a host')];
  assert.match(adviceFor({ outcome: 'unverified', reasons: both }), /^allow more with --risk/);
  assert.match(adviceFor({ outcome: 'unverified', reasons: [orRisk(both[0]!, 'own-resources', 'create one')] }), /^allow more/);
  const right = needs.right('GET /hosts', 'this key may not GET /hosts');
  assert.match(adviceFor({ outcome: 'unverified', reasons: [right] }), /a role that the key lacks/);
});
