import { takeDeclared } from '/work/main/engine/registry.ts';
import { mockTarget } from '/work/main/engine/mock-target.ts';
import { runTests } from '/work/main/engine/run.ts';
import { createClient } from '/work/main/client/client.ts';
for (const one of ['users', 'user-roles', 'teams', 'organizations', 'api-keys']) await import(`/work/main/specs/error-codes/${one}.spec.ts`);
const tests = takeDeclared();
for (const product of ['ops-manager', 'cloud-manager'] as const) {
  const t = mockTarget({ product });
  const count = async () => {
    const client = createClient({ baseUrl: t.settings.target.url, transport: t.transport, caller: { name: 'main', ...t.settings.target.keys }, recorder: () => ({ nextId: () => '', record() {} }), guard() {} } as never);
    const total = async (path: string) => ((await client.send({ method: 'GET', path, query: { itemsPerPage: 500 } })).json as any);
    const orgs = await total('/orgs');
    const out: Record<string, number> = { orgs: orgs.totalCount, groups: (await total('/groups')).totalCount };
    for (const { id, name } of orgs.results) for (const c of ['users', 'teams', 'apiKeys']) out[`${name} ${c}`] = (await total(`/orgs/${id}/${c}`)).totalCount;
    return JSON.stringify(out);
  };
  const before = await count();
  for (const seed of ['one', 'two']) {
    const ev = await runTests(tests, { ...t, settings: { ...t.settings, run: { ...t.settings.run, seed } } });
    console.log(seed, ev.filter(({ record }) => (record as any).violations.length > 0).length, ev.map(({ record }) => (record as any).unmet).filter(Boolean).slice(0, 5));
  }
  const after = await count();
  console.log(product, before === after, before, after);
}
