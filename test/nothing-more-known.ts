import { mockTarget } from '../src/engine/mock-target.ts';
import { loadSpecs, runTests } from '../src/engine/run.ts';
import { completed } from '../src/target/settings/complete.ts';
import { rewriting } from './mutants/lies.ts';
import { verdictOf } from './mutants/judged.ts';

/**
 * `node --import tsx --conditions=engine test/nothing-more-known.ts`: the verdict on a mock of each product by
 * somebody who knows address, keys and a project, and whose config servers are replica sets, as they are today.
 */
const today = (host: unknown): unknown => {
  const { typeName } = (host ?? {}) as { typeName?: unknown };
  return typeName === 'SHARD_CONFIG' ? { replicaSetName: 'configRS', ...(host as object) } : host;
};

const found: Record<string, unknown> = {};
for (const product of ['ops-manager', 'cloud-manager'] as const) {
  const { settings, transport } = mockTarget({
    product,
    wire: rewriting((document) =>
      Array.isArray(document['results']) ? { ...document, results: document['results'].map(today) } : today(document),
    ),
  });
  const { url, keys, dialect, projectId, timeoutSeconds } = settings.target;
  const known = completed({
    target: { url, keys, product, dialect, ...(projectId !== undefined && { projectId }), timeoutSeconds },
    run: { ...settings.run, embedded: false },
  });
  const { verdict, requirements } = verdictOf(known, await runTests(await loadSpecs(), { settings: known, transport }));
  found[product] = { verdict, untold: requirements.filter(({ untold }) => untold).map(({ id }) => id) };
}
process.stdout.write(JSON.stringify(found));
