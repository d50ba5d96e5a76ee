import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { operations } from '../../src/contract/operations/index.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import type { Mock, MockOptions } from '../../src/mock/forms/types.ts';
import { callerOf, type Document } from '../support/mock-caller.ts';

/** Two mocks of one seed, on clocks of their own. */
function setUp(given: MockOptions = {}) {
  let time = Date.parse('2026-03-04T05:06:07Z');
  const mock = createMock({ now: () => time, nonceLifetimeMs: 1e12, ...given });
  return {
    mock,
    ask: callerOf(mock),
    pass: (minutes: number) => {
      time += minutes * 60_000;
    },
  };
}
type Scene = ReturnType<typeof setUp>;

/** Every path that can be read with no ids but those of the project and its organization, and of the first entities there. */
async function readablePaths({ mock: { identity }, ask }: Scene): Promise<string[]> {
  const paths = Object.values(operations)
    .filter(({ method }) => method === 'GET')
    .map(({ path }) =>
      path
        .replace(/^\/groups\/\{[^}]+\}/, `/groups/${identity.projectId}`)
        .replace(/^\/orgs\/\{[^}]+\}/, `/orgs/${identity.orgId}`),
    );
  const collections = [...new Set(paths)].filter((path) => !path.includes('{'));
  const entities: string[] = [];
  for (const path of collections) {
    const first = ((await ask('GET', path)).json['results'] as Document[] | undefined)?.[0]?.['id'];
    if (first !== undefined) entities.push(`${path}/${String(first)}`);
  }
  return [...collections, ...entities];
}

const read = async ({ ask }: Scene, paths: readonly string[]): Promise<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const path of paths) texts[path] = (await ask('GET', path)).text;
  return texts;
};

const hostsOf = ({ identity }: Mock): string => `/groups/${identity.projectId}/hosts`;
const firstOf = async ({ ask }: Scene, path: string): Promise<string> =>
  `${path}/${String(((await ask('GET', path)).json['results'] as Document[])[0]?.['id'])}`;

const changes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'a host is made': ({ ask, mock }) => ask('POST', hostsOf(mock), { hostname: 'a.example.com', port: 1 }),
  'a host is changed': async (scene) => scene.ask('PATCH', await firstOf(scene, hostsOf(scene.mock)), { alertsEnabled: false }),
  'a host is removed': async (scene) => scene.ask('DELETE', await firstOf(scene, hostsOf(scene.mock))),
  'the project is renamed': ({ ask, mock }) => ask('PATCH', `/groups/${mock.identity.projectId}`, { name: 'renamed' }),
  'a project is made': ({ ask, mock }) => ask('POST', '/groups', { name: 'another', orgId: mock.identity.orgId }),
  'a key is made': ({ ask, mock }) => ask('POST', `/orgs/${mock.identity.orgId}/apiKeys`, { desc: 'k', roles: ['ORG_MEMBER'] }),
  'a team is made': ({ ask, mock }) =>
    ask('POST', `/orgs/${mock.identity.orgId}/teams`, { name: 't', usernames: ['ada@example.com'] }),
  'the automation configuration is replaced': async ({ ask, mock }) => {
    const path = `/groups/${mock.identity.projectId}/automationConfig`;
    return ask('PUT', path, (await ask('GET', path)).json);
  },
  'a change is refused': ({ ask, mock }) => ask('POST', hostsOf(mock), { hostname: 'a.example.com' }),
  'a year passes': async ({ pass }) => pass(525_600),
};

describe('no answer outlives a change:', () => {
  for (const [what, change] of Object.entries(changes)) {
    test(what, async () => {
      const [reader, fresh] = [setUp(), setUp()];
      const paths = await readablePaths(reader);
      assert.ok(paths.length > 50 && paths.length < 200, `${paths.length} paths`);
      const before = await read(reader, paths);
      assert.deepEqual(await read(reader, paths), before);
      await change(reader);
      await change(fresh);
      assert.deepEqual(await read(reader, paths), await read(fresh, paths));
    });
  }

  test('one that depends on who asks, from where, and by which name', async () => {
    const { mock, ask } = setUp();
    const other = callerOf(mock, mock.identity.callers.readOnly);
    const path = `/groups/${mock.identity.projectId}`;
    const mine = (await ask('GET', path)).text;
    assert.notEqual((await other('GET', path)).text, mine);
    assert.equal((await ask('GET', path)).text, mine);
    const elsewhere = await ask('GET', path, undefined, { origin: 'https://om.example.com' });
    assert.ok(elsewhere.text.includes('https://om.example.com/'));
    assert.equal((await ask('HEAD', path)).text, '');
    assert.equal((await ask('GET', path)).text, mine);
  });

  test('a counted request is counted however often it was answered', async () => {
    const { mock, ask } = setUp({ rateLimit: 3 });
    const path = mock.identity.rateLimitedPath.replace('{projectId}', mock.identity.projectId);
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await ask('GET', path)).status);
    assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
  });

  test('what was settled by a look at the clock', async () => {
    const scene = setUp();
    const { ask, mock, pass } = scene;
    const group = `/groups/${mock.identity.projectId}`;
    const idle = ((await ask('GET', `${group}/clusters`)).json['results'] as Document[]).find(
      (one) => one['clusterName'] === 'idle',
    );
    const config = `${group}/backupConfigs/${String(idle?.['id'])}`;
    const snapshots = `${group}/clusters/${String(idle?.['id'])}/snapshots`;
    await ask('PATCH', config, { statusName: 'STARTED' });
    pass(1);
    await ask('GET', config);
    await ask('POST', snapshots, {});
    for (const statusName of ['STOPPED', 'TERMINATING']) await ask('PATCH', config, { statusName });
    assert.equal((await ask('GET', `${snapshots}?completed=all`)).json['totalCount'], 1);
    pass(1);
    await ask('GET', config);
    assert.equal((await ask('GET', `${snapshots}?completed=all`)).json['totalCount'], 0);
  });
});
