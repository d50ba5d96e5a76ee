import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { createClient } from '../../src/client/client.ts';
import { NetworkFault, type IncomingResponse, type OutgoingRequest, type Transport } from '../../src/client/types.ts';
import type { Product } from '../../src/contract/products.ts';
import { outstanding, type LedgerHead, type LedgerLine } from '../../src/cleanup/ledger-entries.ts';
import { ledgerWriter, readLedger } from '../../src/cleanup/ledger-file.ts';
import { openLedger, type LedgerOptions } from '../../src/cleanup/ledger.ts';
import { undo } from '../../src/cleanup/undo.ts';
import { temporaryFolder } from '../support/omconform-process.ts';

const baseUrl = 'http://127.0.0.1:1/api/public/v1.0';
const [org, given, made, other] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(24)) as [string, string, string, string];
const answer = (status: number, json: unknown = {}): IncomingResponse => ({ status, headers: [], body: JSON.stringify(json) });
type Answers = (request: OutgoingRequest) => IncomingResponse;

/**
 * A client with a ledger, of a target that answers so, and shows by its id what it said to have made; `sent` are its
 * requests, `lines` what the ledger wrote, in one order.
 */
function scene(answers: Answers, more: Partial<LedgerOptions> = {}) {
  const order: string[] = [];
  const shown = new Map<string, IncomingResponse>();
  const lines: LedgerLine[] = [];
  const ledger = openLedger({
    baseUrl,
    product: 'ops-manager',
    mark: 'omc-123456',
    given: [org, given],
    write: (line) => {
      order.push(`note ${Object.keys(line)[1]}`);
      lines.push(line);
    },
    ...more,
  });
  const send = async (request: OutgoingRequest): Promise<IncomingResponse> => {
    order.push(`${request.method} ${new URL(request.url).pathname.replace('/api/public/v1.0', '')}`);
    const { method, url, body } = request;
    const known = method === 'GET' ? shown.get(new URL(url).pathname.split('/').at(-1)!) : undefined;
    if (known !== undefined) return known;
    const answered = answers(request);
    const { id } = (answered.body === '' ? {} : JSON.parse(answered.body)) as { id?: string };
    if (method === 'POST' && id !== undefined) shown.set(id, answer(200, { ...(JSON.parse(body ?? '{}') as object), id }));
    return answered;
  };
  const transport: Transport = { send, pause: async () => {}, now: () => 0, close: async () => {} };
  const client = createClient({
    baseUrl,
    transport,
    ledger,
    caller: undefined,
    guard: () => {},
    recorder: () => ({ nextId: () => '', record: () => {} }),
  });
  const post = (where: string, body: unknown) => client.send({ method: 'POST', path: where, body });
  return {
    client,
    ledger,
    order,
    lines,
    post,
    states: () => [...ledger.entries.values()].map(({ thing, state }) => `${thing} ${state}`),
  };
}

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

describe('undoing', () => {
  const deletes = (order: readonly string[]) => order.filter((step) => step.startsWith('DELETE'));
  const ids = [made, other];
  const making = (product: Product = 'ops-manager', refused: (url: string) => boolean = () => false) => {
    let count = 0;
    return scene(
      ({ method, url }) => {
        if (method === 'POST') return answer(201, { id: ids[count++]! });
        return answer(method === 'DELETE' && refused(url) ? 409 : 204);
      },
      { product },
    );
  };

  test('goes backwards', async () => {
    const { post, client, ledger, order, states } = making();
    await post('/groups', { name: 'p' });
    await post(`/orgs/${org}/teams`, { name: 't' });
    await undo(ledger, client, { readBack: false });
    assert.deepEqual(deletes(order), [`DELETE /orgs/${org}/teams/${other}`, `DELETE /groups/${made}`]);
    assert.deepEqual(states(), ['project gone', 'team gone']);
  });

  test('goes on after what cannot be removed, and tries that again at the end', async () => {
    const { post, client, ledger, order, states } = making('ops-manager', (url) => url.endsWith(other));
    await post('/groups', { name: 'p' });
    await post('/groups', { name: 'q' });
    await undo(ledger, client, { readBack: false });
    assert.deepEqual(
      deletes(order),
      [`/groups/${other}`, `/groups/${made}`, `/groups/${other}`].map((one) => `DELETE ${one}`),
    );
    assert.deepEqual(states(), ['project gone', 'project left']);
    assert.match([...ledger.entries.values()][1]!.why!, /^DELETE \/groups\/d+ was answered 409$/);
  });

  test('of a user ends the membership where there is no more to be had, and says that the account stays', async () => {
    const { post, client, ledger, order, states } = making('cloud-manager');
    await post('/users', { username: 'u', roles: [{ orgId: org, roleName: 'ORG_MEMBER' }] });
    await undo(ledger, client, { readBack: false });
    assert.deepEqual(deletes(order), [`DELETE /orgs/${org}/users/${made}`]);
    assert.deepEqual(states(), ['user partly']);
  });

  test('sees that it is gone where it is to be read back', async () => {
    const { post, client, ledger, states } = making();
    await post('/groups', { name: 'p' });
    await undo(ledger, client, { readBack: true });
    assert.deepEqual(states(), ['project left'], 'reading it still succeeds');
  });

  test('looks up one exact name in one list, and touches nothing where two have it', async () => {
    const lost = async (entities: readonly unknown[]): Promise<string[]> => {
      const { post, client, ledger, order } = scene(({ method, url }) => {
        if (method === 'POST') throw new NetworkFault('reset', 'gone');
        return method === 'GET' ? answer(200, { results: url.includes('pageNum=1') ? entities : [] }) : answer(204);
      });
      await post('/groups', { name: 'omc-1' }).catch(() => {});
      await undo(ledger, client, { readBack: false });
      return deletes(order);
    };
    assert.deepEqual(
      await lost([
        { id: other, name: 'omc-10' },
        { id: made, name: 'omc-1' },
      ]),
      [`DELETE /groups/${made}`],
    );
    assert.deepEqual(await lost([{ id: other, name: 'omc-10' }]), []);
    assert.deepEqual(
      await lost([
        { id: other, name: 'omc-1' },
        { id: made, name: 'omc-1' },
      ]),
      [],
    );
  });

  test('says of what has no name that nobody can tell', async () => {
    const { post, client, ledger } = scene(() => {
      throw new NetworkFault('reset', 'gone');
    });
    await post(`/groups/${given}/alertConfigs`, { enabled: true }).catch(() => {});
    await undo(ledger, client, { readBack: false });
    assert.match([...ledger.entries.values()][0]!.why!, /is not known, and nothing tells one alert configuration from another$/);
  });

  test('asks a target that is silent twice, and no more', async () => {
    let silent = false;
    let count = 0;
    const { post, client, ledger, order, states } = scene(() => {
      if (silent) throw new NetworkFault('timeout', 'no answer');
      return answer(201, { id: String((count += 1)).padStart(24, 'e') });
    });
    for (let n = 0; n < 5; n += 1) await post('/groups', { name: `p${n}` });
    silent = true;
    await undo(ledger, client, { readBack: false });
    assert.equal(deletes(order).length, 2);
    assert.deepEqual(new Set(states()), new Set(['project left']));
  });

  test('sets back what was changed, unless it is back already', async () => {
    let name = 'before';
    const { client, ledger, order } = scene(({ method, body }) => {
      if (method === 'PATCH') ({ name } = JSON.parse(body!) as { name: string });
      return answer(200, { name });
    });
    const write = (value: string) => client.send({ method: 'PATCH', path: `/orgs/${other}`, body: { name: value } });
    await client.send({ method: 'GET', path: `/orgs/${other}` });
    await write('after');
    await write('later');
    await undo(ledger, client, { readBack: false });
    assert.equal(name, 'before');
    assert.equal(order.filter((step) => step.startsWith('PATCH')).length, 3);
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
