import { takeDeclared } from '/work/main/engine/registry.ts';
import { judged } from '/work/main/selftest/mutants/judged.ts';
for (const one of ['users', 'user-roles', 'teams', 'organizations', 'api-keys']) await import(`/work/main/specs/error-codes/${one}.spec.ts`);
const tests = takeDeclared();
console.log(tests.length, 'tests');
for (const product of ['ops-manager', 'cloud-manager'] as const) for (const dialect of ['access-list', 'whitelist'] as const) {
  const t = performance.now();
  const verdict = await judged(tests, { product, dialect });
  const of = new Set(tests.map((one) => JSON.stringify(one)));
  const ran = verdict.requirements.filter(({ checks, id }) => checks.length > 0);
  const lost = ran.filter(({ outcome }) => !['kept', 'not-applicable', 'untested'].includes(outcome));
  console.log(product, dialect, ran.length, 'lost', lost.length, Math.round(performance.now() - t), 'ms');
  for (const { id, outcome, reason, checks } of lost) console.log(' ', id, outcome, checks.flatMap((c) => c.violations).map(({ path, message }) => `${path} ${message}`)[0] ?? reason);
  for (const { id, checks } of ran) for (const c of checks) for (const f of (c as any).findings ?? []) if (id.startsWith('code.')) console.log('   finding', id, f.path, f.message);
}
import { mockTarget } from '/work/main/engine/mock-target.ts';
import { runTests } from '/work/main/engine/run.ts';
for (const product of ['ops-manager', 'cloud-manager'] as const) for (const { record } of await runTests(tests, { ...mockTarget({ product }) })) for (const f of record.findings) console.log(product, record.requirement, JSON.stringify(f).slice(0, 300));
