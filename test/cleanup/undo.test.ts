import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NetworkFault } from '../../src/client/types.ts';
import type { Product } from '../../src/contract/products.ts';
import { undo } from '../../src/cleanup/undo.ts';
import { answer, given, made, org, other, scene } from './ledger-scene.ts';

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
