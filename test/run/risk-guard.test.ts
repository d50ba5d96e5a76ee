import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { createClient } from '../../src/client/client.ts';
import { guardLayer } from '../../src/client/transport/guard-layer.ts';
import { layered } from '../../src/client/transport/layers.ts';
import { liveTransport } from '../../src/client/transport/live.ts';
import { beginTest, currentTest, endTest } from '../../src/run/test/current-test.ts';
import { guardFor } from '../../src/run/guards/risk-guard.ts';
import type { Risk } from '../../src/contract/risks.ts';

const baseUrl = 'http://127.0.0.1:1/api/public/v1.0';
const [own, given, org] = ['a', 'b', 'c'].map((digit) => digit.repeat(24)) as [string, string, string];
const foreign = 'd'.repeat(24);
const ledger = {
  owns: (path: string): boolean => path.split('/').includes(own) && !path.includes(foreign),
  isForeign: (path: string): boolean => path.split('/').includes(foreign),
};

/** Why a request is not sent; undefined when it is. */
async function refusedFor(send: () => unknown): Promise<string | undefined> {
  beginTest(
    {
      title: 'x',
      file: 'specs/x.spec.ts',
      line: 1,
      annotations: [],
      errors: [],
      attachments: { push: () => 0 },
      skip: () => {
        throw new Error('ended');
      },
    },
    (text) => text,
  );
  try {
    await send();
    return undefined;
  } catch {
    return currentTest().unmet?.reason.says;
  } finally {
    endTest();
  }
}

const verdictOn = (risk: Risk, method: string, path: string, body: string | null = null, authenticated = true) =>
  refusedFor(() => guardFor(risk, { baseUrl, ledger })({ method, url: `${baseUrl}${path}`, authenticated, body }));

type Row = readonly [method: string, path: string, body?: string];

/** Changes what was there, and can be undone. */
const destructive: readonly Row[] = [
  ['PATCH', `/groups/${given}`, '{}'],
  ['PATCH', `/groups/${given}/alerts/${given}`, '{}'],
  ['POST', `/groups/${given}/users`, '[]'],
  ['POST', `/groups/${given}/clusters/${given}/restoreJobs`, '{}'],
  ['PUT', `/groups/${given}/hosts`, '[]'],
];
/** Does what nothing takes back. */
const forGood: readonly Row[] = [
  ['DELETE', `/groups/${given}`],
  ['DELETE', `/orgs/${given}`],
  ['DELETE', `/groups/${given}/hosts/${given}`],
  ['DELETE', `/orgs/${given}/users/${given}`],
  ['DELETE', `/groups/${given}/hosts`],
  ['DELETE', `/groups/${given}/nobody/knows`],
  ['DELETE', `/groups/${given}/clusters/${given}/snapshots/${given}`],
  ['DELETE', `/groups/${given}/provisionedMachines/${given}`],
  ['PATCH', `/groups/${given}/backupConfigs/${given}`, '{"statusName":"TERMINATING"}'],
  ['PATCH', `/groups/${given}/backupConfigs/${given}`, '{"statusName":"STARTED","syncSource":"PRIMARY"}'],
  ['PATCH', `/groups/${given}/backupConfigs/${given}`, '{"statusName'],
  ['POST', `/groups/${given}/provisionMachineJobs`, '{}'],
  ['PUT', `/groups/${given}/automationConfig`, '{}'],
  ['POST', `/groups/${given}/automationConfig/updateAgentVersions`],
];

describe('own-resources', () => {
  const allowed: readonly Row[] = [
    ['GET', `/groups/${given}`],
    ['HEAD', `/groups/${given}`],
    ['DELETE', `/groups/${own}`],
    ['PATCH', `/groups/${own}/hosts/${given}`, '{}'],
    ['POST', `/groups/${own}/users`, '[]'],
    ['PUT', `/groups/${own}/automationConfig`, '{}'],
    ['DELETE', `/orgs/${org}/apiKeys/${own}`],
    ['POST', '/groups', '{}'],
    ['POST', `/orgs/${org}/apiKeys?pretty=true`, '{}'],
    ['POST', `/groups/${given}/hosts`, '{}'],
    ['PUT', ''],
    ['DELETE', ''],
    ['PUT', '/groups'],
    ['PATCH', `/groups/${given}/hosts`],
  ];
  for (const [method, path, body] of allowed) {
    test(`sends ${method} ${path || '/'}`, async () =>
      assert.equal(await verdictOn('own-resources', method, path, body), undefined));
  }

  for (const [method, path, body] of destructive) {
    test(`refuses ${method} ${path}`, async () => {
      assert.match((await verdictOn('own-resources', method, path, body)) ?? 'sent', /^needs --risk destructive, or a project/);
    });
  }
  for (const [method, path, body] of forGood) {
    test(`refuses ${method} ${path} ${body ?? ''}`, async () => {
      assert.match((await verdictOn('own-resources', method, path, body)) ?? 'sent', /^needs --risk irreversible, or a project/);
    });
  }
});

describe('people', () => {
  const member = 'e'.repeat(24);
  const touching: readonly Row[] = [
    [
      'POST',
      `/groups/${own}/users`,
      JSON.stringify([
        { id: own, roles: [] },
        { id: member, roles: [] },
      ]),
    ],
    ['POST', `/groups/${own}/teams`, JSON.stringify([{ teamId: member, roleNames: [] }])],
    ['POST', `/orgs/${org}/teams`, JSON.stringify({ name: 'x', usernames: ['somebody@example.com'] })],
    ['POST', `/orgs/${org}/teams/${own}/users`, JSON.stringify([{ id: member }])],
    ['POST', `/groups/${own}/invites`, JSON.stringify({ username: 'nobody@example.com' })],
    ['POST', `/orgs/${own}/invites`, '{}'],
    ['POST', '/users', JSON.stringify({ username: 'u', emailAddress: 'jane@corp.io' })],
    ['POST', `/groups/${own}/alertConfigs`, JSON.stringify({ notifications: [{ emailAddress: 'jane@notexample.com' }] })],
    ['PUT', `/groups/${own}/alertConfigs/x`, JSON.stringify({ notifications: [{ webhookUrl: 'https://hooks.corp.io/x' }] })],
  ];
  for (const [method, path, body] of touching) {
    test(`${method} ${path} ${body} needs destructive`, async () => {
      assert.match((await verdictOn('own-resources', method, path, body)) ?? 'sent', /^needs --risk destructive, or a project/);
      assert.equal(await verdictOn('destructive', method, path, body), undefined);
    });
  }
  const harmless: readonly Row[] = [
    ['POST', `/groups/${own}/users`, JSON.stringify([{ id: own, roles: [] }])],
    ['POST', `/groups/${own}/users`, JSON.stringify([{ id: 'not-an-id' }])],
    ['POST', `/orgs/${org}/teams`, JSON.stringify({ name: 'x', usernames: [own] })],
    ['POST', '/users', JSON.stringify({ username: 'u@example.com', emailAddress: 'u@sub.example.org' })],
    [
      'POST',
      `/groups/${own}/alertConfigs`,
      JSON.stringify({ notifications: [{ emailAddress: 'a@b.invalid', webhookUrl: 'https://x.example.com/y' }] }),
    ],
    ['PATCH', `/groups/${own}`, JSON.stringify({ links: [{ rel: 'self', href: 'https://om.corp.io/groups/1' }] })],
  ];
  for (const [method, path, body] of harmless) {
    test(`${method} ${path} ${body} does not`, async () =>
      assert.equal(await verdictOn('own-resources', method, path, body), undefined));
  }
});

describe('destructive', () => {
  for (const [method, path, body] of [
    ...destructive,
    ['DELETE', ''],
    ['PATCH', `/groups/${given}/backupConfigs/${given}`, '{"syncSource":"PRIMARY"}'],
  ] as const) {
    test(`sends ${method} ${path}`, async () => assert.equal(await verdictOn('destructive', method, path, body), undefined));
  }
  for (const [method, path, body] of forGood) {
    test(`refuses ${method} ${path} ${body ?? ''}`, async () => {
      assert.match((await verdictOn('destructive', method, path, body)) ?? 'sent', /^needs --risk irreversible, or a project/);
      assert.equal(await verdictOn('irreversible', method, path, body), undefined);
      assert.equal(await verdictOn('destructive', method, path.replace(given, own), body), undefined, "of the run's own");
    });
  }
});

test("what the target only calls the run's own is not changed, whatever the risk, below the run's own neither", async () => {
  for (const risk of ['own-resources', 'destructive', 'irreversible'] as const) {
    for (const [method, path] of [
      ['DELETE', `/groups/${foreign}`],
      ['PATCH', `/groups/${own}/hosts/${foreign}`],
      ['PUT', `/groups/${foreign}/x`],
      ['POST', `/groups/${foreign}/hosts`],
    ] as const) {
      assert.match((await verdictOn(risk, method, path, '{}')) ?? 'sent', /concerns what the target only calls the run's own$/);
    }
    assert.equal(await verdictOn(risk, 'GET', `/groups/${foreign}`), undefined);
  }
});

describe('read-only', () => {
  test("refuses every write with credentials, below the run's own too", async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      assert.equal(
        await verdictOn('read-only', method, `/groups/${own}`),
        `needs --risk own-resources: sends ${method}, which read-only forbids`,
      );
    }
  });

  test('sends without credentials what cannot be done without them, and refuses the one write that can', async () => {
    assert.equal(await verdictOn('read-only', 'POST', '/groups', '{}', false), undefined);
    assert.match((await verdictOn('read-only', 'POST', '/unauth/users', '{}', false)) ?? 'sent', /^needs --risk own-resources/);
  });
});

test('not a byte leaves, whichever way a write is sent', async (context) => {
  let bytes = 0;
  const server = createServer((socket) => {
    socket.on('data', (chunk) => {
      bytes += chunk.length;
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/public/v1.0`;
  const live = liveTransport({ timeoutSeconds: 5 });
  context.after(async () => {
    await live.close();
    server.close();
  });
  const guard = guardFor('read-only', { baseUrl: base, ledger });
  const transport = layered(live, [guardLayer(guard)]);
  const keys = { name: 'main', publicKey: 'p', privateKey: '12345678-key' };
  // The guard of the client is left out, so that the one at the transport shows.
  const client = createClient({
    baseUrl: base,
    transport,
    caller: keys,
    guard: () => {},
    recorder: () => ({ nextId: () => '', record: () => {} }),
  });
  const request = {
    method: 'DELETE',
    url: `${base}/groups/${given}`,
    headers: [['aUTHORIZATION', 'Digest x']] as const,
    body: null,
  };
  const ways: readonly (() => Promise<unknown>)[] = [
    () => transport.send(request),
    () => transport.send(request, { raw: true }),
    () => client.send({ method: 'PATCH', path: `/groups/${given}`, body: {}, authentication: { authorization: 'Basic x' } }),
    () => client.send({ method: 'PUT', path: '', raw: true, headers: { Authorization: 'Digest x' }, authentication: 'none' }),
    () => client.send({ method: 'POST', path: '/unauth/users', body: {}, authentication: 'none' }),
    () =>
      createClient({
        baseUrl: base,
        transport,
        caller: keys,
        guard,
        recorder: () => ({ nextId: () => '', record: () => {} }),
      }).send({ method: 'POST', path: '/groups', body: {} }),
  ];
  for (const send of ways) assert.match((await refusedFor(send)) ?? 'sent', /^needs --risk own-resources/);
  assert.equal(bytes, 0);
});
