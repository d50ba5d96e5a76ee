import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { renderPlan } from '../../src/cli/commands/plan.ts';
import { planOfRun, type Plan } from '../../src/target/plan-file.ts';
import { resolveSettings } from '../../src/target/resolve.ts';
import { engineProcess } from '../support/engine-process.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import type { PlannedRun } from './plans.ts';

const { opsManager, cloudManager, withoutProjects } = await engineProcess<
  Record<'opsManager' | 'cloudManager' | 'withoutProjects', PlannedRun>
>(new URL('./plans.ts', import.meta.url));

const schema = JSON.parse(readFileSync(new URL('../../schemas/documents/plan.json', import.meta.url), 'utf8')) as AnySchemaObject;
const isPlan = new Ajv2020({ strict: true }).compile(schema);

const rowOf = ({ requests }: Plan, method: string, place: string) =>
  requests.find((one) => one.method === method && one.path === place);
const reasonsIn = ({ records }: PlannedRun): string[] =>
  records.flatMap(({ reason = '', reasonKind }) => (reasonKind === 'not-in-plan' ? [reason] : []));

describe('a plan', () => {
  test('has its schema, for either product', () => {
    for (const { plan } of [opsManager, cloudManager]) assert.ok(isPlan(plan), JSON.stringify(isPlan.errors));
    assert.equal(isPlan({ ...opsManager.plan, requests: [{ method: 'GET', path: '/groups' }] }), false);
  });

  test('names risk, roles and undo of a create', () => {
    const create = rowOf(opsManager.plan, 'POST', '/groups/{projectId}/hosts');
    assert.deepEqual(
      [create?.risk, create?.roles, create?.undo],
      [
        'own-resources',
        ['GROUP_OWNER', 'GROUP_MONITORING_ADMIN'],
        'goes with its project, else DELETE /groups/{projectId}/hosts/{id}',
      ],
    );
    assert.ok((create?.times ?? 0) > 50);
  });

  test('tells what is at most read, what is destructive, what is refused and what stays', () => {
    const reported = (method: string, place: string): string[] => {
      const { risk, undo } = rowOf(opsManager.plan, method, place) ?? {};
      return [String(risk), String(undo)];
    };
    assert.deepEqual(reported('GET', '/groups/{projectId}/hosts'), ['read-only', 'nothing to undo']);
    assert.deepEqual(reported('PUT', '/groups'), ['own-resources', 'meant to be refused']);
    assert.deepEqual(reported('POST', '/groups/{projectId}/sshKeys'), ['own-resources', 'goes with its project']);
    assert.deepEqual(reported('POST', '/groups/{projectId}/clusters/{clusterId}/restoreJobs'), [
      'destructive',
      'stays: no operation removes it: it ends by itself',
    ]);
  });

  test("tells removing the run's own from removing what was there, check by check", () => {
    const removals = opsManager.plan.requests.filter((one) => one.method === 'DELETE' && one.path === '/groups/{projectId}');
    assert.deepEqual(removals.map(({ risk, check = '', undo }) => [risk, check.split(': ')[1], undo]).toSorted(), [
      ['irreversible', 'CANNOT_CLOSE_ACCOUNT_ACTIVE_BACKUP', 'meant to be refused; where it is not, removes it for good'],
      ['irreversible', 'CANNOT_CLOSE_ACCOUNT_FAILED_INVOICES', 'meant to be refused; where it is not, removes it for good'],
      ['own-resources', undefined, 'removes what the run made'],
    ]);
    const sends = (method: string, place: string) =>
      opsManager.plan.requests.filter((one) => one.risk === 'irreversible' && one.method === method && one.path === place).length;
    assert.ok(sends('PATCH', '/groups/{projectId}/backupConfigs/{clusterId}') > 5, 'states of backups');
    assert.ok(sends('POST', '/groups/{projectId}/provisionMachineJobs') > 5, 'machines');
  });

  test('shows what cannot be undone first, each request by itself', () => {
    const page = renderPlan(opsManager.plan);
    const first = page.slice(page.indexOf('CANNOT BE UNDONE'), page.indexOf('\nagent-api-keys\n')).replaceAll(/\s+/g, ' ');
    const forGood = opsManager.plan.requests.filter(({ risk }) => risk === 'irreversible');
    assert.deepEqual(
      forGood.filter(({ check }) => !first.includes(`for "${check}"`)),
      [],
    );
    assert.equal(new Set(forGood.map(({ method, path: place, check }) => `${method} ${place} ${check}`)).size, forGood.length);
    assert.doesNotMatch(page.slice(page.indexOf('\nagent-api-keys\n')), /irreversible/);
    assert.doesNotMatch(renderPlan(cloudManager.plan), /CANNOT BE UNDONE/);
  });

  test('holds the clean-up too', () => {
    for (const { plan } of [opsManager, cloudManager]) assert.ok(rowOf(plan, 'DELETE', '/groups/{projectId}'));
  });

  test('has nothing destructive or worse for a run that may not be', () => {
    assert.deepEqual(
      cloudManager.plan.requests.filter(({ risk }) => risk === 'destructive' || risk === 'irreversible'),
      [],
    );
  });

  test('names paths without ids or made-up names', () => {
    const named = [opsManager, cloudManager].flatMap(({ plan }) => plan.requests.map(({ path: place }) => place));
    assert.deepEqual(
      named.filter((place) => /[0-9a-f]{24}|omc-/.test(place)),
      [],
    );
  });

  test('fits 80 columns', () => {
    const page = renderPlan(opsManager.plan);
    assert.deepEqual(
      page.split('\n').filter((line) => line.length > 80),
      [],
    );
    assert.match(page, /^ {2}POST {3}\/groups\/\{projectId\}\/hosts +\d+ {2}own-resources$/m);
  });
});

/** Two circumstances are for a main caller who owns less than the mock's. */
const isForOthers = ({ needs }: PlannedRun['records'][number]): boolean =>
  needs?.caller === 'a caller who does not own the organization';

describe('a run that keeps to its own plan', () => {
  test('keeps all that it keeps without', () => {
    assert.deepEqual(reasonsIn(opsManager), []);
    assert.deepEqual(
      opsManager.records.filter((one) => one.outcome !== 'kept' && one.outcome !== 'not-applicable' && !isForOthers(one)),
      [],
    );
  });

  test('does so on the other product, with less allowed', () => {
    assert.deepEqual(reasonsIn(cloudManager), []);
    const others = cloudManager.records.filter(
      (one) => one.outcome !== 'kept' && one.outcome !== 'not-applicable' && !isForOthers(one),
    );
    assert.deepEqual(
      others.filter(({ needs }) => needs?.risk !== 'destructive' && needs?.risk !== 'irreversible'),
      [],
    );
  });
});

test('what is not in the plan is not sent, and said', () => {
  assert.deepEqual([...new Set(reasonsIn(withoutProjects))].toSorted(), ['not in the plan: POST /groups']);
  const kept = withoutProjects.records.filter(({ outcome }) => outcome !== 'unverified');
  assert.deepEqual(
    kept.map(({ title, outcome }) => `${title} ${outcome}`),
    ['the links of the root lead to what they name kept', 'the root leads to the projects kept'],
  );
  assert.deepEqual(
    withoutProjects.sent.filter((one) => /^POST .*\/(?:groups|hosts)$/.test(one)),
    [],
  );
  assert.ok(withoutProjects.sent.some((one) => one.startsWith('GET ')));
});

describe('omconform', () => {
  const target = { TARGET_URL: 'http://127.0.0.1:9', TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: 'very-private' };

  test('plan --out writes a plan for a target that is not asked, and no secret', async (context) => {
    const file = path.join(temporaryFolder(context), 'plan.json');
    const { code, stderr, stdout } = await omconform(
      context,
      ['plan', '--only', 'pretty.error-formatted', '--out', file],
      target,
    );
    assert.deepEqual([code, stderr], [0, '']);
    const text = readFileSync(file, 'utf8');
    const plan = JSON.parse(text) as Plan;
    assert.ok(isPlan(plan));
    assert.deepEqual([plan.risk, plan.only], ['own-resources', ['pretty.error-formatted']]);
    assert.doesNotMatch(text + stdout, /very-private|127\.0\.0\.1/);
  });

  test('run refuses a plan for another product in one line', async (context) => {
    const file = path.join(temporaryFolder(context), 'plan.json');
    writeFileSync(file, JSON.stringify({ ...opsManager.plan, product: 'cloud-manager' }));
    const { code, stderr } = await omconform(context, ['run', '--plan', file], target);
    assert.equal(code, 2);
    assert.match(stderr, /^omconform: --plan .+ was made for the product cloud-manager, not ops-manager: .+\n$/);
  });
});

describe('a plan that a run cannot keep to', () => {
  for (const [what, given, says] of [
    ['for another risk', { ...opsManager.plan, risk: 'read-only' }, /was made for the risk read-only, not irreversible/],
    ['for another dialect', { ...opsManager.plan, dialect: 'whitelist' }, /was made for the dialect whitelist, not access-list/],
    ['that is none', { verdict: 'conformant' }, /is no plan/],
  ] as const) {
    test(`${what} is wrong use`, (context) => {
      const file = path.join(temporaryFolder(context as TestContext), 'plan.json');
      writeFileSync(file, JSON.stringify(given));
      const { settings } = resolveSettings({ flags: { 'run.planFile': file }, env: {}, dotenv: {} });
      assert.throws(
        () => planOfRun(settings),
        (error: Error) => error.name === 'UsageError' && says.test(error.message),
      );
    });
  }
});
