import type { Client } from '../../src/client/types.ts';
import { mustBeSeen } from '../../src/contract/requirement.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import type { Risk } from '../../src/contract/risks.ts';
import { verdictOf } from '../mutants/judged.ts';
import { keys, targetOf, type KeyName } from './peoples-keys.ts';

/**
 * `node --import tsx --conditions=engine test/run/four-keys.ts`: the suite on the mock with each key that people have,
 * at both risks. Prints of each what is red, what is kept, how many documented MUSTs stay unseen, and what the world has more or less than before, as a global owner reads it.
 */
const listsOf = {
  orgs: ['apiKeys', 'teams', 'users', 'groups'],
  groups: ['hosts', 'apiKeys', 'alertConfigs', 'maintenanceWindows', 'users', 'agentapikeys', 'teams'],
} as const;

/** Every entity of every list, by the path of the list and its id. */
async function world({ send }: Client): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  async function read(path: string): Promise<string[]> {
    const { status, json } = await send({ method: 'GET', path, query: { itemsPerPage: 500 } });
    if (status !== 200) throw new Error(`GET ${path} was answered ${status}`);
    const { results = [] } = json as { results?: { id?: string; _id?: string }[] };
    const ids = results.map(({ id, _id }) => String(id ?? _id));
    for (const id of ids) found.add(`${path} ${id}`);
    return ids;
  }
  await read('/globalAlertConfigs');
  for (const [family, lists] of Object.entries(listsOf)) {
    for (const id of await read(`/${family}`)) for (const list of lists) await read(`/${family}/${id}/${list}`);
  }
  return found;
}

const without = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] => [...some].filter((one) => !others.has(one));

async function judged(key: KeyName, risk: Risk) {
  const { settings, transport, owner } = await targetOf(key, risk);
  const before = await world(owner);
  const { requirements } = verdictOf(settings, await runTests(await loadSpecs(), { settings, transport }));
  const after = await world(owner);
  return {
    red: requirements.filter(({ outcome }) => outcome === 'broken' || outcome === 'setup-failed').map(({ id }) => id),
    kept: requirements.filter(({ outcome }) => outcome === 'kept').map(({ id }) => id),
    unseen: requirements.filter((one) => one.outcome === 'unverified' && mustBeSeen(one)).length,
    more: without(after, before),
    less: without(before, after),
  };
}

const reported: Record<string, Awaited<ReturnType<typeof judged>>> = {};
for (const name of Object.keys(keys) as KeyName[]) {
  for (const risk of ['read-only', 'own-resources'] as const) reported[`${name}, ${risk}`] = await judged(name, risk);
}
process.stdout.write(JSON.stringify(reported, null, 2));
