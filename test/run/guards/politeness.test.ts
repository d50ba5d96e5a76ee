import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layered } from '../../../src/client/transport/layers.ts';
import type { OutgoingRequest, Transport } from '../../../src/client/types.ts';
import { politenessLayer, workersOf, type Politeness } from '../../../src/run/guards/politeness.ts';
import { countsInMemory } from '../../../src/run/guards/run-counts.ts';
import { heldTo } from '../../../src/run/guards/transport-layers.ts';
import type { Settings } from '../../../src/target/settings/types.ts';
import { fakeTransport } from '../../support/fake-transport.ts';

const request: OutgoingRequest = { method: 'GET', url: 'http://h/x', headers: [], body: null };
const fine = () => ({ status: 200, headers: [], body: '' });
const politely = (transport: Transport, politeness: Politeness): Transport => layered(transport, [politenessLayer(politeness)]);
const many = (send: (request: OutgoingRequest) => Promise<unknown>, count: number) =>
  Promise.all(Array.from({ length: count }, () => send(request)));

describe('a polite transport', () => {
  test('spreads requests evenly over each second, of both kinds together', async () => {
    const { transport, left } = fakeTransport(fine, 3);
    const polite = politely(transport, { perSecond: 20 });

    await Promise.all([many(polite.send, 30), many((one) => polite.send(one, { raw: true }), 15)]);

    const begun = left.map(({ at }) => at);
    const inOneSecond = begun.map((from) => begun.filter((at) => at >= from && at < from + 1000).length);
    assert.equal(left.length, 45);
    assert.ok(Math.max(...inOneSecond) <= 20, `${Math.max(...inOneSecond)} in a second`);
    assert.ok(begun.at(-1)! - begun[0]! >= 2000);
  });

  test('does not make up for time in which nothing was sent', async () => {
    const { transport, left } = fakeTransport(fine);
    const polite = politely(transport, { perSecond: 10 });
    await polite.send(request);
    await transport.pause(60_000);

    await many(polite.send, 5);

    assert.equal(left.at(-1)!.at - left[1]!.at, 400);
  });

  test('has no more in flight than it may, a failed one included, and begins in the order of the calls', async () => {
    const { transport, most, left } = fakeTransport((_, n) => {
      if (n % 3 === 0) throw new Error('reset');
      return fine();
    }, 50);
    const polite = politely(transport, { inFlight: 2 });

    const sent = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => polite.send({ ...request, url: `http://h/${n}` })));

    assert.equal(most(), 2);
    assert.equal(sent.filter(({ status }) => status === 'rejected').length, 3);
    assert.deepEqual(left.map((one) => one.request.url.at(-1)).join(''), '012345678');
  });

  test('tells of the time for which it holds back, and keeps it out of what a trip took', async () => {
    const { transport } = fakeTransport(fine, 7);
    const reported: number[] = [];
    const polite = politely(transport, { perSecond: 2, onHold: (milliseconds) => reported.push(milliseconds) });
    await polite.send(request);

    const held: number[] = [];
    await polite.send(request, { onHeld: (milliseconds) => held.push(milliseconds) });

    assert.deepEqual([reported, held], [[493], [493]]);
  });

  test('without limits is the transport itself', () => {
    const { transport } = fakeTransport(fine);
    assert.equal(politely(transport, {}), transport);
  });
});

describe('the share of a worker', () => {
  const settings = (run: Partial<Settings['run']>): Settings =>
    ({ target: {}, run: { workers: 2, ...run } }) as unknown as Settings;

  test('of the requests in a second lets all workers together keep the limit', async () => {
    const all = settings({ requestsPerSecond: 5, workers: 2 });
    const { transport, now } = fakeTransport(fine);
    const begun = now();

    await many(heldTo(transport, { settings: all, counts: countsInMemory() }).send, 6);

    assert.equal(now() - begun, 2000);
  });

  test('in flight is at least one, and there are no more workers than requests that may be in flight', async () => {
    const { transport, most } = fakeTransport(fine, 5);
    await many(heldTo(transport, { settings: settings({ inFlight: 5, workers: 3 }), counts: countsInMemory() }).send, 9);

    assert.equal(most(), 1);
    assert.deepEqual([settings({ inFlight: 1 }), settings({ inFlight: 9 }), settings({})].map(workersOf), [1, 2, 2]);
  });
});
