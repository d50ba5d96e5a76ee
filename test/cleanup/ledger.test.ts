import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { NetworkFault } from '../../src/client/types.ts';
import { outstanding, type LedgerHead } from '../../src/cleanup/ledger-entries.ts';
import { ledgerWriter, readLedger } from '../../src/cleanup/ledger-file.ts';
import { temporaryFolder } from '../support/omconform-process.ts';
import { answer, baseUrl, given, made, org, other, scene } from './ledger-scene.ts';

describe('a ledger', () => {
  test('has the intent before the request leaves, and the id after', async () => {
    const { post, order, ledger } = scene(() => answer(201, { id: made }));
    await post('/groups', { name: 'omc-123456-project-1', orgId: org });
    assert.deepEqual(order, ['note intends', 'POST /groups', `GET /groups/${made}`, 'note made']);
    assert.ok(ledger.owns(`/groups/${made}/hosts`));
    assert.ok(!ledger.owns(`/groups/${given}/hosts`));
  });

  test('keeps nothing of what was refused, and everything of what nobody answered', async () => {
    const { post, states } = scene(({ body }) => {
      if (body?.includes('lost')) throw new NetworkFault('reset', 'gone');
      return answer(body?.includes('failing') ? 503 : 409);
    });
    await post('/groups', { name: 'refused' });
    await assert.rejects(post('/groups', { name: 'lost' }));
    await post('/groups', { name: 'failing' });
    assert.deepEqual(states(), ['project nothing', 'project intended', 'project intended']);
  });

  test("leaves out what goes with something of the run's own, but not a key, which stays", async () => {
    const { post, states } = scene(({ url }) => {
      const id = url.endsWith('/groups') ? made : url.endsWith('/hosts') ? other : 'e'.repeat(24);
      return url.endsWith(`/groups/${made}/apiKeys`) || !url.includes(made)
        ? answer(201, { id, orgId: org })
        : answer(201, { id: 'f'.repeat(24) });
    });
    await post('/groups', { name: 'omc-123456-project-1' });
    await post(`/groups/${made}/hosts`, { hostname: 'x', port: 1 });
    await post(`/groups/${given}/hosts`, { hostname: 'y', port: 1 });
    await post(`/groups/${made}/apiKeys`, { desc: 'omc-123456-key-2' });
    assert.deepEqual(states(), ['project made', 'host made', 'API key made']);
  });

  test('holds no secret', async () => {
    const { post, lines } = scene(() => answer(201, { id: made, privateKey: 'very-private', password: 'hidden-word' }));
    await post('/users', { username: 'u@example.com', password: 'hidden-word', roles: [{ orgId: org, roleName: 'ORG_MEMBER' }] });
    await post(`/orgs/${org}/apiKeys`, { desc: 'k', secretKey: 'hidden-word' });
    assert.ok(lines.length >= 4);
    assert.doesNotMatch(JSON.stringify(lines), /hidden-word|very-private/);
  });

  test('never takes for its own what a request had named before', async () => {
    const { post, client, ledger, states } = scene(() => answer(200, { id: other }));
    await client.send({ method: 'GET', path: `/groups/${other}` });
    await post('/groups', { name: 'omc-123456-project-1' });
    assert.ok(!ledger.owns(`/groups/${other}`));
    assert.ok(ledger.isForeign(`/groups/${other}/hosts`));
    assert.deepEqual(states(), ['project intended']);
    assert.equal([...ledger.entries.values()][0]!.notOurs, other);
  });

  test('knows its own also in what the target wrongly called so, and nothing else there', async () => {
    const key = 'f'.repeat(24);
    const { post, client, ledger } = scene(({ url }) => answer(200, { id: url.endsWith('/orgs') ? other : made }));
    await client.send({ method: 'GET', path: `/orgs/${other}` });
    await post('/orgs', { name: 'omc-123456-organization-1' });
    ledger.own(made);
    ledger.own(key);
    const paths = [`/orgs/${other}/apiKeys/${key}`, `/orgs/${other}`, `/orgs/${other}/apiKeys`, `/groups/${made}/teams/${other}`];
    assert.deepEqual(paths.map(ledger.isForeign), [false, true, true, true]);
    assert.deepEqual(paths.map(ledger.owns), [true, false, false, false]);
  });

  test('knows what a check has removed itself', async () => {
    const { post, client, states } = scene(() => answer(201, { id: made }));
    await post('/groups', { name: 'p' });
    await client.send({ method: 'DELETE', path: `/groups/${made}` });
    assert.deepEqual(states(), ['project gone']);
  });

  test('remembers what was there before a change, as far as it was seen', async () => {
    const before = { name: 'before', quota: 3, password: 'hidden-word' };
    const { client, lines } = scene(({ method }) => answer(200, method === 'GET' ? before : {}));
    await client.send({ method: 'GET', path: `/orgs/${other}` });
    await client.send({ method: 'PATCH', path: `/orgs/${other}`, body: { name: 'after', quota: 3, password: 'x' } });
    await client.send({ method: 'PATCH', path: `/orgs/${other}`, body: { quota: 3 } });
    await client.send({ method: 'PATCH', path: `/groups/${other}`, body: { name: 'unseen' } });
    const changes = lines.flatMap((line) => ('changes' in line ? [{ path: line.path, fields: line.fields }] : []));
    assert.deepEqual(changes, [
      { path: `/orgs/${other}`, fields: { name: 'before' } },
      { path: `/groups/${other}`, fields: undefined },
    ]);
  });
});

describe('a ledger on disk', () => {
  const head: LedgerHead = {
    ledger: 1,
    run: 'r',
    worker: 0,
    pid: 1,
    host: 'h',
    target: baseUrl,
    startedAt: '2026-01-01T00:00:00Z',
  };
  const written = (context: TestContext): string => {
    const file = path.join(temporaryFolder(context), 'ledger', 'r.0-1.ndjson');
    const write = ledgerWriter(file, head);
    write({ n: 1, intends: 'project', path: '/groups', removedAt: [['/groups/{made}']] });
    write({ n: 1, made: [[`/groups/${made}`]] });
    write({ n: 2, intends: 'project', path: '/groups', removedAt: [['/groups/{made}']] });
    return file;
  };

  test('is there as soon as something was noted, line by line', (context) => {
    assert.equal(readFileSync(written(context), 'utf8').trimEnd().split('\n').length, 4);
  });

  test('is read again with what is still to be undone, the last first', (context) => {
    const { entries } = readLedger(written(context))!;
    assert.deepEqual(
      outstanding(entries).map(({ n, state }) => [n, state]),
      [
        [2, 'intended'],
        [1, 'made'],
      ],
    );
  });

  test('loses at most a line that was cut off, which speaks of what was not sent', (context) => {
    const file = written(context);
    appendFileSync(file, '{"n":3,"intends":"pro');
    assert.deepEqual([...readLedger(file)!.entries.keys()], [1, 2]);
  });
});
