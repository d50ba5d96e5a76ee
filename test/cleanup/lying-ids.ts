import { createClient } from '../../src/client/client.ts';
import type { Client } from '../../src/client/types.ts';
import { mockTarget, type MockTarget } from '../../src/engine/mock-target.ts';
import type { DeclaredTest } from '../../src/engine/registry.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import type { Product } from '../../src/contract/products.ts';
import type { Layer } from '../../src/mock/forms/types.ts';
import type { Risk } from '../../src/contract/risks.ts';
import { jsonOf, pathOf, withJson } from '../mutants/lies.ts';

type Json = Record<string, unknown>;

/** A kind of thing that runs make, the POST that makes it, and where the others of its kind are listed. */
interface Family {
  readonly made: RegExp;
  /** Default: where it is made. */
  readonly others?: (path: string) => string;
  readonly idField?: string;
  /** Default `own-resources`. */
  readonly risk?: Risk;
  /** Default `ops-manager`. */
  readonly product?: Product;
}

export const families = {
  organizations: { made: /^\/orgs$/ },
  projects: { made: /^\/groups$/ },
  users: { made: /^\/users$/, others: () => '/orgs/{orgId}/users' },
  invitations: { made: /^\/groups\/\w+\/invites$/, risk: 'irreversible' },
  'API keys': { made: /^\/orgs\/\w+\/apiKeys$/ },
  'API keys of projects': { made: /^\/groups\/\w+\/apiKeys$/, others: () => '/orgs/{orgId}/apiKeys' },
  teams: { made: /^\/orgs\/\w+\/teams$/ },
  hosts: { made: /^\/groups\/\w+\/hosts$/, others: () => '/groups/{projectId}/hosts' },
  'log collection jobs': { made: /^\/groups\/\w+\/logCollectionJobs$/, risk: 'irreversible' },
  'alert configurations': { made: /^\/groups\/\w+\/alertConfigs$/, others: () => '/groups/{projectId}/alertConfigs' },
  'global alert configurations': { made: /^\/globalAlertConfigs$/ },
  'maintenance windows': { made: /^\/groups\/\w+\/maintenanceWindows$/, others: () => '/groups/{projectId}/maintenanceWindows' },
  'agent API keys': { made: /^\/groups\/\w+\/agentapikeys$/, others: () => '/groups/{projectId}/agentapikeys', idField: '_id' },
  'orders of machines': { made: /^\/groups\/\w+\/provisionMachineJobs$/, risk: 'irreversible' },
  'SSH keys': { made: /^\/groups\/\w+\/sshKeys$/ },
  'provider configurations': {
    made: /^\/groups\/\w+\/providers\/\w+\/configs$/,
    product: 'cloud-manager',
    others: (path) => path.replace(/^\/groups\/\w+/, '/groups/{projectId}'),
  },
} as const satisfies Readonly<Record<string, Family>>;
export type FamilyName = keyof typeof families;

const noIds = ['..', '../..', 'a/b', '?x', '#x', '%2e%2e', 'a\u0000b', '\u009b31m', '', 'x'.repeat(10_000), null, 7] as const;

/** Creates what is asked for, and answers with another id. */
function lyingAbout(
  { made, others, idField = 'id' }: Family,
  kind: 'another' | 'no id',
  place: { org: string; group: string },
): { readonly layer: Layer; readonly reported: unknown[] } {
  const reported: unknown[] = [];
  const layer: Layer = (next) => async (request) => {
    const answer = await next(request);
    const document = jsonOf(answer) as Json | undefined;
    const path = pathOf(request);
    if (request.method !== 'POST' || !made.test(path) || answer.status >= 300 || document === undefined) return answer;
    const own = document[idField] ?? (document['user'] as Json | undefined)?.['id'];
    let lie: unknown = noIds[reported.length % noIds.length];
    if (kind === 'another') {
      const list = (others?.(path) ?? path).replace('{orgId}', place.org).replace('{projectId}', place.group);
      const root = request.target.slice(0, request.target.indexOf(path));
      const { headers: _headers, ...rest } = request;
      const listed = jsonOf(
        await next({ ...rest, headers: {}, method: 'GET', target: `${root}${list}?itemsPerPage=500`, body: '' }),
      );
      const all = (Array.isArray(listed) ? listed : ((listed as { results?: Json[] } | undefined)?.results ?? [])) as Json[];
      lie = all.map((one) => one[idField] ?? one['id']).find((id) => id !== own);
      if (lie === undefined) return answer;
    }
    reported.push(lie);
    return withJson(
      answer,
      idField in document ? { ...document, [idField]: lie } : { ...document, user: { ...(document['user'] as Json), id: lie } },
    );
  };
  return { layer, reported };
}

const ofOrganization = ['apiKeys', 'teams', 'users'];
const ofProject = [
  'hosts',
  'alertConfigs',
  'maintenanceWindows',
  'users',
  'teams',
  'agentapikeys',
  'invites',
  'logCollectionJobs',
  'apiKeys',
  'sshKeys',
  'provisionedMachines',
  'provisionMachineJobs',
];

/** Everything there is, as somebody sees it who sees everything: a line for each thing, with what it is. */
async function worldOf({ settings: { target }, transport }: MockTarget): Promise<Map<string, string>> {
  const client: Client = createClient({
    baseUrl: target.url,
    transport,
    caller: { name: 'owner', ...target.keys },
    guard: () => {},
    recorder: () => ({ nextId: () => '', record: () => {} }),
  });
  const world = new Map<string, string>();
  async function look(path: string): Promise<string[]> {
    const { status, json } = await client.send({ method: 'GET', path, query: { itemsPerPage: 500 } });
    if (status !== 200) return [];
    const all = (Array.isArray(json) ? json : ((json as { results?: Json[] }).results ?? [])) as Json[];
    for (const one of all) {
      const { links: _links, lastPing: _lastPing, ...rest } = one;
      world.set(`${path}/${String(one['id'] ?? one['_id'] ?? one['teamId'])}`, JSON.stringify(rest));
    }
    return all.map((one) => String(one['id']));
  }
  for (const id of await look('/orgs')) for (const name of ofOrganization) await look(`/orgs/${id}/${name}`);
  for (const id of await look('/groups')) for (const name of ofProject) await look(`/groups/${id}/${name}`);
  await look('/globalAlertConfigs');
  return world;
}

/** What became of a run against a mock that lies so. */
export interface LyingRun {
  readonly family: string;
  readonly kind: 'another' | 'no id';
  /** How often it lied. */
  readonly lies: number;
  /** What the requirement has to say; empty: nothing. */
  readonly broken: readonly string[];
  /** What was there before and is not, or is another; what was not there, and is. */
  readonly lost: readonly string[];
  readonly left: readonly string[];
  /** Tests that ended as the harness's fault. */
  readonly failed: readonly string[];
}

/** The tests that make one of the family, on the true mock. */
async function testsThatMake(
  all: readonly DeclaredTest[],
  risk: Risk,
  product: Product = 'ops-manager',
): Promise<(family: Family) => DeclaredTest[]> {
  const { settings, transport } = mockTarget({ product });
  const evidence = await runTests(all, { transport, settings: { ...settings, run: { ...settings.run, risk } } });
  const makers = evidence.map(({ exchanges }) =>
    exchanges
      .filter(({ request, response }) => request.method === 'POST' && (response?.status ?? 500) < 300)
      .map(({ request }) => new URL(request.url).pathname.replace('/api/public/v1.0', '')),
  );
  return ({ made }) => all.filter((_, index) => makers[index]!.some((path) => made.test(path)));
}

async function lyingRun(name: FamilyName, kind: LyingRun['kind'], tests: readonly DeclaredTest[]): Promise<LyingRun> {
  const family: Family = families[name];
  const place = { org: '', group: '' };
  const { layer, reported } = lyingAbout(family, kind, place);
  const target = mockTarget({ product: family.product ?? 'ops-manager', inner: layer });
  Object.assign(place, { org: target.identity.orgId, group: target.identity.projectId });
  const before = await worldOf(target);
  const evidence = await runTests(tests, {
    transport: target.transport,
    settings: { ...target.settings, run: { ...target.settings.run, risk: family.risk ?? 'own-resources' } },
  });
  const after = await worldOf(target);
  return {
    family: name,
    kind,
    lies: reported.length,
    broken: evidence
      .flatMap(({ standing }) => standing.filter(({ requirement }) => requirement === 'method.post-names-what-it-made'))
      .flatMap(({ violations }) => violations.map(({ message }) => message)),
    lost: [...before].filter(([path, was]) => after.get(path) !== was).map(([path]) => path),
    left: [...after.keys()].filter((path) => !before.has(path)),
    failed: evidence
      .filter(({ record }) => record.outcome === 'setup-failed')
      .map(({ record }) => `${record.title}: ${record.reason}`),
  };
}

const all = await loadSpecs();
const makers = {
  'ops-manager own-resources': await testsThatMake(all, 'own-resources'),
  'ops-manager irreversible': await testsThatMake(all, 'irreversible'),
  'cloud-manager own-resources': await testsThatMake(all, 'own-resources', 'cloud-manager'),
};
const wanted = process.argv.slice(2);
const runs: LyingRun[] = [];
for (const name of Object.keys(families) as FamilyName[]) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const family: Family = families[name];
  const tests = makers[`${family.product ?? 'ops-manager'} ${family.risk ?? 'own-resources'}` as keyof typeof makers](family);
  for (const kind of ['another', 'no id'] as const) runs.push(await lyingRun(name, kind, tests));
}
process.stdout.write(JSON.stringify(runs));
