import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '../../../src/client/client.ts';
import { layered, type TransportLayer } from '../../../src/client/transport/layers.ts';
import { NetworkFault, type Guard, type IncomingResponse, type OutgoingRequest } from '../../../src/client/types.ts';
import { circuitLayer, type Health } from '../../../src/run/guards/circuit.ts';
import { countsInMemory } from '../../../src/run/guards/run-counts.ts';
import { heldTo } from '../../../src/run/guards/transport-layers.ts';
import { beginTest, endTest } from '../../../src/run/test/current-test.ts';
import type { Settings } from '../../../src/target/settings/types.ts';
import { fakeTransport } from '../../support/fake-transport.ts';

const request: OutgoingRequest = { method: 'GET', url: 'http://h/x', headers: [], body: null };
const write: OutgoingRequest = { ...request, method: 'POST' };
const fine = (): IncomingResponse => ({ status: 200, headers: [], body: '' });
const reset = new NetworkFault('reset', 'cut');

const settings = (run: Partial<Settings['run']>): Settings =>
  ({ target: {}, run: { workers: 1, ...run } }) as unknown as Settings;
const saysNo =
  (why: string): Guard =>
  ({ method }) => {
    if (method !== 'GET') throw new Error(why);
  };

/** A target that is down as soon as somebody says so. */
function circuit(down: () => boolean) {
  const noted: string[] = [];
  const health: Health = {
    cause: () => (down() ? 'down' : undefined),
    fault: () => noted.push('fault'),
    answered: () => void noted.push('answered'),
    giveUp: () => {},
  };
  const refuse = (): never => {
    throw new NetworkFault('given-up', 'down');
  };
  return { noted, layer: circuitLayer({ baseUrl: 'http://h', health, ask: async () => undefined, refuse }) };
}

/** Lets a test run in which a limit of the run ends what is sent. */
function judging(): void {
  beginTest(
    {
      title: 'a test',
      file: 'a.spec.ts',
      line: 1,
      annotations: [],
      errors: [],
      attachments: [],
      skip: (_: boolean, reason: string) => {
        throw new Error(reason);
      },
    },
    (text) => text,
  );
}
afterEach(endTest);

describe('the order of the layers', () => {
  test('risk before plan: what may not be done is refused for that, in the plan or not', async () => {
    const { transport } = fakeTransport(fine);
    const held = heldTo(transport, {
      settings: settings({}),
      counts: countsInMemory(),
      risk: saysNo('the risk'),
      plan: saysNo('the plan'),
    });
    await assert.rejects(held.send(write), /the risk/);
  });

  test('plan before politeness: what is refused takes nobody’s turn', async () => {
    const { transport, left } = fakeTransport(fine);
    const held = heldTo(transport, {
      settings: settings({ requestsPerSecond: 1 }),
      counts: countsInMemory(),
      plan: saysNo('the plan'),
    });
    const sent = [request, write, write, request].map((one) => held.send(one));
    assert.deepEqual(
      (await Promise.allSettled(sent)).map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
    );
    assert.equal(left[1]!.at - left[0]!.at, 1000);
  });

  test('politeness before budget: what waits for its turn has not been spent', async () => {
    const counts = countsInMemory();
    const { transport } = fakeTransport(fine, 50);
    const held = heldTo(transport, { settings: settings({ inFlight: 1, maxRequests: 9 }), counts });
    const both = [held.send(request), held.send(request)];
    await new Promise((done) => {
      setImmediate(done);
    });
    assert.equal(counts.add('requests', 0), 1);
    await Promise.all(both);
    assert.equal(counts.add('requests', 0), 2);
  });

  test('politeness before budget: a wait for which there is no time is not begun', async () => {
    const { transport, left, now } = fakeTransport(fine);
    const held = heldTo(transport, { settings: settings({ requestsPerSecond: 0.1, maxSeconds: 5 }), counts: countsInMemory() });
    const began = now();
    judging();
    await held.send(request);
    await assert.rejects(held.send(request), /the 5 s of --max-time are used up/);
    assert.deepEqual([left.length, now() - began], [1, 0]);
  });

  test('politeness before circuit: what waited while the target went down is not sent', async () => {
    let down = false;
    const { transport, left } = fakeTransport(() => {
      down = true;
      return fine();
    }, 50);
    const held = heldTo(transport, {
      settings: settings({ inFlight: 1 }),
      counts: countsInMemory(),
      circuit: circuit(() => down).layer,
    });
    const [, second] = await Promise.allSettled([held.send(request), held.send(request)]);
    assert.equal(second.status, 'rejected');
    assert.equal(left.length, 1);
  });

  test('budget and circuit, in whatever order: a request that the budget ends is neither an answer nor a fault of the target', async () => {
    const { noted, layer } = circuit(() => false);
    const { transport } = fakeTransport(fine);
    const held = heldTo(transport, { settings: settings({ maxRequests: 1 }), counts: countsInMemory(), circuit: layer });
    judging();
    await held.send(request);
    await assert.rejects(held.send(request), /the 1 requests of --max-requests are used up/);
    assert.deepEqual(noted, ['answered']);
  });
});

describe('above the layers', () => {
  /** A client behind a budget; each trip that is cut is made again, once. */
  function scene(answer: (n: number) => IncomingResponse, guard: Guard = () => {}) {
    const counts = countsInMemory();
    const noted: string[] = [];
    const { transport } = fakeTransport((_, n) => answer(n));
    const client = createClient({
      baseUrl: 'http://h',
      transport: heldTo(transport, { settings: settings({ maxRequests: 9 }), counts }),
      caller: undefined,
      guard,
      recorder: () => ({ nextId: () => '', record: () => {} }),
      retryPolicy: {
        after: ({ came, attempt }) => (came === reset && attempt === 1 ? { pauseMs: 0, wait: async () => {} } : undefined),
      },
      ledger: {
        intend({ method }) {
          noted.push(method);
          return () => void noted.push('settled');
        },
      },
    });
    return { client, noted, spent: () => counts.add('requests', 0) };
  }

  test('guard before ledger: what is refused is not written down', async () => {
    const { client, noted } = scene(fine, saysNo('the risk'));
    await assert.rejects(client.send({ method: 'POST', path: '/x' }), /the risk/);
    assert.deepEqual(noted, []);
  });

  test('ledger before retry: what is sent twice is written down once', async () => {
    const { client, noted } = scene((n) => {
      if (n === 1) throw reset;
      return fine();
    });
    await client.send({ method: 'GET', path: '/x' });
    assert.deepEqual(noted, ['GET', 'settled']);
  });

  test('retry before the layers: what is sent twice is spent twice', async () => {
    const { client, spent } = scene((n) => {
      if (n === 1) throw reset;
      return fine();
    });
    await client.send({ method: 'GET', path: '/x' });
    assert.equal(spent(), 2);
  });
});

test('the time for which a request was held back is no part of what its trip took, whatever that came to', async () => {
  for (const came of [fine(), reset]) {
    const durations: number[] = [];
    const { transport } = fakeTransport(fine);
    const client = createClient({
      baseUrl: 'http://h',
      transport: {
        ...transport,
        async send(_, options) {
          await delay(200);
          options?.onHeld?.(200);
          if (came instanceof Error) throw came;
          return came;
        },
      },
      caller: undefined,
      guard: () => {},
      recorder: () => ({ nextId: () => '', record: ({ durationMs }) => void durations.push(durationMs) }),
    });
    await client.send({ method: 'GET', path: '/x' }).catch(() => undefined);
    assert.ok(durations.length === 1 && durations[0]! < 100, String(durations));
  }
});

describe('layers', () => {
  const noting = (name: string, log: string[], over: Partial<TransportLayer> = {}): TransportLayer => ({
    enter: () => {
      log.push(`${name} in`);
      return (came) => void log.push(`${name} ${came === undefined ? 'nothing' : came instanceof Error ? 'fault' : came.status}`);
    },
    pause: (milliseconds) => void log.push(`${name} ${milliseconds} ms`),
    ...over,
  });

  test('are asked from the first to the last, and told from the last to the first', async () => {
    const log: string[] = [];
    const { transport } = fakeTransport(fine);
    await layered(transport, [noting('a', log), undefined, noting('b', log)]).send(request);
    assert.deepEqual(log, ['a in', 'b in', 'b 200', 'a 200']);
  });

  test('are told of a fault, and that nothing came where a layer below said no', async () => {
    const log: string[] = [];
    const cut = fakeTransport(() => {
      throw reset;
    });
    await assert.rejects(layered(cut.transport, [noting('a', log)]).send(request), reset);
    const no = noting('b', log, {
      enter: () => {
        throw new TypeError('no');
      },
    });
    await assert.rejects(layered(cut.transport, [noting('a', log), no]).send(request), TypeError);
    assert.deepEqual(log, ['a in', 'a fault', 'a in', 'a nothing']);
    assert.equal(cut.left.length, 1);
  });

  test('wait on what is below them', async () => {
    const log: string[] = [];
    const { transport, now } = fakeTransport(fine);
    const began = now();
    const waiting = noting('b', log, {
      async enter(_request, _options, below) {
        await below.pause(7);
        return undefined;
      },
    });
    const held = layered(transport, [noting('a', log), waiting, noting('c', log)]);
    await held.send(request);
    await held.pause(5);
    assert.deepEqual(log, ['a in', 'c 7 ms', 'c in', 'c 200', 'a 200', 'a 5 ms', 'b 5 ms', 'c 5 ms']);
    assert.equal(now() - began, 12);
  });

  test('hand the way on in which the answer is read', async () => {
    let raw: boolean | undefined;
    const transport = {
      ...fakeTransport(fine).transport,
      send: async (_: OutgoingRequest, options?: { raw?: boolean }) => {
        raw = options?.raw;
        return fine();
      },
    };
    await layered(transport, [{}]).send(request, { raw: true });
    assert.equal(raw, true);
  });
});
