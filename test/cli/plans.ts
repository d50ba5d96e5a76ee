import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CheckRecord } from '../../src/contract/outcomes.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import { planOf } from '../../src/doctor/plan.ts';
import { testsInScope } from '../../src/doctor/rehearsal.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import type { Transport } from '../../src/client/types.ts';
import type { Plan } from '../../src/target/plan-file.ts';
import { resolveSettings } from '../../src/target/resolve.ts';
import type { SettingName } from '../../src/target/settings/table.ts';

/** What became of a run that keeps to a plan. */
export interface PlannedRun {
  readonly plan: Plan;
  readonly records: readonly Pick<CheckRecord, 'title' | 'outcome' | 'reason' | 'reasonKind' | 'needs'>[];
  /** Methods and URLs that left. */
  readonly sent: readonly string[];
}

const folder = mkdtempSync(path.join(tmpdir(), 'omconform-plan-'));

/** Plans with these flags, takes rows out of the plan, and runs what it was made for. */
async function planned(flags: Partial<Record<SettingName, string>>, without: RegExp = /^nothing$/): Promise<PlannedRun> {
  const {
    settings: {
      run,
      target: { product, dialect },
    },
    settings,
  } = resolveSettings({ flags, env: {}, dotenv: {} });
  const whole = await planOf(settings);
  const plan = { ...whole, requests: whole.requests.filter(({ method, path: at }) => !without.test(`${method} ${at}`)) };
  const planFile = path.join(folder, 'plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  const target = mockTarget({ product, dialect });
  const { readOnly, outsider, emptyAccessList, otherAddress, withoutUser } = target.identity.callers;
  const callers = {
    'read-only': readOnly,
    outsider,
    'empty-access-list': emptyAccessList,
    'other-address': otherAddress,
    'without-user': withoutUser,
  };
  const sent: string[] = [];
  const transport: Transport = {
    ...target.transport,
    send: (request) => {
      sent.push(`${request.method} ${new URL(request.url).pathname}`);
      return target.transport.send(request);
    },
  };
  const evidence = await runTests(testsInScope(await loadSpecs(), run.only), {
    transport,
    settings: {
      target: { ...target.settings.target, callers },
      run: { ...target.settings.run, risk: run.risk, seed: 'another', only: run.only, planFile },
    },
  });
  return {
    plan,
    sent,
    records: evidence.map(({ record: { title, outcome, reason, reasonKind, needs } }) => ({
      title,
      outcome,
      reason,
      reasonKind,
      needs,
    })),
  };
}

/** Some of everything; the whole is gone through on the other product. */
const half = 'access.*,automation.*,journey.*,link.*,rate.*,status.*,code.A*,code.C*';

process.stdout.write(
  JSON.stringify({
    opsManager: await planned({ 'target.product': 'ops-manager' }),
    cloudManager: await planned({ 'target.product': 'cloud-manager', 'run.risk': 'own-resources', 'run.only': half }),
    withoutProjects: await planned(
      { 'run.only': 'link.root-leads-to-collections,method.delete-removes,resource.api-key-created' },
      /^POST \/groups$|^POST .*hosts$/,
    ),
  } satisfies Record<string, PlannedRun>),
);
rmSync(folder, { recursive: true });
